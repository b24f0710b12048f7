"""W3C Web Annotations (JSON-LD): one for each mention, on the article's text."""

from __future__ import annotations

import json
from typing import Any, Final

from geodata.export.article_text import is_whole
from geodata.export.common import (
    about_the_edition,
    json_lines,
    name,
    said,
    whole_claim,
)
from geodata.export.contexts import quote_for_clients
from geodata.export.members import keyed, named
from geodata.model.edition import Edition
from geodata.model.mentions import Mention, PlaceRef
from geodata.model.quotes import TextQuote
from geodata.wording import field_table
from geodata.wording.editions import mentions_title
from geodata.wording.places import credits

TEXT_FILE: Final = "article.txt"
"""The text's file, in the folder of the annotations."""
_TERMS = "urn:x-article-atlas:terms:"

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "@version": 1.1,
        "@vocab": _TERMS,
        "sameAs": {"@id": "http://schema.org/sameAs", "@type": "@id"},
        # Tables of ours, in which the W3C's meaning of `id`, `rights` … would be wrong.
        "edition": {"@id": f"{_TERMS}edition", "@type": "@json"},
        "claims": {"@id": f"{_TERMS}claims", "@type": "@json"},
    },
]
"""The W3C's terms; those that it does not have (certainty, outcome …) are ours."""


def export(edition: Edition) -> bytes:
    """Return the edition's mentions as an AnnotationCollection of one page, in UTF-8.

    They come in the order of the text. Positions are code points, as the W3C asks. Where the
    edition publishes excerpts, a mention outside of them is left out.
    """
    items = _items(edition)
    collection = name(edition, "annotations")
    head = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": mentions_title(edition),
        "total": len(items),
        "edition": about_the_edition(edition),
        "attribution": credits(edition),
        "claims": [whole_claim(edition, claim) for claim in edition.claims_in_text_order],
    }
    page = {
        "id": name(edition, "annotations", "page-1"),
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
    }
    # The page is the collection's last member, so that its items stand one a line.
    first = json_lines(page, "items", items).rstrip(b"\n")
    return json_lines(head, "first", [])[: -len(b"[\n\n]}\n")] + first + b"}\n"


def export_list(edition: Edition) -> bytes:
    """Return the same annotations as a plain list, one a line: what annotation clients take."""
    lines = (
        json.dumps({"@context": CONTEXT, **one}, ensure_ascii=False) for one in _items(edition)
    )
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def _items(edition: Edition) -> list[dict[str, Any]]:
    return [
        annotation(edition, mention, quote)
        for mention in edition.mentions
        if (quote := quote_for_clients(edition, edition.position(mention)))
    ]


def annotation(edition: Edition, mention: Mention, quote: TextQuote) -> dict[str, Any]:
    """Return the annotation of one mention; its bodies are the places that it means."""
    return {
        "id": name(edition, "mention", mention.id),
        "type": "Annotation",
        "motivation": "identifying" if mention.places else "classifying",
        "body": [
            *(_place(edition, ref) for ref in mention.places),
            {"type": "TextualBody", "purpose": "classifying", "value": mention.kind},
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "value": mention.reading,
            },
        ],
        "target": {
            **_source(edition),
            "selector": [
                {"type": "TextQuoteSelector", **quote.model_dump()},
                {"type": "TextPositionSelector", **edition.position(mention).model_dump()},
            ],
        },
        "mention": mention.id,
        **named(field_table.MENTION, "annotations", mention),
        "claims": [
            {"claim": claim.id, **said(edition, claim)}
            for claim in edition.claims_of_mention(mention.id)
        ],
        # The W3C's own term `rights` takes an address, not words.
        "http://purl.org/dc/elements/1.1/rights": edition.article.rights,
    }


def _source(edition: Edition) -> dict[str, str]:
    """Return in what the positions count: the article's text, which lies beside where it may.

    ``scope`` is where the article is read.
    """
    url = edition.article.url
    if not is_whole(edition):
        return {"source": url or name(edition, "article")}
    scope = {"scope": url} if url else {}
    return {"source": TEXT_FILE, "format": "text/plain", **scope}


def _place(edition: Edition, ref: PlaceRef) -> dict[str, Any]:
    place = edition.place(ref.id)
    elsewhere = [f"http://www.wikidata.org/entity/{place.wikidata}"] if place.wikidata else []
    elsewhere += [f"https://sws.geonames.org/{place.geonames}/"] if place.geonames else []
    return {
        "type": "SpecificResource",
        "purpose": "identifying",
        "source": name(edition, "place", place.id),
        "place": place.id,
        "title": place.title,
        "certainty": ref.certainty,
        **keyed(field_table.PLACE, "annotations", place),
        "sameAs": elsewhere,
    }
