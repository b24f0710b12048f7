"""Linked Places Format 1.1 (JSON-LD that is GeoJSON too): a feature for each place.

What the text calls a place by name are its attested names, claims its descriptions, each with who
says it, so that a gazetteer that takes them in shows no claim as a fact, and no expression ("Afghan
and Pakistani territories") as a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import shapely

from geodata.export.common import (
    about_the_edition,
    json_lines,
    name,
    published_quote,
    whole_claim,
)
from geodata.export.country_codes import country_codes
from geodata.export.members import keyed
from geodata.model.edition import Edition
from geodata.model.mentions import Mention
from geodata.model.places import Place
from geodata.model.quotes import TextQuote
from geodata.wording import field_table
from geodata.wording.claims import claim_prose
from geodata.wording.dates import said_words
from geodata.wording.editions import OWN_NAMES
from geodata.wording.places import credit, credits, part_of, title_in_lists, without_brackets

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
        "fclasses": f"{_TERMS}fclasses",
        "edition": {"@id": f"{_TERMS}edition", "@type": "@json"},
        "claims": {"@id": f"{_TERMS}claims", "@type": "@json"},
        "mentions": {"@id": f"{_TERMS}mentions", "@type": "@json"},
        "place": {"@id": f"{_TERMS}place", "@type": "@json"},
        # The format's own context types a geometry's lists of rings as it does points.
        "coordinates": {"@id": "https://purl.org/geojson/vocab#coordinates", "@type": "@json"},
    },
]
"""The format's terms, and ours for what it has none for."""

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
    kind = place.kind
    type_ = {"identifier": f"aat:{kind.aat}", "label": kind.aat_label, "sourceLabel": place.class_}
    return {
        "@id": name(edition, "place", place.id),
        "type": "Feature",
        "properties": {
            "title": title_in_lists(place),
            **({"ccodes": codes} if (codes := country_codes(edition, place)) else {}),
            "fclasses": [kind.feature_class],
            "place": _details(place),
            "mentions": _mentions(edition, place),
            "claims": [whole_claim(edition, claim) for claim in edition.claims_of_place(place.id)],
            "attribution": credit(place),
            "rights": edition.article.rights,
        },
        "names": _names(edition, place),
        "types": [type_],
        "geometry": _geometry(place),
        "relations": _relations(edition, place),
        "links": _links(place),
        "descriptions": [
            {"value": place.description, "lang": "en"},
            *(
                {"value": claim_prose(edition, claim), "lang": edition.article.language}
                for claim in edition.claims_of_place(place.id)
            ),
        ],
    }


def _names(edition: Edition, place: Place) -> list[dict[str, Any]]:
    """Return the toponyms: the names in the text with their citations, then the other names.

    A place that has neither goes by its title, since the format wants a name.
    """
    article = edition.article
    attested: dict[str, list[str]] = {}
    for mention, quote in _published(edition, place):
        if _names_it(mention, place):
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
    source = {"label": OWN_NAMES, "@id": name(edition, "place", place.id)}
    others = place.names or ({} if names else {"en": title_in_lists(place)})
    return names + [
        {"toponym": without_brackets(text), "lang": language, "citations": [source]}
        for language, text in others.items()
    ]


def _names_it(mention: Mention, place: Place) -> bool:
    """Whether a mention gives a place's name: not that of another, nor words about it.

    The place meant first is the narrowest. One that is inferred is not named in the text.
    """
    first = mention.place_ids[0] == place.id
    return mention.kind == "name" and first and place.basis == "text"


def _published(edition: Edition, place: Place) -> Iterator[tuple[Mention, TextQuote]]:
    for mention in edition.mentions_of_place(place.id):
        quote = published_quote(edition, mention.quote, edition.position(mention))
        if quote:
            yield mention, quote


def _mentions(edition: Edition, place: Place) -> list[dict[str, str]]:
    """Return all expressions that mean a place, and how sure it is that they do."""
    return [
        {
            "id": mention.id,
            "exact": quote.exact,
            "kind": mention.kind,
            "certainty": ref.certainty,
        }
        for mention, quote in _published(edition, place)
        for ref in mention.places
        if ref.id == place.id
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
        "certainty": "less-certain" if place.basis == "inferred" else _CERTAINTY[place.precision],
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
            "label": part_of(outer),
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
    kind = place.kind
    return {
        "id": place.id,
        **keyed(field_table.PLACE, "linked-places", place),
        "label": [place.label_lon, place.label_lat],
        **(
            {"feature_code": f"{kind.feature_class}.{kind.feature_code}"}
            if kind.feature_code
            else {}
        ),
    }
