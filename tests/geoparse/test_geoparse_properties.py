"""Whatever a text holds, what is found lies in it, in order, in a time that it bounds."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.geoparse.contracts import Setting
from geodata.geoparse.recognition.recogniser import NameRecogniser
from geodata.geoparse.resolution.resolver import GazetteerResolver
from geodata.geoparse.words import words_of
from tests.geoparse.made_up import PLACES, made_up_lookup

LOOKUP = made_up_lookup()
RECOGNISER = NameRecogniser(None, LOOKUP)
RESOLVER = GazetteerResolver(LOOKUP)
PIECES = st.sampled_from(
    [
        *PLACES,
        "the",
        "in",
        "near",
        "and",
        ",",
        ".",
        "(",
        ")",
        "-",
        "—",
        "\n",
        "\x00",
        "southern",
        "border",
        "between",
        "parts of",
        "’s",
        "'",
        "“",
        "”",
        "الشرق",
        "北京",
        "é",
        "🌍",
        "\r\n",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_mentions_lie_in_the_text_in_order_and_parts_in_their_wholes(text: str) -> None:
    mentions = RESOLVER.resolve(text, RECOGNISER.recognise(text), Setting())
    spans = [one.toponym.span for one in mentions]
    assert all(span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for one in mentions:
        assert text[one.toponym.span.start : one.toponym.span.end] == one.toponym.text
        assert 0 <= one.confidence < 1
        for part in one.parts:
            assert one.toponym.span.start <= part.toponym.span.start
            assert part.toponym.span.end <= one.toponym.span.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=500))
def test_words_are_cut_from_the_text_as_it_is(text: str) -> None:
    assert all(text[one.start : one.end] == one.text for one in words_of(text))


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A",
        "Paris ",
        "(",
        "Paris, ",
        "A.",
        "the border between ",
        "’",
        "\x00",
        "Aa-",
        "北",
        "of the ",
    ],
)
def test_ten_times_the_text_does_not_take_a_hundred_times_as_long(piece: str) -> None:
    def seconds(signs: int) -> float:
        text = piece * (signs // len(piece))
        began = time.process_time()
        RESOLVER.resolve(text, RECOGNISER.recognise(text), Setting())
        return time.process_time() - began

    short = min(seconds(10_000) for _ in range(3))
    # What is quadratic takes a hundred times as long; a busy machine makes it three times as long.
    assert min(seconds(100_000) for _ in range(2)) < 40 * max(short, 0.05)
