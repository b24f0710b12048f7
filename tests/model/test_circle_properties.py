"""Whatever lies on the circle of longitudes, its extent holds it and is the shortest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import MultiPolygon, box

from geodata.model.circle import (
    around,
    bounds_of,
    continuous,
    nearest,
    shortest_span,
    wrapped,
)

LONGITUDES = st.integers(-180, 180)
POINTS = st.lists(LONGITUDES, min_size=1, max_size=8)
BOXES = st.lists(st.tuples(st.integers(-180, 170), st.integers(1, 10)), min_size=1, max_size=6)
CENTRES = st.integers(-180, 180)


@given(POINTS)
def test_an_extent_holds_all_and_leaves_out_the_largest_gap(lons: list[int]) -> None:
    west, east = shortest_span([(lon, lon) for lon in lons])
    assert -180 <= west <= 180
    assert west <= east < west + 360
    for lon in lons:
        assert west <= nearest(lon, (west + east) / 2) <= east
    around_once = sorted({lon % 360 for lon in lons})
    gaps = [
        b - a for a, b in zip(around_once, [*around_once[1:], around_once[0] + 360], strict=True)
    ]
    assert 360 - (east - west) == max(gaps)


@given(POINTS, st.integers(-359, 359))
def test_an_extent_is_as_wide_wherever_the_circle_begins(lons: list[int], turn: int) -> None:
    west, east = shortest_span([(lon, lon) for lon in lons])
    turned_west, turned_east = shortest_span([(lon + turn, lon + turn) for lon in lons])
    assert turned_east - turned_west == east - west


@given(POINTS)
def test_what_fits_into_half_a_circle_does_not_cross_for_nothing(lons: list[int]) -> None:
    if max(lons) - min(lons) <= 180:
        assert shortest_span([(lon, lon) for lon in lons]) == (min(lons), max(lons))


@given(BOXES, CENTRES)
def test_a_turned_area_keeps_its_size_and_bounds(sides: list[tuple[int, int]], centre: int) -> None:
    parts = [box(west, 2 * i, west + wide, 2 * i + 1) for i, (west, wide) in enumerate(sides)]
    area = MultiPolygon(parts)
    turned = around(area, centre)
    west, _, east, _ = continuous(bounds_of(area))
    assert turned.is_valid
    assert turned.area == pytest.approx(area.area)
    assert turned.bounds[2] - turned.bounds[0] == pytest.approx(east - west)
    assert abs((turned.bounds[0] + turned.bounds[2]) / 2 - centre) <= 180
    assert wrapped(turned.bounds[0]) % 360 == pytest.approx(west % 360)
