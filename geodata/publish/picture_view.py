"""Where on the preview picture something lies: its map stands right of its words."""

import math
from typing import Any, Final

import numpy as np
from shapely import Polygon, box
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geodata.ground.grid import Box
from geodata.model.circle import copies, nearest

SIZE_PX: Final = (1200, 630)
TEXT_WIDTH_PX: Final = 520
OVERSAMPLING: Final = 2
FARTHEST: Final = 85.0
"""Degrees of latitude, beyond which nothing is drawn."""
LEAST: Final = 1e-6
"""Degrees on the picture's map, where both edges lie beyond its end near a pole."""

Point = tuple[float, float]


class View:
    """Web Mercator pixels of a picture that shows ``bounds`` (west, south, east, north).

    The bounds are continuous: their east lies beyond 180 where they cross it.
    """

    def __init__(self, bounds: list[float]) -> None:
        west, south, east, north = bounds
        (left, bottom), (right, top) = mercator((west, south)), mercator((east, north))
        room = (SIZE_PX[0] - TEXT_WIDTH_PX - 40, SIZE_PX[1] - 60)
        wide, high = max(right - left, LEAST), max(top - bottom, LEAST)
        self.scale = min(room[0] / wide, room[1] / high) * OVERSAMPLING
        self.middle = ((left + right) / 2, (bottom + top) / 2)
        self.origin = (
            (TEXT_WIDTH_PX + room[0] / 2 + 20) * OVERSAMPLING,
            SIZE_PX[1] / 2 * OVERSAMPLING,
        )

    @property
    def turns(self) -> list[float]:
        """Degrees by which the copies of the world that the picture shows are turned eastwards."""
        west, _, east, _ = self.bounds
        return copies(west, east)

    @property
    def bounds(self) -> Box:
        """What the picture shows, continuous."""
        west, east = (
            self.middle[0] + (x * OVERSAMPLING - self.origin[0]) / self.scale
            for x in (TEXT_WIDTH_PX, SIZE_PX[0])
        )
        north, south = (
            latitude(self.middle[1] + (self.origin[1] - y * OVERSAMPLING) / self.scale)
            for y in (0, SIZE_PX[1])
        )
        return (west, south, east, north)

    def turned(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return a geometry where it is nearest to the middle of the picture."""
        middle = (geometry.bounds[0] + geometry.bounds[2]) / 2
        by = nearest(middle, self.middle[0]) - middle
        return translate(geometry, by) if by else geometry

    def pixels(self, ring: Any, turn: float = 0.0) -> list[Point]:
        """Return where positions lie, in pixels of the large picture."""
        points = np.asarray(ring, dtype=float)[:, :2]
        lats = np.radians(np.clip(points[:, 1], -FARTHEST, FARTHEST))
        high = np.degrees(np.arcsinh(np.tan(lats)))
        x = self.origin[0] + (points[:, 0] + turn - self.middle[0]) * self.scale
        y = self.origin[1] - (high - self.middle[1]) * self.scale
        return list(zip(x.tolist(), y.tolist(), strict=True))

    @property
    def frame(self) -> Polygon:
        """What the picture shows and a little around it, in which lines may be cut off."""
        west, south, east, north = self.bounds
        wide, high = (east - west) / 10, (north - south) / 10
        return box(west - wide, max(south - high, -90), east + wide, min(north + high, 90))


def mercator(point: Any) -> Point:
    """Return the place of a point (longitude, latitude) on the map, in degrees of the equator."""
    lon, lat = point[0], max(-FARTHEST, min(FARTHEST, point[1]))
    return lon, math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def latitude(y: float) -> float:
    """Return the latitude of a height in Mercator degrees."""
    return math.degrees(math.atan(math.sinh(math.radians(y))))
