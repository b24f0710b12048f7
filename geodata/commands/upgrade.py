"""The command ``python -m geodata upgrade``."""

from __future__ import annotations

import argparse
from pathlib import Path

from geodata.commands.errors import NoEditionsError
from geodata.editing.upgrade import upgraded
from geodata.editing.writing import replace, seen, write_copy
from geodata.storage.edition_format import FORMAT
from geodata.storage.load import edition_folder, list_editions

HELP = "bring editions of an older format to the present one"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("edition", nargs="?", help="an edition's id; all editions when left out")
    parser.add_argument(
        "--output",
        metavar="FOLDER",
        type=Path,
        help="write the edition into this folder, as FOLDER/EDITION, not in place",
    )


def run(options: argparse.Namespace) -> int:
    """Upgrade one edition or all; return 0. Faults are raised before anything is written."""
    ids = (options.edition,) if options.edition else list_editions()
    if not ids:
        raise NoEditionsError
    as_read = {one: seen(edition_folder(one)) for one in ids}
    found = {one: upgraded(edition_folder(one)) for one in ids}
    for one, files in found.items():
        if options.output:
            print(f"Written: {write_copy(edition_folder(one), options.output, files)}")
        elif files:
            replace(edition_folder(one), files, as_read[one])
            print(f"{one}: upgraded to format {FORMAT} ({', '.join(files)}).")
        else:
            print(f"{one}: it is of format {FORMAT} already.")
    return 0
