"""The themes' shapes as SVG path data, one drawing for the text's chips and the map's badges."""

import re
from typing import Final

from geodata.model.kinds import Group
from geodata.model.places import Place
from geodata.model.themes import Theme
from geodata.reader import contract

SHAPES: Final[dict[str, str]] = {
    "circle": "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z",
    "square": "M4.9 4.9H19.1V19.1H4.9Z",
    "triangle": "M12 2.4L22.5 20.6H1.5Z",
    "diamond": "M12 2L22 12L12 22L2 12Z",
    "pentagon": "M12 3.2L20.75 9.56L17.41 19.84H6.59L3.25 9.56Z",
    "cross": "M8.8 2.55H15.2V8.8H21.45V15.2H15.2V21.45H8.8V15.2H2.55V8.8H8.8Z",
    "hexagon": "M20.8 12L16.4 19.62H7.6L3.2 12L7.6 4.38H16.4Z",
    "shield": "M4.9 3.4H19.1V13.1L12 21.1L4.9 13.1Z",
    "trapezoid": "M7.6 5.4H16.4L21.9 19.1H2.1Z",
    "slant": "M8.2 4.8H22.4L15.8 19.2H1.6Z",
}
"""Shape name → ``d`` of an SVG path in a 24 by 24 box.

The shapes cover about the same area (200 square units), so that none looks weightier than
another, and each touches the middle of the box, so that they line up beside text.
"""


SIGNS: Final[dict[Group, str]] = {
    "building": "M7.5 7.5H16.5V16.5H7.5Z",
    "transport": "M3.5 12L10.5 6V18ZM20.5 12L13.5 6V18Z",
    "water": "M12 3.5L15.6 9.2L17 13.2L16 16.4L13.8 18.4L12 18.9L10.2 18.4L8 16.4L7 13.2L8.4 9.2Z",
    "relief": "M12 5L20 18.5H4Z",
    "border": "M4 9.7H20V14.3H4Z",
}
"""Group of kinds → ``d`` of the sign in its points' marks: straight lines in a 24 by 24 box.

A site is a square, what carries people and goods two arrows, water a drop, land a peak, a border a
bar; towns and buildings are plain dots.
"""


def sign_of(place: Place) -> Group | None:
    """Return the sign that a place's mark on the map carries, if it is a point of a signed kind."""
    return place.kind.group if place.is_point and place.kind.is_signed else None


def look(place: Place) -> contract.Look:
    """Return a place's precision as map and card draw it: exact ones of areas are outlines."""
    if place.is_line:
        return "band" if place.precision == "approximate" else "line"
    if place.is_area and place.precision == "exact":
        return "administrative"
    return place.precision


def corners(sign: Group) -> list[list[tuple[float, float]]]:
    """Return the outlines of a sign as corners from -1 to 1, x to the right and y downwards."""
    return [_outline(part) for part in SIGNS[sign].split("M") if part]


def _outline(path: str) -> list[tuple[float, float]]:
    x = y = 0.0
    found = []
    for step, numbers in re.findall(r"([LHV]?)([\d. ]+)", path):
        values = [float(one) for one in numbers.split()]
        x = values[0] if step != "V" else x
        y = values[-1] if step != "H" else y
        found.append((x / 12 - 1, y / 12 - 1))
    return found


def theme_data(theme: Theme) -> contract.Theme:
    """Return what page and map get of a theme: its title and its mark."""
    return {
        "id": theme.id,
        "title": theme.title,
        "colour": theme.colour,
        "colourDark": theme.colour_dark,
        "path": SHAPES[theme.shape],
    }
