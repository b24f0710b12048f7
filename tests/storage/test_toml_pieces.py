"""A file with a slip of the pen is read table by table, and says the lines of its slips."""

from __future__ import annotations

import pytest

from geodata.checking.validation import REFUSED
from geodata.storage.toml_pieces import MOST_BROKEN, read_pieces

SOUND = '[[claim]]\nid = "a"\nn = 1\n\n'


def test_the_keys_that_can_be_read_are_kept_and_the_others_refused() -> None:
    table, faults = read_pieces("x.toml", SOUND + '[[claim]]\nid = "b"\nn = "\nm = 2\n\n' + SOUND)
    assert table == {
        "claim": [{"id": "a", "n": 1}, {"id": "b", "n": REFUSED, "m": 2}, {"id": "a", "n": 1}]
    }
    assert [str(fault) for fault in faults] == [
        "x.toml: It is not TOML: Illegal character '\\n' (at line 7, column 6). "
        "Cure: Mend the syntax there."
    ]


def test_a_table_that_breaks_off_says_where_it_begins() -> None:
    _, faults = read_pieces("x.toml", SOUND + '[[claim]]\nn = ["a"\n\n')
    assert faults[0].fault == (
        "It is not TOML: Unclosed array (in the table that begins in line 5)."
    )


def test_tables_inside_a_broken_record_are_refused_whole() -> None:
    table, _ = read_pieces("x.toml", '[[route]]\nid = "r"\nn =\n[[route.leg]]\nto = "a"\n')
    assert table == {"route": [{"id": "r", "n": REFUSED, "leg": REFUSED}]}


@pytest.mark.parametrize("text", ["a = \n" + SOUND, SOUND + "[written]\na =\n", "\ufeff" + SOUND])
def test_what_is_no_record_cannot_be_left_out(text: str) -> None:
    table, faults = read_pieces("x.toml", text)
    assert table is None
    assert len(faults) == 1


def test_a_file_that_is_broken_in_too_many_places_is_given_up() -> None:
    table, faults = read_pieces("x.toml", "[[claim]]\nid =\n" * 1_000)
    assert table is None
    assert len(faults) == MOST_BROKEN


def test_what_is_wrong_with_the_file_alone_is_left_to_the_reader_of_the_whole() -> None:
    table, faults = read_pieces("x.toml", "[written]\na = 1\n\n[written]\nb = 2\n")
    assert table == {"written": {"a": 1}}
    assert faults == []
