"""A field that is named in the model and in the table of fields is in every format, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.editing.import_file import import_file
from geodata.editing.writing import replace
from geodata.model.claims import Claim
from geodata.model.mentions import Mention
from geodata.model.places import Place
from geodata.publish.formats import FORMATS
from geodata.storage.load import load_edition
from geodata.wording import field_table
from geodata.wording.field_table import EVERYWHERE, carried
from geodata.wording.lines import field_words
from tests.editing.roundtrip import changed_lines, exported, saved
from tests.export.everything import everything_in
from tests.invented import write_edition
from tests.publish.invented_fields import FIELDS, fill, one_field_more

OF_A_PLACE, OF_A_MENTION, OF_A_CLAIM = "lyon", "lyon-left", "carters-left"
IDS = {"PLACE": OF_A_PLACE, "MENTION": OF_A_MENTION, "CLAIM": OF_A_CLAIM}
NO_MENTIONS = {"csv", "kml", "linked-places"}
"""Formats that name mentions by their ids at most, as docs/formats.md says."""
CARRYING = [
    (table, format)
    for table in FIELDS
    for format in FORMATS
    if table != "MENTION" or format not in NO_MENTIONS
]
COMING_BACK = [
    ("PLACE", "geojson"),
    ("CLAIM", "geojson"),
    ("CLAIM", "annotations"),
    ("MENTION", "annotations"),
]


@pytest.fixture
def value(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give a kind of record, which the test names, a field more; return its value."""
    with one_field_more(request.getfixturevalue("table")) as found:
        yield found


@pytest.mark.parametrize(("table", "format"), CARRYING)
def test_an_invented_field_is_in_every_format(
    invented_folder: Path, table: str, format: str, value: str
) -> None:
    before = everything_in(format, FORMATS[format].write(load_edition(invented_folder)))
    assert value not in before
    fill(invented_folder, table, IDS[table])
    written = everything_in(format, FORMATS[format].write(load_edition(invented_folder)))
    assert value in written


@pytest.mark.parametrize(("table", "format"), COMING_BACK)
def test_an_invented_field_comes_back_from_what_can_be_edited(
    invented_folder: Path, tmp_path: Path, table: str, format: str, value: str
) -> None:
    fill(invented_folder, table, IDS[table])
    document = exported(invented_folder, format)
    plain = write_edition(tmp_path / "plain")
    files = {path.name: path.read_bytes() for path in plain.iterdir()}
    outcome = import_file(plain, saved(plain, format, document))
    assert not [one for one in outcome.warnings if "not one of ours" in one.fault]
    (name,) = outcome.files
    gone, came = changed_lines(files[name], outcome.files[name])
    assert [line for line in came if value in line], came
    replace(plain, outcome.files, outcome.as_read)
    wanted, found = load_edition(invented_folder), load_edition(plain)
    assert (wanted.places, wanted.claims) == (found.places, found.claims)
    assert wanted.mentions == found.mentions
    assert gone == [] or table == "PLACE"  # whose feature is written a property a line


@pytest.mark.parametrize("table", FIELDS)
def test_without_the_invented_field_the_model_refuses_it(invented_folder: Path, table: str) -> None:
    from geodata.model.errors import EditionFaults

    with one_field_more(table):
        pass
    fill(invented_folder, table, IDS[table])
    with pytest.raises(EditionFaults, match="is not known"):
        load_edition(invented_folder)


@pytest.mark.parametrize(
    ("model", "fields", "own"),
    [
        (Place, field_table.PLACE, {"id", "geometry"}),
        (Mention, field_table.MENTION, {"id", "candidates"}),  # in the files only
        (Claim, field_table.CLAIM, {"id"}),
    ],
)
def test_the_table_has_every_field_of_the_model_and_no_other(
    model: type[Place] | type[Mention] | type[Claim],
    fields: tuple[field_table.Field, ...],
    own: set[str],
) -> None:
    assert {field.attribute or field.key for field in fields} | own == set(model.model_fields)
    assert len({field.exported for field in fields}) == len(fields)
    assert all(field.carriers <= EVERYWHERE for field in fields)


def test_what_stands_wherever_a_claim_does_is_who_says_it_and_how_firmly() -> None:
    always = [field.exported for field in field_table.CLAIM if field.always]
    assert always == [
        *("said_by", "chain", "form", "claim_source", "mode"),
        *("hedge", "limitation", "notes", "status"),
    ]
    assert [one.key for one in carried(field_table.CLAIM, "balloon")] == []


@pytest.mark.parametrize(
    ("shape", "value", "words"),
    [
        ("text", "by hand", "by hand"),
        ("text", "", ""),
        ("number", 2.50, "2.5"),
        ("number", None, ""),
        ("list", ["one", "two"], "one; two"),
        ("table", {"fr": "Lyon", "en": "Lyons"}, "fr: Lyon; en: Lyons"),
        ("dating", {"edtf": "2019-05", "basis": "inferred", "from": ""}, "May 2019 (inferred)"),
    ],
)
def test_a_field_of_any_shape_has_words(
    shape: field_table.Shape, value: object, words: str
) -> None:
    assert field_words(field_table.Field("invented", shape=shape), value) == words


def test_a_field_without_a_label_is_called_by_its_key() -> None:
    assert field_table.Field("first_seen").title == "First seen"
    assert field_table.Field("dispute_note", label="Disputed").title == "Disputed"
