"""Every value of the model has words for readers, and no words are for a value that is none."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from geodata.model.base import Status
from geodata.model.claims import Claim
from geodata.model.kinds import KINDS
from geodata.model.mentions import Mention, MentionKind, Outcome, PlaceRef
from geodata.model.places import Place
from geodata.model.themes import Theme
from geodata.publish.formats import FORMATS
from geodata.reader.symbols import SHAPES
from geodata.wording import terms
from geodata.wording.counts import REASON_SHORT


def values(model: type[Any], field: str) -> set[str]:
    """Return the texts that a field of a model may hold, but ""."""
    kinds = get_args(model.model_fields[field].annotation)
    return {text for kind in kinds for text in (get_args(kind) or (kind,))} - {""}


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (terms.FORM, values(Claim, "form")),
        (terms.SOURCE, values(Claim, "source")),
        (terms.MODE, values(Claim, "mode")),
        (terms.PRECISION, values(Place, "precision")),
        (terms.BASIS, values(Place, "basis")),
        (terms.CLASS, set(KINDS)),
        (terms.LINE_PRECISION, values(Place, "precision")),
        (terms.CERTAINTY, values(PlaceRef, "certainty")),
        (terms.CERTAINTY_SHORT, values(PlaceRef, "certainty")),
        (terms.REASON, values(Mention, "reason")),
        (REASON_SHORT, values(Mention, "reason")),
        (terms.MENTION_KIND, set(get_args(MentionKind))),
        (terms.OUTCOME, set(get_args(Outcome))),
        (terms.STATUS, set(get_args(Status))),
        (terms.STATUS_SHORT, set(get_args(Status))),
        ({one.id: one.button for one in FORMATS.values()}, set(FORMATS)),
        ({one.id: one.file for one in FORMATS.values()}, set(FORMATS)),
        (SHAPES, values(Theme, "shape")),
    ],
)
def test_every_value_has_words(table: dict[str, str], wanted: set[str]) -> None:
    assert len(wanted) > 1
    assert set(table) == wanted
    assert all(table.values())
    assert len(set(table.values())) == len(table)


def test_the_filters_groups_are_the_three_ways_of_looking_at_a_claim() -> None:
    assert list(terms.KIND_GROUPS) == ["form", "source", "mode"]
    assert terms.KIND_GROUPS["form"][1] is terms.FORM


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
    assert terms.direction(language) == direction


def test_a_precision_is_said_as_readers_are_told_it() -> None:
    assert terms.PRECISION == {
        "exact": "Point: a town or building",
        "administrative": "Outline of the whole province or country; where in it is not said",
        "approximate": "Somewhere in this area; the text is no more exact",
    }
    assert terms.STATUS["unverified"] == (
        "Draft: no named editor has yet compared this with the text and its sources"
    )
