"""The whole build, from packages to layers and places, of an invented world of a dozen boxes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geodata.basemap import packages
from geodata.basemap.__main__ import build
from tests.basemap.invented_sources import write_sources

RECIPE = """\
[[geometry]]
place = "herat"
operation = "units"
units = ["AFG-1"]
"""


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], dict[str, int]]:
    """Return what builds the layers of the invented world into ``tmp_path``."""
    cache, edition = tmp_path / "cache", tmp_path / "editions" / "one"
    cache.mkdir()
    edition.mkdir(parents=True)
    (edition / "geometry.toml").write_text(RECIPE, "utf-8")
    point = {"type": "Point", "coordinates": [0.0, 0.0]}
    places = [{"type": "Feature", "properties": {"id": "herat"}, "geometry": point}]
    text = json.dumps({"type": "FeatureCollection", "features": places})
    (edition / "places.geojson").write_text(text, "utf-8")
    sources = write_sources(cache)
    monkeypatch.setattr(packages, "fetch", lambda package, _: sources[package])
    return lambda: build(cache, tmp_path / "basemap", tmp_path / "editions")


def layer(folder: Path, name: str) -> Any:
    """Return a layer that was built."""
    return json.loads((folder / "basemap" / name).read_text("utf-8"))


def facts(collection: Any) -> list[dict[str, Any]]:
    """Return the properties of a collection's features."""
    return [one["properties"] for one in collection["features"]]


def test_the_build_writes_every_layer_and_tells_its_size(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    sizes = make()
    files = {path.name: path.stat().st_size for path in (tmp_path / "basemap").iterdir()}
    places = (tmp_path / "editions" / "one" / "places.geojson").stat().st_size
    assert sizes == files | {"one/places.geojson": places}
    assert set(files) == {"world.json", "focus.json", "labels.json"}


def test_the_same_sources_give_the_same_bytes(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*json")}
    make()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*json")} == before


def test_the_places_of_editions_get_their_outlines(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    text = (tmp_path / "editions" / "one" / "places.geojson").read_text("utf-8")
    (place,) = json.loads(text)["features"]
    assert place["geometry"]["type"] == "Polygon"
    (ring,) = place["geometry"]["coordinates"]
    assert sorted(ring[1:]) == [[62.0, 30.0], [62.0, 34.0], [66.0, 30.0], [66.0, 34.0]]


def test_borders_have_their_kind_their_name_and_what_is_disputed_about_them(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    borders = facts(layer(tmp_path, "focus.json")["borders"])
    assert ("disputed", "Durand Line") in {(one["kind"], one["name"]) for one in borders}
    assert {"kind": "admin1", "name": "", "note": ""} in borders
    notes = [one["note"] for one in borders if one["kind"] == "disputed" and not one["name"]]
    assert "Disputed in this stretch, Egypt – Sudan." in notes


def test_disputed_areas_are_cut_out_and_told(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    ids = [one["id"] for one in facts(layer(tmp_path, "focus.json")["disputed"])]
    assert {"aksai-chin", "golan-heights", "crimea"} <= set(ids)


def test_lakes_too_small_for_a_layer_and_nameless_rivers_are_left_out(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    focus = layer(tmp_path, "focus.json")
    assert facts(focus["lakes"]) == [{"name": "Lake"}]
    assert facts(focus["rivers"]) == [{"name": "Long", "rank": 4}]
    assert layer(tmp_path, "world.json")["rivers"]["features"] == []


def test_towns_are_named_by_size_and_by_hand(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    labels = [one for one in layer(tmp_path, "labels.json") if one["kind"] == "city"]
    assert {one["name"]: (one["min_zoom"], one["capital"]) for one in labels} == {
        "Abad": (4, True),
        "Quetta": (5, False),
        "Jerusalem": (6, False),
        "Far": (5, False),
    }


def test_countries_and_units_are_named_as_we_name_them(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    labels = layer(tmp_path, "labels.json")
    names = {one["name"] for one in labels}
    assert {"Russia", "Afghanistan", "Herat", "Balochistan"} <= names
    assert not {"Russian Federation", "Buffer Zone", "Old Herat"} & names
    (pakistan,) = [one for one in labels if one["name"] == "Pakistan"]
    assert (pakistan["lat"], pakistan["lon"]) == (30.1, 71.9)
