"""Quotes are found as by reading the text, and at a cost that does not grow with its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geodata.model.text_index import TextIndex, places_by_reading
from tests.work import calls

TEXTS = st.text(st.sampled_from("aab- "), max_size=60)


@given(TEXTS, st.text(st.sampled_from("aab- "), min_size=1, max_size=6))
def test_a_stretch_is_found_wherever_reading_finds_it(text: str, wanted: str) -> None:
    assert TextIndex(text).find_all(wanted, most=99) == [*places_by_reading(text, wanted)]


def _calls_for_one(sentences: int) -> float:
    """Return the calls for one quote, cut inside a word at both ends, of a text of new words."""
    text = " ".join(f"a{n:05}x was near b{n:05}y in spring." for n in range(sentences))
    index = TextIndex(text)
    index.find_all("a00000x", most=2)  # the index itself is made once
    index.find_all("00000x was near b0", most=2)
    quotes = [f"{n:05}x was near b{n:05}" for n in range(sentences)]
    return calls(lambda: [index.find_all(quote, most=2) for quote in quotes]) / sentences


def test_a_quote_costs_as_much_in_a_long_text_as_in_a_short_one() -> None:
    assert _calls_for_one(1_000) < 1.2 * _calls_for_one(200)
