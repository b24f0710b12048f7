"""Reads the committed basemap layers as they are stored."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

BASEMAP = Path(__file__).parents[2] / "static" / "basemap"
Json = dict[str, Any]


@cache
def layer(name: str) -> Json:
    """Return a layer file, world or focus."""
    found: Json = json.loads((BASEMAP / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def labels() -> list[Json]:
    """Return the basemap's names."""
    found: list[Json] = json.loads((BASEMAP / "labels.json").read_text(encoding="utf-8"))
    return found


@cache
def part(layer_name: str, name: str) -> BaseGeometry:
    """Return the shape of one part of a layer, of all its features if it has several."""
    value = layer(layer_name)[name]
    if value["type"] == "FeatureCollection":
        return shapely.union_all([shape(item["geometry"]) for item in value["features"]])
    return shape(value)


def line_named(layer_name: str, name: str) -> Json:
    """Return the one border feature of a layer that bears a name."""
    features = layer(layer_name)["borders"]["features"]
    (found,) = [item for item in features if item["properties"]["name"] == name]
    line: Json = found
    return line


def longest_step_deg(value: BaseGeometry) -> float:
    """Return the longest step between two points of a line or ring, in degrees of either axis."""
    return max(float(np.abs(np.diff(points, axis=0)).max()) for points in _courses(value))


def _courses(value: BaseGeometry) -> list[NDArray[np.float64]]:
    parts = shapely.get_parts(value)
    rings = shapely.get_rings(parts)
    lines = rings if len(rings) else parts
    return [shapely.get_coordinates(line) for line in lines]
