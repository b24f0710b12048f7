"""The command ``python -m geodata export``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from geodata.commands.arguments import path
from geodata.commands.errors import writing
from geodata.publish.formats import FORMATS, PARTS, export
from geodata.storage.load import edition_folder, load_edition
from geodata.writing.files import write_file

HELP = "write an edition in another format"
STDOUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("edition", help="an edition's id")
    parser.add_argument(
        "--format",
        required=True,
        choices=sorted((*FORMATS, *PARTS)),
        help="explained in docs/formats.md",
    )
    parser.add_argument(
        "--output", required=True, type=path, help=f"a file, or {STDOUT} for standard output"
    )


def run(options: argparse.Namespace) -> int:
    """Write an edition in a format; return 0.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    data = export(load_edition(edition_folder(options.edition)), options.format)
    if options.output == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return 0
    with writing(options.output):
        write_file(Path(options.output), data)
    return 0
