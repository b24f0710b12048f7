"""Values stand in the order of the table; what is derived stands after what it is made of."""

from __future__ import annotations

from types import SimpleNamespace

from geodata.export.members import cells, placed
from geodata.wording.field_table import Field

TABLE = (
    Field("name"),
    Field("seen_by", shape="list", column_after="size_words"),
    Field("size", "place_size", "number"),
    Field("points", shape="tables"),
)
RECORD = SimpleNamespace(name="Lyon", seen_by=("one", "two"), size=2.5, points=())


def test_what_follows_a_value_stands_after_it_and_what_follows_that_after_both() -> None:
    later = {"b": {"b_words": "B"}, "b_words": {"b_note": "!"}}
    assert list(placed({"a": "1", "b": "2", "c": "3"}, later).items()) == [
        *(("a", "1"), ("b", "2"), ("b_words", "B"), ("b_note", "!"), ("c", "3")),
    ]


def test_cells_follow_the_table_but_for_columns_that_follow_another() -> None:
    row = cells(TABLE, RECORD, {"place_size": {"size_words": "small"}})
    assert list(row.items()) == [
        ("name", "Lyon"),
        ("place_size", 2.5),
        ("size_words", "small"),
        ("seen_by", "one | two"),
        ("points", ""),
    ]


def test_without_a_record_the_columns_are_the_same_and_empty() -> None:
    row = cells(TABLE, None, {"place_size": {"size_words": ""}})
    assert row == {"name": "", "place_size": None, "size_words": "", "seen_by": "", "points": ""}
    assert list(row) == list(cells(TABLE, RECORD, {"place_size": {"size_words": "small"}}))
