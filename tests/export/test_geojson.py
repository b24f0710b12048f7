"""GeoJSON by the schema of geojson.org and by GDAL's reader."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import geopandas
import jsonschema
import pyogrio
import pytest
import shapely

from geodata.export.geojson import export
from geodata.model.edition import Edition
from tests.export.reading import schema


def test_the_schema_of_geojson_accepts_it(
    first: Edition, first_excerpts: Edition, invented: Edition
) -> None:
    validator = jsonschema.Draft7Validator(schema("geojson", "FeatureCollection.json"))
    for edition in (first, first_excerpts, invented):
        validator.validate(each_outline_once(json.loads(export(edition))))


def each_outline_once(written: dict[str, Any]) -> dict[str, Any]:
    """Leave out outlines that stand in an earlier feature: the validator takes long over them.

    Of an outline that stays, a position in every eight is enough for the schema, which looks at
    no two of them together.
    """
    seen: set[str] = set()
    for feature in written["features"]:
        place = feature["properties"]["place"]
        if place in seen:
            feature["geometry"] = None
        elif feature["geometry"] and feature["geometry"]["type"] == "Polygon":
            rings = feature["geometry"]["coordinates"]
            feature["geometry"]["coordinates"] = [ring[:4] + ring[4::8] for ring in rings]
        seen.add(place)
    return written


def test_the_schema_would_refuse_a_broken_ring(invented: Edition) -> None:
    validator = jsonschema.Draft7Validator(schema("geojson", "FeatureCollection.json"))
    written = copy.deepcopy(json.loads(export(invented)))
    area = next(one for one in written["features"] if one["geometry"]["type"] == "Polygon")
    area["geometry"]["coordinates"][0] = area["geometry"]["coordinates"][0][:3]
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(written)


def test_rings_are_closed_and_outer_ones_run_counterclockwise(first: Edition) -> None:
    for feature in json.loads(export(first))["features"]:
        shape = feature["geometry"] and shapely.geometry.shape(feature["geometry"])
        for polygon in shapely.get_parts(shape) if shape else []:
            if polygon.geom_type == "Polygon":
                assert polygon.exterior.is_ccw
                assert all(not hole.is_ccw for hole in polygon.interiors)


def test_gdal_reads_each_claim_with_each_place(first: Edition, tmp_path: Path) -> None:
    path = tmp_path / "edition.geojson"
    path.write_bytes(export(first))
    frame = pyogrio.read_dataframe(path)
    assert frame.crs == "EPSG:4326"
    wanted = [
        (claim, first.place(place) if place else None)
        for claim in first.claims_in_text_order
        for place in claim.places or ("",)
    ]
    assert len(frame) == len(wanted)
    for row, (claim, place) in zip(frame.to_dict("records"), wanted, strict=True):
        assert (row["claim"], row["said_by"]) == (claim.id, claim.said_by)
        assert row["according_to"] == first.speaker(claim.said_by).according_to
        assert list(row["hedge"]) == list(claim.hedge)
        assert row["limitation"] == claim.limitation
        assert row["said"]["edtf"] == claim.said.edtf
        assert [quote["exact"] for quote in row["quotes"]] == [
            quote.exact for quote in claim.quotes
        ]
        if place is None:
            assert row["geometry"] is None
        else:
            assert (row["place"], row["precision"]) == (place.id, place.precision)
            assert row["attribution"] == f"{place.source} ({place.licence})"
            assert row["geometry"].normalize() == place.geometry.normalize()


def test_geopandas_writes_it_as_geoparquet(first: Edition, tmp_path: Path) -> None:
    path, goal = tmp_path / "claims.geojson", tmp_path / "claims.parquet"
    path.write_bytes(export(first))
    geopandas.read_file(path, use_arrow=True).to_parquet(goal)
    frame = geopandas.read_parquet(goal)
    assert len(frame) == sum(max(1, len(claim.places)) for claim in first.claims)
    assert frame.crs == "EPSG:4326"
