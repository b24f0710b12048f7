"""Says how finely, and where, each layer file of the basemap is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.basemap.shapes import Box


@dataclass(frozen=True)
class Detail:
    """The extent and the generalisation of one layer file."""

    name: str
    bbox: Box
    tolerance_deg: float
    """Of the Visvalingam simplification: triangles smaller than its square go."""
    decimals: int
    """Of the coordinates, in degrees."""
    islet_deg2: float
    """Islands smaller than this are left out."""
    lake_deg2: float
    """Lakes smaller than this are left out."""
    admin1_of: frozenset[str]
    """Countries (three letters) whose first-level lines are drawn."""
    river_ranks: int
    """Rivers up to this rank are drawn."""
    river_part_deg: float
    """Stretches of a river shorter than this are left out."""


WORLD = Detail(
    name="world",
    bbox=(-180.0, -90.0, 180.0, 90.0),
    tolerance_deg=0.13,
    decimals=2,
    islet_deg2=0.08,
    lake_deg2=0.3,
    admin1_of=frozenset(),
    river_ranks=2,
    river_part_deg=0.8,
)
FOCUS = Detail(
    name="focus",
    bbox=(25.0, 20.0, 82.0, 58.0),
    tolerance_deg=0.012,
    decimals=3,
    islet_deg2=0.0005,
    lake_deg2=0.001,
    admin1_of=frozenset({"PAK", "AFG", "TJK", "IRN", "UZB", "TKM", "KGZ", "KAZ"})
    | {"IND", "CHN", "RUS", "UKR", "TUR", "IRQ", "SAU", "OMN"},
    river_ranks=6,
    river_part_deg=0.03,
)
