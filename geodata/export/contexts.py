"""Quotes as annotation clients write and look for them: with some 32 characters on either side."""

from __future__ import annotations

from typing import Final

from geodata.model.edition import Edition
from geodata.model.errors import QuoteAmbiguousError
from geodata.model.quotes import TextPosition, TextQuote

CONTEXT: Final = 32
"""Code points on either side; matchers that tolerate slips take no longer ones."""


def quote_for_clients(edition: Edition, position: TextPosition) -> TextQuote | None:
    """Return the quote of a position, with context of ``CONTEXT`` signs, or as many as tell it.

    Of excerpts, the context stays inside the cited passage, and may not be enough; ``None`` where
    the position itself is not published. The position tells then.
    """
    text = edition.article.text
    span = TextPosition(start=0, end=len(text))
    if edition.article.publish != "full":
        published = edition.visible_span_of(position)
        if published is None:
            return None
        span = published
    length = CONTEXT
    while True:
        start, end = position.start - length, position.end + length
        quote = TextQuote(
            exact=position.of(text),
            prefix=text[max(span.start, start) : position.start],
            suffix=text[position.end : min(span.end, end)],
        )
        if _is_unique(edition, quote) or (start <= span.start and end >= span.end):
            return quote
        length *= 2


def _is_unique(edition: Edition, quote: TextQuote) -> bool:
    try:
        edition.article.anchor(quote)
    except QuoteAmbiguousError:
        return False
    return True
