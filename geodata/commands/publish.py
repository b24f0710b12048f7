"""The command ``python -m geodata publish``."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from geodata.commands.arguments import path
from geodata.commands.errors import writing
from geodata.storage.load import edition_folder, load_edition

HELP = "write an edition as a site without a server"
_messages = logging.getLogger(__name__)
_UNWRITTEN = (
    "preview.png: It lacks words, for no font here has the signs {signs}. "
    "Cure: Name a font file in ARTICLE_ATLAS_FONTS."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("edition", help="an edition's id")
    parser.add_argument(
        "--output",
        required=True,
        type=path,
        help="a folder; made if it is not there, files of the same names are replaced",
    )
    parser.add_argument(
        "--address",
        default="",
        help="where the folder will stand on the web, so that other sites can show its preview",
    )
    parser.add_argument(
        "--errors-to",
        default="",
        help="where readers report errors: mailto:editors@example.org, or an https: address",
    )


def run(options: argparse.Namespace) -> int:
    """Publish an edition into a folder; return 0.

    Raises
    ------
    AddressError
        If the address is none of the web, or errors cannot be reported to the other one.
    OutputError
        If the folder cannot be written.
    """
    from geodata.publish.preview import unwritten
    from geodata.publish.site import publish

    folder = Path(options.output)
    edition = load_edition(edition_folder(options.edition))
    with writing(folder):
        written = publish(edition, folder, options.address, options.errors_to)
    if signs := unwritten(edition):
        _messages.warning("%s", _UNWRITTEN.format(signs=signs))
    for file in written:
        print(f"{file}: {file.stat().st_size:,} bytes")
    return 0
