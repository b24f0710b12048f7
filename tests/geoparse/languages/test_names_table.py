"""The table of Russian and French names: every row is of a place that the gazetteer has."""

from __future__ import annotations

import csv

import pytest

from geodata.gazetteer.gazetteer import open_gazetteer
from geodata.gazetteer.names import name_key
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.other_tongues.known import FILE, table_of
from geodata.geoparse.russian.forms import endings
from tests.geoparse.languages.score import LANGUAGES


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_gazetteer_has_every_place_of_the_table_and_none_is_a_lesser_town() -> None:
    lookup = Lookup(open_gazetteer().senses)
    best = {row["name"]: lookup(row["name"])[:1] for row in rows()}
    assert [name for name, senses in best.items() if not senses] == []
    towns = {name for name, senses in best.items() if senses[0].kind == "city"}
    assert towns == {"Hong Kong"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_the_table_stands_twice(language: str) -> None:
    names = [name for row in rows() for name in row[language].split("|") if name]
    assert len(names) > 400
    assert sorted(names) == sorted(set(names))
    assert all(name_key(name) in table_of(language) for name in names)


def test_a_guessed_name_has_an_ending_of_the_nominative() -> None:
    assert endings("Луклы") == ("Лукла",)
    assert endings("Аддис-Абебе") == ("Аддис-Абеба", "Аддис-Абеб")
    assert endings("Осло") == ()
