"""How large areas are: to draw the large below the small, and to tell what is huge."""

from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.reader.frames import EARTH_RADIUS_KM

HUGE_KM2: Final = 5_000_000
"""Areas above this do not stretch the first view; their label counts instead."""


def area_km2(geometry: BaseGeometry) -> float:
    """Give the area of a geometry on a sphere, in square kilometres.

    Longitude is scaled by the cosine of latitude (the sinusoidal projection, which keeps areas);
    good to a percent, enough to order places by size. Points have area 0.
    """

    def project(lonlat: np.ndarray) -> np.ndarray:
        radians = np.radians(lonlat)
        return np.column_stack((radians[:, 0] * np.cos(radians[:, 1]), radians[:, 1]))

    return float(shapely.transform(geometry, project).area) * EARTH_RADIUS_KM**2
