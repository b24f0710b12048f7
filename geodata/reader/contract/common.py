"""What page and map both get: themes, the steps of a route, and the words for few values."""

# No `from __future__ import annotations`: the declarations are read from these types.

from typing import Annotated, Literal, TypedDict

PlaceBasis = Literal["text", "inferred"]
Look = Literal["exact", "administrative", "approximate", "line", "band"]
"""A place's precision as it is drawn: ``exact`` is a point, ``band`` an approximate line, ``line``
any other line; the others are areas."""
Position = Annotated[list[float], 2]
Box = Annotated[list[float], 4]
Pixels = Annotated[list[int], 2]


class ThemeMark(TypedDict):
    """A theme's mark: its colours in a light and a dark scheme, and its shape."""

    colour: str
    colourDark: str
    path: str
    """The shape: an SVG path in a box of 24."""


class Theme(ThemeMark):
    """A subject of claims."""

    id: str
    title: str


class Leg(TypedDict):
    """One step of a route, with the verb of the text."""

    fromPlace: str
    toPlace: str
    verb: str
