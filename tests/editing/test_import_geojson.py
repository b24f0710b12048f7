"""GeoJSON there and back: an edit changes that one thing of the edition, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import shapely

from geodata.editing.import_file import import_file
from geodata.storage.load import load_edition
from geodata.wording.dates import about_words
from tests.conftest import FIRST
from tests.editing.roundtrip import (
    Document,
    changed_lines,
    contents,
    differences,
    exported,
    feature,
    imported,
    saved,
)

Edit = Callable[[Document], object]


@pytest.fixture
def first_folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIRST, tmp_path / "editions" / FIRST.name))


def test_what_is_not_edited_changes_nothing(invented_folder: Path, first_folder: Path) -> None:
    for folder in (invented_folder, first_folder):
        before = contents(folder)
        outcome = imported(folder, "geojson", lambda document: None)
        assert (outcome.files, outcome.lines, outcome.warnings) == ({}, (), ())
        assert contents(folder) == before


def test_a_moved_point_moves_that_place_alone(invented_folder: Path) -> None:
    before, files = load_edition(invented_folder), contents(invented_folder)

    def move(document: Document) -> None:
        feature(document, "bridge-closed.lyon")["geometry"]["coordinates"] = [4.84, 45.75]

    outcome = imported(invented_folder, "geojson", move)
    assert outcome.lines == ("places.geojson: place lyon: geometry, label_lon, label_lat changed",)
    assert differences(before, load_edition(invented_folder)) == {
        "places.lyon.geometry": (shapely.Point(4.83, 45.76), shapely.Point(4.84, 45.75)),
        "places.lyon.label_lon": (4.83, 4.84),
        "places.lyon.label_lat": (45.76, 45.75),
    }
    after = contents(invented_folder)
    assert {name for name in files if files[name] != after[name]} == {"places.geojson"}


def test_an_edited_precision_note_changes_that_line_alone(first_folder: Path) -> None:
    before, files = load_edition(first_folder), contents(first_folder)
    note = "The city’s centre, as “GeoNames” has it."

    def edit(document: Document) -> None:
        (one, *_) = (one for one in document["features"] if one["properties"]["place"] == "quetta")
        one["properties"]["precision_note"] = note

    imported(first_folder, "geojson", edit)
    assert differences(before, load_edition(first_folder)) == {
        "places.quetta.precision_note": (before.place("quetta").precision_note, note)
    }
    gone, new = changed_lines(files["places.geojson"], contents(first_folder)["places.geojson"])
    assert len(gone) == len(new) == 1
    assert '"precision_note": ' in new[0]


def test_an_edited_limitation_changes_that_line_alone(first_folder: Path) -> None:
    before, files = load_edition(first_folder), contents(first_folder)
    claim = before.claims[3]

    def edit(document: Document) -> None:
        (one, *_) = (one for one in document["features"] if one["properties"]["claim"] == claim.id)
        one["properties"]["limitation"] = 'Nobody else says so; "as of now".'

    outcome = imported(first_folder, "geojson", edit)
    assert outcome.lines == (f"claims.toml: claim {claim.id}: limitation changed",)
    assert differences(before, load_edition(first_folder)) == {
        f"claims.{claim.id}.limitation": (claim.limitation, 'Nobody else says so; "as of now".')
    }
    gone, new = changed_lines(files["claims.toml"], contents(first_folder)["claims.toml"])
    assert len(gone) == len(new) == 1
    assert new[0].startswith("limitation = ")


@pytest.mark.parametrize(
    ("key", "value", "field", "stored"),
    [
        ("said_by", "newspaper", "claims.bridge-closed.said_by", "newspaper"),
        ("chain", ["by letter"], "claims.bridge-closed.chain", ("by letter",)),
        ("form", "reported-speech", "claims.bridge-closed.form", "reported-speech"),
        ("claim_source", "described", "claims.bridge-closed.source", "described"),
        ("mode", "forecast", "claims.bridge-closed.mode", "forecast"),
        ("hedge", [], "claims.bridge-closed.hedge", ()),
        ("themes", ["trade"], "claims.bridge-closed.themes", ("trade",)),
        ("refers_to", ["alps"], "claims.bridge-closed.refers_to", ("alps",)),
        ("place_title", "A bridge", "places.old-bridge.title", "A bridge"),
        ("place_description", "a bridge", "places.old-bridge.description", "a bridge"),
        ("place_class", "city", "places.old-bridge.class_", "city"),
        ("basis_source", "A map of 2020.", "places.old-bridge.basis_source", "A map of 2020."),
        ("as_of", "as of 2019", "places.old-bridge.as_of", "as of 2019"),
        ("within_note", "1 km off.", "places.old-bridge.within_note", "1 km off."),
        ("tolerance_km", 3, "places.old-bridge.tolerance_km", 3.0),
        ("label_lon", 4.842, "places.old-bridge.label_lon", 4.842),
        ("geonames", "12", "places.old-bridge.geonames", "12"),
        ("wikidata", "Q1", "places.old-bridge.wikidata", "Q1"),
        ("geometry_source", "a survey", "places.old-bridge.source", "a survey"),
        ("geometry_licence", "CC0", "places.old-bridge.licence", "CC0"),
        ("geometry_method", "measured", "places.old-bridge.method", "measured"),
        ("dispute_note", "A quarrel.", "places.old-bridge.dispute_note", "A quarrel."),
    ],
)
def test_each_field_of_claim_and_place_can_be_edited(
    invented_folder: Path, key: str, value: Any, field: str, stored: Any
) -> None:
    before = load_edition(invented_folder)

    def edit(document: Document) -> None:
        feature(document, "bridge-closed.old-bridge")["properties"][key] = value

    imported(invented_folder, "geojson", edit)
    found = differences(before, load_edition(invented_folder))
    assert list(found) == [field]
    assert found[field][1] == stored


def test_a_date_can_be_edited_added_and_taken_out(invented_folder: Path) -> None:
    before = load_edition(invented_folder)
    about = {"edtf": "2019-06", "basis": "stated", "from": "", "words": "not taken"}

    def edit(document: Document) -> None:
        feature(document, "inns-open.alpine-inns")["properties"]["about"] = about
        feature(document, "traders-return.paris")["properties"]["about"] = None

    imported(invented_folder, "geojson", edit)
    after = load_edition(invented_folder)
    assert set(differences(before, after)) == {
        "claims.inns-open.about",
        "claims.traders-return.about",
    }
    dated = after.claim("inns-open").about
    assert dated is not None
    assert (dated.edtf, about_words(dated)) == ("2019-06", "June 2019")
    assert after.claim("traders-return").about is None


def test_a_new_feature_gives_a_claim_a_further_place(invented_folder: Path) -> None:
    before = load_edition(invented_folder)

    def edit(document: Document) -> None:
        feature(document, "government-silent.france")["properties"]["refers_to"] = ["alps"]
        new = {"claim": "government-silent", "place": "alpine-inns"}
        document["features"].append({"type": "Feature", "geometry": None, "properties": new})

    imported(invented_folder, "geojson", edit)
    found = differences(before, load_edition(invented_folder))
    assert {key: after for key, (_, after) in found.items()} == {
        "claims.government-silent.places": ("france", "alpine-inns"),
        "claims.government-silent.refers_to": ("alps",),
    }


def test_what_the_file_lacks_stays_unless_it_is_to_be_removed(invented_folder: Path) -> None:
    def edit(document: Document) -> None:
        document["features"] = [
            one for one in document["features"] if one["properties"]["claim"] != "traders-return"
        ]

    before = contents(invented_folder)
    outcome = imported(invented_folder, "geojson", edit)
    assert outcome.lines == (
        "claims.toml: claim traders-return: not in the file, and kept (--remove takes it out)",
    )
    assert contents(invented_folder) == before


def test_a_derived_value_that_was_edited_is_warned_of_and_not_taken(invented_folder: Path) -> None:
    def edit(document: Document) -> None:
        feature(document, "bridge-closed.lyon")["properties"]["speaker"] = "Anna Brooke"
        feature(document, "bridge-closed.lyon")["properties"]["colour"] = "red"

    outcome = imported(invented_folder, "geojson", edit)
    assert outcome.files == {}
    assert [str(one) for one in outcome.warnings] == [
        "edited.geojson: The key `colour` is not one of ours, so it is not taken over. Cure: Put "
        "what it says into a field of the edition.",
        "edited.geojson: feature bridge-closed.lyon: `speaker` was changed, but it is not taken "
        "from here. Cure: Change it in speakers.toml.",
    ]


@pytest.mark.parametrize(("shift_deg", "moved"), [(4e-8, False), (4e-6, True)])
def test_a_corner_that_a_program_has_rounded_is_not_moved(
    invented_folder: Path, shift_deg: float, moved: bool
) -> None:
    def shift(document: Document) -> None:
        for id in ("bridge-closed.lyon", "carters-left.lyon"):
            feature(document, id)["geometry"]["coordinates"][0] += shift_deg
        (ring,) = feature(document, "inns-open.alpine-inns")["geometry"]["coordinates"]
        ring[1][0] += shift_deg

    outcome = imported(invented_folder, "geojson", shift)
    assert outcome.lines == (
        (
            "places.geojson: place lyon: geometry changed",
            "places.geojson: place alpine-inns: geometry changed",
        )
        if moved
        else ()
    )


def test_gdal_may_save_the_file_in_between(first_folder: Path) -> None:
    """QGIS saves through GDAL: lists become texts, empty texts null, numbers are rounded."""
    before, document = load_edition(first_folder), exported(first_folder, "geojson")
    source = saved(first_folder, "geojson", document)
    target = first_folder.parent / "saved.geojson"
    facts, table = pyogrio.read_arrow(source)
    geometry = {"geometry_name": facts["geometry_name"], "geometry_type": "Unknown"}
    pyogrio.write_arrow(table, target, driver="GeoJSON", crs=facts["crs"], **geometry)
    texts = target.read_text("utf-8")
    assert texts != source.read_text("utf-8")
    assert import_file(first_folder, target).lines == ()
    document = json.loads(texts)
    for one in document["features"]:
        if one["properties"]["place"] == "quetta":
            one["geometry"]["coordinates"] = [67.01, 30.2]
    target.write_text(json.dumps(document), encoding="utf-8")
    outcome = import_file(first_folder, target)
    assert outcome.lines == (
        "places.geojson: place quetta: geometry, label_lon, label_lat changed",
    )
    assert differences(before, load_edition(first_folder)) == {}, "nothing is written yet"
