"""Finds the records that an export of the edition holds and the imported file does not."""

from __future__ import annotations

from geodata.editing.incoming import Incoming
from geodata.model.edition import Edition


def missing(edition: Edition, format: str, incoming: Incoming) -> list[tuple[str, str]]:
    """Return (kind, id) of each such record, in the order of the edition's files.

    What the edition does not publish is not in an export, so it is not missed.
    """
    found: list[tuple[str, str]] = []
    if format == "geojson":
        found += [("place", one.id) for one in edition.places if one.id not in incoming.places]
    else:
        found += [
            ("mention", one.id)
            for one in edition.mentions
            if one.id not in incoming.mentions and _published(edition, one.id)
        ]
    # A plain list of annotations holds no list of claims.
    if format == "geojson" or set(incoming.claims) - _of_mentions(edition, incoming):
        found += [("claim", one.id) for one in edition.claims if one.id not in incoming.claims]
    return found


def _published(edition: Edition, mention: str) -> bool:
    if edition.article.publish == "full":
        return True
    return edition.visible_span_of(edition.position(edition.mention(mention))) is not None


def _of_mentions(edition: Edition, incoming: Incoming) -> set[str]:
    """Return the ids of the claims that the mentions in the file are part of."""
    known = {mention.id for mention in edition.mentions}
    return {
        claim.id
        for mention in incoming.mentions
        if mention in known
        for claim in edition.claims_of_mention(mention)
    }
