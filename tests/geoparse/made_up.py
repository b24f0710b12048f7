"""A gazetteer of a few places, quick and made up of real ones, for tests that need no file."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.gazetteer.entries import Match, Sense
from geodata.gazetteer.names import name_key
from geodata.geoparse.lookup import Lookup

TEXAS, FRANCE, USA, KENTUCKY, PAKISTAN, BALOCHISTAN = 1, 2, 3, 4, 5, 6


def sense(
    number: int,
    name: str,
    kind: str,
    country: str,
    lat: float,
    lon: float,
    *,
    unit: int = 0,
    population: int = 0,
    importance: int = 500,
    match: Match = "name",
    code: str = "",
) -> Sense:
    """Return a sense; its id is made of its number."""
    return Sense(
        number=number,
        id=f"geonames:{number}",
        name=name,
        kind=kind,
        code=code or {"country": "A.PCLI", "province": "A.ADM1"}.get(kind, "P.PPL"),
        country=country,
        unit=unit,
        lon=lon,
        lat=lat,
        population=population,
        importance=importance,
        match=match,
        dispute="",
    )


PLACES: dict[str, Sequence[Sense]] = {
    "Paris": (
        sense(10, "Paris", "city", "FR", 48.85, 2.35, population=2_138_551, importance=880),
        sense(11, "Paris", "city", "US", 33.66, -95.56, unit=TEXAS, population=24_171),
        sense(12, "Paris", "city", "US", 38.21, -84.25, unit=KENTUCKY, population=9_870),
    ),
    "Texas": (sense(TEXAS, "Texas", "province", "US", 31.25, -99.25, importance=780),),
    "Kentucky": (sense(KENTUCKY, "Kentucky", "province", "US", 37.5, -85, importance=770),),
    "France": (sense(FRANCE, "France", "country", "FR", 46, 2, importance=1000),),
    "United States": (sense(USA, "United States", "country", "US", 39.8, -98.5, importance=1000),),
    "US": (
        sense(
            *(USA, "United States", "country", "US", 39.8, -98.5),
            importance=1000,
            match="abbreviation",
        ),
    ),
    "Tex.": (
        sense(
            *(TEXAS, "Texas", "province", "US", 31.25, -99.25),
            importance=780,
            match="abbreviation",
        ),
    ),
    "Pakistan": (sense(PAKISTAN, "Pakistan", "country", "PK", 30, 70, importance=1000),),
    "Pakistani": (
        sense(*(PAKISTAN, "Pakistan", "country", "PK", 30, 70), importance=1000, match="demonym"),
    ),
    "Afghan": (sense(7, "Afghanistan", "country", "AF", 33, 66, importance=1000, match="demonym"),),
    "Tajikistan": (sense(8, "Tajikistan", "country", "TJ", 39, 71, importance=1000),),
    "Balochistan": (sense(BALOCHISTAN, "Balochistan", "province", "PK", 28, 66, importance=760),),
    "Quetta": (
        sense(
            *(13, "Quetta", "city", "PK", 30.18, 67.0),
            unit=BALOCHISTAN,
            population=733_675,
            importance=790,
        ),
    ),
    "Islamabad": (
        sense(
            *(14, "Islamabad", "city", "PK", 33.72, 73.04),
            population=601_600,
            importance=900,
            code="P.PPLC",
        ),
    ),
    "Khorasan": (sense(15, "Khorasan", "informal-area", "", 36, 60, importance=780),),
    "Henderson County": (
        sense(16, "Henderson County", "district", "US", 32.2, -95.85, unit=TEXAS, importance=430),
    ),
    "Henderson": (
        sense(17, "Henderson", "city", "US", 36.04, -114.98, population=285_667, importance=745),
    ),
    "Nile": (sense(18, "Nile", "river", "", 25, 32.5, importance=760),),
    "Reading": (
        sense(19, "Reading", "city", "GB", 51.45, -0.97, population=218_705, importance=730),
    ),
    "Arab world": (sense(20, "Arab world", "region", "", 25, 20, importance=850),),
    "Bantam": (sense(21, "Bantam", "city", "US", 41.7, -73.2, population=759, importance=488),),
    "Barton": (sense(22, "Barton", "city", "GB", 54.5, -1.6, population=900, importance=495),),
}
_BY_KEY = {name_key(name): senses for name, senses in PLACES.items()}


def made_up_senses(key: str, most: int) -> Sequence[Sense]:
    """Answer as ``Gazetteer.senses`` does."""
    return tuple(_BY_KEY.get(key, ()))[:most]


def made_up_lookup() -> Lookup:
    """Return a look-up of the made-up gazetteer."""
    return Lookup(made_up_senses)
