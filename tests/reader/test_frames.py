"""What a click on a place frames: by kind, by what lies near, by its own size."""

from __future__ import annotations

from typing import Any

import pytest
from shapely import Point, box
from shapely.geometry.base import BaseGeometry

from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.reader.first_view import first_view
from geodata.reader.frames import frames_km


def place(pattern: Place, id: str, geometry: BaseGeometry, **more: Any) -> Place:
    lon, lat = geometry.centroid.x, geometry.centroid.y
    new = {"id": id, "geometry": geometry, "label_lon": lon, "label_lat": lat, **more}
    return pattern.model_copy(update=new)


@pytest.fixture
def town(invented: Edition) -> Place:
    return invented.place("lyon")


def test_marks_half_a_kilometre_apart_are_framed_so_that_they_are_told_apart(town: Place) -> None:
    north = place(town, "north", Point(12.37, 51.3445))
    south = place(town, "south", Point(12.37, 51.34))
    far = place(town, "far", Point(13.4, 52.5))
    found = frames_km([north, south, far])
    assert found == {"north": pytest.approx(7.5, abs=0.1), "south": pytest.approx(7.5, abs=0.1)}


def test_two_marks_on_one_spot_are_framed_as_close_as_the_map_goes(town: Place) -> None:
    found = frames_km(
        [place(town, "a", Point(12.37, 51.34)), place(town, "b", Point(12.37, 51.34))]
    )
    assert found == {"a": 0.4, "b": 0.4}


def test_a_pole_is_near_to_nothing_but_what_lies_there(town: Place) -> None:
    pole, far = place(town, "pole", Point(0, 90)), place(town, "far", Point(0, 60))
    assert frames_km([pole, far]) == {}


def test_a_small_area_is_framed_by_its_size_and_a_large_one_by_its_extent(town: Place) -> None:
    square = place(town, "square", box(12.37, 51.34, 12.373, 51.3418))
    state = place(town, "state", box(11, 50, 15, 52))
    assert frames_km([square, state]) == {"square": pytest.approx(1.25, abs=0.1)}


def test_the_first_view_of_one_spot_shows_a_town_around_it(town: Place) -> None:
    found = first_view([place(town, "a", Point(12.37, 51.34))]).bounds
    assert found == pytest.approx([12.29, 51.26, 12.45, 51.42], abs=1e-3)


def test_the_first_view_of_a_few_streets_is_no_wider_than_they_are(town: Place) -> None:
    near = [place(town, "a", Point(12.37, 51.34)), place(town, "b", Point(12.3812, 51.3421))]
    assert first_view(near).bounds == pytest.approx([12.37, 51.34, 12.3812, 51.3421], abs=1.1e-4)
