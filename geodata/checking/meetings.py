"""Which mentions the quotes of claims hold: what does, and what may once a fault is mended.

A claim whose quotes were not found may hold any mention, and a mention that was not found may lie
in any claim. Whoever asks whether two meet is told yes as long as that is possible.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice

from geodata.checking.edition_parts import Parts
from geodata.model.claims import Claim
from geodata.model.mentions import Mention


@dataclass
class Meetings:
    """What meets, of one edition's claims and mentions."""

    parts: Parts
    inside: dict[str, dict[str, Mention]] = field(default_factory=dict)
    """The mentions that each claim's quotes hold or refer back to, by the ids of both."""
    met: set[str] = field(default_factory=set)
    """The mentions that a claim about one of their places holds, or may hold."""
    loose_places: set[str] = field(default_factory=set)
    """The places of the claims that may hold any mention."""
    any_place: bool = False
    """Whether such a claim may be about any place."""
    lost: list[Mention] = field(default_factory=list)
    """The mentions that were not found in the text."""

    def may_name(self, claim: Claim, place: str) -> bool:
        """Say whether a mention in a claim's quotes means a place, or may mean it."""
        means = [*self.inside[claim.id].values(), *self.lost]
        return _is_loose(self.parts, claim) or any(_may_mean(one, {place}) for one in means)

    def may_be_quoted(self, mention: Mention) -> bool:
        """Say whether a claim about one of a mention's places quotes it, or may do so."""
        if mention.id in self.met or mention.id not in self.parts.positions:
            return True
        return self.any_place or _may_mean(mention, self.loose_places)

    def may_hold(self, claim: Claim, mention: str) -> bool:
        """Say whether a mention is one of a claim's, or may be; also where it does not exist."""
        if mention not in self.parts.positions or _is_loose(self.parts, claim):
            return True
        one = self.inside[claim.id].get(mention)
        return one is not None and _may_meet(self.parts, claim, one)


def _is_loose(parts: Parts, claim: Claim) -> bool:
    """Say whether it is not known which mentions a claim holds."""
    return claim.id not in parts.quotes or not parts.is_read("claim", claim.id, "refers_to")


def _may_mean(mention: Mention, places: set[str]) -> bool:
    """Say whether a mention means one of some places; one that should mean any may mean all."""
    unsaid = not mention.place_ids and mention.outcome != "not-mapped"
    return unsaid or not places.isdisjoint(mention.place_ids)


def _may_meet(parts: Parts, claim: Claim, mention: Mention) -> bool:
    """Say whether a mention inside a claim's quotes means, or may mean, one of its places."""
    return not parts.is_read("claim", claim.id, "places") or _may_mean(mention, {*claim.places})


def of(parts: Parts) -> Meetings:
    """Find what meets, of the claims and mentions that have been found in the text."""
    found = Meetings(parts)
    starts = sorted((position.start, id) for id, position in parts.positions.items())
    mentions = {mention.id: mention for mention in parts.mentions}
    found.lost = [one for one in parts.mentions if one.id not in parts.positions]
    for claim in parts.claims:
        inside = _inside(parts, claim, starts, mentions)
        found.inside[claim.id] = inside
        found.met |= {id for id, one in inside.items() if _may_meet(parts, claim, one)}
        if _is_loose(parts, claim):
            found.loose_places |= set(claim.places)
            found.any_place |= not parts.is_read("claim", claim.id, "places")
    return found


def _inside(
    parts: Parts, claim: Claim, starts: list[tuple[int, str]], mentions: dict[str, Mention]
) -> dict[str, Mention]:
    """Return the mentions inside the quotes of a claim, and those that the quotes refer to."""
    found = {id: mentions[id] for id in claim.refers_to if id in mentions}
    for quote in parts.quotes.get(claim.id, []):
        for start, id in islice(starts, bisect_left(starts, (quote.start, "")), None):
            if start >= quote.end:
                break
            if quote.contains(parts.positions[id]):
                found[id] = mentions[id]
    return found
