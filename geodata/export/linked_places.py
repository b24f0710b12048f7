"""Linked Places Format 1.1 (JSON-LD that is GeoJSON too): a feature for each place.

Mentions are its attested names, claims its descriptions, each with who says it, so that a
gazetteer that takes them in shows no claim as a fact.
"""

from __future__ import annotations

from typing import Any

import shapely

from geodata.export.common import (
    about_the_edition,
    credit,
    credits,
    json_lines,
    name,
    published_quote,
    whole_claim,
)
from geodata.export.rows import kind, passage
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.wording.dates import claim_time, said_words

_TERMS = "urn:x-article-atlas:terms:"
LINKED_PLACES = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
CONTEXT = [
    LINKED_PLACES,
    {
        "@version": 1.1,
        "rights": "http://purl.org/dc/elements/1.1/rights",
        "attribution": f"{_TERMS}attribution",
        "edition": {"@id": f"{_TERMS}edition", "@type": "@json"},
        "claims": {"@id": f"{_TERMS}claims", "@type": "@json"},
        "place": {"@id": f"{_TERMS}place", "@type": "@json"},
        # The format's own context types a geometry's lists of rings as it does points.
        "coordinates": {"@id": "https://purl.org/geojson/vocab#coordinates", "@type": "@json"},
    },
]
"""The format's terms, and ours for what it has none for."""

# The concept of the Art & Architecture Thesaurus for each class of place.
_TYPES = {
    "country": ("aat:300128207", "nation"),
    "province": ("aat:300000774", "province"),
    "city": ("aat:300008389", "city"),
    "building": ("aat:300004792", "building"),
    "former-area": ("aat:300387178", "historical region"),
    "informal-area": ("aat:300182722", "region (geographic)"),
}
_CERTAINTY = {"exact": "certain", "administrative": "certain", "approximate": "less-certain"}


def export(edition: Edition) -> bytes:
    """Return the edition's places as a Linked Places FeatureCollection, in UTF-8.

    Places come in the order of the file, their names and claims in that of the text. Coordinates
    are WGS 84, (longitude, latitude), as stored; outer rings run counterclockwise.
    """
    head = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "edition": about_the_edition(edition),
        "attribution": credits(edition),
        "rights": edition.article.rights,
    }
    return json_lines(head, "features", [feature(edition, place) for place in edition.places])


def feature(edition: Edition, place: Place) -> dict[str, Any]:
    """Return the record of one place."""
    class_, label = _TYPES[place.class_]
    return {
        "@id": name(edition, "place", place.id),
        "type": "Feature",
        "properties": {
            "title": place.title,
            "place": _details(place),
            "claims": [whole_claim(edition, claim) for claim in edition.claims_of_place(place.id)],
            "attribution": credit(place),
            "rights": edition.article.rights,
        },
        "names": _names(edition, place),
        "types": [{"identifier": class_, "label": label, "sourceLabel": place.class_}],
        "geometry": _geometry(place),
        "relations": _relations(edition, place),
        "links": _links(place),
        "descriptions": [
            {"value": place.description, "lang": "en"},
            *(
                {"value": _description(edition, claim), "lang": edition.article.language}
                for claim in edition.claims_of_place(place.id)
            ),
        ],
    }


def _names(edition: Edition, place: Place) -> list[dict[str, Any]]:
    """Return the toponyms: each wording of the text with its citations, then the other names."""
    article = edition.article
    attested: dict[str, list[str]] = {}
    for mention in edition.mentions_of_place(place.id):
        quote = published_quote(edition, mention.quote, edition.position(mention))
        if quote:
            attested.setdefault(quote.exact, []).append(mention.id)
    names: list[dict[str, Any]] = [
        {
            "toponym": toponym,
            "lang": article.language,
            "citations": [
                {"label": article.title, "@id": name(edition, "mention", id)} for id in mentions
            ],
            "when": _written(edition),
        }
        for toponym, mentions in attested.items()
    ]
    source = {"label": "the edition’s own list of places", "@id": name(edition, "place", place.id)}
    return names + [
        {"toponym": text, "lang": language, "citations": [source]}
        for language, text in place.names.items()
    ]


def _written(edition: Edition) -> dict[str, Any]:
    """Return when the text uses a name: some time between the first day and the last."""
    written = edition.article.written
    days = {"earliest": written.earliest, "latest": written.latest}
    start = {key: day.isoformat() for key, day in days.items() if day}
    return {"timespans": [{"start": start}], "label": said_words(written)}


def _geometry(place: Place) -> dict[str, Any]:
    shape = shapely.orient_polygons(place.geometry, exterior_cw=False)
    return {
        **shapely.geometry.mapping(shape),
        "certainty": _CERTAINTY[place.precision],
        "source": f"{credit(place)}; {place.method}",
    }


def _relations(edition: Edition, place: Place) -> list[dict[str, Any]]:
    if not place.within:
        return []
    outer = edition.place(place.within)
    return [
        {
            "relationType": "gvp:broaderPartitive",
            "relationTo": name(edition, "place", outer.id),
            "label": f"part of {outer.title}",
        }
    ]


def _links(place: Place) -> list[dict[str, str]]:
    found = []
    if place.wikidata:
        found.append(f"http://www.wikidata.org/entity/{place.wikidata}")
    if place.geonames:
        found.append(f"https://sws.geonames.org/{place.geonames}/")
    return [{"type": "closeMatch", "identifier": one} for one in found]


def _details(place: Place) -> dict[str, Any]:
    """Return what the edition knows of a place and the format has no field for."""
    kept = ("precision", "precision_note", "basis", "basis_source", "as_of", "within_note")
    disputed = ("administered_by", "claimed_by", "dispute_note")
    return {
        "id": place.id,
        "class": place.class_,
        **{key: getattr(place, key) for key in (*kept, *disputed)},
        "label": [place.label_lon, place.label_lat],
    }


def _description(edition: Edition, claim: Claim) -> str:
    """Return a claim as one line of prose that begins with who makes it."""
    speaker = edition.speaker(claim.said_by).according_to
    parts = [f"According to {speaker}: ‘{passage(edition, claim)}’ ({kind(claim)})."]
    if claim.chain:
        parts.append(f"How it came here: {'; '.join(claim.chain)}.")
    if claim.hedge:
        parts.append(f"Limited by the words: {'; '.join(f'“{one}”' for one in claim.hedge)}.")
    if claim.about:
        parts.append(f"Time: {claim_time(claim)}.")
    if claim.limitation:
        parts.append(f"Limitation: {claim.limitation}")
    return " ".join(" ".join(part.split()) for part in parts)
