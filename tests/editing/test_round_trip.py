"""An export holds all that an import can bring back: it turns an altered edition into its own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from geodata.editing.comparable import held_claims, held_places
from geodata.editing.derived import DERIVED
from geodata.editing.import_file import import_file
from geodata.editing.writing import replace
from geodata.model.edition import Edition
from geodata.storage.load import load_edition
from geodata.wording.field_table import CLAIM as CLAIM_FIELDS
from geodata.wording.field_table import PLACE as PLACE_FIELDS
from geodata.wording.field_table import carried
from tests.editing.roundtrip import differences, exported, saved
from tests.invented import write_edition

CLAIM = {
    "said_by": '"newspaper"',
    "chain": '["by pigeon"]',
    "form": '"editors-inference"',
    "source": '"described"',
    "mode": '"recommendation"',
    "hedge": "[]",
    "said": '{ edtf = "2018", basis = "stated" }',
    "themes": '["trade"]',
}
PLACE = {
    "title": "Elsewhere",
    "description": "altered",
    "names": {"en": "Elsewhere"},
    "local": ["en"],
    "precision_note": "Altered.",
    "basis_source": "A rumour.",
    "basis": "inferred",
    "as_of": "as of 1900",
    "within_note": "Altered.",
    "tolerance_km": 400.0,
    "geonames": "1",
    "wikidata": "Q1",
    "source": "altered",
    "licence": "CC0",
    "method": "altered",
    "administered_by": "one",
    "claimed_by": "another",
    "dispute_note": "Altered.",
}
EXCLUDES = [{"name": "Nowhere", "lon": -30.0, "lat": 40.0}]
MENTION = {"kind": '"metonym"', "reading": '"Altered."'}


def alter_claims(folder: Path) -> None:
    path = folder / "claims.toml"
    text = re.sub(r"(?m)^about = .*\n", "", path.read_text("utf-8"))
    for key, value in CLAIM.items():
        text = re.sub(rf"(?m)^{key} = .*$", f"{key} = {value}", text)
    numbers = iter(range(100))
    text = re.sub(
        r"(?m)^limitation = .*$",
        lambda _: f'limitation = "{next(numbers)}"\nnotes = ["carters"]',
        text,
    )
    path.write_text(text, encoding="utf-8")


def alter_places(folder: Path) -> None:
    path = folder / "places.geojson"
    collection = json.loads(path.read_text("utf-8"))
    for feature in collection["features"]:
        feature["properties"] |= PLACE
        if feature["geometry"]["type"] == "Point":
            lon, lat = feature["geometry"]["coordinates"]
            feature["geometry"]["coordinates"] = [lon + 0.01, lat - 0.01]
            feature["properties"] |= {"label_lon": lon + 0.02, "label_lat": lat + 0.02}
            feature["properties"]["class"] = "city"
        else:
            feature["properties"]["excludes"] = EXCLUDES
    path.write_text(json.dumps(collection), encoding="utf-8")


def alter_mentions(folder: Path) -> None:
    path = folder / "mentions.toml"
    text = path.read_text("utf-8")
    for key, value in MENTION.items():
        text = re.sub(rf"(?m)^{key} = .*$", f"{key} = {value}", text)
    text = re.sub('certainty = "[a-z-]+"', 'certainty = "likely"', text)
    text = text.replace('reason = "affiliation"', 'reason = "metonym"')
    path.write_text(text.replace('outcome = "merged"', 'outcome = "mapped"'), encoding="utf-8")


def changed_fields(one: Edition, other: Edition) -> set[str]:
    """Return the kinds and fields that differ, such as ``claims.limitation``."""
    return {
        f"{kind}.{field}" for kind, _, field in (key.split(".") for key in differences(one, other))
    }


def brought_back(folder: Path, format: str, document: object) -> Edition:
    outcome = import_file(folder, saved(folder, format, document))
    replace(folder, outcome.files, outcome.as_read)
    return load_edition(folder)


def test_geojson_brings_every_field_of_claims_and_places_back(
    invented: Edition, invented_folder: Path, tmp_path: Path
) -> None:
    altered = write_edition(tmp_path / "altered")
    alter_claims(altered)
    alter_places(altered)
    fields = changed_fields(invented, load_edition(altered))
    assert fields == {
        *(f"claims.{key}" for key in (*CLAIM, "limitation", "notes", "about")),
        *(f"places.{key}" for key in (*PLACE, "geometry", "label_lon", "label_lat", "class_")),
        "places.excludes",
    }
    document = exported(invented_folder, "geojson")
    assert differences(invented, brought_back(altered, "geojson", document)) == {}


def test_annotations_bring_every_field_of_mentions_and_claims_back(
    invented: Edition, invented_folder: Path, tmp_path: Path
) -> None:
    altered = write_edition(tmp_path / "altered")
    alter_claims(altered)
    alter_mentions(altered)
    fields = changed_fields(invented, load_edition(altered))
    assert fields == {
        *(f"claims.{key}" for key in (*CLAIM, "limitation", "notes", "about")),
        *(f"mentions.{key}" for key in ("kind", "reading", "places", "outcome", "reason")),
    }
    document = exported(invented_folder, "annotations")
    assert differences(invented, brought_back(altered, "annotations", document)) == {}


def test_no_field_of_a_claim_or_a_place_is_left_out_of_the_geojson(
    invented: Edition, invented_folder: Path
) -> None:
    claim = set(next(iter(held_claims(invented).values())))
    place = set(next(iter(held_places(invented).values())))
    claims, places = (carried(table, "geojson") for table in (CLAIM_FIELDS, PLACE_FIELDS))
    assert {field.key for field in claims} | {"places"} == claim
    assert {field.key for field in places} | {"geometry"} == place
    names = {field.exported for field in (*claims, *places)}
    (feature, *_) = exported(invented_folder, "geojson")["features"]
    assert set(feature["properties"]) == {"claim", "place", *names, *DERIVED}


@pytest.mark.parametrize("format", ["geojson", "annotations"])
def test_the_notes_that_bear_on_a_claim_are_brought_back(
    noted: Edition, noted_folder: Path, tmp_path: Path, format: str
) -> None:
    document = exported(noted_folder, format)
    plain = write_edition(tmp_path / "plain")
    assert load_edition(plain).claim("inns-open").notes == ()
    back = brought_back(plain, format, document)
    assert back.claim("inns-open").notes == ("carters",)
    assert back.claims == noted.claims
