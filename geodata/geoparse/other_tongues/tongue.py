"""What a language tells of its names; one for each language that a model reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from geodata.geoparse.values import Entity, Span
from geodata.geoparse.words import Word

LONGEST: Final = 120
"""Code points of a name; a model's longer one is none."""


@dataclass(frozen=True, slots=True)
class Wider:
    """A name with a noun or an article that may belong to it."""

    span: Span
    always: bool
    """Whether it belongs to it in any case; else only where the gazetteer knows both together."""


class Tongue(Protocol):
    """How names are written in one language, and what stands around them."""

    code: str
    """BCP 47."""

    def words(self, text: str) -> list[Word]:
        """Return the words of a text; an article joined to a name is no part of its word."""
        ...

    def forms(self, name: str) -> tuple[str, ...]:
        """Return the name as written, then as a gazetteer may have it, the likeliest first."""
        ...

    def guesses(self, name: str) -> tuple[str, ...]:
        """Return what else the name may be, tried where the gazetteer knows none of its forms."""
        ...

    def shorter(self, name: str) -> str:
        """Return a name without the noun before it that says of what kind the place is."""
        ...

    def place_span(self, text: str, entity: Entity) -> Span | None:
        """Return what of a model's place is its name; ``None`` where it is no place's."""
        ...

    def stretches(self, text: str, words: Sequence[Word], at: int) -> list[Span]:
        """Return what may be a name from a word on, the longest first."""
        ...

    def wider(self, text: str, span: Span) -> list[Wider]:
        """Return the name with what stands before or behind it and may belong to it."""
        ...

    def stands_where(self, text: str, start: int) -> bool:
        """Say whether a preposition of place stands before it."""
        ...

    def kind_before(self, text: str, start: int) -> str:
        """Return the English noun of the kind that the words before a name tell; "" if none."""
        ...

    def article_before(self, text: str, start: int) -> str:
        """Return the name's own article that the word before it holds: "au Havre"; "" if none."""
        ...

    def is_place(self, name: str) -> bool:
        """Say whether a name is, by itself, rather a place's than a person's."""
        ...

    def is_common(self, name: str) -> bool:
        """Say whether a word usually means no place."""
        ...
