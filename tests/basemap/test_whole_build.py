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


def cells(folder: Path, level: str, key: str) -> list[Any]:
    """Return what the cells of a level have under a key, together."""
    files = sorted((folder / "basemap").glob(f"{level}-*.json"))
    return [one for path in files for one in json.loads(path.read_text("utf-8")).get(key, [])]


def test_the_build_writes_every_layer_and_tells_its_size(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    sizes = make()
    files = {path.name: path.stat().st_size for path in (tmp_path / "basemap").iterdir()}
    places = (tmp_path / "editions" / "one" / "places.geojson").stat().st_size
    assert sizes == files | {"one/places.geojson": places}
    levels = {name.split("-")[0] for name in files}
    assert levels == {"world.json", "labels.json", "coarse", "fine"}


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
    borders = cells(tmp_path, "coarse", "borders")
    assert ("disputed", "Durand Line") in {(one["kind"], one.get("name")) for one in borders}
    assert "admin1" in {one["kind"] for one in borders}
    world = layer(tmp_path, "world.json")["borders"]
    notes = [one["note"] for one in world if one["kind"] == "disputed" and not one["name"]]
    assert "Disputed in this stretch, Egypt – Sudan." in notes


def test_disputed_areas_are_cut_out_and_told(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    drawn = {one["id"] for one in cells(tmp_path, "fine", "disputed")}
    assert {"aksai-chin", "golan-heights", "crimea"} <= drawn
    told = {one["id"] for one in layer(tmp_path, "world.json")["disputed"]}
    assert drawn < told


def test_lakes_too_small_for_a_level_and_nameless_rivers_are_left_out(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    assert len(cells(tmp_path, "coarse", "lakes")) == 1
    assert len(cells(tmp_path, "fine", "lakes")) == 2
    assert {one["rank"] for one in cells(tmp_path, "coarse", "rivers")} == {4}
    assert layer(tmp_path, "world.json")["rivers"] == []


def test_a_line_and_an_area_lie_in_the_cells_that_they_meet(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    levels = {one["name"]: one for one in layer(tmp_path, "world.json")["levels"]}
    assert {(one["from"], one["cell"], one["unit"]) for one in levels.values()} == {
        (5, 20, 0.001),
        (7, 5, 0.0001),
    }
    for name, level in levels.items():
        there = {
            f"{name}-{column}-{row}.json"
            for row, cells in enumerate(level["cells"])
            for column, has in enumerate(cells)
            if has == "1"
        }
        assert there == {path.name for path in (tmp_path / "basemap").glob(f"{name}-*")}


def test_towns_are_named_by_size_and_by_hand(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    first = [one for one in layer(tmp_path, "labels.json") if one["kind"] == "city"]
    assert {one["name"]: (one["min_zoom"], one["capital"]) for one in first} == {
        "Abad": (4, True),
        "Far": (4, False),
    }
    rest = {one[1]: one[4] for one in cells(tmp_path, "fine", "names") if one[0] == "c"}
    assert rest == {"Quetta": 5, "Jerusalem": 5, "Near Abad": 8, "Small": 7}


def test_countries_and_units_are_named_as_we_name_them(
    make: Callable[[], dict[str, int]], tmp_path: Path
) -> None:
    make()
    labels = layer(tmp_path, "labels.json")
    names = {one["name"] for one in labels} | {one[1] for one in cells(tmp_path, "fine", "names")}
    assert {"Russia", "Afghanistan", "Herat", "Balochistan"} <= names
    assert not {"Russian Federation", "Buffer Zone", "Old Herat"} & names
    (pakistan,) = [one for one in labels if one["name"] == "Pakistan"]
    assert (pakistan["lat"], pakistan["lon"]) == (30.1, 71.9)
