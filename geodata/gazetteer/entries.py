"""The values that the gazetteer answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Match = Literal["name", "alias", "abbreviation", "demonym", ""]
"""How an entry was found: by its name, by another of its names … ; "" where by its id."""
MATCHES: tuple[Match, ...] = ("name", "alias", "abbreviation", "demonym")
"""In the order in which the file counts them."""
Extent = tuple[float, float, float, float]
"""West, south, east, north, in degrees; west is greater than east where it crosses 180°."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What is disputed about a place: who administers it, who claims it, in neutral words."""

    id: str
    title: str
    administered_by: str
    claimed_by: str
    note: str


@dataclass(frozen=True, slots=True)
class Source:
    """A data set that entries come from, and the licence of its data."""

    name: str
    licence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One place; coordinates are WGS 84 degrees."""

    id: str
    """Such as geonames:1167528, naturalearth:1159106721 or atlas:sahel."""
    name: str
    kind: str
    """The kind of place: country, province, city, river …"""
    code: str
    """GeoNames' feature class and code, such as P.PPLA."""
    country: str
    """ISO 3166-1 alpha-2; "" for what lies in none, or in several."""
    unit: str
    """The id of the first-level unit that it lies in; "" where it is not known."""
    unit_name: str
    lon: float
    lat: float
    extent: Extent | None
    """``None`` for a place that is known as a point."""
    population: int
    """0 where the source gives none."""
    geonames: str
    wikidata: str
    names: Mapping[str, str] = field(hash=False)
    """Names by language (BCP 47), where the source says which language a name is of."""
    has_shape: bool
    """Whether ``Gazetteer.shape`` has more than the point."""
    dispute: Dispute | None
    source: Source
    match: Match


@dataclass(frozen=True, slots=True)
class Sense:
    """One of the places that a name may mean, as far as choosing between them needs it."""

    number: int
    """Of the file; ``unit`` refers to it. It changes with every build."""
    id: str
    name: str
    kind: str
    code: str
    country: str
    unit: int
    """The number of the first-level unit that it lies in; 0 where it is not known."""
    lon: float
    lat: float
    population: int
    importance: int
    """How likely it is meant where nothing else is known: 300 for a village, 1000 for a country."""
    match: Match
    dispute: str
    """What is disputed about it, in neutral words; "" where nothing is."""
