"""Builds the soft areas: places that a text names without saying where their edges are."""

from __future__ import annotations

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

KM = 1000.0
EDGE_KM = 12.0
"""Where an area is cut off at a border, its corners are rounded at this radius."""
SEGMENTS_PER_QUARTER = 6
"""Rounded corners are drawn with this many steps for each quarter of a circle."""


class LocalPlane:
    """An azimuthal equidistant projection about one point, in metres.

    Within 700 km of the centre its scale is true to 0.2 per cent in every direction.
    """

    def __init__(self, lat: float, lon: float) -> None:
        """Centre the plane; ``lat`` and ``lon`` are WGS 84 degrees."""
        plane = pyproj.CRS.from_proj4(f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84")
        self._to = pyproj.Transformer.from_crs("EPSG:4326", plane, always_xy=True)
        self._back = pyproj.Transformer.from_crs(plane, "EPSG:4326", always_xy=True)

    def metres(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return a geometry in degrees as one in metres from the centre."""
        return _moved(geometry, self._to)

    def degrees(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return a geometry in metres as one in WGS 84 degrees."""
        return _moved(geometry, self._back)


def _moved(geometry: BaseGeometry, transformer: pyproj.Transformer) -> BaseGeometry:
    """Return a geometry with its coordinates transformed."""

    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    moved: BaseGeometry = shapely.transform(geometry, move)
    return moved


def band_along(
    line: BaseGeometry, *, inside: BaseGeometry, half_width_km: float, smooth_km: float
) -> BaseGeometry:
    """Return a band to both sides of a line, its corners rounded off.

    Parameters
    ----------
    line, inside
        WGS 84 degrees. The band does not leave ``inside``.
    smooth_km
        Bends of the edge with a smaller radius than this are rounded off.
    """
    plane = _plane_about(line)
    band = _smoothed(_grown(plane.metres(line), half_width_km), smooth_km)
    kept = band.intersection(plane.metres(inside))
    return plane.degrees(_thinned(_largest(_opened(kept, EDGE_KM))))


def rounded_about(
    core: BaseGeometry, *, inside: BaseGeometry, reach_km: float, clear_km: float, smooth_km: float
) -> BaseGeometry:
    """Return a rounded area over a core and around it that stays inside another area.

    Parameters
    ----------
    core, inside
        WGS 84 degrees. The area is the core's convex hull, widened by ``reach_km``.
    clear_km
        The area keeps this far from the edge of ``inside``.
    smooth_km
        Bends of the edge with a smaller radius than this are rounded off.
    """
    plane = _plane_about(core)
    wide = _grown(plane.metres(core).convex_hull, reach_km)
    whole = plane.metres(inside)
    blob = _smoothed(wide.intersection(_grown(whole, -2 * clear_km)), smooth_km)
    clear = blob.intersection(_grown(whole, -clear_km))
    return plane.degrees(_thinned(_largest(_opened(clear, EDGE_KM))))


def drawn_inside(area: BaseGeometry, *, by_km: float, smooth_km: float) -> BaseGeometry:
    """Return an area's outline moved inwards and rounded off, so that it reads as soft.

    Where bends are rounded off it comes closer, but never nearer than half of ``by_km``.
    """
    plane = _plane_about(area)
    inner = _grown(plane.metres(area), -by_km)
    kept = _smoothed(inner, smooth_km).intersection(_grown(plane.metres(area), -by_km / 2))
    return plane.degrees(_thinned(_largest(_opened(kept, EDGE_KM))))


def _plane_about(geometry: BaseGeometry) -> LocalPlane:
    """Return the plane about the middle of a geometry's bounds, to a tenth of a degree."""
    west, south, east, north = geometry.bounds
    return LocalPlane(lat=round((south + north) / 2, 1), lon=round((west + east) / 2, 1))


def _grown(geometry: BaseGeometry, km: float) -> BaseGeometry:
    """Return a geometry in metres, grown (or shrunk, below zero) by kilometres."""
    return geometry.buffer(km * KM, quad_segs=SEGMENTS_PER_QUARTER)


def _opened(geometry: BaseGeometry, km: float) -> BaseGeometry:
    """Round off a geometry's outward corners and drop what is thinner than twice ``km``."""
    return _grown(_grown(geometry, -km), km)


def _smoothed(geometry: BaseGeometry, km: float) -> BaseGeometry:
    """Round off inward corners, then outward ones."""
    return _opened(_grown(_grown(geometry, km), -km), km)


def _thinned(geometry: BaseGeometry) -> BaseGeometry:
    """Drop vertices that matter less than 600 m."""
    return geometry.simplify(0.6 * KM)


def _largest(geometry: BaseGeometry) -> BaseGeometry:
    """Return the largest part of a geometry."""
    parts: list[BaseGeometry] = list(shapely.get_parts(geometry))
    return max(parts, key=lambda part: part.area)
