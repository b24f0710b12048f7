"""Killed, interrupted or out of disk at any act of writing: the old stands, or the new does."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.editing.import_file import import_file
from geodata.editing.writing import replace
from geodata.storage.check import check_edition
from geodata.writing.files import write_file
from geodata.writing.folders import tidy, write_files
from geodata.writing.journal import standing
from geodata.writing.whole_folders import write_folder
from tests.editing.roundtrip import annotation, exported, saved
from tests.writing.deaths import FAILED, End, every

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it counts acts as Linux has them")
ENDS: tuple[End, ...] = ("killed", "interrupted", "full disk")
OLD = {"a.txt": b"old a", "b.txt": b"old b"}
NEW = {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c"}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def read(folder: Path) -> dict[str, bytes]:
    """Return what a reader gets, who knows of journals."""
    names = (name for name in NEW if standing(folder, name).exists())
    return {name: standing(folder, name).read_bytes() for name in names}


def raw(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("end", ENDS)
def test_a_file_is_the_old_or_the_new_one(tmp_path: Path, end: End) -> None:
    goal = tmp_path / "folder" / "a.txt"
    write(goal.parent, {"a.txt": b"old a"})

    def after(at: int, status: int | None) -> None:
        assert goal.read_bytes() in (b"old a", b"new a"), at
        write_file(goal, b"next")
        assert raw(goal.parent) == {"a.txt": b"next"}, "leftovers are gone"
        write(goal.parent, {"a.txt": b"old a"})

    assert every(tmp_path, end, lambda: write_file(goal, b"new a"), after) >= 4


@pytest.mark.parametrize("end", ENDS)
def test_files_of_a_folder_change_all_or_none(tmp_path: Path, end: End) -> None:
    folder = write(tmp_path / "folder", OLD)
    found = set()

    def after(at: int, status: int | None) -> None:
        left = read(folder)
        assert left in (OLD, NEW), at
        if end == "full disk":
            assert left == (OLD if status == FAILED else NEW), "what is said is what is done"
        found.add(len(left))
        tidy(folder)
        assert raw(folder) == left, "the next run finishes or undoes it"
        write(folder, OLD)

    assert every(tmp_path, end, lambda: write_files(folder, NEW), after) >= 15
    assert found == {2, 3}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_is_the_old_or_the_new_one_without_any_recovery(
    tmp_path: Path, end: End, there: bool
) -> None:
    folder = tmp_path / "outer" / "site"

    def begin() -> None:
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.parent.mkdir()
        if there:
            write(folder, OLD)

    def after(at: int, status: int | None) -> None:
        found = raw(folder) if folder.exists() else {}
        found.pop(".article-atlas.lock", None)
        assert found in (OLD if there else {}, NEW), at
        write_folder(folder, {"d.txt": b"next"} | OLD)
        assert sorted(one.name for one in folder.parent.iterdir()) == ["site"]
        begin()

    begin()
    assert every(folder.parent, end, lambda: write_folder(folder, NEW), after) >= 4


@pytest.mark.parametrize("end", ENDS)
def test_an_import_of_two_files_is_whole_or_not_at_all(invented_folder: Path, end: End) -> None:
    kept = shutil.copytree(invented_folder, invented_folder.parent.parent / "kept")
    document = exported(invented_folder, "annotations")
    annotation(document, "bridge")["body"][-1]["value"] = "The “new” bridge."
    document["claims"][0]["limitation"] = "Which inns, she does not say."
    outcome = import_file(invented_folder, saved(invented_folder, "annotations", document))
    assert sorted(outcome.files) == ["claims.toml", "mentions.toml"]
    old = raw(invented_folder)
    new = old | outcome.files

    def after(at: int, status: int | None) -> None:
        assert check_edition(invented_folder).is_sound, at
        tidy(invented_folder)
        assert raw(invented_folder) in (old, new), at
        shutil.rmtree(invented_folder)
        shutil.copytree(kept, invented_folder)

    work = lambda: replace(invented_folder, outcome.files, outcome.as_read)  # noqa: E731
    assert every(invented_folder, end, work, after) >= 10


def in_a_child(work: Callable[[], object]) -> int:
    """Do the work in a child whose files may not grow beyond 100,000 bytes."""
    child = os.fork()
    if child == 0:
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            work()
        except OSError as error:
            os._exit(error.errno or 1)
        os._exit(0)
    return os.WEXITSTATUS(os.waitpid(child, 0)[1])


def test_what_the_system_refuses_in_the_middle_leaves_the_old(tmp_path: Path) -> None:
    folder, large = write(tmp_path / "outer" / "folder", OLD), b"x" * 200_000
    for work in (
        lambda: write_file(folder / "a.txt", large),
        lambda: write_files(folder, {"b.txt": b"new", "a.txt": large}),
        lambda: write_folder(folder, {"b.txt": b"new", "a.txt": large}),
    ):
        assert in_a_child(work) == errno.EFBIG
        assert raw(folder) == OLD
        assert [one.name for one in folder.parent.iterdir()] == ["folder"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
@pytest.mark.usefixtures("editions_root")
def test_a_site_on_a_full_disk_stays_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=5M", "none", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        command = ["publish", "from-lyon-to-paris", "--output", str(disk / "site")]
        assert main(command) == 0
        before = raw(disk / "site")
        capsys.readouterr()
        assert main(command) == 1
        assert "It cannot be written: No space left on device." in capsys.readouterr().err
        assert raw(disk / "site") == before
        assert [one.name for one in disk.iterdir()] == ["site"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)
