"""Extents and shapes on both sides of 180°, each with its longitudes written out."""

from __future__ import annotations

import pytest
import shapely
from shapely import LineString, MultiLineString, MultiPolygon, Point, Polygon, box

from geodata.model.circle import (
    Span,
    apart,
    around,
    beyond_the_map,
    bounds_of,
    continuous,
    copies,
    crosses,
    extent,
    joined,
    long_edge,
    nearest,
    shortest_span,
    wrapped,
)
from geodata.model.geometry import Geometry
from geodata.model.labels import label_of

FIJI = MultiPolygon([box(177, -19, 180, -16), box(-180, -19, -178, -16)])
# Alaska with the mainland east of it, and the Near Islands west of 180°.
UNITED_STATES = MultiPolygon(
    [box(-125, 25, -67, 49), box(-180, 51, -130, 71), box(172, 52, 180, 53)]
)
# Islands that lie on both sides and do not touch the cut.
ISLETS = MultiPolygon([box(178, -18, 179, -17), box(-179.5, -18, -178.9, -17)])
ANTARCTICA = box(-180, -90, 180, -65)


@pytest.mark.parametrize(
    ("spans", "shortest"),
    [
        ([(10, 20), (30, 40)], (10, 40)),
        ([(177, 180), (-180, -178)], (177, 182)),
        ([(177, 182), (178.44, 178.44), (-178.81, -178.81)], (177, 182)),
        ([(178.44, 178.44), (-178.81, -178.81)], (178.44, 181.19)),
        ([(-178.81, -178.81), (178.44, 178.44), (0, 0)], (0, 181.19)),
        ([(5, 5)], (5, 5)),
        ([(-180, 180)], (-180, 180)),
        ([(-180, 180), (3, 4)], (-180, 180)),
        ([(170, 190), (-175, 100)], (170, 460)),
        ([(0, 0), (180, 180)], (0, 180)),  # both ways round are as long
        ([(-180, -180), (180, 180)], (180, 180)),  # one and the same meridian
        ([(190, 195)], (-170, -165)),
    ],
)
def test_the_shortest_stretch_leaves_the_largest_gap_out(spans: list[Span], shortest: Span) -> None:
    assert shortest_span(spans) == pytest.approx(shortest)


@pytest.mark.parametrize(
    ("geometry", "bounds"),
    [
        (FIJI, (177, -19, -178, -16)),
        (UNITED_STATES, (172, 25, -67, 71)),
        (ISLETS, (178, -18, -178.9, -17)),
        (ANTARCTICA, (-180, -90, 180, -65)),
        (Point(180, 1), (180, 1, 180, 1)),
        (box(-170, 1, 170, 2), (-170, 1, 170, 2)),
        (box(-10, 1, 10, 2), (-10, 1, 10, 2)),
    ],
)
def test_bounds_across_180_have_their_west_greater(
    geometry: Geometry, bounds: tuple[float, ...]
) -> None:
    assert bounds_of(geometry) == bounds


def test_an_area_that_is_cut_becomes_one_without_a_seam() -> None:
    whole = joined(FIJI)
    assert isinstance(whole, Polygon)
    assert whole.equals(box(177, -19, 182, -16))
    assert list(whole.interiors) == []


def test_a_cut_that_misses_180_by_a_hair_is_closed_all_the_same() -> None:
    near = MultiPolygon([box(177, -19, 180 - 4e-7, -16), box(-180 + 4e-7, -19, -178, -16)])
    assert isinstance(joined(near), Polygon)


def test_islands_on_both_sides_stand_side_by_side() -> None:
    west, _, east, _ = joined(ISLETS).bounds
    assert (west, east) == pytest.approx((178, 181.1))
    west, _, east, _ = joined(UNITED_STATES).bounds
    assert (west, east) == pytest.approx((172, 293))


@pytest.mark.parametrize(
    "geometry", [box(1, 2, 3, 4), Point(-180, 0), ANTARCTICA, box(-170, 1, 170, 2)]
)
def test_what_does_not_cross_is_left_as_it_is(geometry: Geometry) -> None:
    assert joined(geometry) is geometry
    assert around(geometry, 0) is geometry


