"""The edition's records in the form in which they are compared with what a file brings."""

from __future__ import annotations

from typing import Any

import shapely

from geodata.editing.incoming import Fields
from geodata.model.claims import Claim
from geodata.model.dates import Dating
from geodata.model.edition import Edition
from geodata.model.mentions import Mention
from geodata.model.places import Place
from geodata.model.quotes import TextQuote


def held_claims(edition: Edition) -> dict[str, Fields]:
    """Return the claims by id."""
    return {claim.id: _claim(claim) for claim in edition.claims}


def held_mentions(edition: Edition) -> dict[str, Fields]:
    """Return the mentions by id."""
    return {mention.id: _mention(mention) for mention in edition.mentions}


def held_places(edition: Edition) -> dict[str, Fields]:
    """Return the places by id, their geometry as GeoJSON."""
    return {place.id: _place(place) for place in edition.places}


def _claim(claim: Claim) -> Fields:
    return {
        "said_by": claim.said_by,
        "chain": list(claim.chain),
        "form": claim.form,
        "source": claim.source,
        "mode": claim.mode,
        "quotes": [quote_table(quote) for quote in claim.quotes],
        "refers_to": list(claim.refers_to),
        "hedge": list(claim.hedge),
        "limitation": claim.limitation,
        "notes": list(claim.notes),
        "themes": list(claim.themes),
        "places": list(claim.places),
        "about": _dating(claim.about),
        "said": _dating(claim.said),
        "status": claim.status,
    }


def _mention(mention: Mention) -> Fields:
    return {
        "quote": quote_table(mention.quote),
        "kind": mention.kind,
        "places": [{"id": ref.id, "certainty": ref.certainty} for ref in mention.places],
        "outcome": mention.outcome,
        "reading": mention.reading,
        "reason": mention.reason,
        "status": mention.status,
    }


def _place(place: Place) -> Fields:
    plain: dict[str, Any] = {
        key: getattr(place, key)
        for key in Place.model_fields
        if key not in ("id", "class_", "names", "local", "within_bounds", "excludes", "geometry")
    }
    return plain | {
        "class": place.class_,
        "names": dict(place.names),
        "local": list(place.local),
        "within_bounds": list(place.within_bounds) if place.within_bounds else None,
        "excludes": [one.model_dump() for one in place.excludes],
        "geometry": dict(shapely.geometry.mapping(place.geometry)),
    }


def quote_table(quote: TextQuote) -> dict[str, str]:
    """Return a quote as the files hold it."""
    return {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}


def _dating(value: Dating | None) -> dict[str, str] | None:
    if value is None:
        return None
    return {"edtf": value.edtf, "basis": value.basis, "from": value.from_}
