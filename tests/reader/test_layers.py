"""An edition may do without claims or themes: the classes of its places are its layers then."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from geodata.model.edition import Edition
from geodata.model.kinds import KINDS
from geodata.model.ledger import ledger
from geodata.model.themes import Theme
from geodata.publish.formats import FORMATS, export
from geodata.publish.site import publish
from geodata.reader.layers import GROUPS, layered
from geodata.reader.map_data import map_config
from geodata.reader.page_data import reader_view
from geodata.storage.check import check_edition
from geodata.storage.load import load_edition
from geodata.wording.cards import edition_card_words, place_card_words
from geodata.wording.counts import checked_words
from tests.invented import write_bare_edition, write_edition_without_themes
from tests.storage.test_load import break_file, faults_of

LAYERS = ["country", "city", "building", "informal-area"]


@pytest.fixture
def bare(tmp_path: Path) -> Edition:
    """Return an edition of places and mentions alone."""
    return load_edition(write_bare_edition(tmp_path))


@pytest.fixture
def themeless(tmp_path: Path) -> Edition:
    """Return an edition with claims, but without themes."""
    return load_edition(write_edition_without_themes(tmp_path))


def by_id(items: Sequence[Mapping[str, Any]], key: str) -> dict[object, object]:
    """Return one value of each item by the item's id."""
    return {item["id"]: item[key] for item in items}


def test_an_edition_of_places_and_mentions_alone_is_sound(tmp_path: Path) -> None:
    report = check_edition(write_bare_edition(tmp_path))
    assert (report.faults, report.warnings) == ((), ())
    assert report.lines() == [
        "without-claims: 10 mentions: 5 mapped, 2 merged, 3 not mapped "
        "(2 affiliation, 1 too vague)",
        "without-claims: 0 claims by 0 speakers, 0 compared by a named editor",
        "without-claims: no faults",
    ]


def test_an_edition_with_claims_and_no_themes_is_sound(tmp_path: Path) -> None:
    report = check_edition(write_edition_without_themes(tmp_path))
    assert (report.faults, report.warnings) == ((), ())
    assert not [one for one in report.to_do if "theme" in one.fault]


def test_a_claim_that_names_a_theme_needs_the_themes(tmp_path: Path) -> None:
    folder = write_edition_without_themes(tmp_path)
    break_file(folder, "claims.toml", "hedge = []", 'hedge = []\nthemes = ["roads"]')
    assert faults_of(folder) == [
        "themes.toml: The file is missing. Cure: Add themes.toml to the edition."
    ]


def test_a_class_of_places_is_a_layer_of_the_map_and_of_the_page(bare: Edition) -> None:
    view, config = reader_view(bare), map_config(bare)
    assert [theme["id"] for theme in view["themes"]] == LAYERS
    assert [theme["id"] for theme in config["themes"]] == LAYERS
    layers = {
        **{"lyon": ["city"], "paris": ["city"], "old-bridge": ["building"]},
        **{"france": ["country"], "alpine-inns": ["informal-area"]},
    }
    assert by_id(view["places"], "layers") == layers
    assert by_id(config["places"], "themes") == layers
    assert view["claims"] == []


def test_claims_without_themes_stand_in_the_layers_of_their_places(themeless: Edition) -> None:
    view, config = reader_view(themeless), map_config(themeless)
    assert by_id(view["claims"], "themes") == {
        **{"carters-left": ["city"], "bridge-closed": ["building", "city"]},
        **{"inns-open": ["informal-area"], "government-silent": ["country"]},
        **{"traders-return": ["city"]},
    }
    assert not [place for place in view["places"] if "layers" in place]
    assert by_id(config["places"], "themes")["lyon"] == ["city", "building"]


def test_an_edition_with_themes_stays_as_it_is(invented: Edition) -> None:
    assert layered(invented) is invented
    assert not [place for place in reader_view(invented)["places"] if "layers" in place]


def test_every_group_of_kinds_has_a_layer_that_looks_and_reads_like_no_other() -> None:
    assert set(GROUPS) == {kind.group for kind in KINDS.values()}
    for part in zip(*GROUPS.values(), strict=True):
        assert len(set(part)) == len(GROUPS)
    for title, short, shape in GROUPS.values():
        Theme(
            id="x", title=title, short=short, colour="#5a6470", colour_dark="#a3adb8", shape=shape
        )


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_format_takes_editions_without_claims_or_themes(
    bare: Edition, themeless: Edition, format: str
) -> None:
    assert export(bare, format)
    assert export(themeless, format)


def test_the_exports_do_not_hold_layers_as_themes(themeless: Edition) -> None:
    features = json.loads(export(themeless, "geojson"))["features"]
    assert {str(feature["properties"]["themes"]) for feature in features} == {"[]"}


def test_places_without_a_claim_are_features_too(bare: Edition) -> None:
    features = json.loads(export(bare, "geojson"))["features"]
    assert [(one["id"], one["properties"]["claim"]) for one in features] == [
        *(("lyon", None), ("paris", None), ("old-bridge", None)),
        *(("alpine-inns", None), ("france", None)),
    ]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [4.83, 45.76]}


def test_places_without_a_claim_are_rows_and_placemarks_too(bare: Edition) -> None:
    ids = ["lyon", "paris", "old-bridge", "alpine-inns", "france"]
    table = list(csv.DictReader(io.StringIO(export(bare, "csv").decode())))
    assert [(row["claim"], row["place"]) for row in table] == [("", id) for id in ids]
    assert (table[0]["place_title"], table[0]["lon"], table[0]["lat"]) == (
        *("Lyon", "4.830000", "45.760000"),
    )
    kml = export(bare, "kml").decode()
    assert re.findall('<Placemark id="place-([a-z-]+)"', kml) == ids
    assert "How exact:" in kml


def test_without_claims_no_claims_are_counted_for_other_sites(bare: Edition) -> None:
    assert edition_card_words(bare, ledger(bare)).endswith(
        "not on the map. The map shows the places that the article names."
    )
    assert place_card_words(bare, bare.place("lyon"), "The bridge") == (
        "An invented entry. Named in 3 passages, in “The bridge” by Jo Field. "
        "The map shows the places that the article names."
    )


def test_an_edition_without_claims_has_the_columns_of_any_other(
    bare: Edition, invented: Edition
) -> None:
    bare_head, head = (export(one, "csv").decode().split("\r\n")[0] for one in (bare, invented))
    assert bare_head == head


def test_claims_without_a_theme_are_not_lost_where_claims_are_sorted_by_theme(
    themeless: Edition,
) -> None:
    kml = export(themeless, "kml").decode()
    assert "<name>Without a topic</name>" in kml
    assert len(re.findall('<Placemark id="claim-no-theme', kml)) == 7


def test_they_are_published_like_any_other(bare: Edition, tmp_path: Path) -> None:
    assert publish(bare, tmp_path / "site", "")


def test_without_claims_it_is_said_how_many_mentions_were_checked(bare: Edition) -> None:
    assert checked_words(ledger(bare)) == (
        "1 of 10 mentions compared with the text and its sources by a named editor"
    )
