"""Text quotes and text positions: how a passage is found in the article, and how it is named.

A quote (what is said, with a little context) is what an editor writes; a position (code points,
half-open) is derived from it and must be unique. Both follow the selectors of the W3C Web
Annotation Data Model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Annotated

from pydantic import Field, model_validator

from geodata.model.base import Offset, Value, refusal, shorten
from geodata.model.errors import QuoteAmbiguousError, QuoteNotFoundError
from geodata.model.text_index import TextIndex, places_by_reading

# What an editor's keyboard puts in place of the article's own typography.
_LOOK_ALIKES = str.maketrans("‘’“”–—\u00a0\u202f", "''\"\"--  ")
_CONTEXT = 24


class TextQuote(Value):
    """A stretch of the text, verbatim, with as much before and after it as makes it unique."""

    exact: Annotated[str, Field(min_length=1)]
    prefix: str = ""
    suffix: str = ""


class TextPosition(Value):
    """Where a stretch of the text stands: code points, half-open, so ``text[start:end]``."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _refuse_an_empty_stretch(self) -> TextPosition:
        if self.start >= self.end:
            raise refusal(
                f"It starts at {self.start} and ends at {self.end}, so it holds no text.",
                "Make `end` greater than `start`.",
            )
        return self

    def contains(self, other: TextPosition) -> bool:
        """Say whether the other position lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: TextPosition) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the stretch of ``text`` that stands here."""
        return text[self.start : self.end]


def anchor(text: str | TextIndex, quote: TextQuote) -> TextPosition:
    """Find the one place in a text where a quote stands.

    Parameters
    ----------
    text
        The article's text, as stored; its index where many quotes are looked for.
    quote
        The quote. Its prefix and suffix, when given, must match exactly.

    Returns
    -------
    position
        Code-point offsets with ``text[start:end] == quote.exact``.

    Raises
    ------
    QuoteNotFoundError
        If the quote with its context does not occur in ``text``.
    QuoteAmbiguousError
        If it occurs more than once.

    Examples
    --------
    >>> anchor("From Lyon to Paris.", TextQuote(exact="Paris"))
    TextPosition(start=13, end=18)
    """
    wanted = quote.prefix + quote.exact + quote.suffix
    found = text.find_all(wanted, most=2) if isinstance(text, TextIndex) else _two(text, wanted)
    words = text.text if isinstance(text, TextIndex) else text
    if not found:
        raise _not_found(words, quote, wanted)
    if len(found) > 1:
        raise _ambiguous(words, quote, tuple(found))
    start = found[0] + len(quote.prefix)
    return TextPosition(start=start, end=start + len(quote.exact))


def describe(text: str, position: TextPosition, within: TextPosition | None = None) -> TextQuote:
    """Quote a position with the shortest context, in whole words, that makes it unique.

    Parameters
    ----------
    text
        The article's text, as stored.
    position
        The stretch to quote; it must lie inside ``text`` (and inside ``within``).
    within
        Where the context may be taken from; the whole text when absent. The quote is unique in
        the whole text all the same.

    Returns
    -------
    quote
        A quote with ``anchor(text, quote) == position``. Of as many words, context before is
        preferred to context after, and either to both.

    Raises
    ------
    QuoteNotFoundError
        If ``position`` reaches beyond ``text`` or ``within``.
    QuoteAmbiguousError
        If even the whole of ``within`` does not make the quote unique.

    Examples
    --------
    >>> describe("In Paris, and in Paris again.", TextPosition(start=17, end=22))
    TextQuote(exact='Paris', prefix='in ', suffix='')
    """
    span = within or TextPosition(start=0, end=max(len(text), 1))
    if not span.contains(position) or span.end > max(len(text), 1) or position.end > len(text):
        raise QuoteNotFoundError(
            f"The position {position.start}–{position.end} is not inside {span.start}–{span.end} "
            f"of a text of {len(text)} code points.",
            "Give a position inside the text.",
        )
    before, after = text[span.start : position.start], text[position.end : span.end]
    words = 0
    while True:
        prefix, suffix = _last_words(before, words), _first_words(after, words)
        for quote in _contexts(position.of(text), prefix, suffix):
            if _occurs_once(text, quote.prefix + quote.exact + quote.suffix):
                return quote
        if prefix == before and suffix == after:
            raise _ambiguous(text, TextQuote(exact=position.of(text)), ())
        # Growing by a third keeps very repetitive texts from taking for ever.
        words += 1 + words // 3


