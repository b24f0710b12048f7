"""Dates are read from EDTF and said in words, with their doubt."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from geodata.model.base import Basis
from geodata.model.dates import Dating
from geodata.model.edition import Edition
from geodata.wording.dates import about_words, claim_time, said_words


def dating(edtf: str, basis: Basis = "stated") -> Dating:
    return Dating(edtf=edtf, basis=basis, from_="the sentence before")


@pytest.mark.parametrize(
    ("edtf", "words", "earliest", "latest"),
    [
        ("2015", "2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-01", "January 2015", date(2015, 1, 1), date(2015, 1, 31)),
        ("2024-02", "February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-03-22", "22 March 2024", date(2024, 3, 22), date(2024, 3, 22)),
        ("2024-21", "spring 2024", date(2024, 3, 1), date(2024, 5, 31)),
        ("2023-24", "winter 2023", date(2023, 12, 1), date(2024, 2, 29)),
        ("201X", "the 2010s", date(2010, 1, 1), date(2019, 12, 31)),
        ("19XX", "a year from 1900 to 1999", date(1900, 1, 1), date(1999, 12, 31)),
        ("2015-XX", "2015 (month not known)", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-XX-XX", "2015 (month and day not known)", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-01-XX", "January 2015 (day not known)", date(2015, 1, 1), date(2015, 1, 31)),
        ("2024?", "2024 (uncertain)", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024?-03", "March 2024 (year uncertain)", date(2024, 3, 1), date(2024, 3, 31)),
        ("?2024-03", "March 2024 (year uncertain)", date(2024, 3, 1), date(2024, 3, 31)),
        ("2024-?03", "March 2024 (month uncertain)", date(2024, 3, 1), date(2024, 3, 31)),
        ("2024-03?", "March 2024 (uncertain)", date(2024, 3, 1), date(2024, 3, 31)),
        ("2024-03~", "March 2024 (approximate)", date(2024, 3, 1), date(2024, 3, 31)),
        ("2024-03%", "March 2024 (uncertain and approximate)", date(2024, 3, 1), date(2024, 3, 31)),
        (
            "2024-03?-22",
            "22 March 2024 (year and month uncertain)",
            date(2024, 3, 22),
            date(2024, 3, 22),
        ),
        ("2015-01/..", "from January 2015 on", date(2015, 1, 1), None),
        ("../2015-01", "until January 2015", None, date(2015, 1, 31)),
        ("2015-01/", "from January 2015 to an unknown date", date(2015, 1, 1), None),
        ("/2015-01", "from an unknown date until January 2015", None, date(2015, 1, 31)),
        (
            "2015-01/2016-03",
            "from January 2015 to March 2016",
            date(2015, 1, 1),
            date(2016, 3, 31),
        ),
        ("2024-03/2024-04", "March and April 2024", date(2024, 3, 1), date(2024, 4, 30)),
        ("2024-21/2024-22", "spring and summer 2024", date(2024, 3, 1), date(2024, 8, 31)),
        (
            "2015/2016-03~",
            "from 2015 to March 2016 (approximate)",
            date(2015, 1, 1),
            date(2016, 3, 31),
        ),
    ],
)
def test_a_stated_date_reads_in_words_and_has_limits(
    edtf: str, words: str, earliest: date | None, latest: date | None
) -> None:
    when = dating(edtf)
    assert (about_words(when), when.earliest, when.latest) == (words, earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024?-03", "March 2024 (year inferred)"),
        ("2024-21", "spring 2024 (inferred)"),
        ("2021-08?/..", "from August 2021 (inferred) on"),
        ("2021-08/..", "from August 2021 (inferred) on"),
        ("2024?-03/2024?-04", "March and April 2024 (year inferred)"),
        ("2024-03-22", "22 March 2024 (inferred)"),
        ("2024~", "2024 (inferred, approximate)"),
        ("2015-01/2024?", "from January 2015 to 2024 (inferred)"),
    ],
)
def test_an_inferred_date_says_what_is_inferred(edtf: str, words: str) -> None:
    assert about_words(dating(edtf, "inferred")) == words


@pytest.mark.parametrize(
    ("edtf", "basis", "words"),
    [
        ("2024", "stated", "in 2024"),
        ("2024-03", "stated", "in March 2024"),
        ("2024-21", "inferred", "in spring 2024 (inferred)"),
        ("2024-03-22", "stated", "on 22 March 2024"),
        ("2024-03-XX", "stated", "in March 2024 (day not known)"),
        ("201X", "stated", "in the 2010s"),
        ("2024-04/2024-12", "inferred", "between April and December 2024 (inferred)"),
        ("2023-12/2024-02-03", "stated", "between December 2023 and 3 February 2024"),
        ("2024?-03/2024?-04", "inferred", "in March and April 2024 (year inferred)"),
        ("2024-03/2024-04", "inferred", "in March or April 2024 (inferred)"),
        ("2023-12/2024-01", "stated", "in December 2023 and January 2024"),
        ("2024-03-22/2024-03-23", "stated", "on 22 March and 23 March 2024"),
        ("19XX/20XX", "stated", "between a year from 1900 to 1999 and a year from 2000 to 2099"),
        (
            "/2024-12",
            "inferred",
            "at an unknown date, by December 2024 (inferred) at the latest",
        ),
        ("2024-12/", "stated", "at an unknown date, in December 2024 or later"),
        ("2015-01/..", "stated", "from January 2015 on"),
        ("../2015-01", "stated", "until January 2015"),
    ],
)
def test_a_range_in_which_something_was_said_is_one_moment_not_known_exactly(
    edtf: str, basis: Basis, words: str
) -> None:
    assert said_words(dating(edtf, basis)) == words


def test_a_claim_about_the_time_at_which_it_was_made_reads_as_that_time_does(
    invented: Edition,
) -> None:
    claim = invented.claim("inns-open")
    written = dating("2024-04/2024-12", "inferred")
    span = claim.model_copy(update={"about": written, "said": dating("2025")})
    assert claim_time(span) == "from April to December 2024 (inferred)"
    same = span.model_copy(update={"said": written})
    assert claim_time(same) == "between April and December 2024 (inferred)"
    assert claim_time(span.model_copy(update={"about": None})) == ""


@pytest.mark.parametrize(
    ("edtf", "fault"),
    [
        ("March 2024", "'March 2024' is not a date that this app can read."),
        ("2024-3", "'2024-3' is not a date that this app can read."),
        ("24-03-2024", "'24-03-2024' is not a date that this app can read."),
        ("[2015,2016]", "'[2015,2016]' is not a date that this app can read."),
        ("-0044", "'-0044' is not a date that this app can read."),
        ("2024-13", "'2024-13' names no month or season."),
        ("2024-25", "'2024-25' names no month or season."),
        ("2024-21-05", "'2024-21-05' names no month or season."),
        ("2024-XX-05", "'2024-XX-05' names a day of no month."),
        ("2024-00", "'2024-00' is not a date in EDTF."),
        ("2023-02-29", "'2023-02-29' is not a date in EDTF."),
        ("0000", "'0000' is not a date in EDTF."),
        ("2016/2015", "'2016/2015' ends before it begins."),
        ("../..", "'../..' says nothing about the time."),
        ("/", "'/' says nothing about the time."),
        ("2015/2016/2017", "'2016/2017' is not a date that this app can read."),
    ],
)
def test_what_is_no_date_is_refused(edtf: str, fault: str) -> None:
    with pytest.raises(ValidationError) as refused:
        dating(edtf)
    (error,) = refused.value.errors()
    assert error["ctx"]["fault"] == fault


def test_an_inferred_date_must_say_from_what() -> None:
    with pytest.raises(ValidationError, match="`from` does not say from what"):
        Dating(edtf="2024", basis="inferred")


def test_a_file_calls_the_field_from() -> None:
    table = {"edtf": "2024", "basis": "inferred", "from": "the notice"}
    assert Dating.model_validate(table, by_alias=True, by_name=False).from_ == "the notice"
