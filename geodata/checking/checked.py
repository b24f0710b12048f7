"""What only a checked edition must have, apart from what every edition must have.

A draft, made by hand or proposed by a machine, may lack it, and is loaded and shown all the same.
Of a claim that a named person has checked (its status is verified or corrected) it is asked: what
is missing there is a fault. Of everything else it is told as still to be done:

- each mention and claim has been compared with the text by a named person;
- each claim has a theme, if the edition has themes;
- a limitation, if there is one, is about its claim in particular: no two are alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geodata.checking.edition_parts import Parts
from geodata.model.base import CHECKED
from geodata.model.claims import Claim
from geodata.model.errors import Fault
from geodata.model.mentions import Mention


def apply(parts: Parts) -> None:
    """Add what is still to be done to ``parts.to_do``, and to the faults what is claimed done."""
    for claim, fault, cure in (*_without_theme(parts), *_alike(parts)):
        found = Fault("claims.toml", f"claim {claim.id}", fault, cure)
        done = claim.status in CHECKED and parts.is_read("claim", claim.id, "status")
        (parts.faults if done else parts.to_do).append(found)
    _not_compared(parts, "mentions.toml", "mention", parts.mentions)
    _not_compared(parts, "claims.toml", "claim", parts.claims)


def _without_theme(parts: Parts) -> Iterator[tuple[Claim, str, str]]:
    for claim in parts.claims:
        if parts.themes and not claim.themes and parts.is_read("claim", claim.id, "themes"):
            yield claim, "It has no theme.", "Name one of the edition's themes."


def _alike(parts: Parts) -> Iterator[tuple[Claim, str, str]]:
    owner: dict[str, str] = {}
    for claim in parts.claims:
        words = " ".join(claim.limitation.casefold().split()).rstrip(".")
        if words and words in owner:
            fault = f"Its limitation is that of the claim {owner[words]} too."
            cure = "Say what is weak about this claim in particular, or leave it empty."
            yield claim, fault, cure
        owner.setdefault(words, claim.id)


def _not_compared(parts: Parts, file: str, kind: str, records: Sequence[Claim | Mention]) -> None:
    open_ = [one for one in records if one.status not in CHECKED]
    if not open_:
        return
    proposed = sum(one.status == "proposed" for one in open_)
    fault = (
        f"{len(open_)} of {len(records)} {kind}s are not compared with the text by a named person"
        + (f"; {proposed} of them a machine has proposed." if proposed else ".")
    )
    cure = "Compare them, set their status, and list them in the log of changes."
    parts.to_do.append(Fault(file, "", fault, cure))
