"""Spellings of a name that differ little are looked up under one key."""

from __future__ import annotations

import pytest

from geodata.gazetteer.names import LONGEST_NAME, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("QUETTA", "quetta"),
        ("São Tomé", "Sao  Tome"),
        ("N'Djamena", "N’Djamena"),
        ("N'Djamena", "Ndjamena"),
        ("Saint-Denis", "St. Denis"),
        ("Mount Kenya", "Mt Kenya"),
        ("The Gambia", "Gambia"),
        ("W.Va.", "WVa"),
        ("Łódź", "Lodz"),
        ("İstanbul", "Istanbul"),
        ("كويته", "کویته"),
        ("Trinidad and Tobago", "Trinidad & Tobago"),
    ],
)
def test_little_differences_do_not_count(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Kyiv", "Kiev"), ("क्वेटा", "क्वटा"), ("Mali", "Bali"), ("서울", "서산")]
)
def test_letters_count(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_name_without_letters_has_no_key() -> None:
    assert name_key(" –!’ ") == ""


def test_no_more_of_a_name_is_looked_at_than_names_have() -> None:
    assert len(name_key("x" * 1_000_000)) == LONGEST_NAME


def test_the_article_alone_is_a_name() -> None:
    assert name_key("The") == "the"
