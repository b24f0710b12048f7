"""The themes' shapes as SVG path data, one drawing for the text's chips and the map's badges."""

from typing import Final

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
}
"""Shape name → ``d`` of an SVG path in a 24 by 24 box.

The shapes cover about the same area (200 square units), so that none looks weightier than
another, and each touches the middle of the box, so that they line up beside text.
"""


def theme_data(theme: Theme) -> contract.Theme:
    """Return what page and map get of a theme: its title and its mark."""
    return {
        "id": theme.id,
        "title": theme.title,
        "colour": theme.colour,
        "colourDark": theme.colour_dark,
        "path": SHAPES[theme.shape],
    }
