"""Says how finely each level of the ground is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.ground.grid import COARSE, FINE, WORLD_DECIMALS


@dataclass(frozen=True)
class Detail:
    """How a level is generalised."""

    tolerance_deg: float
    """Of the Visvalingam simplification: triangles smaller than its square go."""
    decimals: int
    """Of the coordinates, in degrees."""
    islet_deg2: float
    """Islands smaller than this are left out."""
    lake_deg2: float
    """Lakes smaller than this are left out."""
    line_deg: float
    """By how much the course of a river may be moved."""
    until_zoom: float
    """Lines of first-level units that are drawn from here on only are left out."""
    river_ranks: int
    """Rivers up to this rank are drawn."""
    river_part_deg: float
    """Stretches of a river shorter than this are left out."""


WORLD_DETAIL = Detail(
    tolerance_deg=0.08,
    decimals=WORLD_DECIMALS,
    islet_deg2=0.03,
    lake_deg2=0.15,
    line_deg=0.05,
    until_zoom=0,
    river_ranks=2,
    river_part_deg=0.3,
)
COARSE_DETAIL = Detail(
    tolerance_deg=0.012,
    decimals=COARSE.decimals,
    islet_deg2=0.0005,
    lake_deg2=0.001,
    line_deg=0.008,
    until_zoom=FINE.from_zoom,
    river_ranks=6,
    river_part_deg=0.03,
)
FINE_DETAIL = Detail(
    tolerance_deg=0.004,
    decimals=FINE.decimals,
    islet_deg2=0.0,
    lake_deg2=0.0,
    line_deg=0.002,
    until_zoom=99,
    river_ranks=6,
    river_part_deg=0.0,
)
