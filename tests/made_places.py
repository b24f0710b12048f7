"""Real places for made editions, drawn by chance from the gazetteer: towns, units, water.

WGS 84 degrees, (longitude, latitude). Their outlines are simplified, so that a thousand places are
no more than some megabytes.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from typing import Any, Final

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.gazetteer.gazetteer import open_gazetteer
from geodata.gazetteer.schema import COORDINATE_STEPS
from geodata.gazetteer.unpacking import unpacked

SHARES: Final = {"country": 0.1, "province": 0.2, "river": 0.04, "lake": 0.03, "sea": 0.03}
"""Which part of the places are of a kind, as far as there are so many; the rest are towns."""
AREAS: Final = ("country", "province", "lake", "sea")
FIRST_DEGREES: Final = 6.0
"""The region reaches so far to either side of its middle for a few places …"""
DEGREES_A_PLACE: Final = 0.3
"""… and so much farther for every place; from some number on it is the whole world."""
CHOICE: Final = 4
"""Of a kind, so many times as many of the best known places of the region are drawn from."""
TOLERANCE: Final = 0.02
_SMALLEST_CITY: Final = 5_000


def made_places(count: int, chance: random.Random) -> list[dict[str, Any]]:
    """Return so many places as features of places.geojson, the same for the same chance."""
    with sqlite3.connect(f"{unpacked().as_uri()}?mode=ro", uri=True) as file:
        found: list[tuple[Any, ...]] = []
        region = _region(file, count, chance)
        for kind, share in SHARES.items():
            found += _drawn(file, kind, round(share * count), region, chance)
        found += _drawn(file, "city", count - len(found), region, chance)
    file.close()
    if len(found) < count:
        raise LookupError(f"The region has {len(found)} places only; {count} are wanted.")
    chance.shuffle(found)
    return _features(found)


def _region(
    file: sqlite3.Connection, count: int, chance: random.Random
) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a region around a large city, off 180°."""
    cities = file.execute(
        "select lon, lat from places where kind = 'city' and population > 1000000 order by n"
    ).fetchall()
    lon, lat = (one / COORDINATE_STEPS for one in chance.choice(cities))
    reach = FIRST_DEGREES + DEGREES_A_PLACE * count
    return max(-179.9, lon - reach), max(-60.0, lat - reach), min(179.9, lon + reach), lat + reach


def _drawn(
    file: sqlite3.Connection,
    kind: str,
    count: int,
    region: tuple[float, float, float, float],
    chance: random.Random,
) -> list[tuple[Any, ...]]:
    west, south, east, north = (round(one * COORDINATE_STEPS) for one in region)
    shape = "" if kind == "city" else "and exists (select 1 from parts where parts.place = p.n)"
    rows = file.execute(
        "select own_id, geonames, name, kind, country, lon, lat from places p "
        f"where kind = ? and lon between ? and ? and lat between ? and ? {shape} "
        "and (kind <> 'city' or population > ?) order by importance desc, n limit ?",
        (kind, west, east, south, north, _SMALLEST_CITY, CHOICE * count),
    ).fetchall()
    return chance.sample(rows, min(count, len(rows)))


def _features(rows: Sequence[tuple[Any, ...]]) -> list[dict[str, Any]]:
    gazetteer = open_gazetteer()
    features: list[dict[str, Any]] = []
    for own, geonames, name, kind, country, lon, lat in rows:
        point: BaseGeometry = shapely.Point(lon / COORDINATE_STEPS, lat / COORDINATE_STEPS)
        shape = (
            point if kind == "city" else _outline(gazetteer.shape(own or f"geonames:{geonames}"))
        )
        name = " ".join(unicodedata.normalize("NFC", name).split())
        properties: dict[str, Any] = {
            "id": f"{_slug(name)}-{geonames or len(features)}", "title": name,
            "description": f"drawn by chance ({country or 'no country'})", "class": kind,
            "names": {"en": name}, "local": [],
            "precision": "administrative" if kind in AREAS else "exact",
            "precision_note": "As the gazetteer has it.", "basis": "text", "basis_source": "",
            "as_of": "", "within": "", "within_bounds": None, "within_note": "Not said.",
            "tolerance_km": 0, "geonames": str(geonames or ""), "wikidata": "",
            "source": "the gazetteer", "licence": "as the gazetteer says",
            "method": "simplified for tests", "administered_by": "", "claimed_by": "",
            "dispute_note": "",
        }  # fmt: skip
        geometry = json.loads(shapely.to_geojson(shape))
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return features


def _outline(shape: BaseGeometry) -> BaseGeometry:
    """Return a simpler shape, still sound, without its smallest parts."""
    simple = shapely.set_precision(shape.simplify(TOLERANCE), 1e-4)
    parts = [one for one in shapely.get_parts(simple) if one.area > TOLERANCE**2 or one.length > 1]
    lines = [one for one in parts if one.geom_type == "LineString"]
    areas = [one for one in parts if one.geom_type == "Polygon"]
    if lines:
        return shapely.MultiLineString(lines) if len(lines) > 1 else lines[0]
    return (shapely.MultiPolygon(areas) if len(areas) > 1 else areas[0]) if areas else shape


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))[:40].strip("-") or "place"
