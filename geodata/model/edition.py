"""The edition: an article with its places, mentions and claims, and every way to look them up.

An edition is frozen. It is made by ``geodata.storage.load.load_edition``, which makes sure that
every id in it leads somewhere and every quote stands in the text once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast

from geodata.model.article import Article, Block, Change, Note
from geodata.model.base import Slug, Value
from geodata.model.claims import Claim
from geodata.model.errors import UnknownIdError
from geodata.model.lookups import Index
from geodata.model.mentions import Mention
from geodata.model.places import Place
from geodata.model.quotes import TextPosition, union
from geodata.model.routes import Route
from geodata.model.themes import Speaker, Theme
from geodata.model.whole_words import whole_words


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_HasId)
_Made = TypeVar("_Made")


def _by_id(items: Iterable[_Item]) -> dict[str, _Item]:
    return {item.id: item for item in items}


def _found(kind: str, items: Mapping[str, _Item], wanted: str) -> _Item:
    try:
        return items[wanted]
    except KeyError:
        raise UnknownIdError(kind, wanted) from None


class Edition(Value):
    """One edition; its tuples are in the order of the files, its look-ups in that of the text."""

    id: Slug
    article: Article
    themes: tuple[Theme, ...]
    speakers: tuple[Speaker, ...]
    places: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...] = ()
    changes: tuple[Change, ...] = ()
    routes: tuple[Route, ...] = ()

    # ---- by id: each raises UnknownIdError for an id that the edition does not have ----

    def place(self, id: str) -> Place:
        """Return the place with this id."""
        return _found("place", self._places, id)

    def theme(self, id: str) -> Theme:
        """Return the theme with this id."""
        return _found("theme", self._themes, id)

    def speaker(self, id: str) -> Speaker:
        """Return the speaker with this id."""
        return _found("speaker", self._speakers, id)

    def claim(self, id: str) -> Claim:
        """Return the claim with this id."""
        return _found("claim", self._claims, id)

    def mention(self, id: str) -> Mention:
        """Return the mention with this id."""
        return _found("mention", self._mentions, id)

    def route(self, id: str) -> Route:
        """Return the route with this id."""
        return _found("route", self._routes, id)

    def note(self, id: str) -> Note:
        """Return the editors' note with this id."""
        return _found("note", self._notes, id)

    # ---- positions in the text ----

    def position(self, mention: Mention) -> TextPosition:
        """Return where a mention of this edition stands."""
        try:
            return self._index.positions[mention.id]
        except KeyError:
            raise UnknownIdError("mention", mention.id) from None

    def quote_positions(self, claim: Claim) -> tuple[TextPosition, ...]:
        """Return where the quotes of a claim stand, in the order of the text."""
        try:
            return self._index.quotes[claim.id]
        except KeyError:
            raise UnknownIdError("claim", claim.id) from None

    def hedge_positions(self, claim: Claim) -> tuple[TextPosition, ...]:
        """Return where the limiting words of a claim stand in its quotes, whole words only."""
        return union(
            found
            for quote in self.quote_positions(claim)
            for hedge in claim.hedge
            for found in whole_words(self.article.text, hedge, quote)
        )

    def block_at(self, start: int) -> Block:
        """Return the block that holds the code point ``start``.

        Raises
        ------
        UnknownIdError
            If it is a blank between blocks, or outside the text.
        """
        if block := self.article.block_at(start):
            return block
        raise UnknownIdError("block at", str(start))

    def visible_spans(self) -> tuple[TextPosition, ...]:
        """Return the stretches of the text that may be shown, in order, without overlap.

        With ``publish = "full"``, all blocks but those shown as another; with ``excerpts``, the
        passages that the claims quote, and nothing else.
        """
        return self._index.visible_spans

    def visible_span_of(self, position: TextPosition) -> TextPosition | None:
        """Return the visible stretch that wholly holds a position, or ``None``."""
        spans = self._index.visible_spans
        at = bisect_right(spans, position.start, key=lambda span: span.start) - 1
        return spans[at] if at >= 0 and spans[at].contains(position) else None

    # ---- what belongs to what, in the order of the text ----

    def claims_of_place(self, id: str) -> tuple[Claim, ...]:
        """Return the claims about a place."""
        self.place(id)
        return self._index.claims_of_place.get(id, ())

    def mentions_of_place(self, id: str) -> tuple[Mention, ...]:
        """Return the mentions that mean a place, alone or among others."""
        self.place(id)
        return self._index.mentions_of_place.get(id, ())

    def mentions_of_claim(self, id: str) -> tuple[Mention, ...]:
        """Return the mentions of a claim's places that its quotes hold or refer back to."""
        self.claim(id)
        return self._index.mentions_of_claim[id]

    def claims_of_mention(self, id: str) -> tuple[Claim, ...]:
        """Return the claims that a mention belongs to; none for one that is not mapped."""
        self.mention(id)
        return self._index.claims_of_mention.get(id, ())

    def themes_of_mention(self, id: str) -> tuple[Theme, ...]:
        """Return the themes of a mention's claims, in the order of the edition's themes."""
        return self._themes_of(self.claims_of_mention(id))

    def themes_of_place(self, id: str) -> tuple[Theme, ...]:
        """Return the themes of a place's claims, in the order of the edition's themes."""
        return self._themes_of(self.claims_of_place(id))

    def claims_of_speaker(self, id: str) -> tuple[Claim, ...]:
        """Return the claims that a speaker makes."""
        self.speaker(id)
        return tuple(claim for claim in self.claims_in_text_order if claim.said_by == id)

    def _themes_of(self, claims: Iterable[Claim]) -> tuple[Theme, ...]:
        wanted = {theme for claim in claims for theme in claim.themes}
        return tuple(theme for theme in self.themes if theme.id in wanted)

    # ---- computed once ----

    def once(self, make: Callable[[Edition], _Made]) -> _Made:
        """Return what a function makes of this edition; it is made once, since nothing changes.

        A copy with other fields starts anew.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast(_Made, self._made[make])

    @cached_property
    def _made(self) -> dict[Callable[[Edition], Any], Any]:
        return {}

    @property
    def claims_in_text_order(self) -> tuple[Claim, ...]:
        """All claims, by where their quotes begin, then by where they end."""
        return self._index.claims_in_text_order

    @cached_property
    def _index(self) -> Index:
        return Index(self.article, self.mentions, self.claims)

    @cached_property
    def _places(self) -> dict[str, Place]:
        return _by_id(self.places)

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        return _by_id(self.themes)

    @cached_property
    def _speakers(self) -> dict[str, Speaker]:
        return _by_id(self.speakers)

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return _by_id(self.claims)

    @cached_property
    def _mentions(self) -> dict[str, Mention]:
        return _by_id(self.mentions)

    @cached_property
    def _routes(self) -> dict[str, Route]:
        return _by_id(self.routes)

    @cached_property
    def _notes(self) -> dict[str, Note]:
        return _by_id(self.notes)
