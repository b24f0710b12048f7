"""The course of a river as a graph: its vertices, and the steps between them."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from itertools import pairwise
from typing import Final

from shapely.geometry import LineString, MultiLineString

Vertex = tuple[float, float]
"""Longitude and latitude, rounded so that those of two countries' versions meet."""
DECIMALS: Final = 4
SHORTCUT_DEG: Final = 0.015
"""Steps longer than this may be shortcuts."""
DETOUR: Final = 4.0
"""How much longer the way with the bends may be than the shortcut."""


class RiverGraph:
    """Vertices and steps, with the groups of what hangs together."""

    def __init__(self, course: MultiLineString) -> None:
        """Take every step once, whichever country has it."""
        self._next: dict[Vertex, set[Vertex]] = defaultdict(set)
        self._group: dict[Vertex, Vertex] = {}
        for line in course.geoms:
            points = [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in line.coords]
            for one, other in pairwise(points):
                if one != other:
                    self._next[one].add(other)
                    self._next[other].add(one)
                    self.tie(one, other)

    def drop_shortcuts(self) -> None:
        """Take away each long step beside which a way of shorter ones leads to the same vertex."""
        steps = {
            (min(one, other), max(one, other)) for one, all in self._next.items() for other in all
        }
        for one, other in sorted(steps, key=lambda step: (-math.dist(*step), step)):
            length = math.dist(one, other)
            if length < SHORTCUT_DEG:
                return
            self._unlink(one, other)
            if not self._leads(one, other, within=length * DETOUR, longest=length):
                self._link(one, other)

    def ends(self) -> list[Vertex]:
        """Return the vertices from which only one step leads."""
        return sorted(vertex for vertex, beside in self._next.items() if len(beside) == 1)

    def back_from(self, end: Vertex, steps: int) -> Vertex:
        """Return the vertex that lies some steps behind an end, or as many as there are."""
        before, here = end, next(iter(self._next[end]))
        for _ in range(steps - 1):
            onwards = sorted(self._next[here] - {before})
            if len(onwards) != 1:
                break
            before, here = here, onwards[0]
        return here

    def lines(self) -> list[LineString]:
        """Return every step as a line."""
        return [
            LineString([one, other])
            for one, beside in self._next.items()
            for other in beside
            if one < other
        ]

    def tied(self, one: Vertex, other: Vertex) -> bool:
        """Tell whether two vertices hang together."""
        return self._root(one) == self._root(other)

    def tie(self, one: Vertex, other: Vertex) -> None:
        """Hold that two vertices hang together."""
        self._group[self._root(one)] = self._root(other)

    def _root(self, vertex: Vertex) -> Vertex:
        path = []
        while (above := self._group.get(vertex, vertex)) != vertex:
            path.append(vertex)
            vertex = above
        for one in path:
            self._group[one] = vertex
        return vertex

    def _link(self, one: Vertex, other: Vertex) -> None:
        self._next[one].add(other)
        self._next[other].add(one)

    def _unlink(self, one: Vertex, other: Vertex) -> None:
        self._next[one].discard(other)
        self._next[other].discard(one)

    def _leads(self, start: Vertex, goal: Vertex, *, within: float, longest: float) -> bool:
        """Tell whether steps, none longer than another, lead to a vertex within a length."""
        best = {start: 0.0}
        heap = [(0.0, start)]
        while heap:
            gone, here = heapq.heappop(heap)
            if here == goal:
                return True
            if gone > best[here]:
                continue
            for there in self._next[here]:
                step = math.dist(here, there)
                far = gone + step
                if (
                    step <= longest
                    and far + math.dist(there, goal) <= within
                    and far < best.get(there, math.inf)
                ):
                    best[there] = far
                    heapq.heappush(heap, (far, there))
        return False
