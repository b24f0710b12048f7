"""Rivers along borders: without shortcuts, without gaps, and with no tributary made up."""

from __future__ import annotations

import pytest
from shapely.geometry import LineString, MultiLineString

from geodata.basemap.river_gaps import Borders, mended
from geodata.basemap.river_graph import RiverGraph

BENDS = [(0.0, 0.0), (0.05, 0.04), (0.1, 0.05), (0.15, 0.04), (0.2, 0.0)]
NONE = Borders([])


def course(*lines: list[tuple[float, float]]) -> MultiLineString:
    """Return a course of some stretches."""
    return MultiLineString([LineString(line) for line in lines])


def test_a_shortcut_goes_where_the_other_countrys_version_has_the_bends() -> None:
    graph = RiverGraph(course(BENDS, [(0.0, 0.0), (0.2, 0.0)]))
    graph.drop_shortcuts()
    steps = {tuple(line.coords) for line in graph.lines()}
    assert len(steps) == len(BENDS) - 1
    assert ((0.0, 0.0), (0.2, 0.0)) not in steps


def test_a_long_step_stays_where_there_is_no_other_way() -> None:
    graph = RiverGraph(course([(0.0, 0.0), (0.2, 0.0)], [(0.2, 0.0), (0.25, 0.0)]))
    graph.drop_shortcuts()
    assert len(graph.lines()) == 2


def test_two_ends_that_point_at_each_other_are_joined() -> None:
    found = mended(course([(0.0, 0.0), (0.1, 0.0)], [(0.3, 0.0), (0.4, 0.0)]), NONE)
    assert [line.length for line in found.geoms] == [pytest.approx(0.4)]


def test_a_tributary_that_ends_beside_a_river_is_not_joined_to_its_end() -> None:
    beside = course([(0.0, 0.0), (0.1, 0.0)], [(0.0, 0.2), (0.1, 0.2)])
    assert len(mended(beside, NONE).geoms) == 2


def test_a_gap_along_a_border_is_closed_along_it() -> None:
    border = LineString([(0.1, 0.0), (0.2, 0.1), (0.3, 0.1), (0.4, 0.0)])
    found = mended(course([(0.0, 0.0), (0.1, 0.0)], [(0.4, 0.0), (0.5, 0.0)]), Borders([border]))
    assert [line.length for line in found.geoms] == [pytest.approx(0.2 + border.length)]


def test_a_border_that_leads_elsewhere_is_not_followed() -> None:
    border = LineString([(0.1, 0.0), (0.1, 2.0), (0.4, 2.0), (0.4, 0.0)])
    ends = course([(0.0, 0.0), (0.1, 0.0)], [(0.5, 0.0), (0.6, 0.0)])
    assert len(mended(ends, Borders([border])).geoms) == 2  # too far apart for a straight step
