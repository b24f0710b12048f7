"""Outlines come out of their bytes as they went in, on a grid that neighbours share."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import MultiLineString, MultiPolygon, Polygon, box

from geodata.gazetteer.packing import joined, pack, unpack

HOLED = Polygon(
    [(10, 10), (20, 10), (20, 20), (10, 20)], [[(12, 12), (14, 12), (14, 14), (12, 14)]]
)
FAR = Polygon([(-180, 60), (-179.5, 61.1234), (-179, -89.9999)])


@pytest.mark.parametrize("shape", [MultiPolygon([HOLED, FAR]), MultiPolygon([HOLED])])
def test_areas_come_out_as_they_went_in(shape: MultiPolygon) -> None:
    assert shapely.equals_exact(unpack(pack(shape)).normalize(), shape.normalize(), 1e-9)


def test_lines_come_out_as_they_went_in() -> None:
    lines = MultiLineString([[(1, 2), (3.5, 4), (3.5001, -4)], [(170, 0), (180, 0)]])
    assert shapely.equals_exact(unpack(pack(lines)), lines, 1e-9)


def test_what_holds_nothing_on_the_grid_is_left_out() -> None:
    speck = Polygon([(5, 5), (5.00001, 5), (5, 5.00001)])
    assert shapely.equals_exact(unpack(pack(MultiPolygon([speck, HOLED]))), MultiPolygon([HOLED]))


def test_nothing_at_all_comes_out_empty() -> None:
    assert unpack(pack(MultiPolygon())).is_empty


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=2, max_size=20))
def test_no_point_moves_farther_than_the_grid(points: list[tuple[float, float]]) -> None:
    found = unpack(pack(MultiLineString([points])))
    assert found.is_empty or max(shapely.distance(found, shapely.points(points))) < 1e-4


def test_neighbours_are_joined_without_the_border_between_them() -> None:
    found = joined([unpack(pack(box(0, 0, 1, 1))), unpack(pack(box(1, 0, 2, 1)))])
    assert shapely.equals(found, box(0, 0, 2, 1))
    assert len(found.geoms) == 1
