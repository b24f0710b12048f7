"""The command line: ``python -m geodata`` with ``check``, ``export``, ``publish`` or ``import``."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from geodata.model.errors import AtlasError
from geodata.storage.load import edition_folder, list_editions, load_edition

STDOUT = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 for success, 1 for faults, 2 for misuse."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "check":
            return _check(options.edition)
        if options.command == "import":
            from geodata.importing import command

            return command.run(options)
        if options.command == "publish":
            return _publish(options.edition, Path(options.output), options.address)
        return _export(options.edition, options.format, options.output)
    except AtlasError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    from geodata.export import FORMATS
    from geodata.importing.command import add_arguments

    parser = argparse.ArgumentParser(
        prog="python -m geodata", description="Check, export, publish and import editions."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="say every fault of an edition, and its counts")
    check.add_argument("edition", nargs="?", help="an edition's id; all editions when left out")
    export = commands.add_parser("export", help="write an edition in another format")
    export.add_argument("edition", help="an edition's id")
    export.add_argument(
        "--format", required=True, choices=sorted(FORMATS), help="explained in docs/formats.md"
    )
    export.add_argument(
        "--output", required=True, type=_path, help=f"a file, or {STDOUT} for standard output"
    )
    publish = commands.add_parser("publish", help="write an edition as a site without a server")
    publish.add_argument("edition", help="an edition's id")
    publish.add_argument(
        "--output",
        required=True,
        type=_path,
        help="a folder; made if it is not there, files of the same names are replaced",
    )
    publish.add_argument(
        "--address",
        default="",
        help="where the folder will stand on the web, so that other sites can show its preview",
    )
    add_arguments(commands.add_parser("import", help="bring an edited export back into an edition"))
    return parser


def _path(text: str) -> str:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("name a file or folder")
    return text


def _check(id: str | None) -> int:
    from geodata.storage.check import check_edition

    ids = (id,) if id else list_editions()
    if not ids:
        print("There are no editions. Cure: Add an edition's folder.", file=sys.stderr)
        return 1
    sound = True
    for one in ids:
        report = check_edition(edition_folder(one))
        print("\n".join(report.lines()))
        sound = sound and report.is_sound
    return 0 if sound else 1


def _publish(id: str, folder: Path, address: str) -> int:
    from geodata.publish.site import publish

    edition = load_edition(edition_folder(id))
    try:
        written = publish(edition, folder, address)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{folder}: It cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    for file in written:
        print(f"{file}: {file.stat().st_size:,} bytes")
    return 0


def _export(id: str, format: str, output: str) -> int:
    from geodata.export import export

    data = export(load_edition(edition_folder(id)), format)
    if output == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return 0
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        print(f"{output}: It cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


def _run() -> int:
    """Run the command; neither a terminal without our signs nor a closed pipe makes it crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


if __name__ == "__main__":
    sys.exit(_run())
