"""What must hold between an edition's records: ids that lead somewhere, quotes that stand once.

Each rule adds its faults to the parts. Of a refused record it looks at what could be read.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from geodata.checking.edition_parts import Parts
from geodata.model.article import Article, Block
from geodata.model.base import shorten
from geodata.model.claims import Claim
from geodata.model.errors import QuoteError
from geodata.model.quotes import TextPosition, TextQuote
from geodata.model.whole_words import whole_words

_EDITION, _PLACES, _MENTIONS, _CLAIMS = (
    "edition.toml",
    "places.geojson",
    "mentions.toml",
    "claims.toml",
)


def apply(parts: Parts) -> None:
    """Add every fault between the records to ``parts``; fill in where the quotes stand."""
    _something_in_each(parts)
    _places_lie_in_places(parts)
    _references(parts)
    _looks_differ(parts)
    if parts.article:
        _notes(parts, parts.article)
        _mentions_stand(parts, parts.article)
        _claims_stand(parts, parts.article)


def _something_in_each(parts: Parts) -> None:
    for file, kind, records in (
        ("themes.toml", "theme", parts.themes),
        ("speakers.toml", "speaker", parts.speakers),
        (_MENTIONS, "mention", parts.mentions),
        (_CLAIMS, "claim", parts.claims),
        (_PLACES, "place", parts.places),
    ):
        if not records and kind not in parts.incomplete | parts.optional:
            parts.say(file, "", f"It holds no {kind}.", f"Add at least one {kind}.")


def _known(parts: Parts, file: str, record: str, kind: str, ids: Iterable[str]) -> None:
    """Add a fault for each id that leads nowhere, unless that kind could not be read at all."""
    if kind in parts.incomplete and not parts.ids.get(kind):
        return
    for id in ids:
        if id and not parts.has(kind, id):
            fault = f"It names the {kind} {shorten(id)}, which does not exist."
            parts.say(file, record, fault, f"Correct the id, or add that {kind}.")


def _references(parts: Parts) -> None:
    for mention in parts.mentions:
        own = [one.id for one in mention.candidates if ":" not in one.id]
        _known(parts, _MENTIONS, f"mention {mention.id}", "place", (*mention.place_ids, *own))
    for claim in parts.claims:
        name = f"claim {claim.id}"
        _known(parts, _CLAIMS, name, "speaker", [claim.said_by])
        _known(parts, _CLAIMS, name, "theme", claim.themes)
        _known(parts, _CLAIMS, name, "place", claim.places)
        _known(parts, _CLAIMS, name, "mention", claim.refers_to)
        _known(parts, _CLAIMS, name, "note", claim.notes)
    for route in parts.routes:
        name = f"route {route.id}"
        _known(parts, "route.toml", name, "claim", [route.claim])
        _known(parts, "route.toml", name, "note", route.notes)
        for leg in route.legs:
            _known(parts, "route.toml", name, "place", [leg.from_, leg.to])
            _known(parts, "route.toml", name, "mention", [leg.mention])


def _places_lie_in_places(parts: Parts) -> None:
    within = {place.id: place.within for place in parts.places if place.within}
    for place, outer in within.items():
        _known(parts, _PLACES, f"place {place}", "place", [outer])
        seen = {place}
        while outer in within and outer not in seen:
            seen.add(outer)
            outer = within[outer]
        if outer == place:
            fault = "Through `within` it lies in itself."
            parts.say(_PLACES, f"place {place}", fault, "Correct `within`.")


def _looks_differ(parts: Parts) -> None:
    for key in ("shape", "colour", "colour_dark", "short", "title"):
        owner: dict[str, str] = {}
        for theme in parts.themes:
            look = getattr(theme, key)
            if look and look in owner:
                fault = f"Its {key} {look!r} is that of the theme {owner[look]} too."
                parts.say("themes.toml", f"theme {theme.id}", fault, f"Choose another {key}.")
            owner.setdefault(look, theme.id)


def _notes(parts: Parts, article: Article) -> None:
    for note in parts.notes:
        if note.quote:
            _anchored(parts, article, _EDITION, f"note {note.id}", note.quote)


def _anchored(
    parts: Parts, article: Article, file: str, record: str, quote: TextQuote
) -> TextPosition | None:
    """Find a quote in the text, or add a fault."""
    try:
        return article.anchor(quote)
    except QuoteError as error:
        parts.say(file, record, error.fault, error.cure)
        return None


def _block_of(
    parts: Parts, article: Article, file: str, record: str, position: TextPosition
) -> Block | None:
    """Return the block that wholly holds a quote, or add a fault."""
    block = article.block_at(position.start)
    if block and position.end <= block.end:
        return block
    fault = f"The quote at {position.start}–{position.end} does not lie inside one block."
    parts.say(file, record, fault, "Quote within one title or paragraph.")
    return None


def _mentions_stand(parts: Parts, article: Article) -> None:
    """Anchor the mentions; they stand in the order of the text and do not overlap."""
    for mention in parts.mentions:
        record = f"mention {mention.id}"
        if not parts.is_read("mention", mention.id, "quote"):
            continue
        if position := _anchored(parts, article, _MENTIONS, record, mention.quote):
            _block_of(parts, article, _MENTIONS, record, position)
            parts.positions[mention.id] = position
    for (before, one), (after, other) in pairwise(parts.positions.items()):
        if one.overlaps(other):
            fault = f"It overlaps the mention {before}."
            cure = "Make the longest place expression one mention that names all its places."
            parts.say(_MENTIONS, f"mention {after}", fault, cure)
        elif other.start < one.start:
            fault = f"It stands before the mention {before} in the text."
            parts.say(_MENTIONS, f"mention {after}", fault, "Sort the mentions by the text.")


def _claims_stand(parts: Parts, article: Article) -> None:
    """Anchor the claims' quotes; the hedges are verbatim words of them."""
    for claim in parts.claims:
        record = f"claim {claim.id}"
        found = [_anchored(parts, article, _CLAIMS, record, quote) for quote in claim.quotes]
        positions = [position for position in found if position]
        for position in positions:
            block = _block_of(parts, article, _CLAIMS, record, position)
            if block and block.repeats:
                fault = f"It quotes the block {block.id}, which is shown as {block.repeats}."
                parts.say(_CLAIMS, record, fault, f"Quote the passage in {block.repeats}.")
        for one, other in pairwise(positions):
            if other.start < one.end:
                fault = f"A quote at {other.start} stands before the end of the one before it."
                cure = "Put the quotes in the order of the text, without overlap."
                parts.say(_CLAIMS, record, fault, cure)
        if found and len(positions) == len(found):
            parts.quotes[claim.id] = positions
        _hedges_stand(parts, article, claim)


def _hedges_stand(parts: Parts, article: Article, claim: Claim) -> None:
    """Look for the hedges in the quotes; in all of the text where a quote was not found."""
    everywhere = TextPosition(start=0, end=len(article.text))
    places = parts.quotes.get(claim.id, [everywhere])
    for hedge in claim.hedge:
        if not any(whole_words(article.text, hedge, place) for place in places):
            fault = f"The hedge {shorten(hedge)} does not stand in its quotes."
            cure = "Copy the words from the quote, as they are."
            parts.say(_CLAIMS, f"claim {claim.id}", fault, cure)
