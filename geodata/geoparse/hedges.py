"""The limiting words of a sentence, by the list that also checks what editors wrote."""

from __future__ import annotations

from geodata.geoparse.values import Span
from geodata.model.hedge_words import ENGLISH, NOT_AS_WRITTEN


def find_hedges(text: str, span: Span) -> tuple[Span, ...]:
    """Return where limiting words stand in a stretch of a text, in its order.

    Examples
    --------
    >>> text = "Some 200 may have fled."
    >>> [text[one.start : one.end] for one in find_hedges(text, Span(0, len(text)))]
    ['Some', 'may']
    """
    return tuple(
        Span(match.start(), match.end())
        for match in ENGLISH.finditer(text, span.start, span.end)
        if match[0] not in NOT_AS_WRITTEN
    )
