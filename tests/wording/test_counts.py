"""How counts read where nothing, or only a machine's proposals, are there to be counted."""

from __future__ import annotations

from typing import Literal

import pytest

from geodata.model.edition import Edition
from geodata.model.ledger import ledger
from geodata.wording.counts import checked_words, mention_words


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("proposed", "Proposed by a machine: nobody has yet compared this with the text"),
        (
            "unverified",
            "Draft: no named editor has yet compared this with the text and its sources",
        ),
        ("verified", "5 of 5 claims compared with the text and its sources by a named editor"),
    ],
)
def test_an_edition_says_who_has_checked_its_claims(
    invented: Edition, status: Literal["proposed", "unverified", "verified"], words: str
) -> None:
    claims = tuple(one.model_copy(update={"status": status}) for one in invented.claims)
    assert checked_words(ledger(invented.model_copy(update={"claims": claims}))) == words


def test_a_dateline_is_counted_as_where_it_was_filed(invented: Edition) -> None:
    first = invented.mentions[0].model_copy(update={"kind": "dateline", "reason": "filed"})
    counts = ledger(invented.model_copy(update={"mentions": (first, *invented.mentions[1:])}))
    assert mention_words(counts) == (
        "10 mentions: 5 mapped, 2 merged, 3 not mapped "
        "(1 affiliation, 1 where it was filed, 1 too vague)"
    )
