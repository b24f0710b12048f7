"""The counts of an edition in words: mentions, claims, speakers, and what became of them."""

from __future__ import annotations

from geodata.model.base import CHECKED
from geodata.model.ledger import Ledger
from geodata.wording import terms

REASON_SHORT = {
    "metonym": "metonym",
    "affiliation": "affiliation",
    "organisation-name": "an organisation’s name",
    "too-vague": "too vague",
    "historical": "historical",
    "time": "a time",
    "filed": "where it was filed",
}


def mention_words(counts: Ledger) -> str:
    """Return the counts of mentions: ``10 mentions: 5 mapped, 2 merged, 3 not mapped (…)``."""
    why = ", ".join(f"{count} {REASON_SHORT[reason]}" for reason, count in counts.reasons.items())
    return (
        f"{counted(len(counts.entries), 'mention')}: {counts.mapped} mapped, "
        f"{counts.merged} merged, {counts.not_mapped} not mapped" + (f" ({why})" if why else "")
    )


def outcome_words(counts: Ledger) -> str:
    """Say for readers what became of the mentions: ``5 on the map, 2 …, 3 not on the map``."""
    more = "another name for a place" if counts.merged == 1 else "other names for places"
    return (
        f"{counts.mapped} on the map, {counts.merged} {more} on the map, "
        f"{counts.not_mapped} not on the map"
    )


def checked_words(counts: Ledger) -> str:
    """Say how many claims a named editor has checked, as a sentence without its stop.

    In an edition without claims, how many mentions.
    """
    statuses = counts.claims_by_status if counts.claims else counts.mentions_by_status
    total, noun = sum(statuses.values()), "claim" if counts.claims else "mention"
    verified = sum(statuses[status] for status in CHECKED)
    if not verified:
        return terms.STATUS["proposed" if statuses["proposed"] == total else "unverified"]
    return (
        f"{verified} of {counted(total, noun)} compared with the text and "
        "its sources by a named editor"
    )


def inferred_words(counts: Ledger) -> str:
    """Say how many places are inferred, to stand after "on the map"; "" for none."""
    if not counts.inferred_places:
        return ""
    verb = "is" if counts.inferred_places == 1 else "are"
    return f"; {counts.inferred_places} of them {verb} inferred, not named in the article"


def undated_words(undated: int) -> str:
    """Say how many claims have no date, to stand after the times that are shown; "" for none."""
    return f", {undated} undated" if undated else ""


def unplaced_words(unplaced: int) -> str:
    """Say how many claims have no place, to stand after "Not on the map: "; "" for none."""
    return counted(unplaced, "claim") if unplaced else ""


def edition_words(counts: Ledger) -> str:
    """Say for readers elsewhere what an edition holds, as a sentence without its stop."""
    mentions = counted(len(counts.entries), "mention")
    claims = f"; {claim_words(counts)}" if counts.claims else ""
    return f"{mentions} of places: {outcome_words(counts)}{claims}"


def claim_words(counts: Ledger) -> str:
    """Return the counts of claims: ``5 claims by 3 speakers (1 unnamed), 0 compared …``."""
    unnamed = f" ({counts.unnamed_speakers} unnamed)" if counts.unnamed_speakers else ""
    return (
        f"{counted(counts.claims, 'claim')} by {counted(counts.speakers, 'speaker')}{unnamed}, "
        f"{counts.verified} compared by a named editor"
    )


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: ``1 claim``, ``5 claims``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
