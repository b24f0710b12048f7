"""The first view: what lies together fills it, what lies far off is set aside and told."""

from __future__ import annotations

from typing import Any

import pytest
from shapely import Point, box
from shapely.geometry.base import BaseGeometry

from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.reader.first_view import first_view
from geodata.reader.map_data import map_config

LEIPZIG = {"a": (12.37, 51.34), "b": (12.38, 51.35), "c": (12.4, 51.33)}
MOSCOW = (37.62, 55.75)


@pytest.fixture
def town(invented: Edition) -> Place:
    return invented.place("lyon")


def place(pattern: Place, id: str, geometry: BaseGeometry, **more: Any) -> Place:
    lon, lat = geometry.centroid.x, geometry.centroid.y
    new = {"id": id, "geometry": geometry, "label_lon": lon, "label_lat": lat, **more}
    return pattern.model_copy(update=new)


def towns(pattern: Place, at: dict[str, tuple[float, float]]) -> list[Place]:
    return [place(pattern, id, Point(*lonlat)) for id, lonlat in at.items()]


def test_one_place_far_off_is_set_aside(town: Place) -> None:
    found = first_view(towns(town, {**LEIPZIG, "moscow": MOSCOW}))
    assert found.aside == ("moscow",)
    assert found.bounds == pytest.approx([12.37, 51.33, 12.4, 51.35], abs=1e-3)


def test_at_most_a_third_of_the_places_is_set_aside(town: Place) -> None:
    many = {**LEIPZIG, "moscow": MOSCOW, "kazan": (49.1, 55.8)}
    assert first_view(towns(town, many)).aside == ()
    more = {**many, "d": (12.36, 51.34)}
    assert first_view(towns(town, more)).aside == ("moscow", "kazan")


def test_two_places_are_both_shown_however_far_apart(town: Place) -> None:
    found = first_view(towns(town, {"a": LEIPZIG["a"], "moscow": MOSCOW}))
    assert found.aside == ()
    assert found.bounds == pytest.approx([12.37, 51.34, 37.62, 55.75])


def test_a_place_that_is_not_so_far_off_stays(town: Place) -> None:
    at = {"a": (0.0, 0.0), "b": (10.0, 0.0), "c": (10.0, 8.0), "d": (25.0, 0.0)}
    assert first_view(towns(town, at)).aside == ()


def test_a_country_counts_by_its_label_and_shows_as_much_as_leaves_the_marks_most(
    town: Place,
) -> None:
    land = place(town, "land", box(-5, -4, 18, 12), class_="country", label_lon=0, label_lat=0)
    near = towns(town, {"a": (10.0, 0.0), "b": (0.0, 8.0)})
    west, south, east, north = first_view([land, *near]).bounds
    assert west < 0 < 10 < east
    assert south < 0 < 8 < north
    assert east - west <= 10 / 0.8 + 0.02


def test_a_country_alone_is_shown_whole(town: Place) -> None:
    land = place(town, "land", box(-5, 42, 8, 51), class_="country")
    assert first_view([land]).bounds == [-5, 42, 8, 51]


def test_a_view_that_does_not_cross_180_is_taken_where_it_is_hardly_wider(town: Place) -> None:
    at = {"london": (-0.13, 51.5), "san-francisco": (-122.4, 37.8), "tokyo": (139.7, 35.7)}
    west, _, east, _ = first_view(towns(town, at)).bounds
    assert (west, east) == pytest.approx((-122.4, 139.7))


def test_the_map_is_told_what_is_set_aside(invented: Edition, town: Place) -> None:
    far = place(town, "far", Point(150.0, -35.0))
    edition = invented.model_copy(update={"places": (*invented.places, far)})
    assert map_config(edition)["aside"] == ["far"]
    assert map_config(invented)["aside"] == []
