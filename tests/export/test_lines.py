"""Lines in every format: as lines, with a point for their name where points alone are named."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from pathlib import Path

import geopandas as gpd
import jsonschema
import pytest

from geodata.export.qgis_rules import places_rules
from geodata.export.qgis_styles import layer_style
from geodata.model.edition import Edition
from geodata.model.errors import UnknownFormatError
from geodata.publish.formats import export
from geodata.storage.load import load_edition
from tests.export.reading import schema
from tests.invented import RHONE, STREET, write_lined_edition


@pytest.fixture
def lined(tmp_path: Path) -> Edition:
    """Return the invented edition with a river, a street and a border crossing."""
    return load_edition(write_lined_edition(tmp_path))


def test_geojson_has_lines(lined: Edition) -> None:
    found = {
        one["properties"]["place"]: one for one in json.loads(export(lined, "geojson"))["features"]
    }
    assert found["alpine-inns"]["geometry"] == RHONE
    assert found["old-bridge"]["geometry"] == STREET
    assert found["old-bridge"]["properties"]["place_class"] == "street"
    assert found["old-bridge"]["properties"]["precision"] == "exact"


def test_kml_has_a_line_and_a_point_for_its_name(lined: Edition) -> None:
    kml = export(lined, "kml").decode()
    name, mark = [
        one for one in kml.split("<Placemark ")[1:] if "alpine-inns" in one.split(">")[0]
    ][:2]
    lon, lat = lined.place("alpine-inns").label
    assert f"<coordinates>{lon},{lat}</coordinates>" in name
    assert mark.count("<LineString>") == 2
    assert re.search(r"<coordinates>6.1,46.2 5.8,45.9 ", mark)
    assert "<MultiGeometry>" in mark
    assert "<Point>" not in mark


def test_csv_says_that_it_is_a_line_and_how_far_it_reaches(lined: Edition) -> None:
    rows = {row["place"]: row for row in csv.DictReader(io.StringIO(export(lined, "csv").decode()))}
    river = rows["alpine-inns"]
    assert (river["geometry_type"], river["lon"], river["west"]) == (
        "MultiLineString",
        "",
        "4.750000",
    )
    assert river["precision_words"] == "Somewhere along this band; the text is no more exact"
    assert rows["old-bridge"]["precision_words"] == "Line: street"
    assert rows["paris"]["precision_words"] == "Point: border crossing"


def test_a_geopackage_has_lines_and_a_style_for_each_geometry(
    lined: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "edition.gpkg"
    path.write_bytes(export(lined, "gpkg"))
    assert set(gpd.read_file(path, layer="places_lines").geom_type) == {"MultiLineString"}
    with sqlite3.connect(path) as database:
        styles = dict(database.execute("SELECT f_table_name, styleQML FROM layer_styles"))
    wanted = {"points": {"marker"}, "lines": {"line"}, "areas": {"fill"}, "unmapped": set()}
    assert {layer.rpartition("_")[2] for layer in styles} == set(wanted)
    for layer, style in styles.items():
        kinds = {one.get("type") for one in ET.fromstring(style).iter("symbol")}
        assert kinds == wanted[layer.rpartition("_")[2]]


def test_a_line_in_qgis_has_a_stroke_of_its_own() -> None:
    root = ET.fromstring(layer_style("places", places_rules("lines"), []))
    (rule,) = [one for one in root.iter("rule") if "line, such as a river" in str(one.get("label"))]
    layer = root.find(f".//symbol[@name='{rule.get('symbol')}']/layer")
    assert layer is not None
    assert layer.get("class") == "SimpleLine"
    options = {one.get("name"): one.get("value") for one in layer.iter("Option")}
    assert (options["line_style"], options["line_width"]) == ("solid", "0.8")


def test_lines_have_a_file_of_their_own_to_edit(lined: Edition, invented: Edition) -> None:
    written = json.loads(export(lined, "geojson-lines"))["features"]
    assert {one["properties"]["place"] for one in written} == {"alpine-inns", "old-bridge"}
    with pytest.raises(UnknownFormatError, match="nothing to write as geojson-lines"):
        export(invented, "geojson-lines")


def test_linked_places_have_the_kinds_type_class_and_code(lined: Edition) -> None:
    written = json.loads(export(lined, "linked-places"))
    rules = jsonschema.Draft7Validator(schema("linked-places", "schema_lpf_v1.2.2.json"))
    found = {one["@id"].rpartition(":")[2]: one for one in written["features"]}
    for feature in found.values():
        rules.validate(feature)
    river, crossing = found["alpine-inns"], found["paris"]
    assert river["geometry"]["coordinates"] == RHONE["coordinates"]
    assert river["types"] == [
        {"identifier": "aat:300008707", "label": "river", "sourceLabel": "river"}
    ]
    assert crossing["properties"]["fclasses"] == ["S"]
    assert crossing["properties"]["place"]["feature_code"] == "S.PSTB"
    assert crossing["types"][0]["label"] == "site"


@pytest.mark.parametrize("format", ["annotations", "html"])
def test_the_other_formats_take_lines_too(lined: Edition, format: str) -> None:
    assert b"old-bridge" in export(lined, format)
