"""What the builder collects: places with their names, and the pieces that outlines are made of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from shapely.geometry.base import BaseGeometry

from geodata.gazetteer.entries import Extent
from geodata.gazetteer.names import name_key

NAME, ALIAS, ABBREVIATION, DEMONYM = range(4)
"""How a place is found; the order is that of ``geodata.gazetteer.entries.MATCHES``."""
LONGEST_KEY: Final = 80
"""Longer names are no names of places."""

WEIGHTS: Final[Mapping[str, int]] = {
    **{"country": 1000, "continent": 990, "ocean": 950, "territory": 880, "sea": 870},
    **{"region": 850, "province": 730, "former-area": 730, "informal-area": 780, "gulf": 780},
    **{"strait": 780, "canal": 740, "mountain-range": 760, "desert": 760, "bay": 740},
    **{"islands": 760, "island": 740, "peninsula": 740, "cape": 640, "lake": 600, "reservoir": 570},
    **{"river": 560, "district": 430, "mountain": 700, "volcano": 690, "pass": 640, "valley": 650},
}
"""How much a kind weighs among places of one name, in tenths; a town of 100,000 has 700."""


@dataclass
class Row:
    """One place, while the file is built."""

    id: str
    name: str
    kind: str
    code: str
    source: str
    lon: float = 0.0
    lat: float = 0.0
    country: str = ""
    unit: str = ""
    population: int = 0
    wikidata: str = ""
    rank: int = 0
    """Added to the weight of its kind."""
    extent: Extent | None = None
    cut: bool = False
    dispute: str = ""
    spelled: dict[str, str] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    pieces: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make it found by its name."""
        self.call(self.name, match=NAME)

    def call(self, *names: str, match: int = ALIAS) -> None:
        """Make it found by more names; the best way to find it counts."""
        for name in names:
            key = name_key(name)
            if key and len(key) <= LONGEST_KEY and "//" not in name:
                self.keys[key] = min(match, self.keys.get(key, match))

    @property
    def geonames(self) -> int:
        """The number of GeoNames, or 0."""
        return int(self.id.removeprefix("geonames:")) if self.id.startswith("geonames:") else 0

    @property
    def importance(self) -> int:
        """How likely it is meant, in tenths: by its kind, and by its people where it is a town."""
        if self.kind in WEIGHTS:
            return WEIGHTS[self.kind] + self.rank
        return round(200 + 100 * math.log10(max(self.population, 10))) + self.rank


class Collection:
    """All places by id, and all pieces by number."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.rows: dict[str, Row] = {}
        self.pieces: list[BaseGeometry] = []

    def add(self, row: Row) -> Row:
        """Take in a place; one whose id is there already is refused."""
        if row.id in self.rows:
            raise ValueError(f"{row.id} stands in the gazetteer twice; correct its tables")
        self.rows[row.id] = row
        return row

    def piece(self, geometry: BaseGeometry) -> int:
        """Take in a piece of an outline, or a course; return its number."""
        self.pieces.append(geometry)
        return len(self.pieces) - 1

    def of_kind(self, *kinds: str) -> Iterable[Row]:
        """Return the places of some kinds."""
        return [row for row in self.rows.values() if row.kind in kinds]
