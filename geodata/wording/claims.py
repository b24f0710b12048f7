"""How a claim reads: according to whom, through whom, and of what kind it is."""

from __future__ import annotations

from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.wording import terms


def according_to(edition: Edition, claim: Claim) -> str:
    """Say in one phrase who says a claim and through whom it reached the article."""
    speaker = edition.speaker(claim.said_by)
    return "According to " + ", ".join((speaker.according_to, *claim.chain))


def kind_words(claim: Claim) -> str:
    """Say form, mode and source of a claim in words, as the beginning of a sentence."""
    parts = (terms.FORM[claim.form], terms.MODE[claim.mode], terms.SOURCE[claim.source])
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]
