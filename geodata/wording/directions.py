"""Tells which way a text runs, so that a page can set it the way it is read."""

import unicodedata
from typing import Final, Literal

from geodata.wording.terms import direction

_LETTERS: Final = {"L": "ltr", "R": "rtl", "AL": "rtl"}
"""Unicode's bidirectional classes of letters, and which way each runs."""


def text_direction(text: str, language: str) -> Literal["ltr", "rtl"]:
    """Give the HTML ``dir`` of a text: that of its language, where it has any letter of that kind.

    A line of Latin names alone runs to the right in an Arabic article too; one that only begins
    with a Latin name does not. A text without letters runs as its language does.
    """
    usual = direction(language)
    found = {_LETTERS.get(unicodedata.bidirectional(sign)) for sign in text} - {None}
    if not found or usual in found:
        return usual
    return "ltr" if usual == "rtl" else "rtl"
