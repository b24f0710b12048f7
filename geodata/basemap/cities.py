"""Says from which zoom each town is named: by its people, and by how near a larger one is."""

from __future__ import annotations

import itertools
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.basemap.capitals import capitals_of
from geodata.basemap.labels import label
from geodata.basemap.towns import LEFT_OUT, LOCAL_NAMES, TOWNS
from geodata.basemap.write import Json

Town = Mapping[str, Any]

RULES: Final[Mapping[int, Sequence[tuple[int, float]]]] = {
    4: ((5_000_000, 0.5),),
    5: ((1_500_000, 0.5), (300_000, 4.0)),
    6: ((500_000, 0.35), (100_000, 1.2), (20_000, 3.0)),
    7: ((150_000, 0.2), (30_000, 0.5), (5_000, 1.5)),
    8: ((50_000, 0.12), (10_000, 0.25), (1_000, 0.8)),
    9: ((15_000, 0.06), (3_000, 0.12), (500, 0.4)),
    10: ((5_000, 0.03), (1_000, 0.06)),
}
"""From a zoom on, a town is named that has so many people and is so far, in degrees of the map's
equator, from those that are named already."""
LAST_ZOOM: Final = 11
"""Every town is named from here on."""
BY_HAND_ONLY: Final = frozenset({"AF", "PK", "TJ"})
"""Countries whose figures count districts for some towns."""
FIRST_BY_RULE: Final = 8
"""Zoom below which their towns are named by hand alone."""
LARGE_CAPITAL: Final = 1_000_000
PLAIN_SPELLING: Final = frozenset(
    {*("AE", "BD", "EG", "IN", "IQ", "IR", "JO", "LB", "LK", "LY", "MA", "MM", "NP", "OM")}
    | {*("SA", "SD", "SY", "YE")}
)
"""Countries whose transliterated town names are written without marks on the letters."""


def build_cities(towns: Sequence[Town], states: Mapping[str, Town]) -> list[Json]:
    """Return the labels of all towns, the largest first."""
    order = sorted(towns, key=lambda town: (-town["population"], town["geonameid"]))
    capitals = capitals_of(order, states)
    zooms = town_zooms([town for town in order if town["geonameid"] not in LEFT_OUT], capitals)
    return [
        _label(town, zooms[town["geonameid"]], capital=town["geonameid"] in capitals)
        for town in order
        if town["geonameid"] in zooms
    ]


def town_zooms(towns: Sequence[Town], capitals: set[int]) -> dict[int, int]:
    """Return the zoom from which each town is named, by its GeoNames id.

    Parameters
    ----------
    towns
        The largest first: a town keeps off those that are named before it.
    """
    found: dict[int, int] = {}
    for town in towns:
        id = town["geonameid"]
        if by_hand := TOWNS.get(id):
            found[id] = by_hand[0]
        elif id in capitals:
            found[id] = 4 if town["population"] > LARGE_CAPITAL else 5
    for zoom, rules in RULES.items():
        found |= dict.fromkeys(_named_at(zoom, rules, towns, found), zoom)
    return {town["geonameid"]: found.get(town["geonameid"], LAST_ZOOM) for town in towns}


def _named_at(
    zoom: int, rules: Sequence[tuple[int, float]], towns: Sequence[Town], named: Mapping[int, int]
) -> Iterator[int]:
    """Give the ids of the towns that are named from a zoom on and not before."""
    before = [town for town in towns if named.get(town["geonameid"], LAST_ZOOM) <= zoom]
    open_ = [town for town in towns if town["geonameid"] not in named and _may(town, zoom, rules)]
    away = _to_nearest(open_, before)
    added = _Near(max(gap for _, gap in rules))
    for town, distance in zip(open_, away, strict=True):
        gap = min(gap for people, gap in rules if town["population"] >= people)
        if distance >= gap and added.is_free(town, gap):
            added.add(town)
            yield town["geonameid"]


def _may(town: Town, zoom: int, rules: Sequence[tuple[int, float]]) -> bool:
    by_hand = town["countrycode"] in BY_HAND_ONLY and zoom < FIRST_BY_RULE
    return not by_hand and town["population"] >= min(people for people, _ in rules)


def _to_nearest(towns: Sequence[Town], others: Sequence[Town]) -> NDArray[np.float64]:
    """Return how far each town is from the nearest of others, in degrees of the map's equator."""
    if not towns or not others:
        return np.full(len(towns), np.inf)
    tree = shapely.STRtree(shapely.points([_at(one) for one in others]))
    (_, _), found = tree.query_nearest(
        shapely.points([_at(one) for one in towns]), return_distance=True, all_matches=False
    )
    distances: NDArray[np.float64] = found
    return distances


class _Near:
    """Towns by cells as large as the largest gap that is asked for."""

    def __init__(self, side: float) -> None:
        self._side = side
        self._cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def add(self, town: Town) -> None:
        x, y = _at(town)
        self._cells[int(x // self._side), int(y // self._side)].append((x, y))

    def is_free(self, town: Town, gap: float) -> bool:
        """Tell whether no town is nearer than a gap."""
        x, y = _at(town)
        column, row = int(x // self._side), int(y // self._side)
        around = itertools.product((column - 1, column, column + 1), (row - 1, row, row + 1))
        return all(
            math.dist(other, (x, y)) >= gap
            for cell in around
            for other in self._cells.get(cell, ())
        )


def _at(town: Town) -> tuple[float, float]:
    """Return where a town is on the map, in degrees of its equator: names crowd there, not here."""
    lat = math.radians(max(-85.0, min(85.0, town["latitude"])))
    return town["longitude"], math.degrees(math.asinh(math.tan(lat)))


def _label(town: Town, zoom: int, *, capital: bool) -> Json:
    """Return a town's label."""
    by_hand = TOWNS.get(town["geonameid"])
    name = by_hand[1] if by_hand else _spelling(town)
    rank = max(1, zoom - 3 - capital)
    entry = label("city", name, town["latitude"], town["longitude"], rank, zoom)
    entry["capital"] = capital
    spellings = {town["name"], *town["alternatenames"]}
    local = LOCAL_NAMES.get(town["geonameid"], {})
    entry["names"] = {tag: text for tag, text in local.items() if text in spellings}
    return entry


def _spelling(town: Town) -> str:
    """Return a town's name, without marks on its letters where English leaves them out."""
    name: str = town["name"]
    if town["countrycode"] not in PLAIN_SPELLING:
        return name
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
