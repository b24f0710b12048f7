"""A parse as a table for people, as wide as their terminal."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from geodata.geoparse.record import rounded
from geodata.geoparse.values import Mention, Parse
from geodata.wording.terms import STATUS

_HEAD: Final = ("as written", "kind", "place", "in", "id", "confidence")
_LONGEST: Final = (30, 12, 30, 2, 24, 12)
"""The widest that a column is, in cells of the terminal."""
_NARROWEST: Final = 60
_GAP: Final = "  "
_INDENT: Final = "    "


def table(parse: Parse, width: int | None = None) -> list[str]:
    """Return a parse as lines: a row for each mention, below it why, and what else to know of it.

    Parameters
    ----------
    width
        Cells of the terminal; as many as it has when absent.
    """
    wide = max(_NARROWEST, width or shutil.get_terminal_size().columns)
    mentions = [rounded(one) for one in parse.mentions]
    lines = [line for one in _sums(parse) for line in textwrap.wrap(one, wide)]
    if not mentions:
        return lines
    rows = [_HEAD, *map(_row, mentions)]
    widths = _widths(rows, wide)
    lines += ["", _line(_HEAD, widths)]
    for row, mention in zip(rows[1:], mentions, strict=True):
        lines.append(_line(row, widths))
        lines += _below(mention, wide)
    return lines


def _sums(parse: Parse) -> Iterator[str]:
    """Yield what holds of the whole: how much was found, in which language, who found it."""
    placed = sum(1 for one in parse.mentions if one.place)
    count = len(parse.mentions)
    yield (
        f"{count:,} mention{'' if count == 1 else 's'} of places, {placed:,} with a place; "
        f"language: {visible(parse.language) or 'not known'}."
    )
    yield f"{STATUS['proposed']}."
    yield from map(visible, parse.remarks)


def _row(mention: Mention) -> Sequence[str]:
    place = mention.place
    return (
        visible(mention.toponym.text),
        mention.toponym.kind,
        visible(place.name) if place else "–",
        place.country if place else "",
        place.id if place else "",
        f"{mention.level} {mention.confidence:.2f}" if place else "–",
    )


def _below(mention: Mention, wide: int) -> list[str]:
    """Return why a place was taken, and what makes it doubtful."""
    said = [visible(mention.why)]
    if mention.cannot_choose:
        others = ", ".join(f"{one.place.name} ({one.place.id})" for one in mention.candidates[1:3])
        said.append(f"Cannot choose; also: {visible(others)}.")
    if mention.none_of_these:
        said.append("The gazetteer seems to lack the place that is meant.")
    if mention.place and mention.place.dispute:
        said.append(f"Disputed: {visible(mention.place.dispute)}")
    words = " ".join(one for one in said if one)
    return textwrap.wrap(words, wide, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _widths(rows: Sequence[Sequence[str]], wide: int) -> list[int]:
    """Return how wide the columns are, the widest ones cut until all fit."""
    widths = [
        min(most, max(cells(row[column]) for row in rows)) for column, most in enumerate(_LONGEST)
    ]
    room = wide - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    parts = (_fitted(cell, width) for cell, width in zip(row, widths, strict=True))
    return _GAP.join(parts).rstrip()


def _fitted(text: str, width: int) -> str:
    """Fill a text up to a width, or cut it, which a sign at its end says."""
    if cells(text) > width:
        while text and cells(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - cells(text))


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(_cells(sign) for sign in text)


def _cells(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1


def visible(text: str) -> str:
    """Return a text on one line, without signs that would steer a terminal.

    Examples
    --------
    >>> visible("Tete\\x1b[31m")
    'Tete·[31m'
    """
    blanks = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "·" for sign in blanks)
