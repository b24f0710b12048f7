"""Warns of a word that limits a claim and that its ``hedge`` does not list."""

from __future__ import annotations

from geodata.checking.edition_parts import Parts
from geodata.model.claims import Claim
from geodata.model.hedge_words import ENGLISH, NOT_AS_WRITTEN
from geodata.model.quotes import TextPosition
from geodata.model.whole_words import whole_words


def apply(parts: Parts) -> None:
    """Warn of each claim of an English text whose quotes limit it by words not listed.

    A word is listed where a hedge of the claim stands on any part of it. Left out are claims whose
    quotes were not found and those whose ``hedge`` could not be read.
    """
    if not parts.article or parts.article.language.split("-")[0] != "en":
        return
    for claim in parts.claims:
        if not parts.is_read("claim", claim.id, "hedge"):
            continue
        quotes = parts.quotes.get(claim.id, [])
        if words := _not_listed(parts.article.text, claim, quotes):
            shown = ", ".join(f"“{word}”" for word in words)
            fault = f"Its quotes hold {shown}, which `hedge` does not list."
            cure = "List it with the words that it limits, unless it limits nothing here."
            parts.warn("claims.toml", f"claim {claim.id}", fault, cure)


def _not_listed(text: str, claim: Claim, quotes: list[TextPosition]) -> list[str]:
    """Return the limiting words in a claim's quotes that no hedge of it covers, each once."""
    found: dict[str, None] = {}
    for quote in quotes:
        listed = [at for hedge in claim.hedge for at in whole_words(text, hedge, quote)]
        for match in ENGLISH.finditer(text, quote.start, quote.end):
            word = TextPosition(start=match.start(), end=match.end())
            if match[0] not in NOT_AS_WRITTEN and not any(word.overlaps(one) for one in listed):
                found[" ".join(match[0].split())] = None
    return list(found)
