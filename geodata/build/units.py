"""Corrects the first-level units and says to which country and disputed area each belongs."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from geodata.build.naturalearth import clean
from geodata.build.status import AREAS

MERGED = {
    "SOL": "SOM",
    "CYN": "CYP",
    "CNM": "CYP",
    "KAB": "KAZ",
    "USG": "CUB",
    "KAS": "",
    "SPI": "",
    "BRT": "",
    "BRI": "",
}
"""Territories of Natural Earth's default view drawn in a country, or ("") in none."""

UKRAINIAN = ("RUS-283", "RUS-5482")
"""Crimea and Sevastopol: in Russia in the source, in Ukraine here (UNGA 68/262)."""

WHOLE_COUNTRY_UNITS = ("SPI", "BRI")
"""Areas that the first-level layer leaves as holes; taken from the country layer."""

NAMES_BY_GEONAMES = {
    "1168878": "Gilgit-Baltistan",
    "1164807": "Sindh",
    "1168873": "Khyber Pakhtunkhwa",
    "1162015": "Islamabad Capital Territory",
    "1179245": "Federally Administered Tribal Areas",
    "1183606": "Balochistan",
    "1221092": "Sughd",
    "6452615": "Districts of Republican Subordination",
    "6957555": "Panjshir",
    "6957553": "Daykundi",
    "1140025": "Herat",
    "1140043": "Helmand",
    "1127106": "Sar-e Pol",
    "1141268": "Ghazni",
    "1131257": "Paktia",
    "1142263": "Farah",
    "524925": "Moscow Oblast",
    "524894": "Moscow",
    "1347488": "Khatlon",
}
"""Present names where the source's are outdated, abbreviated or given to two units."""


def load_units(units: gpd.GeoDataFrame, countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return all units with ``unit``, ``country`` (three letters) and corrected names.

    The polygons stay one coverage; coordinates are WGS 84 degrees.
    """
    holes = countries[countries.ADM0_A3.isin(WHOLE_COUNTRY_UNITS)]
    extra = gpd.GeoDataFrame(
        {"adm1_code": holes.ADM0_A3, "adm0_a3": holes.ADM0_A3, "name": holes.NAME},
        geometry=holes.geometry,
        crs=4326,
    )
    extra.geometry = _subtract(list(extra.geometry), list(units.geometry))
    table: gpd.GeoDataFrame = pd.concat([units, extra], ignore_index=True)
    table["unit"] = table.adm1_code
    table["gn_id"] = table.gn_id.map(clean)
    table["name"] = [
        NAMES_BY_GEONAMES.get(geonames, clean(name))
        for geonames, name in zip(table.gn_id, table.name, strict=True)
    ]
    table["country"] = table.adm0_a3.map(lambda code: MERGED.get(code, code))
    table.loc[table.unit.isin(UKRAINIAN), "country"] = "UKR"
    return table


def carve(
    table: gpd.GeoDataFrame, outline: BaseGeometry, *, unit: str, country: str, out_of: frozenset[str]
) -> gpd.GeoDataFrame:
    """Make the part of some countries' units that lies inside an outline a unit of its own.

    Parameters
    ----------
    outline
        WGS 84; where it reaches beyond the countries in ``out_of``, their border is the limit.
    """
    table = table.copy()
    rows = table.index[table.country.isin(out_of) & table.intersects(outline)]
    inside = [polygons_of(table.geometry[row].intersection(outline)) for row in rows]
    table.loc[rows, "geometry"] = [
        polygons_of(table.geometry[row].difference(outline)) for row in rows
    ]
    new = gpd.GeoDataFrame(
        [{"unit": unit, "country": country, "adm0_a3": unit, "gn_id": "", "name": unit}],
        geometry=[polygons_of(shapely.union_all(inside))],
        crs=4326,
    )
    joined: gpd.GeoDataFrame = pd.concat([table, new], ignore_index=True)
    return joined[~joined.geometry.is_empty].reset_index(drop=True)


def mark_areas(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Add the column ``disputed``: the id of the disputed area that a unit is of, or ""."""
    table = table.copy()
    table["disputed"] = ""
    for area in AREAS:
        named = table.unit.isin(area.units) | table.adm0_a3.isin(area.units)
        table.loc[named, "disputed"] = area.id
    return table


def polygons_of(geometry: BaseGeometry) -> BaseGeometry:
    """Return only the polygons of a geometry; an empty one if it has none."""
    parts = [
        part
        for part in shapely.get_parts(shapely.get_parts(geometry))
        if part.geom_type == "Polygon"
    ]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def _subtract(
    geometries: list[BaseGeometry], others: list[BaseGeometry]
) -> list[BaseGeometry]:
    """Take from each geometry what any of the others already covers."""
    tree = shapely.STRtree(others)
    kept = []
    for geometry in geometries:
        near = [others[index] for index in tree.query(geometry, predicate="intersects")]
        kept.append(polygons_of(geometry.difference(shapely.union_all(near))))
    return kept
