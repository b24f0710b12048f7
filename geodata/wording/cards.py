"""What other sites show beside a link: an edition or one of its places, in a sentence or two."""

from __future__ import annotations

from geodata.model.base import CHECKED
from geodata.model.edition import Edition
from geodata.model.ledger import Ledger
from geodata.model.places import Place
from geodata.wording.counts import counted, edition_words

CLAIMS_NOT_FACTS = "The map shows claims, not facts."
NO_CLAIMS = "The map shows the places that the article names."


def edition_card_words(edition: Edition, counts: Ledger) -> str:
    """Return who wrote the article, what the edition holds, and what its map shows."""
    by = f"By {', '.join(edition.article.authors)}. " if edition.article.authors else ""
    return f"{by}{edition_words(counts)}. {_shows(edition)}"


def place_card_words(edition: Edition, place: Place, title: str) -> str:
    """Return what a place is and what is said of it, in an article whose title is given, cut."""
    by = f" by {', '.join(edition.article.authors)}" if edition.article.authors else ""
    return (
        f"{place.description[:1].upper()}{place.description[1:]}. "
        f"{_said_of(edition, place)}, in “{title}”{by}. {_shows(edition)}"
    )


def _shows(edition: Edition) -> str:
    return CLAIMS_NOT_FACTS if edition.claims else NO_CLAIMS


def _said_of(edition: Edition, place: Place) -> str:
    if not edition.claims:
        named = sum(place.id in mention.place_ids for mention in edition.mentions)
        return f"Named in {counted(named, 'passage')}"
    claims = edition.claims_of_place(place.id)
    checked = sum(claim.status in CHECKED for claim in claims)
    speakers = len({claim.said_by for claim in claims})
    return (
        f"{counted(len(claims), 'claim')} by {counted(speakers, 'speaker')}, "
        f"{checked} compared by a named editor"
    )
