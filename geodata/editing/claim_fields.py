"""Reads the fields of a claim as both GeoJSON and annotations write them."""

from __future__ import annotations

from typing import Any

from geodata.editing import fields
from geodata.editing.incoming import Fields, Incoming
from geodata.model.edition import Edition
from geodata.wording import field_table
from geodata.wording.field_table import carried


def claim_fields(
    incoming: Incoming, where: str, edition: Edition, given: Fields, held: Fields | None
) -> Fields:
    """Return the claim's fields that ``given`` holds; none where all of them are null."""
    return {
        field.key: _quotes(incoming, where, edition, given[field.exported], held)
        if field.shape == "quotes"
        else fields.given(field.shape, given[field.exported])
        for field in fields.present(carried(field_table.CLAIM, "geojson"), given)
    }


def _quotes(
    incoming: Incoming, where: str, edition: Edition, value: Any, held: Fields | None
) -> Any:
    given = fields.items(value)
    if not isinstance(given, list):
        incoming.say(where, "`quotes` is not a list.", "Write [{exact, prefix, suffix}, …].")
        return []
    known = held["quotes"] if held else []
    text = edition.article.text
    quotes = (fields.quote(incoming, where, text, one, known) for one in given)
    return [one for one in quotes if one is not None]  # a fault was said of the others
