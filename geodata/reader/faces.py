"""Writes how a page gets its fonts: small files by script, each fetched when a letter needs it.

Streamlit's own are whole, 429 and 170 KB: on a slow line the text would long stand in another.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from geodata.reader.bundle import address, inline

ASSETS: Final = "app/static/"
"""Where `static/` is served, relative to a page of the app."""
FAMILY: Final = "Atlas Serif"
STAND_INS: Final = "atlas/page/near.css"
"""What stands in for the fonts until they have come; says, too, that the page has them."""
SCRIPTS: Final = {
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,"
    "U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,"
    "U+A720-A7FF",
    "cyrillic": "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
    "cyrillic-ext": "U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F",
    "greek": "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF",
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,"
    "U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
}
"""The signs that each file holds, as its package says; of two with the same, the first draws it."""
CUTS: Final = ("400-normal", "600-normal", "400-italic")
"""Text, headings, and the hedge inside a quote."""
_RARE_FIRST: Final = tuple(reversed(SCRIPTS))
_MAP: Final = "atlas/map/map.css"
_SANS: Final = re.compile(r"@font-face \{[^}]*/source-sans-3/[^}]*\}")
_FONT: Final = re.compile(r'url\("\.\./\.\./(?P<file>vendor/[^"?]+)[^"]*"\)')


@cache
def faces() -> str:
    """Return the style sheet by which a page of the app fetches its fonts, the map's among them."""
    serif = (_face(script, cut, _served(script, cut)) for script in _RARE_FIRST for cut in CUTS)
    sans = placed("\n".join(_SANS.findall(inline(_MAP))), lambda file: ASSETS + address(file))
    return "\n".join((inline(STAND_INS), *serif, sans))


@cache
def early() -> tuple[str, ...]:
    """Return the addresses of the files that every page needs as soon as its text is there."""
    serif = (_served("latin", cut) for cut in ("400-normal", "600-normal"))
    return *serif, ASSETS + address("vendor/source-sans-3/source-sans-3-latin-wght-normal.woff2")


def carried_faces(text: str, place: Callable[[str], str]) -> Iterator[str]:
    """Give style sheets for a page that holds its font itself, what is needed first first.

    Parameters
    ----------
    text
        All that may be shown in it: what holds none of its signs is left out.
    place
        Gives the address for a file below `static/`.
    """
    signs = set(text)
    for script, ranges in SCRIPTS.items():
        if any(sign in signs for sign in map(chr, numbers(ranges))):
            yield from (_face(script, cut, place(_file(script, cut))) for cut in CUTS)


def numbers(ranges: str) -> Iterator[int]:
    """Give the numbers of all signs in a `unicode-range`.

    >>> list(numbers("U+0041-0043, U+20AC"))
    [65, 66, 67, 8364]
    """
    for one in ranges.split(","):
        first, _, last = one.strip().removeprefix("U+").partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def placed(css: str, place: Callable[[str], str]) -> str:
    """Return a style sheet of the map with what `place` gives for its fonts as addresses."""
    return _FONT.sub(lambda found: f'url("{place(found["file"])}")', css)


def _served(script: str, cut: str) -> str:
    return f"{ASSETS}{address(_file(script, cut))}"


def _file(script: str, cut: str) -> str:
    return f"vendor/source-serif-4/source-serif-4-{script}-{cut}.woff2"


def _face(script: str, cut: str, where: str) -> str:
    weight, style = cut.split("-")
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-style: {style}; font-weight: {weight}; '
        f'font-display: swap; src: url("{where}") format("woff2"); '
        f"unicode-range: {SCRIPTS[script]}; }}"
    )
