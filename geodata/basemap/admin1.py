"""Says from which zoom the lines and the names of first-level units are worth drawing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import median

from shapely.geometry.base import BaseGeometry

from geodata.basemap.units import Unit

KM_PER_DEG = 111.2
KM_PER_PIXEL = 156.543
"""At the equator and zoom 0, of a web map with tiles of 256 pixels."""
LINE_PX = 32
"""Lines are drawn once the middle one of a country's units is as large as this."""
NAME_PX = 72
"""A unit is named once it is as large as this."""
FIRST_ZOOM = 4.75
NAME_ZOOMS = (5, 11)
"""The first and the last zoom from which units are named."""
QUARTERS = 4


def lines_from(units: Iterable[Unit]) -> Mapping[str, float]:
    """Return the zoom from which each country's first-level lines are drawn, by its code."""
    sizes: dict[str, list[float]] = defaultdict(list)
    for unit in units:
        sizes[unit.country].append(zoom_at(unit.geometry, LINE_PX))
    found = {country: median(zooms) for country, zooms in sizes.items()}
    return {
        country: max(FIRST_ZOOM, math.ceil(zoom * QUARTERS) / QUARTERS)
        for country, zoom in found.items()
    }


def named_from(geometry: BaseGeometry) -> int:
    """Return the zoom from which a unit is named."""
    first, last = NAME_ZOOMS
    return min(last, max(first, round(zoom_at(geometry, NAME_PX))))


def zoom_at(geometry: BaseGeometry, pixels: float) -> float:
    """Return the zoom at which an area, in WGS 84 degrees, is as large as a square of pixels."""
    _, south, _, north = geometry.bounds
    narrowing = max(math.cos(math.radians((south + north) / 2)), 0.05)
    side_km = math.sqrt(max(geometry.area * narrowing, 1e-9)) * KM_PER_DEG
    return math.log2(pixels * KM_PER_PIXEL * narrowing / side_km)
