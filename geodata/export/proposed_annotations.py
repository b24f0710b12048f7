"""W3C Web Annotations of what a machine proposes for a text: one for each mention."""

from __future__ import annotations

import hashlib
from typing import Any

from geodata.export.annotations import CONTEXT
from geodata.export.common import json_lines
from geodata.export.contexts import CONTEXT as SIGNS
from geodata.export.proposed_geojson import PROPOSED, credits
from geodata.geoparse.record import rounded
from geodata.geoparse.values import Mention, Parse, Place


def export(parse: Parse, id: str) -> bytes:
    """Return a parse as an AnnotationCollection of one page, in UTF-8.

    Positions are code points of the text as it was given, and tell where a quote stands more than
    once. The text's own name, ``id``, is what the targets' source is called.
    """
    name = _name(parse.text)
    items = [
        {"id": f"{name}:mention:{number}", **_annotation(parse.text, id, one)}
        for number, one in enumerate(parse.mentions, start=1)
    ]
    collection = f"{name}:annotations"
    head = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": f"Mentions of places in {id}, proposed by a machine",
        "total": len(items),
        "status": PROPOSED,
        "remarks": list(parse.remarks),
        "attribution": credits([one.place for one in parse.mentions if one.place]),
    }
    page = {
        "id": f"{collection}:page-1",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
    }
    # The page is the collection's last member, so that its items stand one a line.
    first = json_lines(page, "items", items).rstrip(b"\n")
    return json_lines(head, "first", [])[: -len(b"[\n\n]}\n")] + first + b"}\n"


def _annotation(text: str, id: str, given: Mention) -> dict[str, Any]:
    mention, span = rounded(given), given.toponym.span
    quote = {
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - SIGNS) : span.start],
        "suffix": text[span.end : span.end + SIGNS],
    }
    return {
        "type": "Annotation",
        "motivation": "identifying" if mention.place else "classifying",
        "body": [
            *([_place(mention.place)] if mention.place else []),
            {"type": "TextualBody", "purpose": "classifying", "value": mention.toponym.kind},
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "value": mention.why,
            },
        ],
        "target": {
            "source": id,
            "format": "text/plain",
            "selector": [
                {"type": "TextQuoteSelector", **quote},
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
        "status": PROPOSED,
        "confidence": mention.confidence,
        "level": mention.level,
        "cannot_choose": mention.cannot_choose,
        "none_of_these": mention.none_of_these,
    }


def _place(place: Place) -> dict[str, Any]:
    source, _, number = place.id.partition(":")
    elsewhere = [f"https://sws.geonames.org/{number}/"] if source == "geonames" else []
    return {
        "type": "SpecificResource",
        "purpose": "identifying",
        "source": f"urn:x-article-atlas:place:{place.id}",
        "place": place.id,
        "title": place.name,
        "class": place.code,
        "country": place.country,
        "latitude": place.lat,
        "longitude": place.lon,
        **({"dispute": place.dispute} if place.dispute else {}),
        "sameAs": elsewhere,
    }


def _name(text: str) -> str:
    """Return a URN for a text, by what it says."""
    return f"urn:x-article-atlas:proposed:{hashlib.sha256(text.encode()).hexdigest()[:16]}"
