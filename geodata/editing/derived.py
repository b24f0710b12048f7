"""Warns of edits that an import does not take: those of what an export derives for its readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from geodata.editing import fields
from geodata.editing.incoming import Edit, Incoming
from geodata.export import geojson
from geodata.model.edition import Edition


@dataclass(frozen=True)
class Derived:
    """What an export derives: where it can be changed, and from which fields it is made."""

    file: str
    fields: tuple[str, ...]
    """Where one of them changes, the value follows."""


_CLAIM: Final = (
    "said_by",
    "chain",
    "form",
    "source",
    "mode",
    "quotes",
    "hedge",
    "limitation",
    "about",
)
DERIVED: Final = {
    "name": Derived("`place_title`, beside it", ("title", "places")),
    "title": Derived("the fields of the claim", ("title", "places", *_CLAIM)),
    "description": Derived("the fields of the claim", _CLAIM),
    "speaker": Derived("speakers.toml", ("said_by",)),
    "according_to": Derived("speakers.toml", ("said_by",)),
    "speaker_source": Derived("speakers.toml", ("said_by",)),
    "theme_titles": Derived("themes.toml", ("themes",)),
    "mentions": Derived("mentions.toml", ("quotes", "refers_to", "places")),
    "editors_notes": Derived("edition.toml", ("notes",)),
    "attribution": Derived("places.geojson", ("source", "licence")),
    "rights": Derived("edition.toml", ()),
}
"""What the GeoJSON adds for readers, by its name there."""


def derived_warnings(
    incoming: Incoming,
    edition: Edition,
    format: str,
    document: Any,
    edits: Mapping[str, list[Edit]],
) -> None:
    """Add a warning for each derived value of a GeoJSON feature that was changed by hand.

    Values whose own fields change anyway are left: they follow at the next export.
    """
    if format != "geojson":
        return
    changed = {
        (kind, edit.id, key)
        for kind, found in edits.items()
        for edit in found
        for key in edit.fields
    }
    known = {one.id for one in edition.claims}
    places = {one.id for one in edition.places}
    for feature in document["features"]:
        properties = feature["properties"]
        claim, place = properties.get("claim") or "", properties.get("place") or ""
        if not any(properties.get(key) not in (None, "", []) for key in DERIVED):
            continue
        if claim not in known:
            continue
        expected = geojson.feature(
            edition, edition.claim(claim), edition.place(place) if place in places else None
        )["properties"]
        for key, derived in DERIVED.items():
            given = fields.nested(properties.get(key))
            follows = any(
                (kind, id, one) in changed
                for kind, id in (("claim", claim), ("place", place))
                for one in derived.fields
            )
            if not follows and given not in (None, "", [], expected.get(key)):
                where = f"feature {'.'.join(filter(None, (claim, place)))}"
                fault = f"`{key}` was changed, but it is not taken from here."
                incoming.warn(where, fault, f"Change it in {derived.file}.")
