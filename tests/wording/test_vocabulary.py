"""The vocabulary stands in one table: the design note and the model's types say the same."""

from __future__ import annotations

import re
from typing import Any, get_args

from geodata.model.base import CHECKED, Status
from geodata.model.claims import Form, Mode, Source
from geodata.model.dates import Dating
from geodata.model.kinds import KINDS
from geodata.model.mentions import Certainty, MentionKind, Outcome, Reason
from geodata.model.places import Place, Precision
from tests.repository import ROOT

NOTE = ROOT / "docs" / "design" / "2026-11-26-edition-format.md"
TYPES: dict[str, Any] = {
    "kind of a mention": MentionKind,
    "outcome of a mention": Outcome,
    "reason (not mapped)": Reason,
    "certainty of a place meant": Certainty,
    "status": Status,
    "precision of a place": Precision,
    "basis of a place": Place.model_fields["basis"].annotation,
    "basis of a date": Dating.model_fields["basis"].annotation,
    "form of a claim": Form,
    "source of a claim": Source,
    "mode of a claim": Mode,
}


def table() -> dict[str, tuple[str, ...]]:
    """Return the rows of the note's table: the values by the word they are of."""
    section = NOTE.read_text("utf-8").split("## The one vocabulary")[1].split("\n## ")[0]
    rows = re.findall(r"(?m)^\| ([^|`]+) \| (`[^|]+`) \|$", section)
    return {word: tuple(re.findall("`([^`]+)`", values)) for word, values in rows}


def test_the_note_and_the_model_have_the_same_words_in_the_same_order() -> None:
    assert table() == {word: get_args(kind) for word, kind in TYPES.items()} | {
        "class of a place": tuple(KINDS)
    }


def test_the_kinds_and_statuses_are_those_agreed_on() -> None:
    assert table()["kind of a mention"] == (
        *("name", "adjective", "description", "metonym", "organisation", "vague", "dateline"),
    )
    assert table()["status"] == ("proposed", "unverified", "verified", "corrected")


def test_what_a_machine_proposed_never_counts_as_checked() -> None:
    assert {"verified", "corrected"} == CHECKED
