"""What an edition must cover: no place without a claim, no mapped mention without one.

Also that routes follow their claims, and that nothing counts as checked unless the public log
says who checked it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from geodata.checking.edition_parts import Parts
from geodata.model.claims import Claim
from geodata.model.mentions import Mention


def apply(parts: Parts) -> None:
    """Add every gap to ``parts``; what cannot be judged, since records are missing, is left."""
    if not {"claim", "place", "article"} & parts.incomplete and parts.claims:
        _places_have_claims(parts)
    if parts.article and not {"claim", "mention", "article"} & parts.incomplete:
        _mentions_meet_claims(parts)
    if not {"claim", "mention", "route", "change"} & parts.incomplete:
        _checked_by_someone(parts)


def _places_have_claims(parts: Parts) -> None:
    claimed = {place for claim in parts.claims for place in claim.places}
    for place in parts.places:
        if place.id not in claimed:
            cure = "Add a claim that names it, or remove the place."
            parts.say("places.geojson", f"place {place.id}", "No claim is about it.", cure)


def _mentions_meet_claims(parts: Parts) -> None:
    """Each claim's places are mentioned in its quotes; each mapped mention is in a claim."""
    starts = sorted((position.start, id) for id, position in parts.positions.items())
    mentions = {mention.id: mention for mention in parts.mentions}
    met: set[str] = set()
    of_claim: dict[str, set[str]] = {}
    for claim in parts.claims:
        inside = _inside(parts, claim, starts, mentions)
        named = {place for mention in inside for place in mention.place_ids}
        ours = {one.id for one in inside if set(one.place_ids) & set(claim.places)}
        of_claim[claim.id] = ours
        met |= ours
        for place in claim.places:
            if place not in named and parts.has("place", place):
                fault = f"It names the place {place}, which no mention inside its quotes means."
                cure = "Widen the quote, map the mention to that place, or remove the place."
                parts.say("claims.toml", f"claim {claim.id}", fault, cure)
    for mention in parts.mentions:
        if mention.outcome != "not-mapped" and mention.id not in met:
            fault = f"It is {mention.outcome}, but no claim about its places quotes it."
            cure = "Quote it in a claim about its place, or make it not-mapped with a reason."
            parts.say("mentions.toml", f"mention {mention.id}", fault, cure)
    _routes_follow_claims(parts, of_claim)


def _inside(
    parts: Parts, claim: Claim, starts: list[tuple[int, str]], mentions: dict[str, Mention]
) -> list[Mention]:
    """Return the mentions inside the quotes of a claim, and those that the quotes refer to."""
    found: list[Mention] = [mentions[id] for id in claim.refers_to if id in mentions]
    for quote in parts.quotes.get(claim.id, []):
        for start, id in islice(starts, bisect_left(starts, (quote.start, "")), None):
            if start >= quote.end:
                break
            if quote.contains(parts.positions[id]):
                found.append(mentions[id])
    return found


def _routes_follow_claims(parts: Parts, of_claim: dict[str, set[str]]) -> None:
    places = {claim.id: set(claim.places) for claim in parts.claims}
    for route in parts.routes:
        for number, leg in enumerate(route.legs, 1):
            record = f"route {route.id}"
            for place in (leg.from_, leg.to):
                if place not in places.get(route.claim, {place}):
                    fault = f"Leg {number} names {place}, which its claim is not about."
                    parts.say("route.toml", record, fault, "Add the place to the claim.")
            if leg.mention not in of_claim.get(route.claim, {leg.mention}):
                fault = f"Leg {number} stands at the mention {leg.mention}, not one of its claim's."
                parts.say("route.toml", record, fault, "Name a mention inside the claim's quotes.")


def _checked_by_someone(parts: Parts) -> None:
    """Nothing is verified or corrected unless an entry of the log of changes lists it."""
    claims = {claim.id: claim.status for claim in parts.claims}
    mentions = {mention.id: mention.status for mention in parts.mentions}
    logged = {id for change in parts.changes for id in change.verified}
    for number, change in enumerate(parts.changes, 1):
        record = f"change number {number}"
        for id in change.verified:
            if id not in claims and id not in mentions:
                fault = f"It has verified {id!r}, which is no claim or mention."
                parts.say("edition.toml", record, fault, "Correct the id.")
            elif id in claims and id in mentions:
                fault = f"It has verified {id!r}, which is both a claim and a mention."
                parts.say("edition.toml", record, fault, "Give one of them another id.")
            elif (claims | mentions)[id] == "unverified":
                fault = f"It has verified {id!r}, whose status is unverified."
                parts.say("edition.toml", record, fault, "Change the status, or the log.")
    for file, kind, statuses in (
        ("claims.toml", "claim", claims),
        ("mentions.toml", "mention", mentions),
    ):
        for id, status in statuses.items():
            if status != "unverified" and id not in logged:
                fault = f"Its status is {status}, but no entry of the log of changes lists it."
                cure = "Add who checked it, when and why as a [[change]], or make it unverified."
                parts.say(file, f"{kind} {id}", fault, cure)
