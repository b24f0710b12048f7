"""The command line: ``python -m geodata`` with ``check``, ``export``, ``import`` …"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from geodata import AtlasError
from geodata.commands import (
    check,
    export,
    geoparse,
    import_edition,
    new,
    place,
    publish,
    upgrade,
)
from geodata.commands.messages import messages, tell


class Command(Protocol):
    """A module that is one command."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments to its parser."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; return the exit status."""
        ...


COMMANDS: Mapping[str, Command] = {
    "check": check,
    "export": export,
    "publish": publish,
    "import": import_edition,
    "upgrade": upgrade,
    "new": new,
    "place": place,
    "geoparse": geoparse,
}

INTERRUPTED = 130
"""The exit status where the user stops a command, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 for success, 1 for faults, 2 for misuse."""
    options = _parser().parse_args(arguments)
    with messages():
        try:
            return COMMANDS[options.command].run(options)
        except BrokenPipeError:
            raise
        except (AtlasError, OSError) as error:
            tell(error)
            return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m geodata",
        description=(
            "Begin, check, export, publish, import and upgrade editions; find places, in texts too."
        ),
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=command.HELP))
    return parser


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
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


if __name__ == "__main__":
    sys.exit(_run())
