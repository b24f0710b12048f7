"""Small geometry helpers: rounding, dropping islets, valid polygons, label points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry


def rounded(geometry: BaseGeometry, decimals: int) -> BaseGeometry:
    """Return a geometry with its coordinates (degrees) rounded; it may then be invalid."""
    moved: BaseGeometry = shapely.transform(
        geometry, lambda points: np.round(points, decimals) + 0.0
    )
    return moved


def valid_polygons(geometry: BaseGeometry) -> MultiPolygon:
    """Return the polygons of a geometry, made valid; lines and points left over are dropped."""
    mended = geometry if geometry.is_valid else shapely.make_valid(geometry)
    parts = [polygon for polygon in polygons_in(mended) if polygon.area > 0]
    tidy = shapely.remove_repeated_points(MultiPolygon(parts))
    return MultiPolygon(polygons_in(tidy))


def polygons_in(geometry: BaseGeometry) -> list[Polygon]:
    """Return every polygon inside a geometry, however deep it is nested."""
    if isinstance(geometry, Polygon):
        return [] if geometry.is_empty else [geometry]
    return [polygon for part in getattr(geometry, "geoms", ()) for polygon in polygons_in(part)]


def only_polygons(geometry: BaseGeometry) -> Polygon | MultiPolygon:
    """Return the polygons of a geometry as one; a single one as itself."""
    parts = polygons_in(geometry)
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def lines_in(geometry: BaseGeometry) -> MultiLineString:
    """Return the lines of a geometry, without repeated points; other parts are left out."""
    return MultiLineString(_lines(shapely.remove_repeated_points(geometry)))


def without_islets(polygons: Sequence[Polygon], *, smallest_deg2: float) -> MultiPolygon:
    """Return the polygons that are not smaller than an area in square degrees."""
    return MultiPolygon([polygon for polygon in polygons if polygon.area >= smallest_deg2])


def joined(parts: Sequence[BaseGeometry]) -> MultiLineString:
    """Join lines end to end, in an order that does not depend on the input's."""
    lines = _lines(shapely.line_merge(shapely.union_all(parts)))
    lines.sort(key=lambda line: line.coords[0])
    return MultiLineString(lines)


def _lines(geometry: BaseGeometry) -> list[LineString]:
    """Return every line inside a geometry that has a length."""
    if isinstance(geometry, LineString):
        return [geometry] if geometry.length > 0 else []
    return [line for part in getattr(geometry, "geoms", ()) for line in _lines(part)]


def label_point(geometry: BaseGeometry) -> tuple[float, float]:
    """Return the middle of the widest part of an area, (longitude, latitude)."""
    largest = max(polygons_in(geometry), key=lambda part: part.area)
    west, south, east, north = largest.bounds
    tolerance = max(east - west, north - south) / 200
    circle = shapely.maximum_inscribed_circle(largest, tolerance)
    lon, lat = shapely.get_coordinates(circle)[0].tolist()
    return lon, lat
