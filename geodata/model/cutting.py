"""Cuts a text at its mentions, claims and hedges: all of it in one sweep, once an edition."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from geodata.model.edition import Edition
from geodata.model.quotes import TextPosition

_Claims = tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A stretch of the article in which nothing begins or ends.

    ``gap`` marks text left out (the edition publishes excerpts only); its ``text`` is empty.
    ``notes`` are the editors' notes whose passage ends with it, in the article alone.
    """

    text: str
    mention: str | None = None
    claims: _Claims = ()
    hedge: bool = False
    gap: bool = False
    notes: tuple[str, ...] = ()


class Cutter:
    """Where an edition's text is cut, and which claims cover what stands between two cuts."""

    def __init__(self, edition: Edition) -> None:
        """Sweep over the text once; the time grows with the records, not with their product."""
        self._text = edition.article.text
        positions = sorted(
            ((edition.position(one), one.id) for one in edition.mentions),
            key=lambda pair: pair[0].start,
        )
        self._mentions = {(at.start, at.end): id for at, id in positions}
        self._starts = [at.start for at, _ in positions]
        self._ends = [at.end for at, _ in positions]
        self._quotes = [
            (quote, claim.id)
            for claim in edition.claims
            for quote in edition.quote_positions(claim)
        ]
        self._points = self._all_points()
        self._covering = list(self._swept())

    def pieces(self, span: TextPosition, hedges: tuple[TextPosition, ...] = ()) -> Iterator[Piece]:
        """Return a span of the text in pieces; only a hedge cuts a mention wholly inside it.

        The parts of such a mention all carry its id.

        Parameters
        ----------
        span
            The stretch to cut.
        hedges
            The limiting words to be marked in it.
        """
        for start, end in pairwise(self._cuts(span, hedges)):
            yield Piece(
                text=self._text[start:end],
                mention=self._mention(start, span),
                claims=self._claims(start, end),
                hedge=any(one.start <= start and end <= one.end for one in hedges),
            )

    def _cuts(self, span: TextPosition, hedges: Iterable[TextPosition]) -> list[int]:
        first = bisect_right(self._points, span.start)
        inside = self._points[first : bisect_left(self._points, span.end)]
        own = {point for one in hedges for point in (one.start, one.end)}
        more = {at for at in own if span.start < at < span.end}
        return sorted({span.start, *inside, *more, span.end})

    def _mention(self, start: int, span: TextPosition) -> str | None:
        """Return the mention that a piece is, or is a part of; None where the span cuts it."""
        whole = self._stretch(start)
        inside = span.start <= whole[0] and whole[1] <= span.end
        return self._mentions.get(whole) if inside else None

    def _stretch(self, start: int) -> tuple[int, int]:
        """Return the points between which a position stands, apart from hedges."""
        at = bisect_right(self._points, start) - 1
        return self._points[at], self._points[at + 1]

    def _all_points(self) -> list[int]:
        points = {0, len(self._text), *self._starts, *self._ends}
        points |= {at for quote, _ in self._quotes for at in (quote.start, quote.end)}
        return sorted(at for at in points if not self._in_a_mention(at))

    def _in_a_mention(self, at: int) -> bool:
        """Say whether a point lies inside a mention, which is one button and is never cut."""
        last = bisect_left(self._starts, at) - 1
        return last >= 0 and at < self._ends[last]

    def _swept(self) -> Iterator[_Claims]:
        """Return the claims that cover each stretch between two points, in the edition's order."""
        waiting = sorted(
            (quote.start, order, quote.end, id) for order, (quote, id) in enumerate(self._quotes)
        )
        at = 0
        active: list[tuple[int, int, str]] = []
        for start, end in pairwise(self._points):
            while at < len(waiting) and waiting[at][0] <= start:
                active.append(waiting[at][1:])
                at += 1
            active = [one for one in active if one[1] >= end]
            yield tuple(dict.fromkeys(id for _, _, id in sorted(active)))

    def _claims(self, start: int, end: int) -> _Claims:
        whole = self._stretch(start)
        if whole not in self._mentions or whole == (start, end):
            return self._covering[bisect_right(self._points, start) - 1]
        # A part of a mention: a claim may begin or end inside it.
        covering = (id for one, id in self._quotes if one.start <= start and end <= one.end)
        return tuple(dict.fromkeys(covering))
