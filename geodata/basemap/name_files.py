"""Sorts the names on the map into files: those that every reader needs, and those of a cell."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from geodata.basemap.write import Json
from geodata.ground.grid import COARSE, FINE, Cell, Level

LETTERS: Final = {"city": "c", "admin1": "a", "water": "w"}


def everywhere(names: Sequence[Json]) -> list[Json]:
    """Return the names that are fetched at once: of all countries, capitals, and of far views."""
    return [one for one in names if _is_first(one)]


def in_cells(names: Sequence[Json], level: Level) -> dict[Cell, list[list[Any]]]:
    """Return the names of a level by cell: letter of the kind, name, x, y, zoom; other languages.

    The coordinates are whole numbers of the level's unit. The finer level repeats the names of
    the coarser one, which a reader who comes by a link has not fetched.
    """
    until = FINE.from_zoom if level is COARSE else math.inf
    found: dict[Cell, list[list[Any]]] = defaultdict(list)
    for one in names:
        if not _is_first(one) and one["min_zoom"] < until:
            (cell,) = level.cells_in((one["lon"], one["lat"], one["lon"], one["lat"]))
            found[cell].append(_entry(one, level))
    return found


def _is_first(name: Json) -> bool:
    always = name["kind"] == "country" or name["capital"]
    return bool(always or name["min_zoom"] < COARSE.from_zoom)


def _entry(name: Json, level: Level) -> list[Any]:
    scale = 10**level.decimals
    place = (round(name["lon"] * scale), round(name["lat"] * scale))
    entry = [LETTERS[name["kind"]], name["name"], *place, name["min_zoom"]]
    return [*entry, name["names"]] if name["names"] else entry
