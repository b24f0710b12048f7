"""Quotation marks are paired by kind and paragraph, and apostrophes are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.geoparse.quotations.marks import paragraphs, stretches

PAIRED = [
    ('He said "no" twice.', ['"no"']),
    ("He said “no” and “yes, of course”.", ["“no”", "“yes, of course”"]),
    ("„So ist es“, sagte er.", ["„So ist es“"]),
    ("Elle dit «oui» enfin.", ["«oui»"]),
    ("It was 'over', he said.", ["'over'"]),
    ("‘It’s over,’ he said. ‘Isn’t it?’", ["‘It’s over,’", "‘Isn’t it?’"]),
    ("'It's the firms' money,' she said.", ["'It's the firms' money,'"]),
    ("the firms' money and the boys' club", []),
    ("It was the winter of '63 and '98.", []),
    ("They had 'em in the '90s.", []),
    ('A 6" pipe and a 9" nail.', []),
    ("He said “it was ‘over’ then”.", ["“it was ‘over’ then”"]),
    ("'He asked, \"Is it?\"'", ["'He asked, \"Is it?\"'"]),
    ('He said "it never closes.', []),
    ("He said “it never closes.\n\nNext day.", []),
    ("“One.\n\n“Two.”", ["“One.", "“Two.”"]),
    ('"One.\n"Two."', ['"One.', '"Two."']),
    ("", []),
    ('"', []),
    ('""', []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in stretches(text)] == expected


@pytest.mark.parametrize(
    ("text", "is_long"),
    [
        ('a "miracle" there', False),
        ('a "small miracle" there', False),
        ('it was "a very small miracle"', True),
        ('her film "The Long Salt Road" opened', False),
        ('"The Long Road Is Shut."', True),
    ],
)
def test_scare_quotes_and_titles_are_told_from_speech(text: str, is_long: bool) -> None:
    assert [one.is_long for one in stretches(text)] == [is_long]


def test_lines_are_paragraphs_where_no_empty_line_parts_them() -> None:
    def cut(text: str) -> list[str]:
        return [text[start:end] for start, end in paragraphs(text)]

    assert cut("One\nTwo") == ["One", "Two"]
    assert cut("One\nstill one\n\nTwo") == ["One\nstill one", "Two"]


@given(st.text(alphabet="\"'“”‘’„«» ab.,s9\n", max_size=300))
def test_stretches_lie_in_the_text_one_after_the_other(text: str) -> None:
    end = 0
    for one in stretches(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@pytest.mark.parametrize("piece", ["'a ", '"a ', "“", "“a ", "‘a ’", "\"'", "’", "“\n\n", "a' "])
def test_a_megabyte_of_marks_is_paired_in_seconds(piece: str) -> None:
    stretches(piece * (1_000_000 // len(piece)))
