"""Longitudes are a circle: extents and shapes that lie on both sides of 180°.

Degrees of WGS 84, (longitude, latitude). Stored longitudes lie in [-180, 180], areas are cut at
180° and bounds that cross it have their west greater than their east, all as RFC 7946 asks
(sections 3.1.9 and 5.2). What is drawn is *continuous*: no jump inside it, and longitudes beyond
±180 where need be. Whoever compares two longitudes asks here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import numpy as np
import shapely
from shapely import LineString, MultiLineString, MultiPolygon, Point, Polygon

from geodata.model.geometry import Geometry, Line

FULL: Final = 360.0
MAP_END: Final = 85.0511287798066
"""The latitude at which a Web Mercator map ends, north and south, so that it is a square."""
_SEAM: Final = 1e-6
"""How near to 180° a corner stands on the cut, in degrees: about a tenth of a metre."""

_Shape = TypeVar("_Shape", bound=Geometry)
Span = tuple[float, float]
"""West and east, continuous: west in [-180, 180], east from west to west + 360."""
Bounds = tuple[float, float, float, float]
"""West, south, east, north."""


def wrapped(lon: float) -> float:
    """Bring a longitude into [-180, 180]; what lies there already stays as it is."""
    return lon if -180 <= lon <= 180 else (lon + 180) % FULL - 180


def nearest(lon: float, centre: float) -> float:
    """Turn a longitude by whole circles until it lies within 180° of a centre."""
    return lon - FULL * round((lon - centre) / FULL)


def apart(one: float, other: float) -> float:
    """Return how many degrees of longitude lie between two, the short way: 0 to 180."""
    return abs(nearest(one, other) - other)


def copies(west: float, east: float) -> list[float]:
    """Return by how many degrees the world is turned eastwards wherever it meets a stretch."""
    first = math.floor((west + 180) / FULL)
    last = max(first, math.ceil((east + 180) / FULL) - 1)
    return [FULL * turn for turn in range(first, last + 1)]


def crosses(west: float, east: float) -> bool:
    """Say whether bounds cross 180°, stored (west > east) or continuous (beyond ±180).

    What lies on 180° itself counts: -180° is the same.
    """
    return west > east or east > 180 or west < -180 or west == 180


def continuous(bounds: Bounds) -> Bounds:
    """Return stored bounds with an east that is not less than their west."""
    west, south, east, north = bounds
    return west, south, east + FULL if west > east else east, north


def shortest_span(spans: Iterable[Span]) -> Span:
    """Return the shortest stretch of the circle that holds all spans: all but the largest gap.

    Where another gap is no larger than the one at 180°, the stretch does not cross 180°.

    Parameters
    ----------
    spans
        At least one; continuous ones, with any number of whole circles added.
    """
    known = [_from_west(west, east) for west, east in spans]
    if any(east - west >= FULL for west, east in known):
        return -180.0, 180.0
    # Whatever crosses 180° counts in two pieces, so that they all lie side by side.
    pieces = sorted(piece for west, east in known for piece in _cut(west, east))
    (first, reach), gap, start = pieces[0], 0.0, pieces[0][0]
    end = max(east for _, east in pieces)
    outside, before = first + FULL - end, reach
    for west, east in pieces[1:]:
        if west - reach > gap:
            gap, start, before = west - reach, west, reach
        reach = max(reach, east)
    return (start, before + FULL) if gap > outside else (first, end)


def extent(many: Iterable[Bounds]) -> Bounds:
    """Return the shortest stored bounds that hold all these stored ones: at least one."""
    whole = [continuous(bounds) for bounds in many]
    west, east = shortest_span((bounds[0], bounds[2]) for bounds in whole)
    south, north = min(bounds[1] for bounds in whole), max(bounds[3] for bounds in whole)
    return west, south, east - FULL if east > 180 else east, north


def _from_west(west: float, east: float) -> Span:
    start = wrapped(west)
    if start == 180 and east > west:
        start = -180.0
    return start, start + (east - west)


def _cut(west: float, east: float) -> Iterator[Span]:
    yield west, min(east, 180.0)
    if east > 180:
        yield -180.0, east - FULL


def bounds_of(geometry: Geometry) -> Bounds:
    """Return the shortest stored bounds of a stored geometry: west > east where they cross 180°."""
    west, south, east, north = geometry.bounds
    start, end = _span(geometry)
    if end > 180:
        west, east = start, end - FULL
    return west, south, east, north


def _span(geometry: Geometry) -> Span:
    west, _, east, _ = geometry.bounds
    if east - west <= 180:  # the rest of the circle is the largest gap
        return west, east
    parts = shapely.bounds(shapely.get_parts(geometry))
    return shortest_span((float(part[0]), float(part[2])) for part in parts)


def joined(geometry: Geometry) -> Geometry:
    """Return a stored geometry in one stretch: its parts side by side, the cut at 180° closed.

    One that does not cross 180° is returned itself.
    """
    start, end = _span(geometry)
    if end <= 180:
        return geometry
    parts = shapely.get_parts(geometry)
    moved = [_turned(part, FULL) if part.bounds[2] < start else part for part in parts]
    return _closed(moved)


def around(geometry: Geometry, centre: float) -> Geometry:
    """Return a stored geometry in one stretch, turned to where it is nearest to a longitude.

    What lies all around the globe, as Antarctica does, is cut opposite the centre instead of at
    180°. One that neither crosses 180° nor need be turned is returned itself.
    """
    whole = joined(geometry)
    west, _, east, _ = whole.bounds
    if east - west >= FULL and centre:
        return _recut(whole, centre)
    turn = nearest((west + east) / 2, centre) - (west + east) / 2
    return _turned(whole, turn) if turn else whole


def _turned(geometry: _Shape, degrees: float) -> _Shape:
    return shapely.transform(geometry, lambda at: at + np.array((degrees, 0.0)))


def _recut(geometry: Geometry, centre: float) -> Geometry:
    """Cut what goes from -180° to 180° opposite a longitude, and close the cut at 180°."""
    west = wrapped(centre - 180)
    kind = LineString if isinstance(geometry, Line) else Polygon
    pieces: list[LineString | Polygon] = []
    for box, turn in (((west, -90.0, 180.0, 90.0), 0.0), ((-180.0, -90.0, west, 90.0), FULL)):
        found = shapely.get_parts(shapely.intersection(geometry, shapely.box(*box)))
        pieces += [_turned(part, turn) for part in found if isinstance(part, kind)]
    turn = nearest(west + 180, centre) - (west + 180)
    return _turned(_closed(pieces), turn)


def _closed(parts: Iterable[LineString | Polygon]) -> Geometry:
    """Put parts together: lines that meet at 180° are one, edges shared along it dissolve."""
    lines: list[LineString] = []
    areas: list[Polygon] = []
    for part in parts:
        if isinstance(part, LineString):
            lines.append(part)
        else:
            areas.append(part)
    return _merged(lines) if lines else _dissolved(areas)


def _merged(lines: list[LineString]) -> Geometry:
    merged = shapely.line_merge(
        MultiLineString([shapely.transform(one, _snapped) for one in lines])
    )
    assert isinstance(merged, LineString | MultiLineString)
    return merged


def _dissolved(parts: list[Polygon]) -> Polygon | MultiPolygon:
    elsewhere: list[Polygon] = []
    meeting: list[Polygon] = []
    for part in parts:
        west, _, east, _ = part.bounds
        (meeting if min(abs(west - 180), abs(east - 180)) <= _SEAM else elsewhere).append(part)
    if len(meeting) > 1:
        one = shapely.union_all([shapely.transform(part, _snapped) for part in meeting])
        meeting = [part for part in shapely.get_parts(one) if isinstance(part, Polygon)]
    whole = [*elsewhere, *meeting]
    return whole[0] if len(whole) == 1 else MultiPolygon(whole)


def _snapped(lonlat: np.ndarray) -> np.ndarray:
    lonlat = lonlat.copy()
    lonlat[np.abs(lonlat[:, 0] - 180) <= _SEAM, 0] = 180
    return lonlat


def long_edge(geometry: Geometry) -> tuple[float, float] | None:
    """Return the longitudes of an edge that runs more than half round the globe; ``None`` for none.

    Such an outline was most likely meant to cross 180° and is not cut there. An edge from end to
    end of the map, as Antarctica's along the pole, is meant.
    """
    if isinstance(geometry, Point) or geometry.bounds[2] - geometry.bounds[0] <= 180:
        return None
    for part in shapely.get_parts(geometry):
        for ring in (part,) if isinstance(part, LineString) else (part.exterior, *part.interiors):
            lons = shapely.get_coordinates(ring)[:, 0]
            steps = np.abs(np.diff(lons))
            for at in np.flatnonzero((steps > 180) & (steps < FULL - _SEAM)):
                return float(lons[at]), float(lons[at + 1])
    return None


def beyond_the_map(bounds: Bounds) -> bool:
    """Say whether something reaches farther north or south than a Web Mercator map."""
    return max(abs(bounds[1]), abs(bounds[3])) > MAP_END
