"""How much of its surroundings a click on a place shows: by its kind, closer among near marks."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

import shapely

from geodata.model.circle import MAP_END, continuous
from geodata.model.places import Place

NEAR_KM: Final = 10.0
"""Marks farther apart than this are told apart in the usual view."""
TIMES_APART: Final = 15
"""A frame is at most so many times as wide as two marks are apart: some 40 pixels on a phone."""
SMALL_KM: Final = 20.0
TIMES_AS_WIDE: Final = 6
"""A frame shows a small area or line with so many times its own width around it."""
CLOSEST_KM: Final = 0.4
EARTH_RADIUS_KM: Final = 6371.0088


def frames_km(places: Sequence[Place]) -> Mapping[str, float]:
    """Give by id how many kilometres a click on a place shows, across the map's narrower side.

    Large places, and points without a near neighbour, whose kind asks for nothing are left out:
    they are framed by their extent or, points, in the usual way.
    """
    apart = _nearest_km([place for place in places if place.is_point])
    found = {}
    for place in places:
        near, wide = apart.get(place.id, math.inf), _width_km(place)
        frame = place.kind.frame_km or math.inf
        if near <= NEAR_KM:
            frame = min(frame, max(CLOSEST_KM, near * TIMES_APART))
        elif not place.is_point and wide <= SMALL_KM:
            frame = min(frame, max(CLOSEST_KM, wide * TIMES_AS_WIDE))
        if math.isfinite(frame):
            found[place.id] = round(frame, 1)
    return found


def _nearest_km(points: Sequence[Place]) -> Mapping[str, float]:
    """Give how far each point lies from the nearest other one."""
    if len(points) < 2:
        return {}
    # Mercator stretches what is near a point alike in all directions.
    plane = [shapely.Point(_mercator(*place.label)) for place in points]
    tree = shapely.STRtree(plane)
    found: dict[str, float] = {}
    for one, other in zip(*tree.query_nearest(plane, exclusive=True), strict=True):
        stretched = plane[one].distance(plane[other])
        found[points[one].id] = stretched * math.cos(_on_the_map(points[one].label_lat))
    # That leaves out what lies on the very spot.
    on_the_spot = zip(*tree.query(plane, predicate="intersects"), strict=True)
    return found | {points[one].id: 0.0 for one, other in on_the_spot if one != other}


def _width_km(place: Place) -> float:
    """Give how wide or high a place's extent is, whichever is more."""
    west, south, east, north = continuous(place.bounds)
    narrowing = math.cos(math.radians((south + north) / 2))
    return math.radians(max((east - west) * narrowing, north - south)) * EARTH_RADIUS_KM


def _mercator(lon: float, lat: float) -> tuple[float, float]:
    """Project degrees to kilometres of the equator."""
    north = math.asinh(math.tan(_on_the_map(lat)))
    return EARTH_RADIUS_KM * math.radians(lon), EARTH_RADIUS_KM * north


def _on_the_map(lat: float) -> float:
    """Give a latitude in radians; of what lies beyond a Mercator map, that of its end."""
    return math.radians(max(-MAP_END, min(MAP_END, lat)))
