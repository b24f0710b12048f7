"""Cuts geometry into the cells of a level, by halves: each vertex is looked at few times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geodata.ground.grid import Cell, Level

ASIDE_DEG: Final = 1e-7
"""Lines are cut so far to the north-east of the cells' edges: one that runs along an edge, as
borders on round meridians do, lies in one cell then. Far less than a unit of the coordinates."""


def cut(geometry: BaseGeometry, level: Level) -> Iterator[tuple[Cell, BaseGeometry]]:
    """Give the part of an area in each cell that it meets, WGS 84 degrees."""
    for part in shapely.get_parts(geometry):
        yield from _halved(part, level, (0, 0), (level.columns, level.rows))


def cut_line(line: BaseGeometry, level: Level) -> Iterator[tuple[Cell, BaseGeometry]]:
    """Give the part of a line in each cell that it meets; what runs along an edge in one alone."""
    for cell, part in cut(translate(line, -ASIDE_DEG, -ASIDE_DEG), level):
        yield cell, translate(part, ASIDE_DEG, ASIDE_DEG)


def _halved(
    geometry: BaseGeometry, level: Level, low: Cell, high: Cell
) -> Iterator[tuple[Cell, BaseGeometry]]:
    """Give the parts in the cells from ``low`` up to, but not including, ``high``."""
    low, high = _reached(geometry, level, low, high)
    if geometry.is_empty or low[0] >= high[0] or low[1] >= high[1]:
        return
    wide, tall = high[0] - low[0], high[1] - low[1]
    if wide == tall == 1:
        yield low, geometry
        return
    if wide >= tall:
        middle = low[0] + wide // 2
        halves = ((low, (middle, high[1])), ((middle, low[1]), high))
    else:
        middle = low[1] + tall // 2
        halves = ((low, (high[0], middle)), ((low[0], middle), high))
    for one, other in halves:
        west, south, _, _ = level.box(one)
        _, _, east, north = level.box((other[0] - 1, other[1] - 1))
        inside = geometry.intersection(shapely.box(west, south, east, north))
        yield from _halved(inside, level, one, other)


def _reached(geometry: BaseGeometry, level: Level, low: Cell, high: Cell) -> tuple[Cell, Cell]:
    """Return the range of cells narrowed to those that the geometry's bounds reach."""
    if geometry.is_empty:
        return low, low
    west, south, east, north = geometry.bounds
    side = level.cell_deg
    # What lies at the world's edge belongs to its last cells.
    first = (max(0, int((west + 180) // side)), max(0, int((south + 90) // side)))
    last = (int((east + 180) // side) + 1, int((north + 90) // side) + 1)
    return (
        (max(low[0], first[0]), max(low[1], first[1])),
        (min(high[0], last[0]), min(high[1], last[1])),
    )
