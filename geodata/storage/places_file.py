"""Reads an edition's places from GeoJSON as QGIS writes it: ``places.geojson``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from geodata.checking.edition_parts import Parts, read_records, record_name
from geodata.checking.validation import REFUSED
from geodata.model.base import shorten
from geodata.model.geometry import read_geometry
from geodata.model.labels import with_label
from geodata.model.places import Place
from geodata.storage.files import read_json
from geodata.storage.program_values import place_properties

_WORLD = {"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"}
"""The names of WGS 84 that QGIS writes."""


def read_places(parts: Parts, folder: Path) -> None:
    """Read ``places.geojson``; all that is wrong with it goes to ``parts``."""
    file = "places.geojson"
    collection, faults = read_json(folder, file)
    parts.faults += faults
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or collection.get("type") != "FeatureCollection":
        parts.incomplete.add("place")
        if not faults:
            cure = 'Write {"type": "FeatureCollection", "features": […]}.'
            parts.say(file, "", "It is not a GeoJSON FeatureCollection.", cure)
        return
    if (name := _other_crs(collection)) is not None:
        fault = f"Its coordinates are in {shorten(name)}."
        parts.say(file, "", fault, "Save it in WGS 84 (EPSG:4326), longitude first.")
    records = [
        record
        for number, feature in enumerate(features, 1)
        if (record := _place_record(parts, file, number, feature)) is not None
    ]
    parts.places = read_records(parts, Place, "place", file, records)


def _other_crs(collection: dict[str, Any]) -> object:
    """Return the reference system that a file names, if it is not WGS 84."""
    crs = collection.get("crs")
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else crs
    return None if isinstance(name, str) and name in _WORLD else name


def _place_record(parts: Parts, file: str, number: int, feature: Any) -> dict[str, Any] | None:
    """Return a feature's properties and geometry as one table."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    name = record_name("place", number, properties)
    if isinstance(properties, dict):
        properties = place_properties(properties)
    if not isinstance(properties, dict) or feature.get("type") != "Feature":
        parts.say(file, name, "It is not a GeoJSON Feature.", "Give it type and properties.")
        parts.incomplete.add("place")
        return None
    if "geometry" in properties:
        parts.say(file, name, "The key `geometry` is not known.", "Remove it.")
    if isinstance(properties.get("id"), str):
        parts.ids.setdefault("place", set()).add(properties["id"])
    own = feature.get("id")  # a number is a program's count of its rows
    if isinstance(own, str) and own != properties.get("id"):
        fault = f"The feature's id is {shorten(feature['id'])}, its property `id` another."
        parts.say(file, name, fault, "Make them the same, or remove the feature's id.")
    try:
        # Here too, so that a place that is refused for something else has its label looked at.
        return with_label(properties | {"geometry": read_geometry(feature.get("geometry"))})
    except PydanticCustomError as error:
        context = error.context or {}
        parts.say(file, name, str(context["fault"]), str(context["cure"]))
        return with_label(properties | {"geometry": REFUSED})
