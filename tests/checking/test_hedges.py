"""A limiting word of a quote that no hedge lists is warned of, and hardly anything else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.model.hedge_words import ENGLISH, NOT_AS_WRITTEN
from geodata.storage.check import check_edition


def found(text: str) -> list[str]:
    """Return the limiting words in a text."""
    return [match[0] for match in ENGLISH.finditer(text) if match[0] not in NOT_AS_WRITTEN]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It may rain and it might, or could.", ["may", "might", "could"]),
        (
            "They apparently seem to be likely, perhaps.",
            ["apparently", "seem", "likely", "perhaps"],
        ),
        ("The power is reportedly back.", ["reportedly"]),
        ("Some people, several towns, many cows.", ["Some", "several", "many"]),
        ("More than 140 died, up to\nhalf of them here.", ["More than", "up to"]),
        ("About 300 lorries; around a dozen; over $5.", ["About", "around", "over"]),
        ("A certain presence, in various places.", ["certain", "various"]),
        (
            "According to her, he claimed and mentioned it.",
            ["According to", "claimed", "mentioned"],
        ),
        ("It will fall if nobody helps, unless it rains.", ["if", "unless"]),
        ("Most towns and most of the roads.", ["Most", "most of"]),
        ("It appears to grow.", ["appears to"]),
    ],
)
def test_a_word_of_how_sure_how_much_or_passed_on_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "In May 2019 they left.",
        "The dismayed manymay of Mayfair.",
        "They spoke about the size of the town and walked around it, over it, under it.",
        "The might of the army and its might.",
        "The boats could not reach the village.",
        "If in the first years there were attacks, then there were none.",
        "He was the most famous of them.",
        "IS-K appeared in Afghanistan.",
        "The mayor said that the road was shut, and told them so.",
        "She can swim and will swim.",
        "A may-fly.",
    ],
)
def test_a_word_that_means_something_else_is_not_found(text: str) -> None:
    assert found(text) == []


def warnings(folder: Path) -> list[str]:
    return [str(one) for one in check_edition(folder).warnings if "`hedge`" in one.fault]


def change(folder: Path, file: str, old: str, new: str) -> None:
    content = (folder / file).read_bytes().decode()
    assert old in content
    (folder / file).write_bytes(content.replace(old, new, 1).encode())


def test_a_claim_that_lists_its_limiting_words_is_not_warned_of(invented_folder: Path) -> None:
    assert warnings(invented_folder) == []


def test_a_limiting_word_that_is_not_listed_is_warned_of(invented_folder: Path) -> None:
    change(invented_folder, "claims.toml", 'hedge = ["may"]', "hedge = []")
    assert warnings(invented_folder) == [
        "claims.toml: claim bridge-closed: Its quotes hold “may”, which `hedge` does not list. "
        "Cure: List it with the words that it limits, unless it limits nothing here."
    ]


def test_a_hedge_covers_every_word_that_it_touches(invented_folder: Path) -> None:
    change(invented_folder, "claims.toml", 'hedge = ["Some"]', 'hedge = ["Some inns near"]')
    assert warnings(invented_folder) == []


def test_only_english_is_looked_at(invented_folder: Path) -> None:
    change(invented_folder, "claims.toml", 'hedge = ["may"]', "hedge = []")
    change(invented_folder, "edition.toml", 'language = "en"', 'language = "de"')
    assert warnings(invented_folder) == []


def test_british_english_is_looked_at(invented_folder: Path) -> None:
    change(invented_folder, "claims.toml", 'hedge = ["may"]', "hedge = []")
    change(invented_folder, "edition.toml", 'language = "en"', 'language = "en-GB"')
    assert len(warnings(invented_folder)) == 1
