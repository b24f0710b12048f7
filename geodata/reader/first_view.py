"""What the map shows at first: the places that lie together, and which are set aside.

Degrees, WGS 84, (longitude, latitude); sizes are compared as a Web Mercator map draws them. A
country counts by where its label stands, not by its outline, and so does what is huge: Russia
reaches round to Alaska, and to fit it would leave the rest a speck.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.model.circle import MAP_END, Bounds, continuous, extent, nearest
from geodata.model.places import Place
from geodata.reader.areas import HUGE_KM2, area_km2

WORLD: Final[Bounds] = (-170.0, -60.0, 170.0, 75.0)
MARKS_SHARE: Final = 0.8
"""The marks take at least so much of the view's width and height; with the room that is left for
labels, and zooms in steps, that is more than half of the map's."""
MOST_ASIDE: Final = 3
"""At most one place in so many is set aside …"""
WORTH: Final = 0.3
"""… and only if that shrinks the view to this part of its size, or less."""
AS_FAR: Final = 1.25
"""How many times as wide a view may be that does not cross 180°, to be taken instead of one that
does."""
ONE_SPOT_DEGREES: Final = 0.003
"""Places that are no farther apart are one spot: the first view shows `AROUND_DEGREES` about it."""
AROUND_DEGREES: Final = 0.08
MOST_GAPS: Final = 8
"""So many of the widest gaps between places are looked at."""
TOWN_DEGREES: Final = 0.3


@dataclass(frozen=True)
class FirstView:
    """The first view, and the ids of the places that lie outside of it, in the order given."""

    bounds: list[float]
    """[west, south, east, north], continuous: the east is beyond 180 where they cross it. The whole
    world where no place is drawn."""
    aside: tuple[str, ...]


def first_view(places: Sequence[Place]) -> FirstView:
    """Choose the first view of an edition's places."""
    if not places:
        return FirstView(round_outward(WORLD), ())
    kept, most = list(places), len(places) // MOST_ASIDE
    while far := _far(kept, most - (len(places) - len(kept))):
        kept = [place for place in kept if place.id not in far]
    bounds = _around(kept)
    if max(bounds[2] - bounds[0], bounds[3] - bounds[1]) < ONE_SPOT_DEGREES:
        west, south, east, north = bounds
        bounds = (
            west - AROUND_DEGREES, south - AROUND_DEGREES,
            east + AROUND_DEGREES, north + AROUND_DEGREES,
        )  # fmt: skip
    inside = {place.id for place in kept}
    aside = tuple(place.id for place in places if place.id not in inside)
    return FirstView(round_outward(bounds), aside)


def mark_of(place: Place) -> Bounds:
    """Return what of a place must be in view: its extent; of a country or what is huge, its label.

    Stored: the west is greater than the east where it crosses 180°.
    """
    if place.class_ == "country" or area_km2(place.geometry) > HUGE_KM2:
        return (*place.label, *place.label)
    return place.bounds


def _around(places: Sequence[Place]) -> Bounds:
    """Return the extent of the marks, widened by outlines as far as the marks still fill it."""
    marks = _whole(mark_of(place) for place in places)
    west, south, east, north = _projected(marks)
    usual = [one.bounds for one in places if area_km2(one.geometry) <= HUGE_KM2]
    wide = _whole(usual or (place.bounds for place in places))
    outer = _projected(_turned(wide, marks))
    more = (
        max(0.0, west - outer[0]), max(0.0, south - outer[1]),
        max(0.0, outer[2] - east), max(0.0, outer[3] - north),
    )  # fmt: skip
    share = 1.0
    if max(east - west, north - south) >= ONE_SPOT_DEGREES:
        share = min(
            _grown(east - west, more[0] + more[2]), _grown(north - south, more[1] + more[3])
        )
    return (
        west - share * more[0], _latitude(south - share * more[1]),
        east + share * more[2], _latitude(north + share * more[3]),
    )  # fmt: skip


def _grown(size: float, more: float) -> float:
    """Return which part of some growth leaves a size its share of the whole: all of it, or less."""
    return min(1.0, size * (1 / MARKS_SHARE - 1) / more) if more else 1.0


def _far(places: Sequence[Place], most: int) -> set[str]:
    """Return the fewest places, at most so many, whose absence is worth it; none where none is."""
    if most <= 0 or len(places) < MOST_ASIDE:
        return set()
    whole = _whole(mark_of(place) for place in places)
    boxes = [_projected(_turned(mark_of(place), whole)) for place in places]
    now, best = _size(boxes), set[int]()
    for group in _groups(boxes, most):
        rest = [box for i, box in enumerate(boxes) if i not in group]
        if _size(rest) <= WORTH * now and (not best or len(group) < len(best)):
            best = group
    return {places[i].id for i in best}


def _groups(boxes: Sequence[Bounds], most: int) -> Iterator[set[int]]:
    """Give what lies beyond each of the widest gaps between boxes, in all four directions."""
    for axis in (0, 1):
        order = sorted(range(len(boxes)), key=lambda i: boxes[i][axis])
        gaps, reach = [], boxes[order[0]][axis + 2]
        for at in range(1, len(order)):
            gaps.append((boxes[order[at]][axis] - reach, at))
            reach = max(reach, boxes[order[at]][axis + 2])
        for gap, at in sorted(gaps, reverse=True)[:MOST_GAPS]:
            if gap > 0:
                yield from (set(one) for one in (order[:at], order[at:]) if len(one) <= most)


def _size(boxes: Sequence[Bounds]) -> float:
    return max(
        max(box[2] for box in boxes) - min(box[0] for box in boxes),
        max(box[3] for box in boxes) - min(box[1] for box in boxes),
    )


def _whole(bounds: Iterable[Bounds]) -> Bounds:
    """Return the continuous extent of stored bounds, off 180° where that is hardly wider."""
    many = list(bounds)
    short = continuous(extent(many))
    if short[2] <= 180 or any(west > east for west, _, east, _ in many):
        return short
    west, east = min(one[0] for one in many), max(one[2] for one in many)
    return (
        (west, short[1], east, short[3]) if east - west <= AS_FAR * (short[2] - short[0]) else short
    )


def _turned(bounds: Bounds, whole: Bounds) -> Bounds:
    """Turn stored bounds by whole circles to where they are nearest to the middle of others."""
    west, south, east, north = continuous(bounds)
    middle = (west + east) / 2
    turn = nearest(middle, (whole[0] + whole[2]) / 2) - middle
    return west + turn, south, east + turn, north


def _projected(bounds: Bounds) -> Bounds:
    """Stretch latitudes as Web Mercator does, in degrees of the equator."""
    west, south, east, north = bounds
    return west, _stretched(south), east, _stretched(north)


def _stretched(lat: float) -> float:
    on_the_map = math.radians(max(-MAP_END, min(MAP_END, lat)))
    return math.degrees(math.asinh(math.tan(on_the_map)))


def _latitude(stretched: float) -> float:
    return math.degrees(math.atan(math.sinh(math.radians(stretched))))


def round_outward(bounds: Sequence[float]) -> list[float]:
    """Round bounds outward: to a hundredth of a degree, those of a town finer."""
    west, south, east, north = bounds
    parts = 100 if max(east - west, north - south) > TOWN_DEGREES else 10_000
    return [
        sign * math.ceil(round(sign * degrees * parts, 6)) / parts
        for degrees, sign in zip(bounds, (-1, -1, 1, 1), strict=True)
    ]
