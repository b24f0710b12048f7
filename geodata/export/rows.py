"""Flat rows of claims, places and mentions, for formats whose tables cannot nest.

A list becomes one text, its items parted by " | ", a sign that no id holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geodata.export.common import credit, editors_notes, published_quote, quotes_of
from geodata.model.claims import Claim
from geodata.model.dates import Dating
from geodata.model.edition import Edition
from geodata.model.mentions import Mention, PlaceRef
from geodata.model.places import Place
from geodata.wording import terms
from geodata.wording.dates import claim_time, said_words
from geodata.wording.places import precision_words

Cell = str | int | float | None
Row = dict[str, Cell]
BETWEEN = " | "
"""Between the items of a list."""


def joined(items: Iterable[str]) -> str:
    """Return the items of a list as one text."""
    return BETWEEN.join(items)


def claim_places(edition: Edition) -> Iterator[tuple[Claim, Place | None]]:
    """Return each claim with each of its places; a claim without any with ``None``.

    Claims come in the order of the text, places in the order of the claim.
    """
    for claim in edition.claims_in_text_order:
        for id in claim.places or ("",):
            yield claim, edition.place(id) if id else None


def kind(claim: Claim) -> str:
    """Return what kind of claim it is, in words: ``reported speech; no source given; forecast``."""
    return "; ".join((terms.FORM[claim.form], terms.SOURCE[claim.source], terms.MODE[claim.mode]))


def passage(edition: Edition, claim: Claim) -> str:
    """Return the passages that a claim quotes, […] between them."""
    return " […] ".join(quote["exact"] for quote in quotes_of(edition, claim))


def claim_row(edition: Edition, claim: Claim) -> Row:
    """Return all that is known of a claim but its passages and places; who says it stands first."""
    speaker = edition.speaker(claim.said_by)
    return {
        "according_to": f"According to {speaker.according_to}",
        "claim": claim.id,
        "said_by": speaker.id,
        "speaker": speaker.name,
        "speaker_source": speaker.source,
        "chain": joined(claim.chain),
        "kind": kind(claim),
        "form": claim.form,
        "claim_source": claim.source,
        "mode": claim.mode,
        "hedge": joined(claim.hedge),
        "limitation": claim.limitation,
        "notes": joined(claim.notes),
        "editors_notes": joined(editors_notes(edition, claim)),
        "status": claim.status,
        "themes": joined(claim.themes),
        "theme_titles": joined(edition.theme(id).title for id in claim.themes),
        "refers_to": joined(claim.refers_to),
        **dating_row("about", claim.about, claim_time(claim)),
        **dating_row("said", claim.said, said_words(claim.said)),
    }


def dating_row(name: str, value: Dating | None, words: str) -> Row:
    """Return a date in six columns that begin with ``name``; empty ones for none."""
    return {
        name: value.edtf if value else "",
        f"{name}_words": words,
        f"{name}_basis": value.basis if value else "",
        f"{name}_from": value.from_ if value else "",
        f"{name}_earliest": value.earliest.isoformat() if value and value.earliest else "",
        f"{name}_latest": value.latest.isoformat() if value and value.latest else "",
    }


def place_row(place: Place | None) -> Row:
    """Return all that is known of a place but its geometry; the same keys, empty, for none."""
    if place is None:
        return dict.fromkeys(_PLACE_KEYS, "") | {"label_lon": None, "label_lat": None}
    return {
        "place": place.id,
        "place_title": place.title,
        "place_description": place.description,
        "place_class": place.class_,
        "place_names": joined(f"{language}: {name}" for language, name in place.names.items()),
        "precision": place.precision,
        "precision_words": precision_words(place),
        "precision_note": place.precision_note,
        "basis": place.basis,
        "basis_words": terms.BASIS[place.basis],
        "basis_source": place.basis_source,
        "as_of": place.as_of,
        "within": place.within,
        "within_note": place.within_note,
        "label_lon": place.label_lon,
        "label_lat": place.label_lat,
        "geonames": place.geonames,
        "wikidata": place.wikidata,
        "geometry_method": place.method,
        "administered_by": place.administered_by,
        "claimed_by": place.claimed_by,
        "dispute_note": place.dispute_note,
        "attribution": credit(place),
    }


_PLACE_KEYS = (
    *("place", "place_title", "place_description", "place_class", "place_names", "precision"),
    *("precision_words", "precision_note", "basis", "basis_words", "basis_source", "as_of"),
    *("within", "within_note", "label_lon", "label_lat", "geonames", "wikidata"),
    *("geometry_method", "administered_by", "claimed_by", "dispute_note", "attribution"),
)


def edition_row(edition: Edition) -> Row:
    """Return what each row says of the article that it comes from."""
    article = edition.article
    return {
        "edition": edition.id,
        "article": article.title,
        "authors": joined(article.authors),
        "notice": article.written.notice,
        "rights": article.rights,
    }


def certainty(edition: Edition, claim: Claim, place: Place | None) -> str:
    """Return how sure it is that a claim means a place, as its mentions have it, each once."""
    found = (
        ref.certainty
        for mention in edition.mentions_of_claim(claim.id)
        for ref in mention.places
        if place and ref.id == place.id
    )
    return joined(dict.fromkeys(found))


def mention_row(edition: Edition, mention: Mention, ref: PlaceRef | None) -> Row | None:
    """Return a mention with one of the places that it means, or with none.

    ``None`` where the edition does not publish the passage that it stands in.
    """
    position = edition.position(mention)
    quote = published_quote(edition, mention.quote, position)
    if quote is None:
        return None
    claims = edition.claims_of_mention(mention.id)
    place = edition.place(ref.id) if ref else None
    return {
        "mention": mention.id,
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start": position.start,
        "end": position.end,
        "kind": mention.kind,
        "outcome": mention.outcome,
        "reason": mention.reason,
        "reading": mention.reading,
        "status": mention.status,
        "place": place.id if place else "",
        "place_title": place.title if place else "",
        "certainty": ref.certainty if ref else "",
        "precision": place.precision if place else "",
        "basis": place.basis if place else "",
        "label_lon": place.label_lon if place else None,
        "label_lat": place.label_lat if place else None,
        "claims": joined(claim.id for claim in claims),
        "according_to": joined(edition.speaker(claim.said_by).according_to for claim in claims),
        "hedges": joined(dict.fromkeys(hedge for claim in claims for hedge in claim.hedge)),
        "limitations": joined(claim.limitation for claim in claims if claim.limitation),
        "attribution": credit(place) if place else "",
    }
