"""Writes text on a picture in the map's own fonts, in every script that these can write.

For other scripts a host names font files of its own; without one, a text that cannot be written is
left out, for boxes say nothing.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

from PIL import ImageFont, features
from PIL.ImageDraw import ImageDraw
from PIL.ImageFont import FreeTypeFont

from geodata.reader.bundle import STATIC, inline
from geodata.reader.faces import numbers
from geodata.reader.folium_map import STYLES

FONTS_VARIABLE: Final = "ARTICLE_ATLAS_FONTS"
"""Font files of the host's own, with the system's separator of paths between them."""
_FACE: Final = re.compile(
    r'@font-face \{[^}]*font-style: normal;[^}]*url\("(?P<file>[^"?]+)[^"]*"\)[^}]*'
    r"unicode-range: (?P<ranges>[^;]+);"
)
_RIGHT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters that run from right to left."""
_WORDS: Final = re.compile(r"\s+|\S+")
_BLANK: Final = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f]")
"""Signs that no font has to draw."""

Face = tuple[Path, frozenset[int] | None]
"""A font's file, and the signs that it is for; ``None``: those that it has."""


@cache
def _faces(own: str) -> tuple[Face, ...]:
    """Return the map's fonts, and behind them the host's ``own``."""
    folder = (STATIC / STYLES).parent
    found: dict[Path, Face] = {}
    for face in _FACE.finditer(inline(STYLES)):
        path = (folder / face["file"]).resolve()
        found[path] = (path, frozenset(numbers(face["ranges"])))
    files = (Path(name) for name in own.split(os.pathsep) if name)
    return (*found.values(), *((path, None) for path in files))


@cache
def _font(path: Path, size: int, weight: int) -> FreeTypeFont:
    font = ImageFont.truetype(path, size)
    with suppress(OSError):  # of a font that has one weight only
        font.set_variation_by_axes([weight])
    return font


@cache
def _draws(path: Path, sign: str) -> bool:
    """Whether a host's font has a glyph of its own for a sign."""
    font = _font(path, 40, 400)
    return bytes(font.getmask(sign)) != bytes(font.getmask("\U0010fffd"))


@cache
def _face_of(sign: str, own: str) -> Path | None:
    """Return the font for a sign; ``None`` where none has it."""
    if _RIGHT.match(sign) and not features.check("raqm"):
        return None  # its letters would stand apart, and in the wrong order
    for path, signs in _faces(own):
        if ord(sign) in signs if signs is not None else _draws(path, sign):
            return path
    return None


def unwritable(text: str) -> str:
    """Return the signs of a text that no font here has, each once, in their order."""
    own = os.environ.get(FONTS_VARIABLE, "")
    signs = dict.fromkeys(_BLANK.sub("", text))
    return "".join(sign for sign in signs if _face_of(sign, own) is None)


def length(text: str, size: int, weight: int = 400) -> float:
    """Return how wide a line is, in pixels."""
    return sum(font.getlength(part) for part, font in _runs(text, size, weight))


def write(
    draw: ImageDraw,
    at: tuple[float, float],
    text: str,
    *,
    size: int,
    colour: str,
    weight: int = 400,
    halo: str = "",
) -> None:
    """Write one line with its base line and left edge ``at``; ``halo`` is a colour around it."""
    x, y = at
    width = round(size / 8) if halo else 0
    for part, font in _runs(text, size, weight):
        draw.text(
            (x, y), part, fill=colour, font=font, anchor="ls", stroke_width=width, stroke_fill=halo
        )
        x += font.getlength(part)


def runs_from_right(text: str) -> bool:
    """Whether a text runs from right to left: its first letter decides."""
    first = next((sign for sign in text if sign.isalpha()), "")
    return bool(first and _RIGHT.match(first))


def _runs(text: str, size: int, weight: int) -> Iterator[tuple[str, FreeTypeFont]]:
    """Give the pieces of a line from left to right, each with its font."""
    own = os.environ.get(FONTS_VARIABLE, "")
    usual = _faces(own)[0][0]
    for word in _in_visual_order(text):
        piece, font = "", usual
        for sign in word:
            path = font if _BLANK.match(sign) else _face_of(sign, own) or usual
            if piece and path != font:
                yield piece, _font(font, size, weight)
                piece = ""
            piece, font = piece + sign, path
        if piece:
            yield piece, _font(font, size, weight)


def _in_visual_order(text: str) -> list[str]:
    """Return a line's words and blanks as they stand from left to right.

    Words of either direction keep together; a blank between two of a kind goes with them.
    """
    words = _WORDS.findall(text)
    right = runs_from_right(text)
    turned = [bool(_RIGHT.search(word)) for word in words]
    for at, word in enumerate(words):
        if not word.strip():
            beside = {turned[at - 1] if at else right, *turned[at + 1 : at + 2]}
            turned[at] = beside.pop() if len(beside) == 1 else right
    groups = [
        (is_turned, [word for _, word in group])
        for is_turned, group in groupby(zip(turned, words, strict=True), key=lambda pair: pair[0])
    ]
    if right:
        groups.reverse()
    return [
        word for is_turned, group in groups for word in (reversed(group) if is_turned else group)
    ]
