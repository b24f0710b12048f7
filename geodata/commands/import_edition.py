"""The command ``python -m geodata import``."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from geodata.editing.import_file import READERS, import_file
from geodata.editing.writing import replace, write_copy
from geodata.storage.load import edition_folder

HELP = "bring an edited export back into an edition"
_messages = logging.getLogger(__name__)
_LOG = "Say in the log of edition.toml what was changed, by whom and why."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("edition", help="an edition's id")
    parser.add_argument(
        "--from",
        dest="source",
        required=True,
        metavar="FILE",
        type=Path,
        nargs="+",
        help="the edited file; several of GeoJSON are taken together",
    )
    parser.add_argument("--format", choices=sorted(READERS), help="told from the file by default")
    parser.add_argument(
        "--output",
        metavar="FOLDER",
        type=Path,
        help="write the changed edition into this folder, as FOLDER/EDITION, not in place",
    )
    parser.add_argument(
        "--remove", action="store_true", help="take out records that the file does not hold"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")


def run(options: argparse.Namespace) -> int:
    """Import a file into an edition; return 0. Faults are raised as ``EditionFaults``."""
    folder = edition_folder(options.edition)
    source, *further = options.source
    outcome = import_file(folder, source, options.format, further=further, remove=options.remove)
    for warning in outcome.warnings:
        _messages.warning("%s", warning)
    print("\n".join(outcome.lines or ("Nothing changes.",)))
    if options.dry_run:
        return 0
    if options.output:
        print(f"Written: {write_copy(folder, options.output, outcome.files)}")
    elif outcome.files:
        replace(folder, outcome.files, outcome.as_read)
        print(f"Written: {', '.join(outcome.files)}. {_LOG}")
    return 0
