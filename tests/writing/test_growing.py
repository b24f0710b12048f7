"""A growing file is appended to, read and cut by positions, by one writer at a time."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.writing import growing
from geodata.writing.growing import GrowingFile, ready_folder
from geodata.writing.locks import LockedError


def test_it_grows_and_is_cut(tmp_path: Path) -> None:
    with closing(GrowingFile(tmp_path / "a")) as file:
        file.append(b"one\ntwo\n")
        assert file.read(4, 3) == b"two"
        file.append(b"three")
        assert (file.size, file.read(8, 99)) == (13, b"three")
        file.cut(20)
        assert file.size == 13
        file.cut(4)
    assert (tmp_path / "a").read_bytes() == b"one\n"


@given(st.lists(st.binary(max_size=8)), st.data())
def test_lines_are_those_between_two_positions(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes], data: st.DataObject
) -> None:
    held = b"\n".join(parts) + b"\n"
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(held))] * 2)))
    with closing(GrowingFile(tmp_path_factory.mktemp("growing") / "a")) as file:
        file.append(held)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(growing, "_CHUNK", 3)
            assert list(file.lines(start, end)) == held[start:end].split(b"\n")[:-1]


def test_one_process_holds_it(tmp_path: Path) -> None:
    with closing(GrowingFile(tmp_path / "a")) as one, closing(GrowingFile(tmp_path / "a")) as other:
        one.lock()
        with pytest.raises(LockedError, match="another run of the same command"):
            other.lock()


def test_neither_a_folder_nor_a_link_grows(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a")
    for path, said in ((tmp_path, "Is a directory"), (tmp_path / "link", "is a link to a")):
        with pytest.raises(OSError, match=said):
            GrowingFile(path)


def test_an_error_says_of_which_file_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with closing(GrowingFile(tmp_path / "a")) as file:
        monkeypatch.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left") as refused:
            file.append(b"one")
    assert refused.value.filename == str(tmp_path / "a")


def test_a_folder_is_made_and_a_file_of_its_name_refused(tmp_path: Path) -> None:
    ready_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "c").touch()
    with pytest.raises(FileExistsError):
        ready_folder(tmp_path / "c")
