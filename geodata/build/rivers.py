"""Reads the named rivers and takes out the straight jumps that the source strings into them."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zipfile
import zlib
from collections import defaultdict
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

DATABASE = "pyworldatlas_mapdata_standard/data/maps.sqlite3"
LONGEST_STEP_DEG = 0.3
"""Two points further apart than this belong to different stretches of a river."""


def read_rivers(package: Path) -> dict[str, BaseGeometry]:
    """Return the course of each named river, WGS 84, sorted by name.

    The source holds a river once for every country it touches, its stretches strung
    together by straight lines and unrolled across the antimeridian; here it stands once,
    cut wherever two points are more than ``LONGEST_STEP_DEG`` apart.
    """
    stretches: dict[str, list[LineString]] = defaultdict(list)
    for payload in _payloads(package):
        for river in json.loads(zlib.decompress(payload))["rivers"]:
            stretches[river["name"]] += cut_at_jumps(river["points"])
    return {
        name: shapely.line_merge(shapely.union_all(lines))
        for name, lines in sorted(stretches.items())
        if name and lines
    }


def cut_at_jumps(points: list[list[float]]) -> list[LineString]:
    """Return the stretches of a course between its jumps; longitudes wrapped into ±180°."""
    course = np.array(points, dtype=float).reshape(-1, 2)
    course[:, 0] = (course[:, 0] + 180.0) % 360.0 - 180.0
    jumps = np.abs(np.diff(course, axis=0)).max(axis=1) > LONGEST_STEP_DEG
    parts = np.split(course, np.flatnonzero(jumps) + 1)
    lines = [LineString(part) for part in parts if len(part) > 1]
    return [line for line in lines if line.length > 0]


def _payloads(package: Path) -> list[bytes]:
    """Return each country's compressed record."""
    with zipfile.ZipFile(package) as wheel, tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(wheel.extract(DATABASE, folder))
        rows = database.execute("select payload from country_map order by alpha2").fetchall()
        database.close()
    return [row[0] for row in rows]
