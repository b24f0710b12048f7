"""Writes layers and places as JSON, the same bytes for the same data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.basemap.errors import MissingPlaceError
from geodata.storage.places_text import collection_text

Json = dict[str, Any]


def geometry_json(geometry: BaseGeometry) -> Json:
    """Return a geometry as a GeoJSON object, (longitude, latitude)."""
    found: Json = json.loads(shapely.to_geojson(geometry))
    return found


def feature(geometry: BaseGeometry, properties: Mapping[str, Any]) -> Json:
    """Return a GeoJSON Feature."""
    return {
        "type": "Feature",
        "properties": dict(properties),
        "geometry": geometry_json(geometry),
    }


def collection(features: list[Json]) -> Json:
    """Return a GeoJSON FeatureCollection."""
    return {"type": "FeatureCollection", "features": features}


def write_json(path: Path, value: Any) -> int:
    """Write a value on one line, in UTF-8, and return the number of bytes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return len(text.encode())


def update_places(path: Path, geometry: Mapping[str, BaseGeometry]) -> int:
    """Put new geometry into an edition's places, leaving every property as it stands.

    Returns
    -------
    bytes
        The size of the file written.

    Raises
    ------
    MissingPlaceError
        If a place that the build derives is not in the file.
    """
    places = json.loads(path.read_text(encoding="utf-8"))
    found = {item["properties"]["id"] for item in places["features"]}
    if missing := sorted(set(geometry) - found):
        raise MissingPlaceError(f"{path.name} lacks {missing}: add them with their properties")
    for item in places["features"]:
        shape = geometry.get(item["properties"]["id"])
        if shape is not None:
            item["geometry"] = geometry_json(shape)
    text = collection_text(places["features"])
    path.write_text(text, encoding="utf-8")
    return len(text.encode())
