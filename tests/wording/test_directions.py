"""Which way a text runs: its language decides, unless it has letters of the other kind alone."""

import pytest

from geodata.wording.directions import text_direction


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("وصل التجار إلى بغداد", "ar", "rtl"),
        ("Baghdad: وصل التجار", "ar", "rtl"),
        ("Baghdad, IQ", "ar", "ltr"),
        ("بغداد is the capital", "en", "ltr"),
        ("من بغداد", "en", "rtl"),
        ("שלום", "he", "rtl"),
        ("کابل", "ps-Arab", "rtl"),
        ("Kabul", "ps-Latn", "ltr"),
        ("12/03/2024!", "ar", "rtl"),
        ("", "en", "ltr"),
    ],
)
def test_a_text_runs_as_its_language_unless_no_letter_of_it_does(
    text: str, language: str, wanted: str
) -> None:
    assert text_direction(text, language) == wanted
