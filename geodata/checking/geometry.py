"""Checks where the places of an edition lie, whatever else is wrong with it."""

from __future__ import annotations

from geodata.checking.distances import place_faults, place_warnings
from geodata.checking.edition_parts import Parts
from geodata.model.places import Place

_LOOKED_AT = (
    *("geometry", "class_", "precision", "within", "within_bounds", "tolerance_km"),
    *("label_lon", "label_lat"),
)


def apply(parts: Parts) -> None:
    """Look at each place whose geometry, label and limits could be read."""
    places = {place.id: place for place in parts.places}
    for place in parts.places:
        if not parts.is_read("place", place.id, *_LOOKED_AT):
            continue
        record = f"place {place.id}"
        for fault, cure in place_faults(place, _outer(parts, places, place)):
            parts.say("places.geojson", record, fault, cure)
        for warning, cure in place_warnings(place):
            parts.warn("places.geojson", record, warning, cure)


def _outer(parts: Parts, places: dict[str, Place], place: Place) -> Place | None:
    """Return the place that a place says it lies in, if its geometry could be read."""
    outer = places.get(place.within)
    return outer if outer and parts.is_read("place", outer.id, "geometry") else None
