"""Packs outlines and lines into few bytes, on a grid, so that shared vertices stay shared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

GRID_PER_DEG: Final = 10_000
"""Steps of the grid in a degree: one is at most 11 m."""
_AREA, _LINE = 0, 1

Shape = Polygon | MultiPolygon | LineString | MultiLineString


def pack(shape: Shape) -> bytes:
    """Return a geometry in WGS 84 degrees, (longitude, latitude), as bytes.

    Whole numbers of seven bits a byte: what it is, the count of its parts, of each part's rings, of
    each ring's points, then the steps from point to point on the grid.
    """
    parts = shapely.get_parts(shape)
    if isinstance(shape, Polygon | MultiPolygon):
        kind, areas = _AREA, [part for one in parts if (part := _rings(one))]
    else:
        grids = [_on_grid(shapely.get_coordinates(one)) for one in parts]
        kind, areas = _LINE, [[grid] for grid in grids if len(grid) > 1]
    counts = [len(one) for one in areas]
    grids = [grid for one in areas for grid in one]
    head = [kind, len(counts), *counts, *map(len, grids)]
    points = np.concatenate(grids) if grids else np.zeros((0, 2), np.int64)
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), np.int64)).ravel()
    return _varints(np.concatenate([np.array(head, np.int64), (steps << 1) ^ (steps >> 63)]))


def unpack(data: bytes) -> MultiPolygon | MultiLineString:
    """Return the geometry that ``pack`` made bytes of: WGS 84 degrees, (longitude, latitude)."""
    numbers = _numbers(data)
    kind, parts = int(numbers[0]), int(numbers[1])
    rings = numbers[2 : 2 + parts]
    at = 2 + parts + int(rings.sum())
    lengths = numbers[2 + parts : at]
    steps = (numbers[at:] >> 1) ^ -(numbers[at:] & 1)
    points = np.cumsum(steps.reshape(-1, 2), axis=0) / GRID_PER_DEG
    pieces = np.split(points, np.cumsum(lengths)[:-1])
    if kind == _LINE:
        return MultiLineString([LineString(piece) for piece in pieces if len(piece)])
    polygons, first = [], 0
    for count in rings.tolist():
        own = pieces[first : first + count]
        polygons.append(Polygon(own[0], own[1:]))
        first += count
    return MultiPolygon(polygons)


def joined(pieces: Sequence[BaseGeometry]) -> MultiPolygon:
    """Return pieces of one coverage as one area, their shared borders gone."""
    try:
        whole: BaseGeometry = shapely.coverage_union_all(pieces)
    except shapely.errors.GEOSException:
        # An islet that was mended has vertices of its own; the general way takes longer.
        whole = shapely.union_all(pieces)
    return MultiPolygon([one for one in shapely.get_parts(whole) if isinstance(one, Polygon)])


def _rings(polygon: Polygon) -> list[NDArray[np.int64]]:
    """Return a polygon's rings on the grid, without last points; none that hold nothing there."""
    grids = [_on_grid(shapely.get_coordinates(polygon.exterior))[:-1]]
    grids += [_on_grid(shapely.get_coordinates(ring))[:-1] for ring in polygon.interiors]
    if not _holds_something(grids[0]):
        return []
    return [grid for grid in grids if _holds_something(grid)]


def _holds_something(grid: NDArray[np.int64]) -> bool:
    x, y = grid.T
    return len(grid) > 2 and bool(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def _on_grid(points: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return points in steps of the grid, none twice in a row."""
    grid = np.rint(points * GRID_PER_DEG).astype(np.int64)
    kept = np.ones(len(grid), bool)
    kept[1:] = (grid[1:] != grid[:-1]).any(axis=1)
    return grid[kept]


def _varints(numbers: NDArray[np.int64]) -> bytes:
    """Return numbers of at least nought, seven bits a byte, the lowest first."""
    width = 5
    shifts = np.arange(width, dtype=np.int64) * 7
    septets = (numbers[:, None] >> shifts) & 0x7F
    used = np.maximum(1, width - (septets[:, ::-1] != 0).argmax(axis=1))
    used[numbers == 0] = 1
    index = np.arange(width)
    septets[index[None, :] < used[:, None] - 1] |= 0x80
    found: bytes = septets[index[None, :] < used[:, None]].astype(np.uint8).tobytes()
    return found


def _numbers(data: bytes) -> NDArray[np.int64]:
    """Return the numbers that ``_varints`` wrote."""
    septets = np.frombuffer(data, np.uint8).astype(np.int64)
    ends = septets < 0x80
    starts = np.concatenate([[0], np.flatnonzero(ends)[:-1] + 1])
    group: NDArray[np.int64] = np.cumsum(ends) - ends
    place = np.arange(len(septets)) - starts[group]
    found: NDArray[np.int64] = np.add.reduceat((septets & 0x7F) << (7 * place), starts)
    return found
