"""The ledger lists every mention with its outcome, and counts them."""

from __future__ import annotations

from geodata.model.edition import Edition
from geodata.model.ledger import ledger
from geodata.wording.counts import (
    checked_words,
    claim_words,
    inferred_words,
    mention_words,
    outcome_words,
    undated_words,
)


def test_every_mention_is_listed_in_the_order_of_the_text(invented: Edition) -> None:
    entries = ledger(invented).entries
    assert [(entry.mention, entry.exact, entry.outcome, entry.reason) for entry in entries] == [
        ("lyon-title", "Lyon", "not-mapped", "affiliation"),
        ("paris-title", "Paris", "not-mapped", "affiliation"),
        ("lyon-left", "Lyon", "mapped", ""),
        ("paris-for", "Paris", "mapped", ""),
        ("bridge", "The bridge", "mapped", ""),
        ("lyon-miller", "Lyon", "merged", ""),
        ("alps", "near the Alps", "mapped", ""),
        ("french", "French", "mapped", ""),
        ("west", "the\u00a0West", "not-mapped", "too-vague"),
        ("paris-return", "Paris", "merged", ""),
    ]


def test_an_entry_says_all_that_is_known_of_a_mention(invented: Edition) -> None:
    entry = ledger(invented).entries[4]
    assert entry.block == "p1"
    assert entry.shown == "shown"
    assert entry.kind == "description"
    assert [(place.id, place.certainty) for place in entry.places] == [
        ("old-bridge", "likely"),
        ("lyon", "likely"),
    ]
    assert entry.reading == "A bridge of Lyon; the text does not say which."
    assert entry.claims == ("bridge-closed",)
    assert entry.status == "unverified"


def test_the_counts_are_those_of_the_edition(invented: Edition) -> None:
    counts = ledger(invented)
    assert (counts.mapped, counts.merged, counts.not_mapped) == (5, 2, 3)
    assert (counts.claims, counts.speakers, counts.verified) == (5, 3, 0)
    assert dict(counts.reasons) == {"affiliation": 2, "too-vague": 1}
    assert (counts.claims, counts.speakers, counts.unnamed_speakers) == (5, 3, 1)
    assert (counts.places, counts.inferred_places, counts.verified) == (5, 1, 0)


def test_the_counts_are_said_in_words(invented: Edition) -> None:
    counts = ledger(invented)
    assert mention_words(counts) == (
        "10 mentions: 5 mapped, 2 merged, 3 not mapped (2 affiliation, 1 too vague)"
    )
    assert claim_words(counts) == "5 claims by 3 speakers (1 unnamed), 0 compared by a named editor"
    assert outcome_words(counts) == (
        "5 on the map, 2 other names for places on the map, 3 not on the map"
    )
    assert inferred_words(counts) == "; 1 of them is inferred, not named in the article"
    assert (undated_words(2), undated_words(0)) == (", 2 undated", "")


def test_one_of_a_kind_is_said_in_the_singular(invented: Edition) -> None:
    one = invented.model_copy(
        update={
            "claims": (invented.claims[0].model_copy(update={"status": "verified"}),),
            "mentions": (invented.mentions[2],),
        }
    )
    assert mention_words(ledger(one)) == "1 mention: 1 mapped, 0 merged, 0 not mapped"
    assert claim_words(ledger(one)) == "1 claim by 1 speaker, 1 compared by a named editor"
    assert checked_words(ledger(one)) == (
        "1 of 1 claim compared with the text and its sources by a named editor"
    )


def test_a_mention_in_a_repeated_block_is_marked(invented: Edition) -> None:
    title = invented.article.blocks[0].model_copy(update={"repeats": "p1"})
    article = invented.article.model_copy(update={"blocks": (title, *invented.article.blocks[1:])})
    entry = ledger(invented.model_copy(update={"article": article})).entries[0]
    assert (entry.shown, entry.exact) == ("repeated", "Lyon")


def test_excerpts_withhold_the_words_of_mentions_that_no_claim_quotes(excerpts: Edition) -> None:
    entries = {entry.mention: entry for entry in ledger(excerpts).entries}
    assert (entries["west"].shown, entries["west"].exact) == ("withheld", "")
    assert (entries["lyon-title"].shown, entries["lyon-title"].exact) == ("withheld", "")
    assert (entries["alps"].shown, entries["alps"].exact) == ("shown", "near the Alps")


def test_what_a_machine_proposed_is_counted_apart_and_not_as_verified(invented: Edition) -> None:
    proposed = invented.claims[0].model_copy(update={"status": "proposed"})
    counts = ledger(invented.model_copy(update={"claims": (proposed, *invented.claims[1:])}))
    assert dict(counts.claims_by_status) == {
        **{"proposed": 1, "unverified": 4, "verified": 0, "corrected": 0}
    }
    assert counts.verified == 0
