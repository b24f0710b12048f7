"""GeoJSON of one kind of geometry, with plain values, for programs that edit in tables.

QGIS shows a file of points and areas as two layers, of which the one that is saved last undoes the
other's edits; and it cannot save lists and tables again. Here a file is one layer, and they are
texts that hold JSON, as GIS programs write them; an import takes them back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, Literal

from geodata.export.common import about_the_edition, json_lines
from geodata.export.geojson import feature, place_alone
from geodata.export.rows import claim_places, places_alone
from geodata.model.edition import Edition
from geodata.model.places import Place

Shape = Literal["points", "lines", "areas"]
SHAPES: Final[tuple[Shape, ...]] = ("points", "lines", "areas")


def shape_of(place: Place | None) -> Shape:
    """Return in which file a place stands; claims without a place stand among the points."""
    if place is None or place.is_point:
        return "points"
    return "lines" if place.is_line else "areas"


def has(edition: Edition, shape: Shape) -> bool:
    """Whether there is anything to write of a kind of geometry."""
    return any(shape_of(place) == shape for place in edition.places) or any(
        shape_of(place) == shape for _, place in claim_places(edition)
    )


def export(edition: Edition, shape: Shape) -> bytes:
    """Return the edition's claims and places of one kind of geometry as GeoJSON, in UTF-8."""
    head = {"type": "FeatureCollection", "edition": about_the_edition(edition)}
    return json_lines(head, "features", list(map(_plain, _features(edition, shape))))


def _features(edition: Edition, shape: Shape) -> Iterator[dict[str, Any]]:
    for claim, place in claim_places(edition):
        if shape_of(place) == shape:
            yield feature(edition, claim, place)
    for alone in places_alone(edition):
        if shape_of(alone) == shape:
            yield place_alone(edition, alone)


def _plain(one: dict[str, Any]) -> dict[str, Any]:
    """Return a feature whose properties are texts and numbers, and which has no ``bbox``."""
    properties = {key: _text(value) for key, value in one["properties"].items()}
    rest = {key: value for key, value in one.items() if key != "bbox"}
    return {**rest, "properties": properties}


def _text(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