@pytest.mark.parametrize(
    ("geometry", "centre", "west", "east"),
    [
        (FIJI, 0, 177, 182),
        (FIJI, 179, 177, 182),
        (FIJI, -150, -183, -178),
        (UNITED_STATES, 0, -188, -67),
        (UNITED_STATES, 170, 172, 293),
        (Point(-178.81, -18.2), 180, 181.19, 181.19),
        (Point(178.44, -18.1), -179, -181.56, -181.56),
        (ANTARCTICA, 180, 0, 360),
        (ANTARCTICA, -100, -280, 80),
    ],
)
def test_a_shape_is_turned_to_where_it_is_nearest(
    geometry: Geometry, centre: float, west: float, east: float
) -> None:
    turned = around(geometry, centre)
    assert (turned.bounds[0], turned.bounds[2]) == pytest.approx((west, east))
    assert turned.area == pytest.approx(geometry.area)
    assert turned.is_valid


def test_what_lies_all_around_the_globe_is_cut_elsewhere_only() -> None:
    turned = around(ANTARCTICA, 180)
    assert isinstance(turned, Polygon)
    assert shapely.equals(turned, box(0, -90, 360, -65))


@pytest.mark.parametrize(
    ("many", "whole"),
    [
        ([(178, -20, 179, -10), (-179, 0, -178, 5)], (178, -20, -178, 5)),
        ([(177, -19, -178, -16), (10, 0, 11, 1)], (10, -19, -178, 1)),
        ([(10, 0, 11, 1), (20, 5, 21, 6)], (10, 0, 21, 6)),
    ],
)
def test_an_extent_is_the_shortest_too(
    many: list[tuple[float, float, float, float]], whole: tuple[float, ...]
) -> None:
    assert extent(many) == whole
    assert continuous(extent(many))[2] == whole[2] + (360 if whole[0] > whole[2] else 0)


def test_longitudes_are_turned_by_whole_circles() -> None:
    assert [wrapped(lon) for lon in (180, -180, 181, -181, 540.5)] == [180, -180, -179, 179, -179.5]
    assert [nearest(lon, 170) for lon in (-178, 0, 350)] == [182, 0, 350]
    assert nearest(180, 0) == 180
    assert (apart(179, -179), apart(0, 180), apart(10, 30)) == (2, 180, 20)


def test_what_crosses_180() -> None:
    assert all(crosses(*span) for span in [(177, -178), (177, 182), (-190, -170), (180, 180)])
    assert not any(crosses(*span) for span in [(-180, 180), (10, 20), (-180, -170), (170, 180)])


def test_a_stretch_meets_copies_of_the_world() -> None:
    assert copies(-180, 180) == [0]
    assert copies(170, 190) == [0, 360]
    assert copies(-500, -200) == [-360]
    assert copies(-190, 190) == [-360, 0, 360]


def test_an_outline_that_was_to_cross_180_and_is_not_cut_is_found() -> None:
    assert long_edge(Polygon([(177, 0), (-178, 0), (-178, 2), (177, 2)])) == (177, -178)
    for meant in (ANTARCTICA, FIJI, Point(1, 2), box(-80, 1, 80, 2)):
        assert long_edge(meant) is None


def test_a_map_ends_before_the_poles() -> None:
    assert beyond_the_map((0, -90, 0, -90))
    assert beyond_the_map((-180, -90, 180, -65))
    assert not beyond_the_map((0, -85, 0, 85.05))


DATE_LINE_ROUTE = MultiLineString([[(170, 10), (180, 12)], [(-180, 12), (-170, 14)]])


def test_a_line_that_is_cut_at_180_is_one() -> None:
    assert bounds_of(DATE_LINE_ROUTE) == (170, 10, -170, 14)
    assert joined(DATE_LINE_ROUTE) == LineString([(170, 10), (180, 12), (190, 14)])
    assert around(DATE_LINE_ROUTE, -175) == LineString([(-190, 10), (-180, 12), (-170, 14)])
    assert label_of(DATE_LINE_ROUTE, on_the_edge=False)[0] == pytest.approx(180, abs=0.1)
    assert long_edge(DATE_LINE_ROUTE) is None
    assert long_edge(LineString([(170, 10), (-170, 14)])) == (170, -170)
