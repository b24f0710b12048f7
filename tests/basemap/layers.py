"""Reads the committed ground as it is stored: every level, its cells put together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiPolygon, Polygon

from geodata.ground.files import FOLDER, read, world
from geodata.ground.grid import COARSE, FINE, LEVELS, Box
from geodata.ground.packed import unpack

BASEMAP: Final = FOLDER
LEVEL_NAMES: Final = ("world", COARSE.name, FINE.name)
BETWEEN: Final = frozenset({"international", "disputed", "line-of-control"})
"""Kinds of lines between countries."""
Json = dict[str, Any]
Step = tuple[int, int, int, int]
"""Two neighbouring points of a line in the file's units, the lesser first."""


@cache
def sheets(level: str) -> list[tuple[Json, float, Box]]:
    """Return the files of a level: contents, unit, what each covers."""
    if level == "world":
        return [(dict(world()), world()["unit"], (-180, -90, 180, 90))]
    (grid,) = [one for one in LEVELS if one.name == level]
    (index,) = [one for one in world()["levels"] if one["name"] == level]
    return [
        (read(grid.file((column, row))), index["unit"], grid.box((column, row)))
        for row, cells in enumerate(index["cells"])
        for column, there in enumerate(cells)
        if there == "1"
    ]


@cache
def labels() -> list[Json]:
    """Return the names that every reader gets."""
    found: list[Json] = read("labels.json")
    return found


@cache
def cell_names(level: str) -> list[list[Any]]:
    """Return the names of a level's cells with coordinates in degrees."""
    return [
        [entry[0], entry[1], entry[2] * unit, entry[3] * unit, *entry[4:]]
        for content, unit, _ in sheets(level)
        for entry in content.get("names", ())
    ]


@cache
def polygons(level: str, kind: str) -> tuple[shapely.STRtree, list[Polygon]]:
    """Return the areas of land or lakes of a level, and a tree to look them up."""
    found = [
        _polygon(rings, unit)
        for content, unit, _ in sheets(level)
        for rings in content.get(kind, ())
    ]
    return shapely.STRtree(found), found


def covers(level: str, kind: str, lat: float, lon: float) -> bool:
    """Tell whether a point lies in an area of a kind."""
    tree, found = polygons(level, kind)
    point = shapely.points(lon, lat)
    return any(found[int(index)].contains(point) for index in tree.query(point))


@cache
def disputed(level: str, area: str) -> MultiPolygon:
    """Return the outline of a disputed area."""
    return MultiPolygon(
        [
            _polygon(rings, unit)
            for content, unit, _ in sheets(level)
            for item in content.get("disputed", ())
            if item["id"] == area
            for rings in item["polygons"]
        ]
    )


def told(area: str) -> Json:
    """Return what is said of a disputed area."""
    (found,) = [item for item in world()["disputed"] if item["id"] == area]
    facts: Json = found
    return facts


def lines(level: str, kind: str) -> Iterator[tuple[Json, NDArray[np.float64]]]:
    """Give the lines of ``borders`` or ``rivers`` with what is said of each, degrees."""
    for content, unit, _ in sheets(level):
        for item in content.get(kind, ()):
            for line in item["lines"]:
                yield item, unpack(line, unit)


def named(level: str, name: str) -> list[LineString]:
    """Return the border lines that bear a name."""
    return [LineString(line) for item, line in lines(level, "borders") if item.get("name") == name]


def borders_within(level: str, box: Box, kinds: frozenset[str] = BETWEEN) -> list[LineString]:
    """Return the border lines of some kinds in the cells that a box meets."""
    return [
        LineString(line)
        for content, unit, extent in sheets(level)
        if _meet(extent, box)
        for item in content.get("borders", ())
        if item["kind"] in kinds
        for line in (unpack(one, unit) for one in item["lines"])
    ]


def coast_within(level: str, box: Box) -> list[LineString]:
    """Return every step of the coast in the cells that a box meets, as a line."""
    found = []
    for sheet in sheets(level):
        if _meet(sheet[2], box):
            unit = sheet[1]
            steps = np.array(sorted(_coast_of(*sheet)), dtype=float).reshape(-1, 2, 2) * unit
            found += [LineString(step) for step in steps.round(4)]
    return found


def border_told(name: str) -> Json:
    """Return what the file of the world says of the border line with a name."""
    (found,) = [item for item in world()["borders"] if item["name"] == name]
    return {key: found[key] for key in ("kind", "name", "note")}


def border_steps(level: str) -> list[Step]:
    """Return every step of every border line."""
    return [
        step
        for content, _, _ in sheets(level)
        for item in content.get("borders", ())
        for line in item["lines"]
        for step in _steps(_points(line))
    ]


def coast_steps(level: str) -> set[Step]:
    """Return every step of the outlines of land, but for those along the edges of the files."""
    return {step for sheet in sheets(level) for step in _coast_of(*sheet)}


def longest_step_deg(level: str, kind: str) -> float:
    """Return the longest step of a level's lines, in degrees of either axis."""
    return max(float(np.abs(np.diff(line, axis=0)).max()) for _, line in lines(level, kind))


def _coast_of(content: Json, unit: float, box: Box) -> Iterator[Step]:
    west, south, east, north = (round(edge / unit) for edge in box)
    for ring in (ring for rings in content.get("land", ()) for ring in rings):
        points = _points(ring)
        for x, y, to_x, to_y in _steps([*points, points[0]]):
            cut = (x == to_x and x in (west, east)) or (y == to_y and y in (south, north))
            if not cut:
                yield (x, y, to_x, to_y)


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]


def _polygon(rings: list[list[int]], unit: float) -> Polygon:
    outer, *holes = [unpack(ring, unit) for ring in rings]
    return Polygon(outer, holes)


def _points(packed: list[int]) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in unpack(packed, 1.0)]


def _steps(points: list[tuple[int, int]]) -> list[Step]:
    return [(*min(one, other), *max(one, other)) for one, other in pairwise(points)]
