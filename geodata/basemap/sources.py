"""Reads all that the layers and the gazetteer's shapes are made of, corrected."""

from __future__ import annotations

from pathlib import Path

from geodata.basemap import claim_lines, naturalearth, packages
from geodata.basemap.borders import unsettled_vertices
from geodata.basemap.corrections import CARVED
from geodata.basemap.layers import Sources
from geodata.basemap.naturalearth import CULTURAL, PHYSICAL, Record
from geodata.basemap.rivers import read_rivers
from geodata.basemap.units import Unit, carve, load_units, mark_disputed


def read_sources(cache: Path) -> Sources:
    """Return all that the layers are made of, corrected; downloads what the cache lacks."""
    world = packages.fetch(packages.COUNTRIES, cache)
    countries = naturalearth.read_shapes(world, CULTURAL + "ne_10m_admin_0_countries")
    lines = naturalearth.read_shapes(world, CULTURAL + "ne_10m_admin_0_boundary_lines_land")
    raw = naturalearth.read_units(packages.fetch(packages.ADMIN1, cache))
    return Sources(
        units=_units(cache, raw, countries),
        countries=countries,
        unsettled=unsettled_vertices(lines),
        lakes=naturalearth.read_shapes(world, PHYSICAL + "ne_10m_lakes"),
        rivers=read_rivers(packages.fetch(packages.RIVERS, cache)),
        raw_units=raw,
    )


def _units(cache: Path, raw: list[Record], countries: list[Record]) -> list[Unit]:
    """Return the first-level units, corrected, with the disputed areas as units of their own."""
    units = load_units(raw, countries)
    outlines = {record["ADM0_A3"]: record.geometry for record in countries} | {
        "western-sahara-west": naturalearth.read_western_sahara(
            packages.fetch(packages.SAHARA, cache)
        ),
        "aksai-chin": claim_lines.AKSAI_CHIN,
        "shaksgam-valley": claim_lines.SHAKSGAM,
        "golan-heights": claim_lines.GOLAN_HEIGHTS,
        "southern-kuril-islands": claim_lines.SOUTHERN_KURILS,
    }
    for code, country, out_of in CARVED:
        units = carve(units, outlines[code], code=code, country=country, out_of=out_of)
    return mark_disputed(units)
