"""Reads the named rivers and takes out the straight jumps that the source strings into them."""

from __future__ import annotations

import json
import sqlite3
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyproj
from shapely.geometry import LineString, MultiLineString

from geodata.basemap.shapes import joined
from geodata.writing.whole_folders import scratch

DATABASE = "pyworldatlas_mapdata_standard/data/maps.sqlite3"
LONGEST_STEP_DEG = 0.3
"""Two points further apart than this belong to different stretches of a river."""
RANKS_KM = (2500, 1500, 900, 500, 250)
"""A river longer than the first is of rank 1, and so on; the rest are of rank 6."""
SHARED_NAMES = frozenset({"River", "Grande", "Negro", "Salado", "Colorado", "San Juan"})
"""Names of several rivers that the source adds up to one: none of them ranks above 3."""


@dataclass(frozen=True)
class River:
    """A named river; rank 1 is the longest."""

    name: str
    rank: int
    course: MultiLineString
    """WGS 84."""


def read_rivers(package: Path) -> list[River]:
    """Return the named rivers, sorted by name.

    The source holds a river once for every country it touches, its stretches strung
    together by straight lines and unrolled across the antimeridian; here it stands once,
    cut wherever two points are more than ``LONGEST_STEP_DEG`` apart.
    """
    stretches: dict[str, list[LineString]] = defaultdict(list)
    for payload in _payloads(package):
        for river in json.loads(zlib.decompress(payload))["rivers"]:
            stretches[river["name"]] += cut_at_jumps(river["points"])
    courses = {name: joined(lines) for name, lines in sorted(stretches.items()) if name and lines}
    return [River(name, _rank(name, course), course) for name, course in courses.items()]


def cut_at_jumps(points: Sequence[Sequence[float]]) -> list[LineString]:
    """Return the stretches of a course between its jumps; longitudes wrapped into ±180°."""
    course = np.array(points, dtype=float).reshape(-1, 2)
    course[:, 0] = (course[:, 0] + 180.0) % 360.0 - 180.0
    jumps = np.abs(np.diff(course, axis=0)).max(axis=1) > LONGEST_STEP_DEG
    parts = np.split(course, np.flatnonzero(jumps) + 1)
    lines = [LineString(part) for part in parts if len(part) > 1]
    return [line for line in lines if line.length > 0]


def _rank(name: str, course: MultiLineString) -> int:
    """Return a river's rank by its length on the ellipsoid."""
    km = pyproj.Geod(ellps="WGS84").geometry_length(course) / 1000
    rank = next((rank for rank, least in enumerate(RANKS_KM, 1) if km > least), 6)
    return max(rank, 3) if name in SHARED_NAMES else rank


def _payloads(package: Path) -> list[bytes]:
    """Return each country's compressed record."""
    with zipfile.ZipFile(package) as wheel, scratch() as folder:
        database = sqlite3.connect(wheel.extract(DATABASE, folder))
        rows = database.execute("select payload from country_map order by alpha2").fetchall()
        database.close()
    return [row[0] for row in rows]
