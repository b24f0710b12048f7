"""Web Annotations there and back: edited mentions and claims, and nothing besides."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geodata.editing.import_file import import_file
from geodata.publish.formats import export
from geodata.storage.load import load_edition
from tests.conftest import FIRST
from tests.editing.roundtrip import (
    Document,
    annotation,
    changed_lines,
    contents,
    differences,
    exported,
    imported,
    saved,
)
from tests.invented import write_edition

Edit = Callable[[Document], object]


def body(document: Document, mention: str, purpose: str) -> Document:
    """Return an annotation's first body of a purpose."""
    bodies = annotation(document, mention)["body"]
    found: Document = next(one for one in bodies if one["purpose"] == purpose)
    return found


def test_what_is_not_edited_changes_nothing(invented_folder: Path, tmp_path: Path) -> None:
    first = Path(shutil.copytree(FIRST, tmp_path / "first" / FIRST.name))
    excerpts = write_edition(tmp_path / "excerpts", publish="excerpts")
    for folder in (invented_folder, first, excerpts):
        before = contents(folder)
        outcome = imported(folder, "annotations", lambda document: None)
        assert (outcome.files, outcome.lines, outcome.warnings) == ({}, (), ())
        assert contents(folder) == before


def edit_reading(document: Document) -> None:
    body(document, "bridge", "commenting")["value"] = "The “new” bridge."


def edit_kind(document: Document) -> None:
    body(document, "bridge", "classifying")["value"] = "vague"


def edit_certainty(document: Document) -> None:
    body(document, "bridge", "identifying")["certainty"] = "less-certain"


def edit_places(document: Document) -> None:
    bodies = annotation(document, "bridge")["body"]
    annotation(document, "bridge")["body"] = [bodies[0], *bodies[2:]]


def edit_quote(document: Document) -> None:
    annotation(document, "bridge")["target"]["selector"] = [
        {"type": "TextQuoteSelector", "exact": "bridge", "prefix": "“The ", "suffix": ""}
    ]


def edit_outcome(document: Document) -> None:
    annotation(document, "paris-return")["outcome"] = "mapped"


def edit_reason(document: Document) -> None:
    annotation(document, "west")["reason"] = "metonym"


@pytest.mark.parametrize(
    ("edit", "field", "stored"),
    [
        (edit_reading, "mentions.bridge.reading", "The “new” bridge."),
        (edit_kind, "mentions.bridge.kind", "vague"),
        (edit_certainty, "mentions.bridge.places", ("less-certain", "likely")),
        (edit_places, "mentions.bridge.places", ("likely",)),
        (edit_quote, "mentions.bridge.quote", "bridge"),
        (edit_outcome, "mentions.paris-return.outcome", "mapped"),
        (edit_reason, "mentions.west.reason", "metonym"),
    ],
)
def test_each_field_of_a_mention_can_be_edited(
    invented_folder: Path, edit: Edit, field: str, stored: Any
) -> None:
    before, files = load_edition(invented_folder), contents(invented_folder)
    imported(invented_folder, "annotations", edit)
    found = differences(before, load_edition(invented_folder))
    assert list(found) == [field]
    value = found[field][1]
    if field.endswith("places"):
        value = tuple(ref.certainty for ref in value)
    assert getattr(value, "exact", value) == stored
    after = contents(invented_folder)
    assert {name for name in files if files[name] != after[name]} == {"mentions.toml"}
    assert len(changed_lines(files["mentions.toml"], after["mentions.toml"])[1]) == 1


def test_a_claim_can_be_edited_in_the_list_of_claims(invented_folder: Path) -> None:
    before = load_edition(invented_folder)

    def edit(document: Document) -> None:
        (claim,) = (one for one in document["claims"] if one["claim"] == "inns-open")
        claim |= {"limitation": "How many is not said.", "themes": ["roads", "trade"]}

    outcome = imported(invented_folder, "annotations", edit)
    assert outcome.lines == ("claims.toml: claim inns-open: limitation, themes changed",)
    found = differences(before, load_edition(invented_folder))
    assert {key: after for key, (_, after) in found.items()} == {
        "claims.inns-open.limitation": "How many is not said.",
        "claims.inns-open.themes": ("roads", "trade"),
    }


