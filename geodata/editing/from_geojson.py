"""Reads places and claims from our GeoJSON, as it is exported or as a GIS program has saved it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from geodata.editing import fields
from geodata.editing.claim_fields import claim_fields
from geodata.editing.comparable import held_claims, held_places
from geodata.editing.derived import DERIVED
from geodata.editing.incoming import Fields, Incoming, Occurrence, same_edition
from geodata.model.edition import Edition
from geodata.storage.program_values import PROGRAMS_OWN
from geodata.wording import field_table
from geodata.wording.field_table import carried


@dataclass(frozen=True)
class _Known:
    """The edition, and its records in the form in which they are compared."""

    edition: Edition
    claims: dict[str, Fields]
    places: dict[str, Fields]
    keys: frozenset[str]
    """The keys of properties that are ours, or that programs add for themselves."""


def read(edition: Edition, file: str, document: Any, remove: bool = False) -> Incoming:
    """Return what a FeatureCollection says of claims and places.

    A claim keeps the places of which the file holds no feature, unless they are to be removed.
    """
    incoming = Incoming(file)
    collection = document if isinstance(document, dict) else {}
    same_edition(incoming, edition, collection.get("edition"))
    features = collection.get("features")
    if not isinstance(features, list) or not features:
        incoming.say("", "It holds no features.", "Export the edition as GeoJSON and edit that.")
        return incoming
    known = _Known(edition, edition.once(held_claims), edition.once(held_places), _known_keys())
    named: dict[str, list[str]] = {}
    for number, feature in enumerate(features, 1):
        _feature(incoming, known, number, feature, named)
    _places_of_claims(incoming, known, named, remove)
    return incoming


def _feature(
    incoming: Incoming, known: _Known, number: int, feature: Any, named: dict[str, list[str]]
) -> None:
    where = f"feature number {number}"
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        incoming.say(where, "It has no properties.", "Give it the ids of its claim and place.")
        return
    claim, place = properties.get("claim") or "", properties.get("place") or ""
    if not isinstance(claim, str) or not isinstance(place, str) or not (claim or place):
        fault = "It names neither a claim nor a place."
        incoming.say(where, fault, "Give `claim` and `place` the ids of what it shows.")
        return
    where = f"feature {'.'.join(filter(None, (claim, place)))}"
    _unknown_keys(incoming, properties, known.keys)
    if claim:
        named.setdefault(claim, []).extend([place] if place else [])
        held = known.claims.get(claim)
        found = claim_fields(incoming, where, known.edition, properties, held)
        incoming.claims.setdefault(claim, []).append(Occurrence(where, found))
    if place:
        found = _place_fields(known.places.get(place), properties, feature.get("geometry"))
        incoming.places.setdefault(place, []).append(Occurrence(where, found))


def _place_fields(held: Fields | None, properties: Fields, geometry: Any) -> Fields:
    found: Fields = {
        field.key: fields.given(field.shape, properties[field.exported])
        for field in fields.present(carried(field_table.PLACE, "geojson"), properties)
    }
    if geometry is not None:
        found["geometry"] = fields.same_or_new_geometry(geometry, held)
    return found


def _places_of_claims(
    incoming: Incoming, known: _Known, named: dict[str, list[str]], remove: bool
) -> None:
    """A claim's places are those of its features, in the order in which the edition has them."""
    for claim, places in named.items():
        held = known.claims[claim]["places"] if claim in known.claims else []
        if not remove:
            given = set(places)
            incoming.kept |= {(claim, one): None for one in held if one not in given}
            places = [*held, *places]
        whole = fields.in_held_order(places, held)
        for occurrence in incoming.claims[claim]:
            occurrence.fields["places"] = whole


def _known_keys() -> frozenset[str]:
    ours = (field_table.CLAIM, field_table.PLACE)
    names = {field.exported for fields in ours for field in carried(fields, "geojson")}
    return frozenset({"claim", "place", *names, *DERIVED, "id", *PROGRAMS_OWN})


def _unknown_keys(incoming: Incoming, properties: Fields, known: Collection[str]) -> None:
    for key in properties:
        if key not in known and properties[key] not in (None, ""):
            fault = f"The key `{key}` is not one of ours, so it is not taken over."
            incoming.warn("", fault, "Put what it says into a field of the edition.")
