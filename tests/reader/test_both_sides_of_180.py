"""What the map gets has no jump at 180°; an edition that does not cross it gets what is stored."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest
import shapely
from shapely import Point, box
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geodata.model.edition import Edition
from geodata.reader.contract import MapConfig
from geodata.reader.first_view import first_view
from geodata.reader.map_data import map_config
from geodata.reader.page_data import reader_view
from geodata.storage.load import load_edition
from tests.export.reading import rebuilt
from tests.pacific import write_pacific
from tests.repository import ROOT


@pytest.fixture(scope="module")
def pacific(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return load_edition(write_pacific(tmp_path_factory.mktemp("pacific")))


@pytest.fixture(scope="module")
def config(pacific: Edition) -> MapConfig:
    return map_config(pacific)


def by_id(config: MapConfig) -> dict[str, Any]:
    return {place["id"]: place for place in config["places"]}


def with_place(edition: Edition, id: str, geometry: Any, label: tuple[float, float]) -> Edition:
    lon, lat = label
    moved = edition.place(id).model_copy(
        update={"geometry": geometry, "label_lon": lon, "label_lat": lat, "within": "",
                "within_bounds": None}
    )  # fmt: skip
    places = tuple(moved if place.id == id else place for place in edition.places)
    return rebuilt(edition, places=places)


def rounded(geometry: BaseGeometry, decimals: int) -> BaseGeometry:
    return shapely.transform(geometry, lambda lonlat: np.round(lonlat, decimals))


def test_the_first_view_is_the_shortest_stretch_across_180(config: MapConfig) -> None:
    assert config["home"] == [166.6, -19.0, 195.0, 70.0]


def test_places_on_both_sides_stand_side_by_side(config: MapConfig) -> None:
    boxes = {id: place["bbox"] for id, place in by_id(config).items()}
    assert boxes == {
        "fiji": [177.0, -19.0, 182.0, -16.0],
        "suva": [178.44, -18.14, 178.44, -18.14],
        "lakeba": [181.19, -18.2, 181.19, -18.2],
        "attu": [173.18, 52.83, 173.18, 52.83],
        "aleutians": [172.0, 51.0, 195.0, 55.0],
        "chukotka": [172.0, 63.0, 188.0, 70.0],
        "wake": [166.6, 19.28, 166.6, 19.28],
    }
    assert by_id(config)["lakeba"]["label"] == [181.19, -18.2]


def test_an_area_that_is_cut_is_drawn_as_one(config: MapConfig) -> None:
    drawn = {one["id"]: shape(one["geometry"]) for one in config["features"]["features"]}
    for id in ("fiji", "chukotka", "aleutians"):
        assert drawn[id].geom_type == "Polygon"
        corners = shapely.get_coordinates(drawn[id])
        steps = np.abs(np.diff(corners[:, 0]))
        assert steps.max() < 25, "no edge runs back round the globe"
        west, _, east, _ = drawn[id].bounds
        assert west < 180 < east
    middle = shapely.get_coordinates(drawn["fiji"])
    on_the_cut = sorted(float(lat) for lon, lat in middle if lon == 180)
    assert on_the_cut == [-19.0, -16.0], "the cut has left no edge of its own"


@pytest.mark.parametrize("folder", ["invented_edition", "taliban-is-k"])
def test_an_edition_that_does_not_cross_gets_what_is_stored(folder: str, invented: Edition) -> None:
    edition = invented
    if folder == "taliban-is-k":
        edition = load_edition(ROOT / "geodata" / "editions" / folder)
    config = map_config(edition)
    features = {one["id"]: one for one in config["features"]["features"]}
    for place in edition.places:
        if place.id == "russia":
            continue  # it is cut at 180° itself
        decimals = 5 if place.precision == "exact" else 4
        stored = rounded(place.geometry, decimals)
        assert features[place.id]["geometry"] == json.loads(shapely.to_geojson(stored))
        west, south, east, north = place.geometry.bounds
        parts = 10_000 if max(east - west, north - south) <= 0.3 else 100
        assert by_id(config)[place.id]["bbox"] == [
            math.floor(west * parts) / parts,
            math.floor(south * parts) / parts,
            math.ceil(east * parts) / parts,
            math.ceil(north * parts) / parts,
        ]
        assert by_id(config)[place.id]["label"] == [
            round(place.label_lon, 5),
            round(place.label_lat, 5),
        ]


def test_the_first_view_of_the_first_edition_is_what_it_was() -> None:
    first = load_edition(ROOT / "geodata" / "editions" / "taliban-is-k")
    config = map_config(first)
    assert config["home"] == [25.66, 23.69, 77.05, 56.9]
    assert by_id(config)["russia"]["bbox"] == [19.61, 41.19, 190.3, 81.86]
    assert by_id(config)["russia"]["label"] == [50.5, 56.9]


def test_two_points_beside_180_are_near_each_other(pacific: Edition) -> None:
    west, _, east, _ = first_view([pacific.place("suva"), pacific.place("lakeba")]).bounds
    assert (west, east) == (178.44, 181.19)


def test_the_label_of_a_huge_area_across_180_is_near(pacific: Edition) -> None:
    huge = pacific.place("chukotka").model_copy(
        update={"geometry": box(-179, -60, -90, 70), "label_lon": -175.0, "label_lat": -15.0}
    )
    west, _, east, _ = first_view([huge, pacific.place("suva")]).bounds
    assert (west, east) == (178.44, 185.0)


@pytest.mark.parametrize("lat", [-90.0, 90.0])
def test_a_pole_is_on_the_map_and_said_to_lie_beyond_its_end(pacific: Edition, lat: float) -> None:
    edition = with_place(pacific, "wake", Point(0, lat), (0, lat))
    config = map_config(edition)
    assert all(math.isfinite(one) for one in config["home"])
    assert by_id(config)["wake"]["label"][1] == lat
    (words,) = (
        one["precisionWords"] for one in reader_view(edition)["places"] if one["id"] == "wake"
    )
    end = "north" if lat > 0 else "south"
    assert words == (
        "Point: a town or building; it lies beyond the map’s end at "
        f"85.05° {end}, and is shown there"
    )


def test_antarctica_is_whole_around_the_middle_of_the_first_view(pacific: Edition) -> None:
    ice = box(-180, -90, 180, -65)
    edition = with_place(pacific, "chukotka", ice, (0, -75))
    place = by_id(map_config(edition))["chukotka"]
    assert (
        place["bbox"] == [0.81, -90.0, 360.81, -65.0] or place["bbox"][2] - place["bbox"][0] > 359
    )
    (words,) = (
        one["precisionWords"] for one in reader_view(edition)["places"] if one["id"] == "chukotka"
    )
    assert words.endswith("what lies beyond the map’s end at 85.05° south is not drawn")
