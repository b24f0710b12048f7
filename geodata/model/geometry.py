"""Reads and tests the geometry of a GeoJSON feature with shapely alone, in degrees.

WGS 84, (longitude, latitude). Tests that need distances are in ``geodata.checking.distances``.
"""

from __future__ import annotations

import json

import shapely
from shapely import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.model.base import refusal, shorten

TYPES = ("Point", "Polygon", "MultiPolygon")


def read_geometry(member: object) -> Point | Polygon | MultiPolygon:
    """Turn the ``geometry`` member of a GeoJSON feature into a shapely geometry.

    Raises
    ------
    PydanticCustomError
        If it is not a Point, Polygon or MultiPolygon with two coordinates a position. A MultiPoint
        of one point is taken, and a height of nought: programs write them.
    """
    member = _single(member)
    if not isinstance(member, dict) or member.get("type") not in TYPES:
        kind = member.get("type") if isinstance(member, dict) else member
        raise refusal(
            f"The geometry is {shorten(kind)}, not one of {', '.join(TYPES)}.",
            "Draw the place as a point or an area.",
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
    assert isinstance(geometry, Point | Polygon | MultiPolygon)
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


def geometry_fault(geometry: Point | Polygon | MultiPolygon) -> tuple[str, str] | None:
    """Say what is wrong with a geometry, as (fault, cure), or ``None``.

    It must not be empty, lie within ±180° and ±90°, and be valid as the OGC's Simple Features
    define it (no ring crosses itself or another).
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
            else "Correct the coordinates; cut an area at the 180th meridian.",
        )
    if not geometry.is_valid:
        return (
            f"The geometry is not valid: {shapely.is_valid_reason(geometry)} (longitude latitude).",
            "Mend it, in QGIS with “Fix geometries”.",
        )
    return None


def _on_the_globe(west: float, south: float, east: float, north: float) -> bool:
    """Say whether bounds in degrees lie within ±180 (longitude) and ±90 (latitude)."""
    return max(abs(west), abs(east)) <= 180 and max(abs(south), abs(north)) <= 90
