"""What the export formats have in common: names, selectors, credits, and JSON as stable bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from geodata.export.members import dating, named
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.errors import QuoteAmbiguousError
from geodata.model.quotes import TextPosition, TextQuote, describe
from geodata.model.themes import Theme
from geodata.wording import field_table
from geodata.wording.dates import said_words

NO_THEME: Final = Theme(
    id="no-theme",
    title="Without a topic",
    short="No topic",
    colour="#5a6470",
    colour_dark="#a3adb8",
    shape="circle",
)
"""Stands for the theme of claims that have none, in formats that sort claims by their themes."""


def themes_of(edition: Edition) -> tuple[Theme, ...]:
    """Return the themes under which the claims stand; ``NO_THEME`` last, where one has none."""
    without = any(not claim.themes for claim in edition.claims)
    return (*edition.themes, *((NO_THEME,) if without else ()))


def name(edition: Edition, *steps: str) -> str:
    """Return a URN for something of an edition; it names it, and leads nowhere."""
    return ":".join(("urn:x-article-atlas", edition.id, *steps))


def published_quote(
    edition: Edition, stored: TextQuote, position: TextPosition
) -> TextQuote | None:
    """Return the quote for a position, with no context that the edition does not publish.

    Parameters
    ----------
    stored
        The quote as the editor wrote it.
    position
        Where it stands.

    Returns
    -------
    quote
        The stored one where the whole text is published. Of excerpts, one whose context is taken
        from the same cited passage, unique in the text if that passage allows it; ``None`` where
        the position itself is not published.
    """
    if edition.article.publish == "full":
        return stored
    span = edition.visible_span_of(position)
    if span is None:
        return None
    text = edition.article.text
    try:
        return describe(text, position, within=span)
    except QuoteAmbiguousError:
        return TextQuote(
            exact=position.of(text),
            prefix=text[span.start : position.start],
            suffix=text[position.end : span.end],
        )


def quotes_of(edition: Edition, claim: Claim) -> list[dict[str, Any]]:
    """Return a claim's quotes, each with its position in code points."""
    found: list[dict[str, Any]] = []
    for stored, position in zip(claim.quotes, edition.quote_positions(claim), strict=True):
        if quote := published_quote(edition, stored, position):
            found.append(quote.model_dump() | position.model_dump())
    return found


def said(edition: Edition, claim: Claim) -> dict[str, Any]:
    """Return who makes a claim, through whom, in what form, and how firmly.

    These stand wherever a claim appears, so that none is taken for a fact.
    """
    speaker = edition.speaker(claim.said_by)
    who = {
        "said_by": speaker.id,
        "speaker": speaker.name,
        "according_to": speaker.according_to,
        "speaker_source": speaker.source,
    }
    return who | named(field_table.CLAIM, "whole", claim, always=True)


def whole_claim(edition: Edition, claim: Claim) -> dict[str, Any]:
    """Return all that the edition knows of a claim, so that an import can bring it back."""
    return {
        "claim": claim.id,
        **said(edition, claim),
        **named(
            field_table.CLAIM,
            "whole",
            claim,
            always=False,
            instead={"quotes": quotes_of(edition, claim)},
        ),
    }


def about_the_edition(edition: Edition) -> dict[str, Any]:
    """Return the article's facts, its rights and limits, and the editors' notes."""
    article = edition.article
    return {
        "id": edition.id,
        "version": version(edition),
        "title": article.title,
        "language": article.language,
        "authors": list(article.authors),
        "publisher": article.publisher,
        "date_published": article.date_published,
        "url": article.url,
        "written": dating(article.written, said_words(article.written)),
        "notice": article.written.notice,
        "rights": article.rights,
        "publish": article.publish,
        "limits": list(article.limits),
        **({"overview": article.overview} if article.overview else {}),
        "notes": [
            {
                "id": note.id,
                "date": note.date,
                "inference": note.inference,
                "text": note.text,
                "source": note.source,
            }
            for note in edition.notes
        ],
    }


def version(edition: Edition) -> str:
    """Return a mark of what an edition holds; it differs after any edit that an import makes.

    An import tells by it whether the edition was changed after a file was exported.
    """
    records = (*edition.claims, *edition.mentions, *edition.places)
    shapes = (place.geometry.wkb_hex for place in edition.places)  # a long one's repr is cut
    return hashlib.sha256("\n".join((*map(repr, records), *shapes)).encode()).hexdigest()[:16]


def json_lines(head: Mapping[str, Any], key: str, items: Sequence[object]) -> bytes:
    """Write a JSON object whose last member is a list, one item a line, so that versions compare.

    ``head`` holds the members before it; they keep their order.
    """
    opening = _json(head)[:-1] + ("," if head else "")
    lines = ",\n".join(_json(item) for item in items)
    return f"{opening}{_json(key)}:[\n{lines}\n]}}\n".encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
