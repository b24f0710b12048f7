"""What an edition must cover: with claims, no place and no mapped mention without one.

Also that nothing counts as checked unless the public log says who checked it. What a refused
record leaves open is not told: only what will still be wrong when that record is mended.
"""

from __future__ import annotations

from geodata.checking import meetings
from geodata.checking.edition_parts import Parts
from geodata.checking.meetings import Meetings
from geodata.model.base import CHECKED, is_slug
from geodata.model.claims import Claim
from geodata.model.routes import Route


def apply(parts: Parts) -> None:
    """Add every gap to ``parts``."""
    if parts.claims and parts.all_read("claim", "places"):
        _places_have_claims(parts)
    if parts.article and not {"claim", "mention"} & parts.incomplete:
        met = meetings.of(parts)
        _claims_meet_mentions(parts, met)
        if "claim" not in parts.optional:
            _mentions_meet_claims(parts, met)
        _routes_follow_claims(parts, met)
    if parts.all_read("claim", "id", "status") and parts.all_read("mention", "id", "status"):
        _checked_by_someone(parts)


def _places_have_claims(parts: Parts) -> None:
    claimed = {place for claim in parts.claims for place in claim.places}
    for place in parts.places:
        if place.id not in claimed and is_slug(place.id):
            cure = "Add a claim that names it, or remove the place."
            parts.say("places.geojson", f"place {place.id}", "No claim is about it.", cure)


def _claims_meet_mentions(parts: Parts, met: Meetings) -> None:
    """Each place that a claim names is meant by a mention in its quotes."""
    for claim in parts.claims:
        for place in claim.places:
            if parts.has("place", place) and not met.may_name(claim, place):
                fault = f"It names the place {place}, which no mention inside its quotes means."
                cure = "Widen the quote, map the mention to that place, or remove the place."
                parts.say("claims.toml", f"claim {claim.id}", fault, cure)


def _mentions_meet_claims(parts: Parts, met: Meetings) -> None:
    """Each mention that is on the map is quoted by a claim about one of its places."""
    for mention in parts.mentions:
        if mention.outcome in ("mapped", "merged") and not met.may_be_quoted(mention):
            fault = f"It is {mention.outcome}, but no claim about its places quotes it."
            cure = "Quote it in a claim about its place, or make it not-mapped with a reason."
            parts.say("mentions.toml", f"mention {mention.id}", fault, cure)


def _routes_follow_claims(parts: Parts, met: Meetings) -> None:
    claims = {claim.id: claim for claim in parts.claims}
    for route in parts.routes:
        if claim := claims.get(route.claim):
            _route_follows_claim(parts, route, claim, met)


def _route_follows_claim(parts: Parts, route: Route, claim: Claim, met: Meetings) -> None:
    record = f"route {route.id}"
    places_read = parts.is_read("claim", claim.id, "places")
    for number, leg in enumerate(route.legs, 1):
        for place in (leg.from_, leg.to):
            if places_read and place not in claim.places:
                fault = f"Leg {number} names {place}, which its claim is not about."
                parts.say("route.toml", record, fault, "Add the place to the claim.")
        if not met.may_hold(claim, leg.mention):
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
            elif (status := (claims | mentions)[id]) not in CHECKED:
                fault = f"It has verified {id!r}, whose status is {status}."
                parts.say("edition.toml", record, fault, "Change the status, or the log.")
    for file, kind, statuses in (
        ("claims.toml", "claim", claims),
        ("mentions.toml", "mention", mentions),
    ):
        for id, status in statuses.items() if parts.all_read("change", "verified") else ():
            if status in CHECKED and id not in logged:
                fault = f"Its status is {status}, but no entry of the log of changes lists it."
                cure = "Add who checked it, when and why as a [[change]], or make it unverified."
                parts.say(file, f"{kind} {id}", fault, cure)
