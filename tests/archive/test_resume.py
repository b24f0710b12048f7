"""A run that was stopped, cut or killed at any point goes on to the same bytes."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.archive.errors import InputError, ResumeError
from geodata.geoparse.contracts import Setting
from geodata.writing.growing import GrowingFile
from geodata.writing.locks import LockedError
from tests.archive.texts import TASK, Silent, do, job, line, results, small_batches, some
from tests.geoparse.double import MODEL
from tests.writing.deaths import End, every

DATA = some(20)
CUT = ("out.jsonl", "out.jsonl.part", "out.jsonl.bad", "out.jsonl.bad.part", "out.jsonl.journal")


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder of its own for one example."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    """Return the files of a run that nothing stopped."""
    with folder() as place, small_batches():
        do(job(place, DATA))
        return results(place)


def stop(place: Path, after: int) -> None:
    """Run until so many batches are done."""
    with pytest.raises(KeyboardInterrupt):
        do(job(place, DATA), Silent(stop_after=after))


def test_a_run_writes_a_record_for_each_good_line_and_a_bad_line_for_each_other(
    whole: dict[str, bytes],
) -> None:
    records = [json.loads(one) for one in whole["out.jsonl"].splitlines()]
    bad = [json.loads(one) for one in whole["out.jsonl.bad"].splitlines()]
    assert [one["id"] for one in records] == [f"a{n}" for n in range(20) if n % 5 != 4]
    assert [one["line"] for one in bad] == [5, 10, 15, 20]
    assert whole.keys() == {"out.jsonl", "out.jsonl.bad"}


def test_until_it_is_done_nothing_has_the_name_of_the_output(tmp_path: Path) -> None:
    with small_batches():
        stop(tmp_path, 2)
    assert not (tmp_path / "out.jsonl").exists()


def test_a_resumed_run_begins_where_the_last_one_was(
    tmp_path: Path, whole: dict[str, bytes]
) -> None:
    with small_batches():
        stop(tmp_path, 2)
        watch = Silent()
        do(job(tmp_path, DATA), watch)
    assert watch.begun_at is not None
    assert (watch.begun_at.batches, watch.begun_at.line) == (2, 6)
    assert [one.line for one in watch.bad] == [10, 15, 20]
    assert results(tmp_path) == whole


def test_an_id_of_the_part_that_was_done_still_counts(tmp_path: Path) -> None:
    data = some(6) + line("a0", "Paris")
    with small_batches():
        with pytest.raises(KeyboardInterrupt):
            do(job(tmp_path, data), Silent(stop_after=2))
        watch = Silent()
        do(job(tmp_path, data), watch)
    assert [one.fault for one in watch.bad] == ["The id 'a0' stands in line 1 already."]


def test_the_same_again_finds_it_done(tmp_path: Path, whole: dict[str, bytes]) -> None:
    with small_batches():
        first = do(job(tmp_path, DATA))
        inode = (tmp_path / "out.jsonl").stat().st_ino
        watch = Silent()
        assert do(job(tmp_path, DATA), watch) == first == watch.begun_at
    assert (tmp_path / "out.jsonl").stat().st_ino == inode
    assert results(tmp_path) == whole


@settings(max_examples=150)
@given(data=st.data(), after=st.integers(1, 6), name=st.sampled_from(CUT))
def test_a_file_that_was_cut_anywhere_is_made_whole(
    data: st.DataObject, after: int, name: str, whole: dict[str, bytes]
) -> None:
    with folder() as place, small_batches():
        with suppress(KeyboardInterrupt):
            do(job(place, DATA), Silent(stop_after=after))
        path = place / name
        if path.exists():
            kept = data.draw(st.integers(0, path.stat().st_size))
            path.write_bytes(path.read_bytes()[:kept])
        do(job(place, DATA))
        assert results(place) == whole


@settings(max_examples=50)
@given(data=st.data(), name=st.sampled_from(CUT[1::2]))
def test_a_file_whose_end_was_lost_to_zeros_is_made_whole(
    data: st.DataObject, name: str, whole: dict[str, bytes]
) -> None:
    with folder() as place, small_batches():
        stop(place, 4)
        path = place / name
        held = path.read_bytes()
        # Of the last batch: what was on the disk before it was not written again.
        kept = data.draw(st.integers(len(held) * 4 // 5, len(held)))
        path.write_bytes(held[:kept] + bytes(len(held) - kept))
        do(job(place, DATA))
        assert results(place) == whole


@pytest.mark.skipif(sys.platform != "linux", reason="it counts acts as Linux has them")
@pytest.mark.parametrize("end", ["killed", "interrupted", "full disk"])
def test_a_run_that_ends_at_any_act_of_writing_goes_on(
    tmp_path: Path, end: End, whole: dict[str, bytes]
) -> None:
    begun = job(tmp_path, DATA)

    def after(at: int, status: int | None) -> None:
        left = results(tmp_path)
        assert left.get("out.jsonl", whole["out.jsonl"]) == whole["out.jsonl"], "whole or not there"
        do(begun)
        assert results(tmp_path) == whole, at
        for one in tmp_path.glob("out.*"):
            one.unlink()

    with small_batches():
        assert every(tmp_path, end, lambda: do(begun), after) >= 20


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("input", "input sha256 was"),
        ("version", "version was 'double 1, record 1', now 'double 2, record 1'"),
        ("quotations", "quotations was True, now False"),
        ("claim text", "claim text was False, now True"),
        ("home", "home was '', now 'Lyon'"),
    ],
)
@pytest.mark.parametrize("is_done", [False, True])
def test_what_was_begun_with_something_else_is_told_and_not_mixed(
    changed: str, said: str, is_done: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_batches():
        do(job(tmp_path, DATA)) if is_done else stop(tmp_path, 2)
        before = results(tmp_path)
        other = job(tmp_path, DATA.replace(b"1918", b"1999") if changed == "input" else DATA)
        if changed == "version":
            monkeypatch.setenv(MODEL, "double 2")
        if changed == "home":
            other = replace(other, usual=Setting(home="Lyon"))
        task = replace(TASK, quotations=changed != "quotations", claim_text=changed == "claim text")
        with pytest.raises(ResumeError) as refused:
            do(replace(other, task=task))
    assert said in str(refused.value)
    assert "Cure: " in str(refused.value)
    assert results(tmp_path) == before


def test_a_journal_of_others_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl.journal").write_text("Dear diary", "utf-8")
    with pytest.raises(ResumeError, match="It is no journal of this command"):
        do(job(tmp_path, DATA))
    assert (tmp_path / "out.jsonl.journal").read_text("utf-8") == "Dear diary"


def test_two_runs_at_once_do_not_write_into_one_file(tmp_path: Path) -> None:
    with small_batches():
        stop(tmp_path, 2)
        held = GrowingFile(tmp_path / "out.jsonl.journal")
        held.lock()
        with pytest.raises(LockedError, match="another run of the same command"):
            do(job(tmp_path, DATA))
        held.close()
        do(job(tmp_path, DATA))


def test_an_input_that_changes_meanwhile_is_told(tmp_path: Path) -> None:
    class Meddler(Silent):
        def step(self, *_: object) -> None:
            with (tmp_path / "in.jsonl").open("ab") as file:
                file.write(b"\n")

    with pytest.raises(InputError, match="It changed while it was read"):
        do(job(tmp_path, DATA), Meddler())
    assert not (tmp_path / "out.jsonl").exists()


def test_the_input_is_not_its_own_output(tmp_path: Path) -> None:
    begun = job(tmp_path, DATA)
    with pytest.raises(InputError, match="It is the input itself"):
        do(replace(begun, goal=begun.source))
    assert begun.source.read_bytes() == DATA


def test_an_input_without_a_good_line_gives_an_empty_file(tmp_path: Path) -> None:
    do(job(tmp_path, b"\n"))
    assert results(tmp_path) == {"out.jsonl": b""}


def test_a_text_that_the_geoparser_fails_with_is_a_bad_line(tmp_path: Path) -> None:
    watch = Silent()
    do(job(tmp_path, line("a", "FAIL") + line("b", "LONG") + line("c", "Paris")), watch)
    assert [(one.line, one.id, one.fault, one.cure) for one in watch.bad] == [
        (
            *(1, "a", "The geoparser failed with its text: ValueError: 'it met FAIL'."),
            "Report it with the text.",
        ),
        (2, "b", "It is too long for the double.", "Cut it."),
    ]
    assert json.loads(results(tmp_path)["out.jsonl"])["id"] == "c"
