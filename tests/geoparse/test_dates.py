"""The dates that a sentence names, in EDTF, with what they rest on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.geoparse.dates import find_dates
from geodata.geoparse.values import Span
from geodata.model.dates import read_edtf

WRITTEN = "2024-05-15"
"""A Wednesday."""
STATED = [
    ("On 23 March 2024 the bridge fell.", [("23 March 2024", "2024-03-23")]),
    ("On the 23rd of March 2024 it fell.", [("23rd of March 2024", "2024-03-23")]),
    ("On March 23, 2024, it fell.", [("March 23, 2024", "2024-03-23")]),
    ("On Sept. 3, 2001 it fell.", [("Sept. 3, 2001", "2001-09-03")]),
    ("Logged 2024-03-23 by hand.", [("2024-03-23", "2024-03-23")]),
    ("It fell in March 2024.", [("March 2024", "2024-03")]),
    ("It fell in 2015.", [("2015", "2015")]),
    ("It opens in spring 2024.", [("spring 2024", "2024-21")]),
    ("In the winter of 2019 it froze.", [("winter of 2019", "2019-24")]),
    ("It grew in the 1990s.", [("the 1990s", "199X")]),
    ("It was built in the 19th century.", [("19th century", "18XX")]),
    ("The 2012 outbreak killed 31.", [("2012", "2012")]),
    ("It grew around 1850.", [("1850", "1850~")]),
    ("It has been shut since August 2021.", [("since August 2021", "2021-08/..")]),
    ("It stood until 1870.", [("until 1870", "../1870")]),
    ("It was shut between 2015 and 2016.", [("2015 and 2016", "2015/2016")]),
    ("It was shut from 2015 to 2016.", [("2015 to 2016", "2015/2016")]),
    ("It ran from March to May 2023.", [("March to May 2023", "2023-03/2023-05")]),
    ("War raged in 1914-18.", [("1914-18", "1914/1918")]),
    ("It fell on Saturday, 23 March 2024.", [("Saturday, 23 March 2024", "2024-03-23")]),
    (
        "It grew between July 1, 2007, and July 1, 2008.",
        [("July 1, 2007, and July 1, 2008", "2007-07-01/2008-07-01")],
    ),
    ("It rose from May 2019 to June 2020.", [("May 2019 to June 2020", "2019-05/2020-06")]),
]
INFERRED = [
    ("He came last March.", [("last March", "2024-03")]),
    ("He came last June.", [("last June", "2023-06")]),
    ("In March of this year it fell.", [("March of this year", "2024-03")]),
    ("In March of last year it fell.", [("March of last year", "2023-03")]),
    ("It was felt in March and April.", [("March", "2024-03"), ("April", "2024-04")]),
    ("It fell in October.", [("October", "2023-10")]),
    ("It will open in October.", [("October", "2024-10")]),
    ("He died on Thursday, May 2.", [("Thursday, May 2", "2024-05-02")]),
    (
        "It is open since January 29 of this year.",
        [("since January 29 of this year", "2024-01-29/..")],
    ),
    ("They met on Friday.", [("Friday", "2024-05-10")]),
    ("They met on Wednesday.", [("Wednesday", "2024-05-15")]),
    ("They met last Wednesday.", [("last Wednesday", "2024-05-08")]),
    ("They will meet on Friday.", [("Friday", "2024-05-17")]),
    ("The school said on Friday that it will open.", [("Friday", "2024-05-10")]),
    ("It sailed on Oct. 15.", [("Oct. 15", "2023-10-15")]),
    ("It will sail on Oct. 15.", [("Oct. 15", "2024-10-15")]),
    ("It closed two years ago.", [("two years ago", "2022")]),
    ("It closed three months ago.", [("three months ago", "2024-02")]),
    ("It closed a decade ago.", [("a decade ago", "2014~")]),
    ("It rained last week.", [("last week", "2024-05-06/2024-05-12")]),
    ("It opens next month.", [("next month", "2024-06")]),
    ("It burned last summer.", [("last summer", "2023-22")]),
    ("It froze last winter.", [("last winter", "2023-24")]),
    ("It was felt yesterday.", [("yesterday", "2024-05-14")]),
    ("It has been shut since Monday.", [("since Monday", "2024-05-13/..")]),
]
NO_DATE = [
    "It may rain, and some march on.",
    "About 2,015 people in 20 villages have 1500 sheep.",
    "It cost $2015 and weighed 1999 kg.",
    "Good Friday is near, says the Sunday Times.",
    "They run a Saturday youth club, open every Monday.",
    "On 30 February 2024 nothing was.",
    "April Jones and June Lee came from May & Co.",
    "It was shut from 2016 to 2015.",
]


def dates(text: str, written: str) -> list[tuple[str, str, str]]:
    found = find_dates(text, Span(0, len(text)), written)
    return [(text[one.span.start : one.span.end], one.edtf, one.basis) for one in found]


@pytest.mark.parametrize("written", [WRITTEN, ""])
@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_stands_in_full_needs_no_date_of_the_article(
    text: str, expected: list[tuple[str, str]], written: str
) -> None:
    assert dates(text, written) == [(*one, "text") for one in expected]


@pytest.mark.parametrize(("text", "expected"), INFERRED)
def test_the_rest_is_read_against_the_articles_date(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert dates(text, WRITTEN) == [(*one, "inferred") for one in expected]


@pytest.mark.parametrize("written", ["", "2024", "soon"])
@pytest.mark.parametrize("text", [text for text, _ in INFERRED])
def test_without_that_date_it_is_left_out(text: str, written: str) -> None:
    assert dates(text, written) == []


@pytest.mark.parametrize("text", NO_DATE)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text, WRITTEN) == []


def test_only_the_stretch_is_read() -> None:
    text = "In 2015 it fell. In 2016 it rose."
    (found,) = find_dates(text, Span(17, len(text)), "")
    assert (found.edtf, text[found.span.start : found.span.end]) == ("2016", "2016")


WORDS = st.sampled_from(
    [
        *("in", "on", "since", "between", "and", "from", "to", "until", "last", "next", "this"),
        *("March", "May", "Oct.", "Friday", "spring", "year", "week", "two", "ago", "the", "past"),
        *("2015", "2016", "1990s", "23", "31", "30th", "19th century", "1914-18", "–", ",", "will"),
        *(
            "0001-01-01",
            "99",
            "decades",
            "years",
            "month",
            "of",
            "yesterday",
            "\n",
            "about",
            "9999",
        ),
    ]
)


@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from(["", WRITTEN, "0001-01-01"]))
def test_whatever_is_found_is_edtf_in_the_order_of_the_text(text: str, written: str) -> None:
    if not text:
        return
    end = 0
    for one in find_dates(text, Span(0, len(text)), written):
        read_edtf(one.edtf)
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


@pytest.mark.parametrize("piece", ["in ", "March ", "1 ", "1914-", "last ", "the ", " ", "a year "])
def test_a_long_sentence_is_read_in_seconds(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    find_dates(text, Span(0, len(text)), WRITTEN)
