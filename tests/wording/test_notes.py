"""Editors' notes say whose words they are and of what day, wherever they are pointed to."""

from __future__ import annotations

import pytest

from geodata.model.article import Note
from geodata.model.edition import Edition
from geodata.wording.notes import note_label, pointer, route_note, whole_note

NOTE = Note(id="carters", date="2020-02-01", text="There were two.", source="")


def test_a_note_says_who_says_it_and_when() -> None:
    assert note_label(NOTE) == "Editors’ note, 1 February 2020"
    inferred = NOTE.model_copy(update={"inference": True})
    assert note_label(inferred) == "Editors’ note (their inference), 1 February 2020"


def test_a_whole_note_says_what_it_rests_on() -> None:
    assert whole_note(NOTE) == "Editors’ note, 1 February 2020: There were two."
    sourced = NOTE.model_copy(update={"source": "A map of 2018"})
    assert whole_note(sourced).endswith("There were two. Source: A map of 2018")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Of its time (see the editors’ note).", ("Of its time (", "see the editors’ note", ").")),
        ("Reported otherwise (editors’ notes)", ("Reported otherwise (", "editors’ notes", ")")),
        ("No source is given.", ("No source is given.", "", "")),
    ],
)
def test_a_limitation_is_cut_at_the_words_that_point_to_a_note(
    text: str, parts: tuple[str, str, str]
) -> None:
    assert pointer(text) == parts


def test_a_routes_caption_says_where_the_editors_say_more() -> None:
    assert route_note("Schematic.", [NOTE]) == (
        "Schematic. Below the article: Editors’ note, 1 February 2020."
    )
    assert route_note("Schematic.", []) == "Schematic."


def test_a_note_of_the_first_edition_that_says_it_infers_is_marked_so(first: Edition) -> None:
    says = {
        note.id
        for note in first.notes
        if "editors infer" in note.text or "marks that site as inferred" in note.text
    }
    assert says == {"attack-site", "sources-on-balochistan"}
    assert {note.id for note in first.notes if note.inference} == says


def test_a_limitation_that_points_to_a_note_has_one(first: Edition) -> None:
    pointing = [claim for claim in first.claims if pointer(claim.limitation)[1]]
    assert len(pointing) == 6
    assert all(claim.notes for claim in pointing)
