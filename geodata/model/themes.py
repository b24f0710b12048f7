"""Themes (subjects of claims, drawn as layers) and speakers (who says what the article reports)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints

from geodata.model.base import Colour, Line, Slug, Value, refusal

PAPER, NIGHT = "#ffffff", "#14181d"
LEAST_CONTRAST = 4.5
"""What WCAG 2.2 asks of text (1.4.3, level AA)."""

Shape = Literal[
    "circle",
    "square",
    "triangle",
    "diamond",
    "pentagon",
    "cross",
    "hexagon",
    "shield",
    "trapezoid",
    "slant",
]


def _luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` as WCAG 2.2 defines it, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours ``#rrggbb`` (WCAG 2.2), from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _readable_on(ground: str, name: str) -> AfterValidator:
    def check(colour: str) -> str:
        ratio = contrast(colour, ground)
        if ratio < LEAST_CONTRAST:
            raise refusal(
                f"The colour {colour} has a contrast of {ratio:.2f} to the {name} ground {ground}.",
                f"Choose one with a contrast of at least {LEAST_CONTRAST}.",
            )
        return colour

    return AfterValidator(check)


class Theme(Value):
    """A subject of claims, and how it looks on the map and in the text."""

    id: Slug
    title: Line
    short: Annotated[Line, StringConstraints(max_length=9)]
    colour: Annotated[Colour, _readable_on(PAPER, "light")]
    colour_dark: Annotated[Colour, _readable_on(NIGHT, "dark")]
    shape: Shape
    """With the colour, so that colour alone never tells two themes apart."""


class Speaker(Value):
    """Someone who says something in the article, named or not."""

    id: Slug
    name: Line
    """As it stands in tables and filters."""
    according_to: Line
    """As it stands after "According to "."""
    source: Literal["named", "described", "none"]
    """``described`` is one who is described but not named."""
