"""The records of an edition as the page shows them: places, mentions, claims, notes, routes."""

# No `from __future__ import annotations`: the declarations are read from these types.

from typing import Literal, NotRequired, TypedDict

from geodata.model.base import Status
from geodata.model.claims import Form, Mode, Source
from geodata.model.mentions import Outcome
from geodata.reader.contract.common import Leg, Look, PlaceBasis

Direction = Literal["ltr", "rtl"]


class LocalName(TypedDict):
    """A place's name where it lies."""

    lang: str
    text: str
    dir: Direction


class PagePlace(TypedDict):
    """A place as its card shows it."""

    id: str
    title: str
    description: str
    names: dict[str, str]
    """The place's name by language."""
    local: list[LocalName]
    precision: Look
    sign: NotRequired[str]
    """The outline of the sign in its mark on the map, in a box of 24 by 24."""
    precisionWords: str
    precisionNote: str
    basis: PlaceBasis
    """Whether the text names it, or it is inferred from outside."""
    basisWords: str
    basisSource: str
    asOf: str
    dispute: str
    administeredBy: str
    claimedBy: str
    outlineSource: str
    outlineLicence: str
    mentions: list[str]
    claims: list[str]
    layers: NotRequired[list[str]]
    """Ids of the layers (themes) that it is in by itself, where it has no claim."""


class PlaceMeant(TypedDict):
    """A place that a mention means, and how sure it is that this one is meant."""

    id: str
    certaintyWords: str


class Mention(TypedDict):
    """A place expression of the text."""

    id: str
    exact: str
    places: list[PlaceMeant]
    outcome: Outcome
    reasonWords: str
    """Why it is not on the map; "" where it is."""
    reading: str
    """The interpretation taken, or why there is none."""
    claims: list[str]
    status: Status
    statusWords: str


class Piece(TypedDict):
    """A stretch of a quote."""

    text: str
    mention: NotRequired[str]
    hedge: NotRequired[bool]


class Dating(TypedDict):
    """When a claim says that something was."""

    words: str
    inferred: bool
    """Whether the editors inferred it; the text states it otherwise."""
    earliest: str | None
    """The first day, as "2015-01-31"; null where that side is open."""
    latest: str | None
    """The last day, in the same way."""


class Claim(TypedDict):
    """What is said of places, and all that keeps it a claim."""

    id: str
    speakerId: str
    according: str
    form: Form
    source: Source
    mode: Mode
    kindWords: str
    quotes: list[list[Piece]]
    limitation: str
    pointer: str
    """The words of the limitation that point to the first of the notes; "" for none."""
    notes: list[str]
    """The editors' notes that bear on it."""
    themes: list[str]
    places: list[str]
    mentions: list[str]
    refersTo: list[str]
    """Mentions elsewhere that the claim refers to without naming them itself."""
    about: Dating | None
    saidWords: str
    """When it was said."""
    status: Status
    statusWords: str
    statusShort: str
    """The same words, where the whole has been said once."""


class PageNote(TypedDict):
    """An editors' note: its text stands below the article; here is how it is named."""

    id: str
    title: str


class PageLeg(Leg):
    """One step of a route, and the mention at which the reader stands while on it."""

    mention: str


class PageRoute(TypedDict):
    """A claim that names several places in an order."""

    id: str
    claim: str
    note: str
    """What the drawing does not say."""
    notes: list[str]
    """The editors' notes that bear on it."""
    legs: list[PageLeg]
