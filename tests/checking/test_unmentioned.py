"""Place names that no mention covers are warned of: whole names, the longest, in one pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.checking.place_names import PlaceNames
from geodata.model.quotes import TextPosition
from geodata.storage.basemap_names import basemap_names
from geodata.storage.check import check_edition

OTHERS = (
    *("Afghanistan", "Male", "Jordan", "Guinea", "Guinea-Bissau", "Gulf of Aden", "Aden", "Oman"),
    "Côte d'Ivoire",
)


def found(text: str, own: tuple[str, ...] = ()) -> list[str]:
    """Return the stretches of a text that are names."""
    names = PlaceNames(own, OTHERS)
    whole = TextPosition(start=0, end=len(text))
    return [position.of(text) for _, position in names.find(text, whole)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Afghanistan’s towns, in AFGHANISTAN.", ["Afghanistan", "AFGHANISTAN"]),
        ("From Guinea to Guinea-Bissau.", ["Guinea", "Guinea-Bissau"]),
        ("From Guinea to Guinea‑Bissau.", ["Guinea", "Guinea‑Bissau"]),
        ("The Gulf of\nAden and Aden.", ["Gulf of\nAden", "Aden"]),
        ("In Côte d’Ivoire.", ["Côte d’Ivoire"]),
        ("They fled to Jordan, then to Jordan.", ["Jordan", "Jordan"]),
        ("King Abdullah of Jordan spoke.", ["Jordan"]),
    ],
)
def test_whole_names_are_found_as_the_text_writes_them(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Afghan and Omani armies.",
        "Romania and Omanis.",
        "Male nurses are rare.",
        "Michael Jordan and Jordan Smith met.",
        "a gulf of aden, oman",
    ],
)
def test_what_is_no_place_name_is_not_found(text: str) -> None:
    assert found(text) == []


def test_an_editions_own_places_are_found_even_where_they_are_words_too() -> None:
    assert found("Male is an island. Michael Jordan.", ("Male", "Jordan")) == ["Male", "Jordan"]


def test_the_name_in_the_middle_of_a_longer_one_that_breaks_off_is_found() -> None:
    assert found("The Gulf of Oman.") == ["Oman"]


def test_a_long_text_with_many_names_that_begin_alike_is_read_in_one_pass() -> None:
    names = [" ".join(["San"] * 10 + [f"City{number}"]) for number in range(1_000)]
    text = ("San " * 10 + "City7 x " + "San " * 40 + "x ") * 1_250
    assert len(text) == 262_500
    whole = TextPosition(start=0, end=len(text))
    assert sum(1 for _ in PlaceNames(names, ()).find(text, whole)) == 1_250


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Zambia"),
        ("en-GB", "Sea of Japan"),
        ("en", "Malvinas"),
        ("ru", "Австралия"),
        ("fa", "استرالیا"),
    ],
)
def test_the_basemap_has_names_in_some_languages(language: str, name: str) -> None:
    assert name in basemap_names(language)


def test_the_basemap_has_no_names_in_other_languages() -> None:
    assert basemap_names("de") == frozenset()


def warnings(folder: Path) -> list[str]:
    return [str(one) for one in check_edition(folder).warnings]


def test_an_edition_whose_names_are_all_mentions_is_not_warned_of(invented_folder: Path) -> None:
    assert warnings(invented_folder) == []


def put(folder: Path, old: str, new: str) -> None:
    """Replace a stretch of the text by one that is as long."""
    path = folder / "article.txt"
    text = path.read_bytes().decode()
    assert text.count(old) > 0
    assert len(old) == len(new)
    path.write_bytes(text.replace(old, new).encode())


def test_a_name_of_the_basemap_that_no_mention_covers_is_warned_of(invented_folder: Path) -> None:
    put(invented_folder, "a newspaper notes.", "a Berlin page says")
    path = invented_folder / "claims.toml"
    path.write_text(
        path.read_text("utf-8").replace("a newspaper notes.", "a Berlin page says"), "utf-8"
    )
    assert warnings(invented_folder) == [
        "mentions.toml: The place name “Berlin” stands in no mention, as in “…the Alps stayed "
        "open, a Berlin page says The French go…”. Cure: Add a mention there, not-mapped with a "
        "reason if need be, unless no place is meant."
    ]


def test_a_block_that_repeats_another_is_not_looked_at(invented_folder: Path) -> None:
    path = invented_folder / "article.txt"
    text = path.read_bytes().decode()
    assert text[20:31] == "The carters"
    path.write_bytes((text[:20] + "In Zimbabwe" + text[31:]).encode())
    assert [one for one in warnings(invented_folder) if "Zimbabwe" in one] == []
