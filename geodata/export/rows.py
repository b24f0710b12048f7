"""Flat rows of claims, places and mentions, for formats whose tables cannot nest."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.export.common import published_quote
from geodata.export.members import Row, cells, joined
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.mentions import Mention, PlaceRef
from geodata.model.places import Place
from geodata.wording import field_table
from geodata.wording.claims import according_to_speaker, certainties, claim_kind
from geodata.wording.field_table import carried
from geodata.wording.notes import claim_notes
from geodata.wording.places import credit


def claim_places(edition: Edition) -> Iterator[tuple[Claim, Place | None]]:
    """Return each claim with each of its places; a claim without any with ``None``.

    Claims come in the order of the text, places in the order of the claim.
    """
    for claim in edition.claims_in_text_order:
        for id in claim.places or ("",):
            yield claim, edition.place(id) if id else None


def places_alone(edition: Edition) -> tuple[Place, ...]:
    """Return what there is to list of an edition without claims: its places, in their order."""
    return () if edition.claims else edition.places


def claim_row(edition: Edition, claim: Claim | None) -> Row:
    """Return all that is known of a claim but its passages and places; who says it stands first.

    For no claim the same keys, empty.
    """
    fields = sorted(carried(field_table.CLAIM, "rows"), key=lambda field: not field.always)
    return {
        "according_to": according_to_speaker(edition, claim) if claim else "",
        "claim": claim.id if claim else "",
        **cells(fields, claim, _beside(edition, claim)),
    }


def _beside(edition: Edition, claim: Claim | None) -> dict[str, Row]:
    """Return what follows some of a claim's fields: the titles and words of what they name."""
    speaker = edition.speaker(claim.said_by) if claim else None
    themes = map(edition.theme, claim.themes) if claim else ()
    return {
        "said_by": {
            "speaker": speaker.name if speaker else "",
            "speaker_source": speaker.source if speaker else "",
        },
        "chain": {"kind": claim_kind(claim) if claim else ""},
        "notes": {"editors_notes": joined(claim_notes(edition, claim)) if claim else ""},
        "themes": {"theme_titles": joined(theme.title for theme in themes)},
    }


def place_row(place: Place | None) -> Row:
    """Return all that is known of a place but its geometry; the same keys, empty, for none."""
    return {
        "place": place.id if place else "",
        **cells(carried(field_table.PLACE, "rows"), place),
        "attribution": credit(place) if place else "",
    }


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
    return joined(certainties(edition, claim, place))


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
    sure: Row = {"certainty": ref.certainty if ref else ""}
    return {
        "mention": mention.id,
        **quote.model_dump(),
        **position.model_dump(),
        **cells(carried(field_table.MENTION, "rows"), mention),
        "place": place.id if place else "",
        **cells(
            carried(field_table.PLACE, "mention-rows"), place, {"place_title": sure}, plain=True
        ),
        "claims": joined(claim.id for claim in claims),
        "according_to": joined(edition.speaker(claim.said_by).according_to for claim in claims),
        "hedges": joined(dict.fromkeys(hedge for claim in claims for hedge in claim.hedge)),
        "limitations": joined(claim.limitation for claim in claims if claim.limitation),
        "attribution": credit(place) if place else "",
    }
