"""Measures how well Russian and French texts are read; run as a module, it prints a row for each.

A name counts as found where its span is exactly the marked one. A place counts as right within
``NEAR_KM`` of the marked point. What is no town has no one point: it is right, too, where the
marked point lies within ``NEAR_KM`` of its outline or course or, if the gazetteer has neither, in
its extent or within ``FAR_KM``.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shapely import Point
from shapely.ops import nearest_points

from geodata.gazetteer.gazetteer import Gazetteer, open_gazetteer
from geodata.geoparse.geoparser import Geoparser, open_geoparser
from geodata.geoparse.values import Mention, Place

LANGUAGES = ("ru", "fr")
FOLDER = Path(__file__).parent
NEAR_KM = 161
FAR_KM = 500
EARTH_RADIUS_KM = 6371.0
TOWNS = ("city", "village", "neighbourhood", "district")


@dataclass(frozen=True)
class Marked:
    """A name as marked, [start, end) in code points, and a point of its place (WGS 84)."""

    start: int
    end: int
    text: str
    lon: float
    lat: float


@dataclass(frozen=True)
class MarkedText:
    id: str
    text: str
    places: tuple[Marked, ...]


@dataclass(frozen=True)
class Score:
    """What is found of the marked names, and how many of their places are right."""

    marked: int
    found: int
    exact: int
    resolved: int
    right: int

    @property
    def f1(self) -> float:
        return 2 * self.exact / (self.marked + self.found)

    @property
    def accuracy(self) -> float:
        """Of the names that are found exactly and get a place."""
        return self.right / self.resolved

    @property
    def of_all(self) -> float:
        """Of all marked names, found or not."""
        return self.right / self.marked


def marked_texts(language: str) -> list[MarkedText]:
    lines = (FOLDER / f"{language}.jsonl").read_text("utf-8").splitlines()
    return [
        MarkedText(one["id"], one["text"], tuple(Marked(**each) for each in one["places"]))
        for one in map(json.loads, lines)
    ]


def score(geoparser: Geoparser, gazetteer: Gazetteer, texts: Sequence[MarkedText]) -> Score:
    marked = found = exact = resolved = right = 0
    for one in texts:
        mentions = _by_span(geoparser.parse(one.text).mentions)
        marked += len(one.places)
        found += len(mentions)
        for place in one.places:
            mention = mentions.get((place.start, place.end))
            exact += mention is not None
            if mention is not None and mention.place is not None:
                resolved += 1
                right += is_right(gazetteer, mention.place, place)
    return Score(marked, found, exact, resolved, right)


def _by_span(mentions: Sequence[Mention]) -> dict[tuple[int, int], Mention]:
    """Return the names among mentions: adjectives and descriptions are not marked."""
    names = [part for one in mentions for part in (one, *one.parts)]
    return {
        (one.toponym.span.start, one.toponym.span.end): one
        for one in names
        if one.toponym.kind in ("name", "dateline", "metonym")
    }


def is_right(gazetteer: Gazetteer, place: Place, marked: Marked) -> bool:
    far = distance_km(place.lon, place.lat, marked.lon, marked.lat)
    if far <= NEAR_KM or place.kind in TOWNS:
        return far <= NEAR_KM
    point, shape = Point(marked.lon, marked.lat), gazetteer.shape(place.id)
    if isinstance(shape, Point):
        extent = gazetteer.get(place.id).extent
        return far <= FAR_KM or (extent is not None and _lies_in(marked, extent))
    nearest = nearest_points(shape, point)[0]
    return distance_km(nearest.x, nearest.y, marked.lon, marked.lat) <= NEAR_KM


def _lies_in(marked: Marked, extent: Sequence[float]) -> bool:
    west, south, east, north = extent
    across = west > east
    inside = marked.lon >= west or marked.lon <= east if across else (west <= marked.lon <= east)
    return inside and south <= marked.lat <= north


def distance_km(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Return the distance of two points on the globe (WGS 84 degrees)."""
    east, north = math.radians(other_lon - lon), math.radians(other_lat - lat)
    half = (
        math.sin(north / 2) ** 2
        + math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def main() -> int:
    """Print a row for each language."""
    gazetteer = open_gazetteer()
    geoparser = open_geoparser(quotations=False, gazetteer=gazetteer)
    for language in LANGUAGES:
        texts = marked_texts(language)
        geoparser.parse(texts[0].text)  # loads the model
        began = time.process_time()
        result = score(geoparser, gazetteer, texts[1:])
        seconds = time.process_time() - began
        result = score(geoparser, gazetteer, texts)
        words = sum(len(one.text.split()) for one in texts[1:])
        print(
            f"{language}: F1 {result.f1:.3f}, accuracy {result.accuracy:.3f} of {result.resolved}, "
            f"{result.of_all:.3f} of all {result.marked}, {words / seconds:,.0f} words a second"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
