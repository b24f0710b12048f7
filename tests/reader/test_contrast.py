"""Every pair of our colours that stands for words keeps WCAG's 4.5 to 1, in light and in dark.

Where an image or a layer lies behind the words, axe leaves contrast open; here it is computed from
the colours themselves.
"""

import re
from pathlib import Path

import pytest

from tests.contrast import contrast

STATIC = Path(__file__).parents[2] / "static" / "atlas"
GROUNDS = ("paper", "sheet", "wash", "cited", "sibling")
WORDS = {
    **dict.fromkeys(("ink", "muted", "accent"), GROUNDS),
    "warn": ("paper", "sheet", "warn-wash"),
    "accent-ink": ("accent",),
}
"""Colours of words, and what they stand on."""
_VALUE = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")


def schemes() -> dict[str, dict[str, str]]:
    """Return the colours of each scheme by name, as the style sheet has them."""
    sheet = (STATIC / "css" / "1-tokens.css").read_text("utf-8")
    light, dark = sheet.split(":root {", 1)[1].split(':root[data-scheme="dark"] {', 1)
    return {
        "light": dict(_VALUE.findall(light.split("}", 1)[0])),
        "dark": dict(_VALUE.findall(dark.split("}", 1)[0])),
    }


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_on_whatever_they_stand_on(scheme: str) -> None:
    colours = schemes()[scheme]
    pairs = [(word, ground) for word, grounds in WORDS.items() for ground in grounds]
    assert len(pairs) == 19
    low = {
        (word, ground): round(ratio, 2)
        for word, ground in pairs
        if (ratio := contrast(colours[word], colours[ground])) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_mention_and_the_ring_stand_out(scheme: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours["sheet"], colours["ink"]) >= 4.5
    for ground in GROUNDS:
        assert contrast(colours["accent"], colours[ground]) >= 3
        assert contrast(colours["ink"], colours[ground]) >= 3


def test_the_two_ways_into_the_dark_have_the_same_colours() -> None:
    sheet = (STATIC / "css" / "1-tokens.css").read_text("utf-8")
    system, chosen = re.findall(r"--paper: #14181d;(.*?)color-scheme: dark;", sheet, re.DOTALL)
    assert _VALUE.findall(system) == _VALUE.findall(chosen)


def test_the_first_response_has_the_colours_of_the_app() -> None:
    first = (STATIC / "page" / "first.css").read_text("utf-8")
    light, dark = first.split("@media (prefers-color-scheme: dark)", 1)
    for colours, part in zip(schemes().values(), (light, dark.split("}", 1)[0]), strict=True):
        found = dict(_VALUE.findall(part))
        assert {name: colours[name] for name in found} == found
