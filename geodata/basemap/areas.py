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
BEYOND_KM = 120.0
"""How far an area that reaches its country's edge is taken to go on beyond it."""
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


def within_country(
    core: BaseGeometry, *, country: BaseGeometry, by_km: float, smooth_km: float
) -> BaseGeometry:
    """Return a soft area over provinces that ends where their country ends.

    It reaches the state border and the coast; towards the rest of the country its edge is drawn
    inside the provinces, its corners rounded off. It never leaves the country.

    Parameters
    ----------
    core, country
        WGS 84 degrees; ``core`` is a part of ``country``.
    by_km
        How far inside the provinces the edge runs; where bends are rounded off it comes closer,
        to half of that less the 600 m that thinning may move it.
    smooth_km
        Bends of that edge with a smaller radius than this are rounded off.
    """
    plane = _plane_about(core)
    whole = plane.metres(country)
    # Beyond the country's edge the provinces are taken to go on, so that they are not cut there.
    beyond = _grown(whole, BEYOND_KM).difference(whole)
    open_ended = plane.metres(core).union(beyond)
    inner = _smoothed(_grown(open_ended, -by_km), smooth_km)
    kept = _thinned(inner.intersection(_grown(open_ended, -by_km / 2)))
    return plane.degrees(_largest(kept.intersection(whole)))


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
