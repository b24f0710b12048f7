"""Every look-up of an edition, computed once: what stands where, and what belongs to what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from geodata.model.article import Article
from geodata.model.claims import Claim
from geodata.model.mentions import Mention
from geodata.model.quotes import TextPosition, union

_Value = TypeVar("_Value")


class Index:
    """The look-ups by id; what has no entry in a mapping has nothing that belongs to it."""

    def __init__(
        self, article: Article, mentions: tuple[Mention, ...], claims: tuple[Claim, ...]
    ) -> None:
        """Anchor every quote in the article's text.

        Raises
        ------
        QuoteError
            If one does not stand there exactly once; the loader has made sure that all do.
        """
        self._by_id = {mention.id: mention for mention in mentions}
        self._article, self._mentions, self._claims = article, mentions, claims
        self.positions = {mention.id: article.anchor(mention.quote) for mention in mentions}
        """Where each mention stands."""
        self.quotes = {
            claim.id: tuple(article.anchor(quote) for quote in claim.quotes) for claim in claims
        }
        """Where the quotes of each claim stand."""

    @cached_property
    def claims_in_text_order(self) -> tuple[Claim, ...]:
        """All claims, by where their quotes begin, then by where they end."""
        return tuple(
            sorted(
                self._claims,
                key=lambda claim: [(quote.start, quote.end) for quote in self.quotes[claim.id]],
            )
        )

    @cached_property
    def visible_spans(self) -> tuple[TextPosition, ...]:
        """The stretches of the text that may be shown, in order, without overlap."""
        if self._article.publish == "full":
            return tuple(block.position for block in self._article.blocks if not block.repeats)
        return union(quote for quotes in self.quotes.values() for quote in quotes)

    @cached_property
    def claims_of_place(self) -> dict[str, tuple[Claim, ...]]:
        """The claims about each place."""
        return _grouped(
            (place, claim) for claim in self.claims_in_text_order for place in claim.places
        )

    @cached_property
    def mentions_of_place(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions that mean each place."""
        in_order = sorted(self._mentions, key=self._start)
        return _grouped((place, mention) for mention in in_order for place in mention.place_ids)

    @cached_property
    def mentions_of_claim(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of each claim's places that its quotes hold or refer back to."""
        return {claim.id: self._inside(claim) for claim in self._claims}

    @cached_property
    def claims_of_mention(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that each mention belongs to."""
        return _grouped(
            (mention.id, claim)
            for claim in self.claims_in_text_order
            for mention in self.mentions_of_claim[claim.id]
        )

    def _start(self, mention: Mention) -> int:
        return self.positions[mention.id].start

    def _inside(self, claim: Claim) -> tuple[Mention, ...]:
        found = {id: self._by_id[id] for id in claim.refers_to if id in self._by_id}
        for place in claim.places:
            mentions = self.mentions_of_place.get(place, ())
            for quote in self.quotes[claim.id]:
                first = bisect_left(mentions, quote.start, key=self._start)
                last = bisect_right(mentions, quote.end, key=self._start)
                for mention in mentions[first:last]:
                    if quote.contains(self.positions[mention.id]):
                        found[mention.id] = mention
        return tuple(sorted(found.values(), key=self._start))


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
