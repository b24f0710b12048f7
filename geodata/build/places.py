"""Derives the geometry of the first edition's places and puts it into its places.geojson."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geodata.build.areas import band_along, drawn_inside, lowlands_about
from geodata.build.shapes import polygons_in, rounded, valid_polygons, without_islets
from geodata.build.topology import shared_lines
from geodata.build.write import Json, geometry_json

DECIMALS = 3
FATA, KHYBER_PAKHTUNKHWA, BALOCHISTAN, KHATLON = "PAK-1112", "PAK-1123", "PAK-1108", "TJK-367"
QUETTA = Point(67.00141, 30.18414)
CROCUS_CITY_HALL = Point(37.390278, 55.825833)
BORDER_HALF_WIDTH_KM = 50.0
ISLET_DEG2 = 0.01
ISLET_RUSSIA_DEG2 = 0.15


class PlaceError(Exception):
    """A place's geometry cannot be derived, or the file lacks the place."""


def place_geometry(fine: gpd.GeoDataFrame, coarse: gpd.GeoDataFrame) -> dict[str, BaseGeometry]:
    """Return each place's geometry by its id, WGS 84.

    Parameters
    ----------
    fine, coarse
        Units simplified as one coverage each, with ``unit`` and ``country``; ``coarse`` is
        used for Russia only.
    """
    balochistan = _of_units(fine, BALOCHISTAN)
    west = _of_units(fine, BALOCHISTAN, KHYBER_PAKHTUNKHWA, FATA)
    recipes: dict[str, Callable[[], BaseGeometry]] = {
        "balochistan": lambda: _plain(balochistan),
        "quetta": lambda: QUETTA,
        "tribal-areas": lambda: _plain(_of_units(fine, FATA)),
        "southern-tajikistan": lambda: _southern_tajikistan(fine),
        "russia-attack-site": lambda: CROCUS_CITY_HALL,
        "afghanistan": lambda: _plain(_of_country(fine, "AFG")),
        "pakistan": lambda: _plain(_of_country(fine, "PAK")),
        "russia": lambda: _plain(
            _of_country(coarse, "RUS"), islet_deg2=ISLET_RUSSIA_DEG2, decimals=2
        ),
        "turkey": lambda: _plain(_of_country(fine, "TUR")),
        "afghan-pakistani-border-region": lambda: _border_region(fine),
        "western-pakistani-provinces": lambda: _plain(
            drawn_inside(west, by_km=12.0, smooth_km=40.0)
        ),
    }
    return {place: recipe() for place, recipe in recipes.items()}


def update_places(path: Path, geometry: dict[str, BaseGeometry]) -> int:
    """Put new geometry into an edition's places, leaving every property as it stands.

    Returns
    -------
    bytes
        The size of the file written.

    Raises
    ------
    PlaceError
        If a place that the build derives is not in the file.
    """
    collection = json.loads(path.read_text(encoding="utf-8"))
    found = {item["properties"]["id"] for item in collection["features"]}
    if missing := sorted(set(geometry) - found):
        raise PlaceError(f"{path.name} lacks the places {missing}; add them with their properties")
    for item in collection["features"]:
        shape = geometry.get(item["properties"]["id"])
        if shape is not None:
            item["geometry"] = geometry_json(shape)
    text = _readable(collection)
    path.write_text(text, encoding="utf-8")
    return len(text.encode())


def _readable(collection: Json) -> str:
    """Return a collection as text: one property a line, each geometry on one line."""
    features = []
    for item in collection["features"]:
        properties = ",\n".join(
            f"        {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in item["properties"].items()
        )
        geometry = json.dumps(item["geometry"], separators=(",", ":"))
        features.append(
            f'    {{\n      "type": "Feature",\n      "properties": {{\n{properties}\n      }},\n'
            f'      "geometry": {geometry}\n    }}'
        )
    body = ",\n".join(features)
    return f'{{\n  "type": "FeatureCollection",\n  "features": [\n{body}\n  ]\n}}\n'


def _of_units(units: gpd.GeoDataFrame, *codes: str) -> BaseGeometry:
    """Return the union of first-level units."""
    return _union(units[units.unit.isin(codes)], codes)


def _of_country(units: gpd.GeoDataFrame, code: str) -> BaseGeometry:
    """Return a country as the basemap draws it."""
    return _union(units[units.country == code], (code,))


def _union(rows: gpd.GeoDataFrame, codes: tuple[str, ...]) -> BaseGeometry:
    """Return the union of the rows of a coverage, which must not be none."""
    if rows.empty:
        raise PlaceError(f"no unit with the codes {codes} in the source")
    union: BaseGeometry = shapely.coverage_union_all(rows.geometry)
    return union


def _plain(
    geometry: BaseGeometry, *, islet_deg2: float = ISLET_DEG2, decimals: int = DECIMALS
) -> BaseGeometry:
    """Return polygons as they are written: without islets, rounded, valid."""
    main = without_islets(polygons_in(geometry), smallest_deg2=islet_deg2)
    shape = valid_polygons(rounded(main, decimals))
    single: BaseGeometry = shape.geoms[0] if len(shape.geoms) == 1 else shape
    return single


def _southern_tajikistan(fine: gpd.GeoDataFrame) -> BaseGeometry:
    """Return a soft area over Khatlon and around it, well inside Tajikistan."""
    area = lowlands_about(
        _of_units(fine, KHATLON),
        inside=_of_country(fine, "TJK"),
        reach_km=25.0,
        clear_km=4.0,
        smooth_km=28.0,
    )
    return _plain(area)


def _border_region(fine: gpd.GeoDataFrame) -> BaseGeometry:
    """Return a band of equal width to both sides of the Afghan-Pakistani border."""
    two = [_of_country(fine, "AFG"), _of_country(fine, "PAK")]
    border = shared_lines(two)[0, 1]
    band = band_along(
        border,
        inside=shapely.union_all(two),
        half_width_km=BORDER_HALF_WIDTH_KM,
        smooth_km=40.0,
    )
    return _plain(band)
