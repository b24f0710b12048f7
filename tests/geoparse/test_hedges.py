"""The limiting words of a sentence, where they stand."""

from __future__ import annotations

import pytest

from geodata.geoparse.hedges import find_hedges
from geodata.geoparse.values import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 200 may have fled.", ["Some", "may"]),
        ("About 30 people, according to police, were hurt.", ["About", "according to"]),
        ("He talked about it in May.", []),
        ("Many said it was possible.", ["Many", "possible"]),
        ("The dam broke.", []),
    ],
)
def test_limiting_words_are_found(text: str, expected: list[str]) -> None:
    spans = find_hedges(text, Span(0, len(text)))
    assert [text[one.start : one.end] for one in spans] == expected


def test_only_the_stretch_is_read() -> None:
    text = "It may be. It is. It may be."
    assert find_hedges(text, Span(11, 17)) == ()
    assert find_hedges(text, Span(18, len(text))) == (Span(21, 24),)
