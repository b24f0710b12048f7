"""How a claim reads: according to whom, through whom, and of what kind it is."""

from __future__ import annotations

from typing import Final

from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.wording import terms
from geodata.wording.dates import claim_time

NO_PLACE = "Not on the map"
"""Stands for the name of the place of a claim that has none."""
_LONGEST_BEGINNING: Final = 60


def according_to(edition: Edition, claim: Claim) -> str:
    """Say in one phrase who says a claim and through whom it reached the article."""
    speaker = edition.speaker(claim.said_by)
    return "According to " + ", ".join((speaker.according_to, *claim.chain))


def according_to_speaker(edition: Edition, claim: Claim) -> str:
    """Say in one phrase who says a claim, without the way it came."""
    return f"According to {edition.speaker(claim.said_by).according_to}"


def certainties(edition: Edition, claim: Claim, place: Place | None) -> list[str]:
    """Return how sure it is that a claim means a place, as its mentions have it, each once."""
    found = (
        ref.certainty
        for mention in edition.mentions_of_claim(claim.id)
        for ref in mention.places
        if place and ref.id == place.id
    )
    return list(dict.fromkeys(found))


def passage(claim: Claim) -> str:
    """Return the passages that a claim quotes, […] between them; all of them are published."""
    return " […] ".join(quote.exact for quote in claim.quotes)


def claim_name(edition: Edition, claim: Claim, place: Place | None) -> str:
    """Return what tells a claim in a list from others of the same place: who says how it begins.

    Examples: ``Lyon – Anna Brook: “The bridge may be closed”``.
    """
    words = " ".join(passage(claim).split())
    if len(words) > _LONGEST_BEGINNING:
        words = f"{words[: _LONGEST_BEGINNING - 1].rstrip()}…"
    where = place.title if place else NO_PLACE
    return f"{where} – {edition.speaker(claim.said_by).name}: “{words}”"


def claim_kind(claim: Claim) -> str:
    """Return what kind of claim it is, in words: ``reported speech; no source given; forecast``."""
    return "; ".join((terms.FORM[claim.form], terms.SOURCE[claim.source], terms.MODE[claim.mode]))


def claim_prose(edition: Edition, claim: Claim) -> str:
    """Return a claim as one line of prose that begins with who makes it."""
    parts = [f"{according_to_speaker(edition, claim)}: ‘{passage(claim)}’ ({claim_kind(claim)})."]
    if claim.chain:
        parts.append(f"How it came here: {'; '.join(claim.chain)}.")
    if claim.hedge:
        parts.append(f"Limited by the words: {'; '.join(f'“{one}”' for one in claim.hedge)}.")
    if claim.about:
        parts.append(f"Time: {claim_time(claim)}.")
    if claim.limitation:
        parts.append(f"Limitation: {claim.limitation}")
    return " ".join(" ".join(part.split()) for part in parts)


def kind_words(claim: Claim) -> str:
    """Say form, mode and source of a claim in words, as the beginning of a sentence."""
    parts = (terms.FORM[claim.form], terms.MODE[claim.mode], terms.SOURCE[claim.source])
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]