def test_a_claim_can_be_edited_where_a_mention_names_it(invented_folder: Path) -> None:
    before = load_edition(invented_folder)

    def edit(document: Document) -> None:
        annotation(document, "alps")["claims"][0]["limitation"] = "How many is not said."

    imported(invented_folder, "annotations", edit)
    assert list(differences(before, load_edition(invented_folder))) == [
        "claims.inns-open.limitation"
    ]


def test_a_new_mention_stands_in_the_file_where_it_stands_in_the_text(
    invented_folder: Path,
) -> None:
    def edit(document: Document) -> None:
        document["first"]["items"].append(
            {
                "type": "Annotation",
                "mention": "road",
                "outcome": "not-mapped",
                "reason": "too-vague",
                "status": "unverified",
                "body": [
                    {"purpose": "classifying", "value": "vague"},
                    {"purpose": "commenting", "value": "Which road is not said."},
                ],
                # It stands in the standfirst, too: the position tells which is meant.
                "target": {
                    "selector": [
                        {"type": "TextQuoteSelector", "exact": "the road"},
                        {"type": "TextPositionSelector", "start": 77, "end": 85},
                    ]
                },
            }
        )

    document = exported(invented_folder, "annotations")
    text = load_edition(invented_folder).article.text
    assert text[77:85] == "the road"
    edit(document)
    imported(invented_folder, "annotations", edit)
    edition = load_edition(invented_folder)
    assert [one.id for one in edition.mentions[:4]] == [
        *("lyon-title", "paris-title", "road", "lyon-left")
    ]
    assert edition.position(edition.mention("road")).start == 77


def test_a_plain_list_or_a_single_annotation_can_be_brought_back(invented_folder: Path) -> None:
    document = exported(invented_folder, "annotations")
    edit_reading(document)
    one = annotation(document, "bridge")
    for part in ([one], one, {"type": "AnnotationPage", "items": [one]}):
        outcome = import_file(invented_folder, saved(invented_folder, "annotations", part))
        assert outcome.lines[0] == "mentions.toml: mention bridge: reading changed"
        assert all("not in the file, and kept" in line for line in outcome.lines[1:])
        assert list(outcome.files) == ["mentions.toml"]


def test_a_mention_that_is_missing_is_removed_on_demand_if_the_edition_stays_whole(
    invented_folder: Path,
) -> None:
    def edit(document: Document) -> None:
        items = document["first"]["items"]
        document["first"]["items"] = [one for one in items if one["mention"] != "west"]

    outcome = imported(invented_folder, "annotations", edit, remove=True)
    assert outcome.lines == ("mentions.toml: mention west: removed",)
    assert "west" not in {one.id for one in load_edition(invented_folder).mentions}


def test_what_excerpts_withhold_is_neither_missed_nor_removed(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "editions", publish="excerpts")
    before = contents(folder)
    document = exported(folder, "annotations")
    assert "west" not in json.dumps(document)
    outcome = imported(folder, "annotations", lambda document: None, remove=True)
    assert outcome.lines == ()
    assert contents(folder) == before


def test_an_id_may_stand_in_the_urn_alone(invented_folder: Path) -> None:
    def edit(document: Document) -> None:
        edit_reading(document)
        for one in document["first"]["items"]:
            del one["mention"]
            for part in one["body"]:
                part.pop("place", None)

    before = load_edition(invented_folder)
    imported(invented_folder, "annotations", edit)
    assert list(differences(before, load_edition(invented_folder))) == ["mentions.bridge.reading"]


def test_a_clients_own_short_contexts_change_nothing_where_positions_tell(
    tmp_path: Path,
) -> None:
    first_folder = Path(shutil.copytree(FIRST, tmp_path / FIRST.name))
    listed = json.loads(export(load_edition(first_folder), "annotations-list"))
    for one in listed:
        quote, _ = one["target"]["selector"]
        quote["prefix"], quote["suffix"] = quote["prefix"][-10:], quote["suffix"][:10]
    path = tmp_path / "clients.json"
    path.write_text(json.dumps(listed), "utf-8")
    outcome = import_file(first_folder, path)
    assert (outcome.files, outcome.warnings) == ({}, ())
