"""Quotations before their speakers have names: one inside another, one over another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations.marks import Stretch
from geodata.geoparse.values import QuotationForm

if TYPE_CHECKING:
    from spacy.tokens import Token

_EVIDENCE: Final = frozenset({"data", "datum", "figure", "evidence", "result", "number", "test"})
"""They show something, but who reports it is the one to speak: "Data suggest that …, Diaz said"."""
_WRAPPING: Final = 90
"""Signs that an outer clause has beside the inner one whose speaker and verb it is made of."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation: the signs [start, end), the nouns of its speaker and of its chain."""

    start: int
    end: int
    form: QuotationForm
    verb: Token | None
    speaker: Token | None
    chain: tuple[Token, ...] = ()
    floats: bool = False
    """Nothing around it says who speaks: it goes on with the speaker before."""


def direct(
    one: Stretch, verb: Token | None, speaker: Token | None, chain: tuple[Token, ...] = ()
) -> Found:
    """Return a stretch in marks as a quotation of its own."""
    return Found(one.start, one.end, "direct", verb, speaker, chain)


def without_overlaps(found: Iterable[Found]) -> list[Found]:
    """Order quotations; of two that overlap keep the first, or the one that the first passes on.

    "According to Reuters, Diaz said that …" is what Diaz says, through Reuters.
    """
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif _passes_on(kept[-1], one):
            kept[-1] = passed_on(one, kept[-1])
    return kept


def _passes_on(outer: Found, inner: Found) -> bool:
    verb = inner.verb
    if verb is None or outer.verb is None or verb.i == outer.verb.i:
        return False
    if inner.speaker is not None and inner.speaker.lemma_.lower() in _EVIDENCE:
        return False
    rest = (outer.end - outer.start) - (min(inner.end, outer.end) - inner.start)
    return outer.start <= verb.idx < outer.end and rest <= _WRAPPING


def passed_on(inner: Found, outer: Found) -> Found:
    """Return a quotation with those who pass it on at the end of its chain."""
    through = (*outer.chain, outer.speaker) if outer.chain or outer.speaker else ()
    return replace(inner, chain=(*inner.chain, *(one for one in through if one is not None)))
