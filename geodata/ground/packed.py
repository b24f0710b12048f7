"""Packs lines and rings as whole numbers: the first point, then steps from point to point."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Packed = list[int]
"""x, y, then dx, dy of every further point, in units of the file."""


def pack(points: NDArray[np.float64], unit_deg: float) -> Packed:
    """Return points as whole numbers of a unit; a point that equals the one before it is left out.

    Parameters
    ----------
    points
        (n, 2): longitude, latitude in WGS 84 degrees.
    unit_deg
        The unit, in degrees.
    """
    whole = np.round(np.asarray(points, dtype=float) / unit_deg).astype(np.int64)
    steps = np.diff(whole, axis=0)
    kept = steps[(steps != 0).any(axis=1)]
    found: Packed = np.concatenate([whole[:1], kept]).ravel().tolist()
    return found


def unpack(packed: Sequence[int], unit_deg: float) -> NDArray[np.float64]:
    """Return what was packed: (n, 2), longitude and latitude in WGS 84 degrees."""
    steps = np.asarray(packed, dtype=np.int64).reshape(-1, 2)
    return np.cumsum(steps, axis=0).astype(np.float64) * unit_deg
