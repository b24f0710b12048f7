"""Whatever the text: spans lie in it, in order, none over another, in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.geoparse.english.reading import EnglishReader
from geodata.geoparse.errors import TooLongError
from geodata.geoparse.quotations.finder import EnglishQuotationFinder

PIECES = st.sampled_from(
    [
        *("said", "that", "he", "she", "it", "Rosa Diaz", "the mayor", ",", ".", ":", "—", "who"),
        *('"', "“", "”", "'", "‘", "’", "according to", "citing", "was", "quoted", "by", "as"),
        *("saying", "denied", "\n", "\n\n", "\0", "officials", "and", "(", ")", "told", "Reuters"),
        *("went", "to", "Oslo", "\u202e", "é", "🙂", "1995", "'s", "they", "found", "report"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_quotations_lie_in_the_text_one_after_the_other(
    finder: EnglishQuotationFinder, text: str
) -> None:
    end = 0
    for one in finder.find(text):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        if one.speaker is not None:
            assert one.speaker.name.strip()
            if one.speaker.span is not None:
                assert one.speaker.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "(" * 1_000_000,
        '"' * 200_000,
        "said" + " " * 500_000 + "that",
    ],
    ids=["letters", "brackets", "marks", "blanks"],
)
def test_a_text_without_words_is_read_in_bounded_time(
    finder: EnglishQuotationFinder, text: str
) -> None:
    assert finder.find(text) == ()


def test_a_text_that_is_too_long_is_refused(finder: EnglishQuotationFinder) -> None:
    with pytest.raises(TooLongError, match="1,000,000 are read at once"):
        finder.find("a " * 600_000)


@pytest.mark.parametrize(
    "piece",
    ["he said, ", "said that ", "according to ", '"a ', "'a ", "(", "citing ", "who said "],
)
def test_the_time_grows_no_faster_than_the_text(
    reader: EnglishReader, finder: EnglishQuotationFinder, piece: str
) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        reader.read(text)
        started = time.process_time()
        finder.find(text)
        return time.process_time() - started

    # What is quadratic takes 64 times as long; a busy machine makes it a few times as long.
    short = max(min(seconds(250) for _ in range(2)), 0.05)
    assert min(seconds(2000) for _ in range(2)) < 40 * short
