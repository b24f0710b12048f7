"""Hedges are found as whole words only, and every time."""

from __future__ import annotations

import pytest

from geodata.model.quotes import TextPosition
from geodata.model.whole_words import whole_words

TEXT = "Many may say it may be; they don’t dismay. “May” is not may-be, may. it’s"


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("may", [5, 16, 56, 64]),
        ("May", [44]),
        ("may be", [16]),
        ("don", []),
        ("don’t", [29]),
        ("it", [13]),
        ("’s", [71]),
        ("a.b", []),
    ],
)
def test_only_whole_words_are_found(words: str, starts: list[int]) -> None:
    found = whole_words(TEXT, words, TextPosition(start=0, end=len(TEXT)))
    assert [one.start for one in found] == starts
    assert {one.of(TEXT) for one in found} <= {words}


def test_only_what_lies_inside_the_stretch_is_found() -> None:
    found = whole_words(TEXT, "may", TextPosition(start=6, end=19))
    assert found == (TextPosition(start=16, end=19),)


def test_a_word_that_the_stretch_begins_within_is_not_whole() -> None:
    assert whole_words(TEXT, "any", TextPosition(start=1, end=8)) == ()
