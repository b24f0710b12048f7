"""Writes places.geojson as the editions have it: a property a line, each geometry on one line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

BETWEEN = ",\n    "
"""What parts two features."""


def feature_text(feature: Mapping[str, Any]) -> str:
    """Return one feature; its first line is not indented."""
    properties = ",\n".join(
        f"        {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in feature["properties"].items()
    )
    geometry = json.dumps(feature["geometry"], separators=(",", ":"))
    return (
        f'{{\n      "type": "Feature",\n      "properties": {{\n{properties}\n      }},\n'
        f'      "geometry": {geometry}\n    }}'
    )


def collection_text(features: Iterable[Mapping[str, Any]]) -> str:
    """Return a whole file."""
    body = BETWEEN.join(map(feature_text, features))
    return f'{{\n  "type": "FeatureCollection",\n  "features": [\n    {body}\n  ]\n}}\n'
