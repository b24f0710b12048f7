"""Mends the courses of rivers, which the source cuts at the borders of countries.

Where a river is a border, the source has each country's stretches strung together by straight
steps, and gaps where neither country has it. The shortcuts go, since the other country has the
bends; gaps are closed along the border, or by a straight step where the course points at itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, Point
from shapely.ops import substring

from geodata.basemap.river_graph import RiverGraph, Vertex
from geodata.basemap.rivers import River
from geodata.basemap.shapes import joined
from geodata.basemap.topology import shared_lines
from geodata.basemap.units import Unit

LONGEST_GAP_DEG: Final = 0.5
"""Ends further apart than this stay apart."""
STRAIGHT_DEG: Final = 0.3
"""Longer gaps are closed along a border only."""
SHORT_DEG: Final = 0.04
"""Below this, ends are joined whatever their direction."""
AHEAD: Final = 0.2
"""How much two ends must point at each other: the cosine of both angles."""
LOOK_BACK: Final = 4
"""Over how many steps of its course the direction of an end is taken."""
BORDER_DEG: Final = 0.04
"""How near the ends of a gap lie to a border that the river runs along."""
DETOUR: Final = 3.0
"""How much longer than a straight step the way along a border may be."""


class Borders:
    """The lines between countries, to look up the one that two points lie on."""

    def __init__(self, lines: list[LineString]) -> None:
        """Take lines that are joined as far as they can be, WGS 84 degrees."""
        self._lines = lines
        self._tree = shapely.STRtree(lines)

    def between(self, one: Vertex, other: Vertex) -> LineString | None:
        """Return the way along one border from near a point to near another, or none."""
        first, second = shapely.points(one), shapely.points(other)
        straight = float(first.distance(second))
        best: LineString | None = None
        for index in self._tree.query(first, predicate="dwithin", distance=BORDER_DEG):
            line = self._lines[int(index)]
            if line.distance(second) > BORDER_DEG:
                continue
            way = substring(line, line.project(first), line.project(second))
            if isinstance(way, LineString) and way.length <= DETOUR * straight:
                best = way if best is None or way.length < best.length else best
        return best


def mended(course: MultiLineString, borders: Borders) -> MultiLineString:
    """Return a course without shortcuts and, as far as can be told, without gaps."""
    graph = RiverGraph(course)
    graph.drop_shortcuts()
    steps = [_closed(one, other, borders) for one, other in _gaps(graph, borders)]
    return joined([*graph.lines(), *steps])


def _closed(one: Vertex, other: Vertex, borders: Borders) -> LineString:
    way = borders.between(one, other)
    return LineString([one, *(way.coords[1:-1] if way else ()), other])


def _gaps(graph: RiverGraph, borders: Borders) -> list[tuple[Vertex, Vertex]]:
    """Return the pairs of ends to join, the nearest first, each end once, no circle."""
    ends = graph.ends()
    if len(ends) < 2:
        return []
    points = [Point(end) for end in ends]
    pairs = shapely.STRtree(points).query(points, predicate="dwithin", distance=LONGEST_GAP_DEG).T
    near = sorted(
        (float(np.hypot(*np.subtract(ends[first], ends[second]))), int(first), int(second))
        for first, second in pairs
        if first < second
    )
    found: list[tuple[Vertex, Vertex]] = []
    used: set[int] = set()
    for apart, first, second in near:
        one, other = ends[first], ends[second]
        if {first, second} & used or graph.tied(one, other):
            continue
        if not _goes_on(graph, one, other, apart) and borders.between(one, other) is None:
            continue
        graph.tie(one, other)
        used |= {first, second}
        found.append((one, other))
    return found


def _goes_on(graph: RiverGraph, one: Vertex, other: Vertex, apart: float) -> bool:
    """Tell whether two ends are near, or point at each other."""
    if apart <= SHORT_DEG:
        return True
    return (
        apart <= STRAIGHT_DEG and min(_ahead(graph, one, other), _ahead(graph, other, one)) >= AHEAD
    )


def _ahead(graph: RiverGraph, end: Vertex, goal: Vertex) -> float:
    """Return the cosine of the angle between where an end points and where the goal lies."""
    own = np.subtract(end, graph.back_from(end, LOOK_BACK))
    way = np.subtract(goal, end)
    return float(own @ way / ((np.hypot(*own) * np.hypot(*way)) or 1.0))


def mended_rivers(rivers: Iterable[River], units: Sequence[Unit]) -> list[River]:
    """Return rivers with their courses mended; the units are one coverage."""
    shared = shared_lines([unit.geometry for unit in units])
    between = [
        line for (one, other), line in shared.items() if units[one].country != units[other].country
    ]
    borders = Borders(list(joined(between).geoms))
    return [replace(river, course=mended(river.course, borders)) for river in rivers]
