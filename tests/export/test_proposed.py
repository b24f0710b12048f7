"""What a machine proposes leaves as GeoJSON and annotations that say so."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.export import proposed_annotations, proposed_geojson
from geodata.geoparse.contracts import Setting
from tests.geoparse.double import Double

TEXT = "Anna was in Paris.\r\nThe French and Kashmir.\x00 Xyzzy of Paris"


def parsed(text: str = TEXT) -> Any:
    return Double(quotations=True).parse(text, Setting(home="Lyon"))


@pytest.fixture
def collection() -> Any:
    return json.loads(proposed_geojson.export(parsed(), "a.txt"))


@pytest.fixture
def listed() -> Any:
    return json.loads(proposed_annotations.export(parsed(), "a.txt"))


def test_each_place_is_one_feature_with_its_mentions(collection: Any) -> None:
    paris, france, kashmir = collection["features"]
    assert paris["geometry"] == {"type": "Point", "coordinates": [2.3488, 48.85341]}
    assert paris["properties"]["times"] == 2
    assert [
        (one["exact"], one["start"], one["end"]) for one in paris["properties"]["mentions"]
    ] == [("Paris", 12, 17), ("Paris", 54, 59)]
    assert france["properties"]["mentions"][0]["kind"] == "adjective"
    assert kashmir["properties"]["dispute"] == "Divided among India, Pakistan and China."


def test_every_feature_and_mention_says_that_a_machine_proposes_it(collection: Any) -> None:
    assert collection["status"] == "proposed"
    for one in collection["features"]:
        assert one["properties"]["status"] == "proposed"
        assert one["properties"]["description"].startswith("Proposed by a machine: nobody has yet")
        assert {mention["status"] for mention in one["properties"]["mentions"]} == {"proposed"}


def test_a_mention_without_a_place_is_not_lost(collection: Any) -> None:
    assert [(one["exact"], one["why"]) for one in collection["unplaced"]] == [
        ("Xyzzy", "No place has this name.")
    ]


def test_whose_data_the_places_are_is_said(collection: Any, listed: Any) -> None:
    assert collection["attribution"] == listed["attribution"] == ["GeoNames (CC BY 4.0)"]
    assert collection["remarks"] == listed["remarks"] == ["At home in Lyon."]


def test_an_annotation_has_quote_and_position(listed: Any) -> None:
    items = listed["first"]["items"]
    assert listed["total"] == len(items) == 5
    quote, position = items[0]["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "Paris",
        "prefix": "Anna was in ",
        "suffix": ".\r\nThe French and Kashmir.\x00 Xyzz",
    }
    assert position == {"type": "TextPositionSelector", "start": 12, "end": 17}
    assert items[0]["target"]["source"] == "a.txt"


def test_an_annotation_identifies_the_place_and_says_that_it_is_proposed(listed: Any) -> None:
    first, *_, xyzzy, _ = listed["first"]["items"]
    assert (first["motivation"], xyzzy["motivation"]) == ("identifying", "classifying")
    assert first["body"][0]["sameAs"] == ["https://sws.geonames.org/2988507/"]
    assert {one["status"] for one in listed["first"]["items"]} == {"proposed"}
    assert listed["status"] == "proposed"
    assert xyzzy["body"][0] == {
        "type": "TextualBody", "purpose": "classifying", "value": "name",
    }  # fmt: skip


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_positions_and_quotes_are_those_of_any_text(text: str) -> None:
    whole = f"{text}Paris{text}Paris"
    found = json.loads(proposed_annotations.export(parsed(whole), "a"))["first"]["items"]
    assert len(found) >= 2
    for one in found:
        quote, position = one["target"]["selector"]
        start, end = position["start"], position["end"]
        assert whole[start:end] == quote["exact"]
        assert whole[:start].endswith(quote["prefix"])
        assert whole[end:].startswith(quote["suffix"])


def test_two_texts_have_annotations_of_different_names(listed: Any) -> None:
    other = json.loads(proposed_annotations.export(parsed("Paris"), "a.txt"))
    ids = {one["id"] for one in listed["first"]["items"]}
    assert len(ids) == 5
    assert not ids & {one["id"] for one in other["first"]["items"]}
