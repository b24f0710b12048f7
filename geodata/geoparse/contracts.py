"""The three parts of a geoparser, as small as another one needs to take their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from geodata.geoparse.values import Entity, Mention, Quotation, Span, Toponym


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of an article beside its text."""

    home: str = ""
    """Where its outlet is from, such as "Alexandria, Louisiana"; "" if not known."""
    date: str = ""
    """When it appeared, ISO 8601; "" if not known."""
    language: str = ""
    """BCP 47; "" to detect it."""


class NameReader(Protocol):
    """Reads a text with a language model."""

    def entities(self, text: str) -> Sequence[Entity]:
        """Return the names that the model finds, in the order of the text."""
        ...


class Recogniser(Protocol):
    """Finds toponyms."""

    def recognise(self, text: str) -> Sequence[Toponym]:
        """Return the toponyms in the order of the text, none overlapping another."""
        ...


class Resolver(Protocol):
    """Chooses places."""

    def resolve(
        self, text: str, toponyms: Sequence[Toponym], setting: Setting
    ) -> Sequence[Mention]:
        """Return one mention for each toponym, in their order."""
        ...


class QuotationFinder(Protocol):
    """Finds who says what."""

    def find(self, text: str) -> Sequence[Quotation]:
        """Return the quotations in the order of the text, none overlapping another."""
        ...

    def sentences(self, text: str) -> Sequence[Span]:
        """Return the sentences in the order of the text: what claims are made of."""
        ...
