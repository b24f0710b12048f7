"""Every value of the model has words for readers, and no words are for a value that is none."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from geodata import words
from geodata.claims import Claim
from geodata.export import FORMATS
from geodata.ledger import _REASONS
from geodata.mentions import Mention, MentionKind, Outcome, PlaceRef
from geodata.places import Place
from geodata.publish import FILES
from geodata.symbols import SHAPES
from geodata.themes import Theme
from geodata.values import Status


def values(model: type[Any], field: str) -> set[str]:
    """Return the texts that a field of a model may hold, but ""."""
    kinds = get_args(model.model_fields[field].annotation)
    return {text for kind in kinds for text in (get_args(kind) or (kind,))} - {""}


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (words.FORM, values(Claim, "form")),
        (words.SOURCE, values(Claim, "source")),
        (words.MODE, values(Claim, "mode")),
        (words.PRECISION, values(Place, "precision")),
        (words.BASIS, values(Place, "basis")),
        (words.CLASS, values(Place, "class_")),
        (words.CERTAINTY, values(PlaceRef, "certainty")),
        (words.CERTAINTY_SHORT, values(PlaceRef, "certainty")),
        (words.REASON, values(Mention, "reason")),
        (_REASONS, values(Mention, "reason")),
        (words.MENTION_KIND, set(get_args(MentionKind))),
        (words.OUTCOME, set(get_args(Outcome))),
        (words.STATUS, set(get_args(Status))),
        (words.FORMAT, set(FORMATS)),
        (FILES, set(FORMATS)),
        (SHAPES, values(Theme, "shape")),
    ],
)
def test_every_value_has_words(table: dict[str, str], wanted: set[str]) -> None:
    assert len(wanted) > 1
    assert set(table) == wanted
    assert all(table.values())
    assert len(set(table.values())) == len(table)


def test_the_filters_groups_are_the_three_ways_of_looking_at_a_claim() -> None:
    assert list(words.KIND_GROUPS) == ["form", "source", "mode"]
    assert words.KIND_GROUPS["form"][1] is words.FORM


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        *(("en", "ltr"), ("ru", "ltr"), ("tg", "ltr"), ("tr", "ltr"), ("bal", "rtl")),
        *(("ur", "rtl"), ("ps", "rtl"), ("fa", "rtl"), ("ar", "rtl"), ("he", "rtl")),
        *(("fa-AF", "rtl"), ("uz-Cyrl", "ltr"), ("uz-Arab", "rtl"), ("ur-Latn", "ltr")),
    ],
)
def test_a_language_runs_the_way_of_its_usual_script_or_of_the_one_it_names(
    language: str, direction: str
) -> None:
    assert words.direction(language) == direction


def test_a_precision_is_said_as_readers_are_told_it() -> None:
    assert words.PRECISION == {
        "exact": "Exact point",
        "administrative": "Administrative area",
        "approximate": "Somewhere in this area; the text is no more exact",
    }
    assert words.STATUS["unverified"] == "not yet checked by an editor"
