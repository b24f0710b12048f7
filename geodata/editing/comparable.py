"""The edition's records in the form in which they are compared with what a file brings."""

from __future__ import annotations

import shapely

from geodata.editing.incoming import Fields
from geodata.model.edition import Edition
from geodata.wording import field_table
from geodata.wording.field_table import Field


def held_claims(edition: Edition) -> dict[str, Fields]:
    """Return the claims by id."""
    return {claim.id: _held(field_table.CLAIM, claim) for claim in edition.claims}


def held_mentions(edition: Edition) -> dict[str, Fields]:
    """Return the mentions by id."""
    return {mention.id: _held(field_table.MENTION, mention) for mention in edition.mentions}


def held_places(edition: Edition) -> dict[str, Fields]:
    """Return the places by id, their geometry as GeoJSON."""
    return {
        place.id: _held(field_table.PLACE, place)
        | {"geometry": dict(shapely.geometry.mapping(place.geometry))}
        for place in edition.places
    }


def _held(fields: tuple[Field, ...], record: object) -> Fields:
    return {field.key: field.of(record) for field in fields}
