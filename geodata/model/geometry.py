"""Reads and tests the geometry of a GeoJSON feature with shapely alone, in degrees.

WGS 84, (longitude, latitude). Tests that need distances are in ``geodata.checking.distances``.
"""

from __future__ import annotations

import json
from typing import Final

import shapely
from shapely import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.model.base import refusal, shorten

Line = LineString | MultiLineString
Area = Polygon | MultiPolygon
Geometry = Point | Line | Area
TYPES: Final = ("Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
MOST_CORNERS: Final = 20_000
"""Of a line: a river of 2,500 km with one every 125 m. A browser draws and measures each."""


def read_geometry(member: object) -> Geometry:
    """Turn the ``geometry`` member of a GeoJSON feature into a shapely geometry.

    Raises
    ------
    PydanticCustomError
        If it is not one of ``TYPES`` with two coordinates a position. A MultiPoint of one point is
        taken, and a height of nought: programs write them.
    """
    member = _single(member)
    if not isinstance(member, dict) or member.get("type") not in TYPES:
        kind = member.get("type") if isinstance(member, dict) else member
        raise refusal(
            f"The geometry is {shorten(kind)}, not one of {', '.join(TYPES)}.",
            "Draw the place as a point, a line or an area.",
        )
    try:
        geometry = shapely.from_geojson(json.dumps(member))
    except (shapely.errors.GEOSException, ValueError, RecursionError) as error:
        raise refusal(
            f"The geometry cannot be read: {str(error).strip().rstrip('.')}.",
            "Write its coordinates as GeoJSON does: [longitude, latitude], rings closed.",
        ) from error
    if shapely.has_z(geometry) and not _has_heights(geometry):
        geometry = shapely.force_2d(geometry)
    if shapely.has_z(geometry):
        raise refusal("The geometry has heights.", "Write two numbers a position.")
    assert isinstance(geometry, Geometry)
    return geometry


def _single(member: object) -> object:
    """Return the one point of a MultiPoint, or the one geometry of a collection, for it."""
    if not isinstance(member, dict):
        return member
    kind, key = member.get("type"), "coordinates"
    if kind == "GeometryCollection":
        key = "geometries"
    parts = member.get(key)
    if kind not in ("MultiPoint", "GeometryCollection") or not isinstance(parts, list):
        return member
    if len(parts) != 1:
        return member
    return {"type": "Point", "coordinates": parts[0]} if kind == "MultiPoint" else parts[0]


def _has_heights(geometry: BaseGeometry) -> bool:
    heights = shapely.get_coordinates(geometry, include_z=True)[:, 2]
    return any(height and height == height for height in heights.tolist())


def geometry_fault(geometry: Geometry) -> tuple[str, str] | None:
    """Say what is wrong with a geometry, as (fault, cure), or ``None``.

    It must not be empty, lie within ±180° and ±90°, and be valid as the OGC's Simple Features
    define it (no ring crosses itself or another, no part of a line is one point). A line may cross
    itself, and has at most ``MOST_CORNERS`` corners.
    """
    if geometry.is_empty:
        return "The geometry is empty.", "Draw the place."
    west, south, east, north = geometry.bounds
    if not _on_the_globe(west, south, east, north):
        swapped = _on_the_globe(south, west, north, east)
        return (
            f"The geometry reaches from {west:g} to {east:g} in longitude and from {south:g} to "
            f"{north:g} in latitude, beyond ±180 or ±90 degrees.",
            "Swap longitude and latitude: GeoJSON has the longitude first."
            if swapped
            else "Correct the coordinates; cut a line or an area at the 180th meridian.",
        )
    if isinstance(geometry, Line):
        return _line_fault(geometry)
    if not geometry.is_valid:
        return (
            f"The geometry is not valid: {shapely.is_valid_reason(geometry)} (longitude latitude).",
            "Mend it, in QGIS with “Fix geometries”.",
        )
    return None


def _line_fault(line: Line) -> tuple[str, str] | None:
    if (corners := int(shapely.get_num_coordinates(line))) > MOST_CORNERS:
        return (
            f"The line has {corners:,} corners; {MOST_CORNERS:,} are allowed.",
            "Simplify it, in QGIS with “Simplify”.",
        )
    if any(part.is_empty or part.length == 0 for part in shapely.get_parts(line)):
        return "A part of the line has no length.", "Take that part out, or draw a point."
    return None


def _on_the_globe(west: float, south: float, east: float, north: float) -> bool:
    """Say whether bounds in degrees lie within ±180 (longitude) and ±90 (latitude)."""
    return max(abs(west), abs(east)) <= 180 and max(abs(south), abs(north)) <= 90
