"""Reads the files of the ground: which there are, and the coordinates in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from geodata.ground.grid import LEVELS, Box, Cell, Level
from geodata.ground.packed import unpack

FOLDER: Final = Path(__file__).parents[2] / "static" / "basemap"
WORLD_FILE: Final = "world.json"
NAMES_FILE: Final = "labels.json"
KEPT_FILES: Final = 64
WIDEST_FINER_DEG: Final = 45.0
"""A picture that shows more than this is drawn from the file of the whole world."""
Points = NDArray[np.float64]
"""(n, 2): longitude, latitude, WGS 84 degrees."""
Content = Mapping[str, Any]


@lru_cache(maxsize=KEPT_FILES)
def read(name: str) -> Any:
    """Return what a file of the ground holds; it is shared, and not to be changed."""
    return json.loads(path_of(name).read_text("utf-8"))


def path_of(name: str) -> Path:
    """Return where a file of the ground lies."""
    return FOLDER / name


def world() -> Content:
    """Return the file of the whole world."""
    found: Content = read(WORLD_FILE)
    return found


def files_in(level: Level, boxes: Iterable[Box]) -> list[str]:
    """Return the names of the files that a level has for some boxes, in their order, each once."""
    (index,) = [one for one in world()["levels"] if one["name"] == level.name]
    cells = dict.fromkeys(cell for box in boxes for cell in level.cells_in(box))
    return [level.file(cell) for cell in cells if _has(index, cell)]


def all_names() -> list[tuple[str, Mapping[str, str]]]:
    """Return every name that the map has at the first two levels, with those in other languages."""
    first = [(one["name"], one["names"]) for one in read(NAMES_FILE)]
    files = files_in(LEVELS[0], [(-180, -90, 179.9, 89.9)])
    rest = [entry for name in files for entry in read(name).get("names", ())]
    return [*first, *((entry[1], entry[5] if len(entry) > 5 else {}) for entry in rest)]


@dataclass(frozen=True)
class Sheet:
    """A file of the ground, to read coordinates from."""

    content: Content
    unit_deg: float

    def land(self) -> list[list[Points]]:
        """Return the areas of land: each its outer ring and its holes, closed."""
        return self._areas("land")

    def lakes(self) -> list[list[Points]]:
        """Return the lakes, as the land."""
        return self._areas("lakes")

    def borders(self) -> list[Points]:
        """Return the lines between countries, of whatever status."""
        return [
            unpack(line, self.unit_deg)
            for item in self.content.get("borders", ())
            if item["kind"] != "admin1"
            for line in item["lines"]
        ]

    def _areas(self, key: str) -> list[list[Points]]:
        return [[self._closed(ring) for ring in rings] for rings in self.content.get(key, ())]

    def _closed(self, ring: Sequence[int]) -> Points:
        points = unpack(ring, self.unit_deg)
        return np.vstack([points, points[:1]])


def sheets(box: Box) -> list[Sheet]:
    """Return the files for a picture of a box: of the whole world, or of a finer level's cells."""
    if box[2] - box[0] > WIDEST_FINER_DEG:
        return [Sheet(world(), world()["unit"])]
    level = LEVELS[0]
    return [Sheet(read(name), 10.0**-level.decimals) for name in files_in(level, [box])]


def _has(index: Content, cell: Cell) -> bool:
    rows: Sequence[str] = index["cells"]
    return rows[cell[1]][cell[0]] == "1"
