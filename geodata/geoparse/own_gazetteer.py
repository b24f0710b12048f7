"""A gazetteer of one's own, laid over the built-in one: a CSV or GeoJSON file of places.

CSV has a head and the columns ``name``, ``lon``, ``lat`` (WGS 84 degrees), and if wanted ``id``,
``kind``, ``country`` (ISO 3166-1 alpha-2), ``population``, ``names`` (more names, parted by ``|``).
GeoJSON is a FeatureCollection with the same as properties and any geometry; an area or a line is
represented by a point in it. A name that it has is looked up here first.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from geodata.gazetteer.entries import Sense
from geodata.gazetteer.names import name_key
from geodata.geoparse.errors import OwnGazetteerError
from geodata.geoparse.lookup import SensesOf
from geodata.model.base import shorten
from geodata.model.kinds import KINDS

LARGEST_BYTES: Final = 50_000_000
MOST_ROWS: Final = 200_000
_NEEDED: Final = ("name", "lon", "lat")
_IMPORTANCE: Final = 1000
"""As a country's: who lays a gazetteer over the built-in one means its places."""


def over(own: Mapping[str, tuple[Sense, ...]], senses: SensesOf) -> SensesOf:
    """Return a source that answers from one's own places first, then from another source."""

    def both(key: str, most: int) -> Sequence[Sense]:
        return (*own.get(key, ()), *senses(key, most))[:most]

    return both


def read_own_gazetteer(path: Path) -> dict[str, tuple[Sense, ...]]:
    """Return one's own places by the keys of their names (``name_key``).

    Raises
    ------
    OwnGazetteerError
        If the file is too large, is neither, or a row of it is wrong; the message names the row.
    """
    if path.stat().st_size > LARGEST_BYTES:
        _refuse(path, f"It has more than {LARGEST_BYTES:,} bytes.", "Cut it down.")
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(path, "It is not UTF-8 text.", "Save it as UTF-8.")
    rows = _features(path, text) if text.lstrip()[:1] == "{" else _table(path, text)
    found: dict[str, tuple[Sense, ...]] = {}
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            _refuse(path, f"It has more than {MOST_ROWS:,} places.", "Cut it down.")
        sense = _sense(path, number, row)
        for name in (sense.name, *_more(row.get("names"))):
            if key := name_key(name):
                found[key] = (*found.get(key, ()), sense)
    return found


def _table(path: Path, text: str) -> Iterable[Mapping[str, Any]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        _refuse(path, f"The column {missing[0]!r} is missing.", f"Name {', '.join(_NEEDED)}.")
    try:
        yield from reader
    except csv.Error as error:
        _refuse(path, f"It cannot be read as CSV: {error}.", "Save it as CSV again.")


def _features(path: Path, text: str) -> Iterable[Mapping[str, Any]]:
    from shapely import GEOSException
    from shapely.geometry import shape

    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        _refuse(path, f"It is not JSON: {error}.", "Write a GeoJSON FeatureCollection.")
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list):
        _refuse(path, "It is no FeatureCollection.", "Write a GeoJSON FeatureCollection.")
    for number, feature in enumerate(features, 1):
        try:
            point = shape(feature["geometry"]).representative_point()
            yield {**feature["properties"], "lon": point.x, "lat": point.y}
        except (KeyError, TypeError, ValueError, AttributeError, GEOSException):
            _refuse(path, f"Feature {number} has no properties, or no geometry.", "Give it both.")


def _sense(path: Path, number: int, row: Mapping[str, Any]) -> Sense:
    name = str(row.get("name") or "").strip()
    kind = str(row.get("kind") or "city").strip()
    if not name_key(name):
        _refuse(path, f"Place {number} has no name.", "Give it one.")
    if kind not in KINDS:
        _refuse(path, f"Place {number}: {shorten(kind)} is no kind of place.", "See kinds.py.")
    lon, lat = (_number(path, number, row, column) for column in ("lon", "lat"))
    if abs(lon) > 180 or abs(lat) > 90:
        _refuse(path, f"Place {number} lies off the globe: {lon}, {lat}.", "Give lon, then lat.")
    people = _number(path, number, row, "population") if row.get("population") else 0.0
    known = KINDS[kind]
    return Sense(
        number=-number,
        id=str(row.get("id") or f"own:{number}")[:200],
        name=name,
        kind=kind,
        code=f"{known.feature_class}.{known.feature_code}",
        country=str(row.get("country") or "").strip().upper()[:2],
        unit=0,
        lon=lon,
        lat=lat,
        population=max(0, int(people)),
        importance=_IMPORTANCE,
        match="name",
        dispute="",
    )


def _number(path: Path, number: int, row: Mapping[str, Any], column: str) -> float:
    try:
        found = float(row[column])
    except (KeyError, TypeError, ValueError):
        found = math.nan
    if not math.isfinite(found):
        value = shorten(str(row.get(column)))
        _refuse(path, f"Place {number}: its {column} is {value}.", "Write a number.")
    return found


def _more(names: object) -> list[str]:
    if isinstance(names, list):
        return [str(one) for one in names]
    return str(names).split("|") if names else []


def _refuse(path: Path, fault: str, cure: str) -> NoReturn:
    raise OwnGazetteerError(f"{path}: {fault} Cure: {cure}")
