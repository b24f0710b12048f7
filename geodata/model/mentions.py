"""Mentions: every place expression of the text, which place it means, and how surely."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from geodata.model.base import (
    CANDIDATE_PATTERN,
    LONGEST_ID,
    Latitude,
    Line,
    LineOrNone,
    Longitude,
    Paragraph,
    Slug,
    Status,
    Value,
    refusal,
    refusals,
    repeated,
)
from geodata.model.quotes import TextQuote

Certainty = Literal["certain", "likely", "less-certain"]
MentionKind = Literal[
    "name", "adjective", "description", "metonym", "organisation", "vague", "dateline"
]
Outcome = Literal["mapped", "merged", "not-mapped"]
Reason = Literal[
    "metonym", "affiliation", "organisation-name", "too-vague", "historical", "time", "filed"
]
"""Why a mention is not on the map; ``filed``: it says where the report was filed."""


MOST_CANDIDATES = 20
CandidateId = Annotated[
    str,
    StringConstraints(pattern=CANDIDATE_PATTERN, max_length=LONGEST_ID),
]
"""A place of the edition, or an entry of a gazetteer as ``geonames:2996944``."""


class PlaceRef(Value):
    """A place that a mention means, and how sure it is that this one is meant."""

    id: Slug
    certainty: Certainty


class Candidate(Value):
    """A place that a mention may mean, as a gazetteer or a machine offers it; not yet chosen."""

    id: CandidateId
    title: Line
    lon: Longitude
    lat: Latitude
    score: Annotated[float, Field(strict=True, ge=0, le=1, allow_inf_nan=False)]
    """How well it fits, from 0 to 1; comparable among the candidates of one mention only."""
    why: LineOrNone = ""
    """Why it is offered, in words."""


def _few(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    if len(candidates) > MOST_CANDIDATES:
        raise refusal(
            f"The list has {len(candidates)} candidates; {MOST_CANDIDATES} are allowed.",
            "Keep the best.",
        )
    if twice := repeated([one.id for one in candidates]):
        raise refusal(f"The candidate {twice[0]!r} stands twice.", "Leave one of them out.")
    return candidates


def _unique(places: tuple[PlaceRef, ...]) -> tuple[PlaceRef, ...]:
    if twice := repeated([place.id for place in places]):
        raise refusal(f"The place {twice[0]!r} stands twice.", "Leave one of them out.")
    return places


class Mention(Value):
    """One place expression at one position of the text."""

    id: Slug
    quote: TextQuote
    kind: MentionKind
    places: Annotated[tuple[PlaceRef, ...], AfterValidator(_unique)]
    """The places meant, the one meant first before the others; empty where it is not mapped."""
    outcome: Outcome
    """``merged``: another expression for a place that is named already."""
    reading: Paragraph
    """The interpretation taken, or why there is none."""
    reason: Reason | Literal[""] = ""
    """Why it is not on the map; "" where it is."""
    status: Status
    # Not in the repr, from which the exports take the mark of an edition's version: no export
    # holds candidates, and no import changes them.
    candidates: Annotated[tuple[Candidate, ...], AfterValidator(_few)] = Field(
        default=(), repr=False
    )
    """The places that it may mean, the best first; what is chosen stands in ``places``."""

    @model_validator(mode="after")
    def _agree_with_the_outcome(self) -> Mention:
        if found := self.contradictions():
            raise refusals(found)
        return self

    def contradictions(self) -> list[tuple[str, str]]:
        """Return what does not agree with the outcome: each fault with its cure."""
        found: list[tuple[str, str]] = []
        if self.outcome == "not-mapped":
            if self.places:
                fault = f"The outcome is not-mapped, but it names the place {self.places[0].id!r}."
                found.append((fault, "Empty `places`, or make the outcome mapped or merged."))
            if not self.reason:
                fault = "The outcome is not-mapped, but no reason is given."
                found.append((fault, "Give `reason`."))
            return found
        if not self.places:
            fault = f"The outcome is {self.outcome}, but no place is named."
            cure = "Name the place in `places`, or make the outcome not-mapped with a reason."
            found.append((fault, cure))
        if self.reason:
            fault = f"The outcome is {self.outcome}, so it needs no reason {self.reason!r}."
            found.append((fault, 'Make `reason` "".'))
        return found

    @property
    def place_ids(self) -> tuple[str, ...]:
        """The ids of the places meant, the one meant first before the others."""
        return tuple(place.id for place in self.places)
