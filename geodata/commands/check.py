"""The command ``python -m geodata check``."""

from __future__ import annotations

import argparse

from geodata.commands.errors import NoEditionsError
from geodata.storage.load import edition_folder, list_editions
from geodata.writing.folders import tidy

HELP = "say every fault of an edition, and its counts"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("edition", nargs="?", help="an edition's id; all editions when left out")


def run(options: argparse.Namespace) -> int:
    """Check one edition or all; return 0 if they are sound, else 1."""
    from geodata.storage.check import check_edition

    ids = (options.edition,) if options.edition else list_editions()
    if not ids:
        raise NoEditionsError
    sound = True
    for one in ids:
        folder = edition_folder(one)
        tidy(folder)
        report = check_edition(folder)
        print("\n".join((*report.to_do_lines(), *report.lines())))
        sound = sound and report.is_sound
    return 0 if sound else 1
