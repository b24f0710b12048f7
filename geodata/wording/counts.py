"""The counts of an edition in words: mentions, claims, speakers, and what became of them."""

from __future__ import annotations

from geodata.model.ledger import Ledger

REASON_SHORT = {
    "metonym": "metonym",
    "affiliation": "affiliation",
    "organisation-name": "part of an organisation’s name",
    "too-vague": "too vague",
    "historical": "historical",
    "time": "a time",
}


def mention_words(counts: Ledger) -> str:
    """Return the counts of mentions: ``10 mentions: 5 mapped, 2 merged, 3 not mapped (…)``."""
    why = ", ".join(f"{count} {REASON_SHORT[reason]}" for reason, count in counts.reasons.items())
    return (
        f"{counted(len(counts.entries), 'mention')}: {counts.mapped} mapped, "
        f"{counts.merged} merged, {counts.not_mapped} not mapped" + (f" ({why})" if why else "")
    )


def claim_words(counts: Ledger) -> str:
    """Return the counts of claims: ``5 claims by 3 speakers (1 unnamed), 0 verified``."""
    unnamed = f" ({counts.unnamed_speakers} unnamed)" if counts.unnamed_speakers else ""
    return (
        f"{counted(counts.claims, 'claim')} by {counted(counts.speakers, 'speaker')}{unnamed}, "
        f"{counts.verified} verified"
    )


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: ``1 claim``, ``5 claims``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
