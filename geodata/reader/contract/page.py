"""What a page gets: the edition's facts and records, and what its filters offer."""

# No `from __future__ import annotations`: the declarations are read from these types.

from typing import Literal, TypedDict

from geodata.model.claims import Source
from geodata.reader.contract.common import Theme
from geodata.reader.contract.records import (
    Claim,
    Direction,
    Mention,
    PageNote,
    PagePlace,
    PageRoute,
)

KindField = Literal["form", "source", "mode"]


class EditionFacts(TypedDict):
    """What a citation says of an edition."""

    id: str
    title: str
    authors: list[str]
    publisher: str
    """Empty where it was not supplied."""
    language: str
    """The article's, as a tag such as ``en``."""
    direction: Direction
    """Which way text of that language runs."""
    dated: str
    checked: str
    """In words: when the article was published, or else when it was written."""


class Speaker(TypedDict):
    """Somebody who says something; the name stands in each claim's words."""

    id: str
    source: Source


class KindOption(TypedDict):
    """One kind of claim."""

    id: str
    title: str


class KindGroup(TypedDict):
    """A group of the filter "kind of claim"; its id is the claims' field that it is about."""

    id: KindField
    title: str
    options: list[KindOption]


class Language(TypedDict):
    """A language that names can be shown in."""

    id: str
    title: str


class PageData(TypedDict):
    """What a page gets of an edition."""

    edition: EditionFacts
    themes: list[Theme]
    speakers: list[Speaker]
    kinds: list[KindGroup]
    places: list[PagePlace]
    mentions: list[Mention]
    """In the order of the text."""
    claims: list[Claim]
    notes: list[PageNote]
    routes: list[PageRoute]
    languages: list[Language]
