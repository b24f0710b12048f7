"""Chooses the files of the ground that an edition without a server carries with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from geodata.ground.files import NAMES_FILE, WORLD_FILE, files_in, path_of, read
from geodata.ground.grid import COARSE, FINE, Box
from geodata.model.circle import continuous
from geodata.model.edition import Edition
from geodata.model.places import Place

MOST_BYTES: Final = 2_500_000
"""What the files may take, besides those of the whole world."""
AROUND_DEG: Final = 2.0
"""How much of its surroundings is carried with a place."""
LARGEST_DEG: Final = 12.0
"""Places larger than this are shown at the coarser level alone."""


def carried(edition: Edition) -> dict[str, Any]:
    """Return files by name: the world, and as many cells about the places as there is room for.

    The coarser level comes first, and the cells of small places before those about large ones;
    where there is none the reader sees the next coarser level.
    """
    found = {name: read(name) for name in (WORLD_FILE, NAMES_FILE)}
    room = MOST_BYTES
    for name in dict.fromkeys(_wanted(edition.places)):
        size = path_of(name).stat().st_size
        if size <= room:
            room -= size
            found[name] = read(name)
    return found


def _wanted(places: Iterable[Place]) -> Iterator[str]:
    """Give the names of the files that the places ask for, the most needed first."""
    boxes = sorted((_around(place) for place in places), key=_size)
    yield from files_in(COARSE, boxes)
    yield from files_in(FINE, [box for box in boxes if _size(box) <= LARGEST_DEG + 2 * AROUND_DEG])


def _around(place: Place) -> Box:
    west, south, east, north = continuous(place.bounds)
    return (west - AROUND_DEG, south - AROUND_DEG, east + AROUND_DEG, north + AROUND_DEG)


def _size(box: Box) -> float:
    return max(box[2] - box[0], box[3] - box[1])
