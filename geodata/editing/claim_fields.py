"""Reads the fields of a claim as both GeoJSON and annotations write them."""

from __future__ import annotations

from typing import Any

from geodata.editing import fields
from geodata.editing.incoming import Fields, Incoming
from geodata.model.edition import Edition

CLAIM_KEYS = {
    "claim_source": "source",
    **{
        key: key
        for key in (
            *("said_by", "chain", "form", "mode", "hedge", "limitation", "notes", "status"),
            *("quotes", "refers_to", "themes", "about", "said"),
        )
    },
}
"""The keys of claims in the exports, and in the edition."""
_LISTS = ("chain", "hedge", "notes", "refers_to", "themes", "places")


def claim_fields(
    incoming: Incoming, where: str, edition: Edition, given: Fields, held: Fields | None
) -> Fields:
    """Return the claim's fields that ``given`` holds; none where all of them are null.

    A feature that is drawn anew names its claim, and leaves the rest empty.
    """
    values = {CLAIM_KEYS[key]: given[key] for key in CLAIM_KEYS if key in given}
    if all(value is None for value in values.values()):
        return {}
    return {
        key: _value(incoming, where, edition, key, value, held) for key, value in values.items()
    }


def _value(
    incoming: Incoming, where: str, edition: Edition, key: str, value: Any, held: Fields | None
) -> Any:
    if key in ("about", "said"):
        return fields.dating(value)
    if key in _LISTS:
        return fields.items(value)
    if key == "quotes":
        return _quotes(incoming, where, edition, value, held)
    return fields.text(value)


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
