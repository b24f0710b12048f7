"""Themes are told apart by colour and shape, readable on light and on dark."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geodata.model.themes import Theme, contrast

ROADS = {
    "id": "roads",
    "title": "Roads",
    "short": "Roads",
    "colour": "#2b6ca3",
    "colour_dark": "#7db4e6",
    "shape": "circle",
}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ffffff", "#777777", 4.48),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


def test_a_readable_theme_is_taken() -> None:
    assert Theme.model_validate(ROADS).shape == "circle"


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "#777777"},
        {"colour_dark": "#2b6ca3"},
        {"colour": "#2B6CA3"},
        {"colour": "red"},
        {"shape": "star"},
        {"short": "Ten letter"},
        {"short": ""},
        {"title": " Roads"},
        {"title": "Ro\nads"},
        {"id": "Roads"},
        {"icon": "road"},
    ],
)
def test_a_theme_that_cannot_be_drawn_or_read_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Theme.model_validate(ROADS | change)
