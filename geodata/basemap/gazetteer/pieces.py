"""Makes the pieces of all outlines: the corrected units as one simplified coverage, on a grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import shapely
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from geodata.basemap.detail import FINE_DETAIL
from geodata.basemap.shapes import polygons_in, rounded, valid_polygons
from geodata.basemap.units import Unit
from geodata.gazetteer.entries import Extent
from geodata.gazetteer.packing import joined

TOLERANCE_DEG: Final = FINE_DETAIL.tolerance_deg
DECIMALS: Final = FINE_DETAIL.decimals
"""As on the map: an outline of the gazetteer lies on the lines of the ground."""


def simplified_pieces(units: Sequence[Unit]) -> list[MultiPolygon]:
    """Return the units' outlines, of one coverage still."""
    shapes = shapely.coverage_simplify([unit.geometry for unit in units], TOLERANCE_DEG)
    found = [valid_polygons(rounded(shape, DECIMALS)) for shape in shapes]
    # An islet that the simplification takes away stays as it was.
    return [
        valid_polygons(rounded(unit.geometry, DECIMALS)) if shape.is_empty else shape
        for shape, unit in zip(found, units, strict=True)
    ]


def union(pieces: Iterable[BaseGeometry]) -> MultiPolygon:
    """Return pieces of one coverage as one area."""
    return joined(list(pieces))


def extent(parts: Sequence[BaseGeometry]) -> Extent:
    """Return the extent that is shortest on the circle; west is greater where it crosses 180°.

    Parameters
    ----------
    parts
        Geometries within ±180°; an area that crosses the date line is cut there.
    """
    found = shapely.bounds(shapely.get_parts(list(parts)))
    boxes = sorted((float(one[0]), float(one[2])) for one in found)
    bounds = shapely.total_bounds(list(parts))
    widest, west, east = 0.0, float(bounds[0]), float(bounds[2])
    # The gap across 180°, then those between the parts.
    widest = west + 360.0 - east
    reached = boxes[0][1]
    for start, end in boxes[1:]:
        if start - reached > widest:
            widest, west, east = start - reached, start, reached
        reached = max(reached, end)
    south, north = float(bounds[1]), float(bounds[3])
    return (
        round(west, DECIMALS),
        round(south, DECIMALS),
        round(east, DECIMALS),
        round(north, DECIMALS),
    )


def middle(shape: BaseGeometry) -> tuple[float, float]:
    """Return the middle of the largest part of an area, (longitude, latitude).

    That is its centroid, near which gazetteers put their points; where that lies outside, as a
    crescent's does, a point well inside.
    """
    largest = max(polygons_in(shape), key=lambda part: part.area)
    point: BaseGeometry = largest.centroid
    if not largest.contains(point):
        point = shapely.maximum_inscribed_circle(largest, tolerance=0.05)
    lon, lat = shapely.get_coordinates(point)[0]
    return round(float(lon), DECIMALS), round(float(lat), DECIMALS)
