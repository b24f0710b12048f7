"""Files that others read keep longitudes between -180 and 180, and say what crosses 180°."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from geodata.export import csv_table, geojson, kml
from geodata.model.edition import Edition
from geodata.storage.load import load_edition
from tests.export.reading import SCHEMAS, schema
from tests.pacific import write_pacific

NAMES = {"k": "http://www.opengis.net/kml/2.2"}
FIJI = [177.0, -19.0, -178.0, -16.0]


@pytest.fixture(scope="module")
def pacific(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return load_edition(write_pacific(tmp_path_factory.mktemp("pacific")))


@pytest.fixture(scope="module")
def collection(pacific: Edition) -> dict[str, Any]:
    return dict(json.loads(geojson.export(pacific)))


def test_geojson_has_bounds_where_they_cross_and_nowhere_else(collection: dict[str, Any]) -> None:
    assert collection["bbox"] == [166.6, -19.0, -165.0, 70.0]
    found = {one["properties"]["place"]: one.get("bbox") for one in collection["features"]}
    assert found == {
        "fiji": FIJI,
        "suva": None,
        "lakeba": None,
        "attu": None,
        "aleutians": [172.0, 51.0, -165.0, 55.0],
        "chukotka": [172.0, 63.0, -172.0, 70.0],
        "wake": None,
    }


def test_geojson_stays_cut_at_180_and_valid(collection: dict[str, Any]) -> None:
    jsonschema.Draft7Validator(schema("geojson", "FeatureCollection.json")).validate(collection)
    (fiji,) = (one for one in collection["features"] if one["id"] == "storm.fiji")
    assert fiji["geometry"]["type"] == "MultiPolygon"
    longitudes = {at[0] for (ring,) in fiji["geometry"]["coordinates"] for at in ring}
    assert longitudes == {177.0, 180.0, -180.0, -178.0}


def test_an_edition_that_does_not_cross_has_no_bounds(invented: Edition) -> None:
    assert b'"bbox"' not in geojson.export(invented)
    assert b"LookAt" not in kml.export(invented)


def test_kml_looks_at_both_sides_at_once(pacific: Edition) -> None:
    document = etree.fromstring(kml.export(pacific))
    parser = etree.XMLParser(no_network=True)
    etree.XMLSchema(etree.parse(SCHEMAS / "kml" / "ogckml22.xsd", parser)).assertValid(document)
    views = {
        mark.findtext("k:name", namespaces=NAMES): tuple(
            float(mark.findtext(f"k:LookAt/k:{key}", namespaces=NAMES))
            for key in ("longitude", "latitude")
        )
        for mark in document.iterfind(".//k:Folder[@id='names']/k:Placemark", NAMES)
        if mark.find("k:LookAt", NAMES) is not None
    }
    assert views == {
        "Fiji": (179.5, -17.5),
        "Aleutian Islands": (-176.5, 53.0),
        "Chukotka": (180.0, 66.5),
    }
    (home,) = document.xpath("/k:kml/k:Document/k:LookAt", namespaces=NAMES)
    assert float(home.findtext("k:longitude", namespaces=NAMES)) == pytest.approx(173.895)
    ranges = document.xpath("//k:LookAt/k:range/text()", namespaces=NAMES)
    assert all(100_000 < float(one) < 20_000_000 for one in ranges)


def test_the_table_has_a_west_that_is_greater(pacific: Edition) -> None:
    rows = csv.DictReader(io.StringIO(csv_table.export(pacific).decode("utf-8-sig")))
    sides = {row["place"]: [row[key] for key in ("west", "south", "east", "north")] for row in rows}
    assert sides["fiji"] == [
        *("177.000000", "-19.000000", "-178.000000", "-16.000000"),
    ]
    assert sides["lakeba"] == ["-178.810000", "-18.200000"] * 2


def test_the_edition_is_stored_as_it_is_exported(tmp_path: Path, pacific: Edition) -> None:
    stored = json.loads((write_pacific(tmp_path) / "places.geojson").read_text("utf-8"))
    longitudes = [
        at[0]
        for one in stored["features"]
        if one["geometry"]["type"] == "MultiPolygon"
        for (ring,) in one["geometry"]["coordinates"]
        for at in ring
    ]
    assert max(map(abs, longitudes)) == 180
    assert pacific.place("fiji").bounds == tuple(FIJI)
