"""The command ``python -m geodata new``."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from geodata.commands.arguments import path
from geodata.editing.new_edition import begin_edition
from geodata.model.errors import EditionFaults, Fault
from geodata.storage.files import LARGEST_FILE
from geodata.storage.load import editions_root

HELP = "begin an edition from an article's text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("edition", help="the id of the new edition: a-z, 0-9, single hyphens")
    parser.add_argument(
        "--text", required=True, type=path, metavar="FILE", help="the article, as UTF-8"
    )
    parser.add_argument("--title", default="", help="its title; the first line by default")
    parser.add_argument(
        "--language", default="en", type=_language, help="its language, such as en or ur"
    )


def run(options: argparse.Namespace) -> int:
    """Begin an edition; return 0.

    Raises
    ------
    EditionFaults
        If the text cannot be read, or the folder cannot be begun.
    """
    source = Path(options.text)
    limit = LARGEST_FILE[".txt"]
    with source.open("rb") as file:
        data = file.read(limit + 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = f"It holds the byte 0x{data[error.start]:02X}, which is not UTF-8."
        raise EditionFaults([Fault(source.name, "", fault, "Save it as UTF-8.")]) from error
    if len(data) > limit:
        fault = f"The file has more than {limit:,} bytes."
        raise EditionFaults([Fault(source.name, "", fault, "Make it smaller.")])
    title = options.title.strip()
    folder = begin_edition(editions_root(), options.edition, text, title, options.language)
    print(f"Written: {folder}. What is still missing: python -m geodata check {options.edition}")
    return 0


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise argparse.ArgumentTypeError("write a language tag such as en, ur or uz-Cyrl")
    return text
