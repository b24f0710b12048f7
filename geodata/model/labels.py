"""Finds where a place's label stands if its editor has not said so.

WGS 84 degrees, (longitude, latitude).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

import shapely
from shapely import LineString, Point, Polygon

from geodata.model.circle import joined, wrapped
from geodata.model.geometry import Geometry, Line, geometry_fault

DECIMALS: Final = 5
"""About a metre."""
_KEYS: Final = ("label_lon", "label_lat")


def with_label(place: Mapping[str, Any]) -> dict[str, Any]:
    """Return a place's fields, the position of its label among them where none was given.

    A field that is ``None`` counts as not given. A single one of the two is left as it is: which
    of them is missing is for the editor to be told.
    """
    fields = {key: place[key] for key in place if key not in _KEYS or place[key] is not None}
    if fields.keys() & set(_KEYS):
        return fields
    geometry = fields.get("geometry")
    if not isinstance(geometry, Geometry) or geometry_fault(geometry):
        return fields | dict.fromkeys(_KEYS, 0.0)  # the place is refused for its geometry
    lon, lat = label_of(geometry, on_the_edge=fields.get("precision") == "approximate")
    return fields | {"label_lon": lon, "label_lat": lat}


def label_of(geometry: Geometry, *, on_the_edge: bool) -> tuple[float, float]:
    """Return where a label stands on a valid geometry, as (longitude, latitude), rounded.

    Parameters
    ----------
    on_the_edge
        For an area that says no more than "somewhere in here": the label stands at its northern,
        eastern, southern or western end, whichever is farthest from the centre, where it does not
        look like the spot. Otherwise it stands in the middle of the widest part; of a line, half
        way along its longest part. What is cut at 180° counts as one.
    """
    if isinstance(geometry, Point):
        return geometry.x, geometry.y
    whole = joined(geometry)
    if isinstance(whole, Line):
        lon, lat = _half_way(max(shapely.get_parts(whole), key=_true_length))
        return round(wrapped(lon), DECIMALS), round(lat, DECIMALS)
    parts: list[Polygon] = list(shapely.get_parts(whole))
    area = max(parts, key=lambda part: part.area)
    lon, lat = _far_end(area) if on_the_edge else _widest(area)
    return round(wrapped(lon), DECIMALS), round(lat, DECIMALS)


def _half_way(line: LineString) -> tuple[float, float]:
    """Return the middle along a line, whose degrees of longitude are narrowed as on the globe."""
    narrowed = _narrowed(line)
    middle = narrowed.interpolate(0.5, normalized=True)
    return middle.x / _narrowing(line), middle.y


def _true_length(line: LineString) -> float:
    return float(_narrowed(line).length)


def _narrowed(line: LineString) -> LineString:
    narrowing = _narrowing(line)
    return shapely.transform(line, lambda pairs: pairs * (narrowing, 1.0))


def _narrowing(line: LineString) -> float:
    """Return how long a degree of longitude is beside one of latitude, at the line's middle."""
    _, south, _, north = line.bounds
    return max(math.cos(math.radians((south + north) / 2)), 1e-6)


def _widest(area: Polygon) -> tuple[float, float]:
    """Return the centre of the largest circle that the area holds, measured in degrees."""
    # The type stubs for shapely do not know that this returns a line from centre to edge.
    lon, lat = shapely.get_coordinates(shapely.maximum_inscribed_circle(area))[0]
    return float(lon), float(lat)


def _far_end(area: Polygon) -> tuple[float, float]:
    corners = [(float(lon), float(lat)) for lon, lat in shapely.get_coordinates(area.exterior)]
    ends = (
        max(corners, key=lambda one: one[1]),
        max(corners, key=lambda one: one[0]),
        min(corners, key=lambda one: one[1]),
        min(corners, key=lambda one: one[0]),
    )
    middle = area.centroid
    narrowed = math.cos(math.radians(middle.y))
    return max(ends, key=lambda one: math.hypot((one[0] - middle.x) * narrowed, one[1] - middle.y))
