"""Finds the lines that neighbouring polygons share, each once; the rest of their edges is coast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

from geodata.basemap.shapes import joined

Pair = tuple[int, int]
"""Indices of the two polygons on either side of a line, the smaller first."""


def shared_lines(polygons: Sequence[BaseGeometry]) -> dict[Pair, MultiLineString]:
    """Return the borders of a coverage: for each two neighbours the line between them.

    Parameters
    ----------
    polygons
        A valid coverage: neighbours share their edges vertex for vertex.
    """
    segments, owners = _segments(polygons)
    order, starts = _group(segments)
    pairs: dict[Pair, list[int]] = defaultdict(list)
    for group in np.split(order, starts):
        if len(group) == 2 and owners[group[0]] != owners[group[1]]:
            first, second = sorted((int(owners[group[0]]), int(owners[group[1]])))
            pairs[first, second].append(int(group[0]))
    return {pair: _merge(segments[rows]) for pair, rows in sorted(pairs.items())}


def _segments(polygons: Sequence[BaseGeometry]) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Return every edge as x, y, x, y with its lesser end first, and the polygon it is of."""
    parts, part_owner = shapely.get_parts(np.asarray(polygons), return_index=True)
    rings, ring_part = shapely.get_rings(parts, return_index=True)
    ring_owner = part_owner[ring_part]
    points, point_ring = shapely.get_coordinates(rings, return_index=True)
    same_ring = point_ring[:-1] == point_ring[1:]
    start, end = points[:-1][same_ring], points[1:][same_ring]
    owner = ring_owner[point_ring[:-1][same_ring]]
    moved = (start != end).any(axis=1)
    start, end, owner = start[moved], end[moved], owner[moved]
    swap = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    low = np.where(swap[:, None], end, start)
    high = np.where(swap[:, None], start, end)
    return np.hstack([low, high]), owner


def _group(segments: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return an order that puts equal edges together, and where each further group begins."""
    order = np.lexsort(segments.T[::-1])
    ordered = segments[order]
    return order, np.flatnonzero((ordered[1:] != ordered[:-1]).any(axis=1)) + 1


def _merge(segments: NDArray[np.float64]) -> MultiLineString:
    """Join edges end to end into as few lines as can be."""
    return joined([LineString(pair) for pair in segments.reshape(-1, 2, 2)])
