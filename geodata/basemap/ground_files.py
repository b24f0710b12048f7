"""Makes the files of the ground: the world in one, finer levels in cells (docs/geodata.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.basemap.borders import Key
from geodata.basemap.cells import cut, cut_line
from geodata.basemap.detail import COARSE_DETAIL, FINE_DETAIL, WORLD_DETAIL
from geodata.basemap.disputed_areas import AREAS, NO_OPINION, DisputedArea
from geodata.basemap.layers import Ground, Sources, build_ground, simplified
from geodata.basemap.name_files import everywhere, in_cells
from geodata.basemap.river_gaps import mended_rivers
from geodata.basemap.shapes import lines_in, polygons_in
from geodata.basemap.units import Unit
from geodata.basemap.write import Json
from geodata.ground.grid import COARSE, FINE, WORLD_DECIMALS, Cell, Level
from geodata.ground.packed import Packed, pack

ATTRIBUTION: Final = "Natural Earth (public domain); towns: GeoNames (CC BY 4.0). " + NO_OPINION
FEWEST_RING: Final = 6
"""Numbers: a ring of less than three points is none."""
FEWEST_LINE: Final = 4


def ground_files(
    sources: Sources, world: Sequence[Unit], fine: Sequence[Unit], names: Sequence[Json]
) -> dict[str, Json | list[Json]]:
    """Return the contents of every file by its name.

    Parameters
    ----------
    world, fine
        The units at the coarsest and at the finest level.
    names
        All labels.
    """
    details = {COARSE: COARSE_DETAIL, FINE: FINE_DETAIL}
    units = {COARSE: simplified(sources.units, COARSE_DETAIL, dissolved=False), FINE: fine}
    rivers = mended_rivers(sources.rivers, fine)
    levels = {
        level: _cells(build_ground(sources, units[level], rivers, detail), names, level)
        for level, detail in details.items()
    }
    first = build_ground(sources, world, rivers, WORLD_DETAIL)
    files: dict[str, Json | list[Json]] = {
        "world.json": _world_file(first, levels),
        "labels.json": everywhere(names),
    }
    for level, cells in levels.items():
        files |= {level.file(cell): content for cell, content in cells.items()}
    return files


def _world_file(ground: Ground, levels: Mapping[Level, Mapping[Cell, Json]]) -> Json:
    """Return the file of the whole world, which also says which cells the levels have.

    Parameters
    ----------
    levels
        The cells of the finer levels, in the order of their zooms.
    """
    unit = _unit(WORLD_DECIMALS)
    shapes = {area.id: _polygons(shape, unit) for area, shape in ground.disputed}
    return {
        "attribution": ATTRIBUTION,
        "bbox": [-180, -90, 180, 90],
        "unit": unit,
        "land": _polygons(ground.land, unit),
        "lakes": _polygons(ground.lakes, unit),
        "borders": [
            {"kind": key.kind, "name": key.name, "note": key.note, "lines": _lines(line, unit)}
            for key, line in ground.borders.items()
        ],
        "rivers": [
            {"rank": rank, "lines": lines} for rank, lines in _by_rank(ground, unit).items()
        ],
        "disputed": [_told(area) | {"polygons": shapes.get(area.id, [])} for area in AREAS],
        "levels": [_index(level, cells) for level, cells in levels.items()],
    }


def _cells(ground: Ground, names: Sequence[Json], level: Level) -> dict[Cell, Json]:
    """Return the contents of each cell of a level that has any."""
    unit = _unit(level.decimals)
    cells: dict[Cell, Json] = defaultdict(dict)
    for cell, shape in cut(ground.land, level):
        _add(cells[cell], "land", _polygons(shape, unit))
    for cell, shape in cut(ground.lakes, level):
        _add(cells[cell], "lakes", _polygons(shape, unit))
    for key, line in ground.borders.items():
        for cell, parts in _cut_lines(line, level, unit):
            _add(cells[cell], "borders", [_border(key) | {"lines": parts}])
    for rank, lines in _rivers_of(ground).items():
        for cell, parts in _cut_lines(shapely.union_all(lines), level, unit):
            _add(cells[cell], "rivers", [{"rank": rank, "lines": parts}])
    for area, whole in ground.disputed:
        for cell, polygons in _cut_polygons(whole, level, unit):
            _add(cells[cell], "disputed", [{"id": area.id, "polygons": polygons}])
    for cell, named in in_cells(names, level).items():
        cells[cell]["names"] = named
    return {cell: cells[cell] for cell in sorted(cells)}


def _told(area: DisputedArea) -> Json:
    """Return what is said of an area, here alone: it may be too small to be drawn at this level."""
    return {
        "id": area.id,
        "title": area.title,
        "administered_by": area.administered_by,
        "claimed_by": area.claimed_by,
        "note": area.note,
    }


def _border(key: Key) -> Json:
    """Return what a cell says of a line; notes stand in the file of the world."""
    found: Json = {"kind": key.kind}
    if key.name:
        found["name"] = key.name
    if key.from_zoom:
        found["from"] = key.from_zoom
    return found


def _index(level: Level, cells: Mapping[Cell, Json]) -> Json:
    """Return which cells of a level have a file: "1" in the rows from south to north."""
    rows = [
        "".join("1" if (column, row) in cells else "0" for column in range(level.columns))
        for row in range(level.rows)
    ]
    return {
        "name": level.name,
        "from": level.from_zoom,
        "cell": level.cell_deg,
        "unit": _unit(level.decimals),
        "cells": rows,
    }


def _by_rank(ground: Ground, unit: float) -> dict[int, list[Packed]]:
    return {
        rank: _lines(shapely.union_all(lines), unit) for rank, lines in _rivers_of(ground).items()
    }


def _rivers_of(ground: Ground) -> dict[int, list[BaseGeometry]]:
    found: dict[int, list[BaseGeometry]] = defaultdict(list)
    for river in ground.rivers:
        found[river.rank].append(river.course)
    return dict(sorted(found.items()))


def _cut_lines(
    line: BaseGeometry, level: Level, unit: float
) -> Iterable[tuple[Cell, list[Packed]]]:
    """Give the pieces of a line in each cell, those of one cell together."""
    found: dict[Cell, list[BaseGeometry]] = defaultdict(list)
    for cell, part in cut_line(line, level):
        found[cell].append(part)
    for cell, parts in found.items():
        if packed := _lines(shapely.union_all(parts), unit):
            yield cell, packed


def _cut_polygons(
    whole: BaseGeometry, level: Level, unit: float
) -> Iterable[tuple[Cell, list[list[Packed]]]]:
    found: dict[Cell, list[list[Packed]]] = defaultdict(list)
    for cell, part in cut(whole, level):
        found[cell] += _polygons(part, unit)
    return ((cell, polygons) for cell, polygons in found.items() if polygons)


def _add(cell: Json, key: str, items: list[Any]) -> None:
    if items:
        cell.setdefault(key, []).extend(items)


def _polygons(shape: BaseGeometry, unit: float) -> list[list[Packed]]:
    """Return polygons, each as its outer ring and its holes, but for what the unit is too large."""
    found = []
    for polygon in polygons_in(shape):
        outer, *holes = [_ring(ring, unit) for ring in (polygon.exterior, *polygon.interiors)]
        if outer:
            found.append([outer, *[hole for hole in holes if hole]])
    return found


def _ring(ring: BaseGeometry, unit: float) -> Packed:
    """Return a ring without its last point, which is the first again; nothing for a sliver."""
    points = shapely.get_coordinates(ring)
    packed = pack(points[:-1], unit)
    return packed if len(packed) >= FEWEST_RING else []


def _lines(shape: BaseGeometry, unit: float) -> list[Packed]:
    merged = lines_in(shapely.line_merge(shape))
    packed = [pack(shapely.get_coordinates(line), unit) for line in merged.geoms]
    return [line for line in packed if len(line) >= FEWEST_LINE]


def _unit(decimals: int) -> float:
    return 10.0**-decimals
