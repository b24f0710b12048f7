"""Small geometry helpers: rounding, dropping islets, clipping, valid polygons."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import MultiLineString, MultiPolygon
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
    tidy: MultiPolygon = shapely.remove_repeated_points(MultiPolygon(parts))
    return tidy


def polygons_in(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return every polygon inside a geometry, however deep it is nested."""
    if geometry.geom_type == "Polygon":
        return [] if geometry.is_empty else [geometry]
    return [
        polygon for part in getattr(geometry, "geoms", ()) for polygon in polygons_in(part)
    ]


def lines_in(geometry: BaseGeometry) -> MultiLineString:
    """Return the lines of a geometry, points and polygons left out."""
    parts = [
        part
        for part in shapely.get_parts(geometry)
        if part.geom_type == "LineString" and part.length > 0
    ]
    tidy: MultiLineString = shapely.remove_repeated_points(MultiLineString(parts))
    return tidy


def without_islets(polygons: Sequence[BaseGeometry], *, smallest_deg2: float) -> MultiPolygon:
    """Return the polygons that are not smaller than an area in square degrees."""
    return MultiPolygon([polygon for polygon in polygons if polygon.area >= smallest_deg2])


def clipped(geometry: BaseGeometry, box: tuple[float, float, float, float]) -> BaseGeometry:
    """Return what of a geometry lies in a box of west, south, east, north (degrees)."""
    inside: BaseGeometry = geometry.intersection(shapely.box(*box))
    return inside
