"""The ledger: what became of every mention, in text order, and the counts that the app states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from geodata.model.base import CHECKED, Status
from geodata.model.edition import Edition
from geodata.model.mentions import Mention, MentionKind, Outcome, PlaceRef
from geodata.model.quotes import TextPosition

Shown = Literal["shown", "repeated", "withheld"]
"""Whether the reader sees a mention: in its block; not, since its block repeats another, which is
shown; or not, since the edition publishes excerpts and no claim quotes it."""


@dataclass(frozen=True)
class Entry:
    """One mention in the ledger."""

    mention: str
    """The mention's id."""
    exact: str
    """The words of the text; "" where they are withheld."""
    position: TextPosition
    block: str
    """The id of the block that it stands in."""
    shown: Shown
    kind: MentionKind
    outcome: Outcome
    reason: str
    """Why it is not on the map, as stored ("too-vague"); "" where it is."""
    places: tuple[PlaceRef, ...]
    reading: str
    claims: tuple[str, ...]
    """The ids of the claims that it belongs to."""
    status: Status


@dataclass(frozen=True)
class Ledger:
    """Every mention of an edition, and counts of what the edition holds."""

    entries: tuple[Entry, ...]
    claims: int
    claims_by_status: Mapping[Status, int]
    speakers: int
    """Speakers of at least one claim."""
    unnamed_speakers: int
    """Those of them who are not named; they may be the same people."""
    places: int
    inferred_places: int
    """Places that are inferred from outside the text."""

    @cached_property
    def mapped(self) -> int:
        """How many mentions put a place on the map."""
        return self._count("mapped")

    @cached_property
    def merged(self) -> int:
        """How many mentions are another expression for a place that is named already."""
        return self._count("merged")

    @cached_property
    def not_mapped(self) -> int:
        """How many mentions are deliberately not on the map."""
        return self._count("not-mapped")

    @cached_property
    def reasons(self) -> Mapping[str, int]:
        """How many mentions are not on the map for each reason, the most frequent first."""
        counts = Counter(entry.reason for entry in self.entries if entry.reason)
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def mentions_by_status(self) -> Mapping[Status, int]:
        """How many mentions have each status."""
        counts = Counter(entry.status for entry in self.entries)
        return {status: counts[status] for status in get_args(Status)}

    @property
    def verified(self) -> int:
        """How many claims a named person has verified or corrected."""
        return sum(self.claims_by_status[status] for status in CHECKED)

    def _count(self, outcome: Outcome) -> int:
        return sum(entry.outcome == outcome for entry in self.entries)


def ledger(edition: Edition) -> Ledger:
    """Draw up the ledger of an edition."""
    speaking = {claim.said_by for claim in edition.claims}
    statuses = Counter(claim.status for claim in edition.claims)
    return Ledger(
        entries=tuple(_entry(edition, mention) for mention in edition.mentions),
        claims=len(edition.claims),
        claims_by_status={status: statuses[status] for status in get_args(Status)},
        speakers=len(speaking),
        unnamed_speakers=sum(edition.speaker(id).source != "named" for id in speaking),
        places=len(edition.places),
        inferred_places=sum(place.basis == "inferred" for place in edition.places),
    )


def _entry(edition: Edition, mention: Mention) -> Entry:
    position = edition.position(mention)
    shown = _shown(edition, position)
    return Entry(
        mention=mention.id,
        exact="" if shown == "withheld" else mention.quote.exact,
        position=position,
        block=edition.block_at(position.start).id,
        shown=shown,
        kind=mention.kind,
        outcome=mention.outcome,
        reason=mention.reason,
        places=mention.places,
        reading=mention.reading,
        claims=tuple(claim.id for claim in edition.claims_of_mention(mention.id)),
        status=mention.status,
    )


def _shown(edition: Edition, position: TextPosition) -> Shown:
    if edition.visible_span_of(position):
        return "shown"
    return "repeated" if edition.article.publish == "full" else "withheld"
