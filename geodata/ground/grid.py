"""The cells that a level of the ground is cut into: squares of degrees, counted from −180, −90."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

Box = tuple[float, float, float, float]
"""West, south, east, north, degrees."""
Cell = tuple[int, int]
"""Column, counted eastwards from 180° W, and row, counted northwards from 90° S."""


@dataclass(frozen=True)
class Level:
    """One level of detail that is cut into cells."""

    name: str
    """Also how the names of its files begin."""
    from_zoom: float
    """Web map zoom from which it is drawn."""
    cell_deg: int
    """The side of a cell; a divisor of 180."""
    decimals: int
    """Of the coordinates, in degrees."""

    def box(self, cell: Cell) -> Box:
        """Return what a cell covers."""
        west, south = cell[0] * self.cell_deg - 180, cell[1] * self.cell_deg - 90
        return (west, south, west + self.cell_deg, south + self.cell_deg)

    @property
    def columns(self) -> int:
        """How many cells lie side by side around the world."""
        return 360 // self.cell_deg

    @property
    def rows(self) -> int:
        """How many cells lie from pole to pole."""
        return 180 // self.cell_deg

    def cells_in(self, box: Box) -> list[Cell]:
        """Return the cells that a box meets; its east may lie beyond 180."""
        west, south, east, north = box
        first, last = self._step(west + 180), self._step(east + 180)
        low, high = self._row(south), self._row(north)
        columns = range(first, min(last, first + self.columns - 1) + 1)
        return [(column % self.columns, row) for row in range(low, high + 1) for column in columns]

    def _step(self, degrees: float) -> int:
        return math.floor(degrees / self.cell_deg)

    def _row(self, lat: float) -> int:
        return max(0, min(self.rows - 1, self._step(lat + 90)))

    def file(self, cell: Cell) -> str:
        """Return the name of a cell's file."""
        return f"{self.name}-{cell[0]}-{cell[1]}.json"


COARSE: Final = Level("coarse", from_zoom=5, cell_deg=20, decimals=3)
FINE: Final = Level("fine", from_zoom=7, cell_deg=5, decimals=4)
LEVELS: Final = (COARSE, FINE)
WORLD_DECIMALS: Final = 2
"""Of the coordinates of the file of the whole world."""
