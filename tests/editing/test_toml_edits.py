"""A TOML file is edited record by record: comments, order and layout of the rest stay."""

from __future__ import annotations

import pytest

from geodata.editing.incoming import Edit
from geodata.editing.toml_edits import LayoutError, TomlFile, toml

FILE = """# What stands at the head stays.

[[claim]]
id = "one"
chain = []  # nobody
limitation = "First."
status = "unverified"

# On the second claim.
[[claim]]
id = "two"
limitation = "Second."
status = "unverified"
# At the end.
"""


def edited(*edits: Edit, file: str = FILE) -> str:
    table = TomlFile(file, "claim")
    for edit in edits:
        table.apply(edit)
    return table.text


def test_a_file_without_edits_is_the_same_bytes() -> None:
    assert edited() == FILE
    assert edited(file=FILE.replace("\n", "\r\n")) == FILE.replace("\n", "\r\n")


def test_an_edited_field_changes_its_line_alone() -> None:
    assert edited(Edit("two", {"limitation": 'Said "so".'}, is_new=False)) == FILE.replace(
        '"Second."', '"Said \\"so\\"."'
    )


def test_a_new_field_stands_where_editions_write_it() -> None:
    about = {"edtf": "2019", "basis": "stated"}
    assert edited(Edit("two", {"about": about}, is_new=False)) == FILE.replace(
        '"Second."\n', '"Second."\nabout = { edtf = "2019", basis = "stated" }\n'
    )


def test_a_field_is_taken_out_by_none() -> None:
    assert edited(Edit("one", {"chain": None}, is_new=False)) == FILE.replace(
        "chain = []  # nobody\n", ""
    )


def test_a_new_record_stands_at_the_end_in_the_order_of_the_editions() -> None:
    fields = {"status": "unverified", "limitation": "Third.", "said_by": "author", "about": None}
    assert edited(Edit("three", fields, is_new=True)) == FILE + (
        '\n[[claim]]\nid = "three"\nsaid_by = "author"\nlimitation = "Third."\n'
        'status = "unverified"\n'
    )


def test_a_record_that_is_taken_out_leaves_the_comments_around_it() -> None:
    table = TomlFile(FILE, "claim")
    table.remove("one")
    assert table.text == (
        '# What stands at the head stays.\n\n# On the second claim.\n[[claim]]\nid = "two"\n'
        'limitation = "Second."\nstatus = "unverified"\n# At the end.\n'
    )


def test_a_layout_that_cannot_be_edited_line_by_line_is_refused() -> None:
    with pytest.raises(LayoutError, match="its records do not each begin with"):
        TomlFile('claim = [{ id = "one" }]\n', "claim")


def test_a_record_with_tables_of_its_own_is_kept_as_it_is() -> None:
    file = '[[claim]]\nid = "one"\n[[claim.part]]\nx = 1\n'
    assert TomlFile(file, "claim").text == file


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain", '"plain"'),
        ("“Its” \\ \n", '"“Its” \\\\ \\n"'),
        (["a", "b"], '["a", "b"]'),
        ([], "[]"),
        ({"a b": 1, "c": ["d"]}, '{ "a b" = 1, c = ["d"] }'),
        (True, "true"),
        (1.5, "1.5"),
    ],
)
def test_a_value_is_written_on_one_line(value: object, written: str) -> None:
    assert toml(value) == written
