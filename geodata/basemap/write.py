"""Writes layers and places as JSON, the same bytes for the same data."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.basemap.errors import MissingPlaceError
from geodata.storage.places_text import collection_text
from geodata.writing.folders import write_files
from geodata.writing.journal import standing

Json = dict[str, Any]


def geometry_json(geometry: BaseGeometry) -> Json:
    """Return a geometry as a GeoJSON object, (longitude, latitude)."""
    found: Json = json.loads(shapely.to_geojson(geometry))
    return found


def write_layers(folder: Path, layers: Mapping[str, Any]) -> dict[str, int]:
    """Write layers by name, each on one line, in UTF-8: all of them or none.

    Returns
    -------
    bytes
        The size of each file.
    """
    files = {name: _one_line(layer) for name, layer in layers.items()}
    write_files(folder, files, make=True)
    return {name: len(data) for name, data in files.items()}


def _one_line(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


@dataclass(frozen=True)
class PlacesChange:
    """New contents of an edition's places.geojson, not written yet."""

    path: Path
    read: bytes
    """What the file held when it was read."""
    data: bytes

    def write(self) -> int:
        """Write the file and return the number of its bytes.

        Raises
        ------
        OSError
            If it cannot be written, or somebody else has written it meanwhile.
        """
        write_files(self.path.parent, {self.path.name: self.data}, self._still_so)
        return len(self.data)

    def _still_so(self) -> None:
        if self.path.read_bytes() != self.read:
            raise OSError(errno.EAGAIN, "It was changed meanwhile; run again", str(self.path))


def new_places(path: Path, geometry: Mapping[str, BaseGeometry]) -> PlacesChange:
    """Put new geometry into an edition's places, leaving every property as it stands.

    Raises
    ------
    MissingPlaceError
        If a place that the build derives is not in the file.
    """
    read = standing(path.parent, path.name).read_bytes()
    places = json.loads(read.decode("utf-8-sig"))
    found = {item["properties"]["id"] for item in places["features"]}
    if missing := sorted(set(geometry) - found):
        raise MissingPlaceError(f"{path.name} lacks {missing}: add them with their properties")
    for item in places["features"]:
        shape = geometry.get(item["properties"]["id"])
        if shape is not None:
            item["geometry"] = geometry_json(shape)
    return PlacesChange(path, read, collection_text(places["features"]).encode())