def union(positions: Iterable[TextPosition]) -> tuple[TextPosition, ...]:
    """Join positions that overlap, in the order of the text; those that only touch stay apart."""
    joined: list[TextPosition] = []
    for one in sorted(positions, key=lambda position: (position.start, position.end)):
        if joined and joined[-1].overlaps(one):
            last = joined.pop()
            one = TextPosition(start=last.start, end=max(last.end, one.end))
        joined.append(one)
    return tuple(joined)


def _contexts(exact: str, prefix: str, suffix: str) -> tuple[TextQuote, ...]:
    return (
        TextQuote(exact=exact, prefix=prefix),
        TextQuote(exact=exact, suffix=suffix),
        TextQuote(exact=exact, prefix=prefix, suffix=suffix),
    )


def _two(text: str, wanted: str) -> list[int]:
    """Return the first two places of a stretch, as far as there are any."""
    return list(islice(places_by_reading(text, wanted), 2))


def _occurs_once(text: str, wanted: str) -> bool:
    first = text.find(wanted)
    return first >= 0 and text.find(wanted, first + 1) < 0


def _last_words(before: str, count: int) -> str:
    """Return the last ``count`` words of a text, with the blanks that follow them."""
    if count == 0:
        return ""
    starts = [found.start() for found in re.finditer(r"\S+", before)]
    return before if count >= len(starts) else before[starts[-count] :]


def _first_words(after: str, count: int) -> str:
    """Return the first ``count`` words of a text, with the blanks before them."""
    if count == 0:
        return ""
    ends = [found.end() for found in re.finditer(r"\S+", after)]
    return after if count >= len(ends) else after[: ends[count - 1]]


def _not_found(text: str, quote: TextQuote, wanted: str) -> QuoteNotFoundError:
    said = shorten(wanted)
    if quote.exact in text:
        return QuoteNotFoundError(
            f"The quote {shorten(quote.exact)} stands in the text, but not as {said}.",
            "Copy prefix and suffix from article.txt, blanks and quotation marks included.",
        )
    plain = _plain(text)
    if (at := plain.find(_plain(quote.exact))) >= 0:
        return QuoteNotFoundError(
            f"The quote {said} does not occur in the text in this spelling.",
            f"The text has {text[at : at + len(quote.exact)]!r}; copy it with its own signs.",
        )
    return QuoteNotFoundError(
        f"The quote {said} does not occur in the text.",
        "Copy the quote from article.txt, letter by letter.",
    )


def _plain(text: str) -> str:
    """Replace typographic signs one for one, so that offsets stay."""
    return text.translate(_LOOK_ALIKES)


def _ambiguous(text: str, quote: TextQuote, found: tuple[int, ...]) -> QuoteAmbiguousError:
    wanted = quote.prefix + quote.exact + quote.suffix
    shown = " and ".join(
        f"“{_visible(text[max(0, at - _CONTEXT) : at + len(wanted) + _CONTEXT])}”" for at in found
    )
    return QuoteAmbiguousError(
        f"The quote {shorten(wanted)} occurs more than once"
        + (f", as in {shown}." if shown else "."),
        "Lengthen `prefix` or `suffix` until only one place is left.",
    )


def _visible(text: str) -> str:
    """Show a stretch on one line: line ends as ¶, other signs that cannot be seen as ·."""
    return "".join("¶" if sign == "\n" else sign if sign.isprintable() else "·" for sign in text)
