"""What is no plain file or folder of ours alone is written to as it is, or refused with a word."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.editing.writing import replace, seen
from geodata.model.errors import EditionFaults
from geodata.storage.load import load_edition
from geodata.writing import whole_folders
from geodata.writing.files import write_file
from geodata.writing.folders import tidy, write_files
from geodata.writing.journal import JOURNAL, Entry, Journal, standing
from geodata.writing.locks import LOCK, LockedError, locked
from geodata.writing.whole_folders import write_folder
from tests.editing.roundtrip import contents

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and accounts as POSIX has them")
NOBODY = 65_534
ROOT = Path(__file__).parents[2]


@pytest.mark.usefixtures("editions_root")
def test_the_working_directory_can_be_published_into_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "outer" / "site"
    site.mkdir(parents=True)
    monkeypatch.chdir(site)
    before = site.stat().st_ino
    for _ in range(2):
        assert main(["publish", "from-lyon-to-paris", "--output", "."]) == 0
        assert os.path.samefile(os.getcwd(), site)
        assert site.stat().st_ino == before
    assert "index.html: " in capsys.readouterr().out
    assert (site / "preview.png").exists()
    assert os.listdir(site.parent) == ["site"]
    assert not [one for one in os.listdir(site) if one.startswith(".")]


def test_a_folder_is_not_taken_away_from_whoever_works_below_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "site" / ".article-atlas-0.folder"
    below.mkdir(parents=True)
    (tmp_path / "site" / "a").write_bytes(b"1")
    monkeypatch.chdir(below)
    write_folder(tmp_path / "site", {"a": b"2"})
    assert Path.cwd() == below.resolve()
    assert (tmp_path / "site" / "a").read_bytes() == b"2"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges folders")
def test_a_full_folder_that_cannot_be_exchanged_is_changed_by_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_folders, "_EXCHANGE", 64)  # a flag that no Linux knows
    write_folder(tmp_path / "site", {"a": b"1"})
    before = (tmp_path / "site").stat().st_ino
    write_folder(tmp_path / "site", {"a": b"2", "b": b"3"})
    assert contents(tmp_path / "site") == {"a": b"2", "b": b"3"}
    assert (tmp_path / "site").stat().st_ino == before
    assert os.listdir(tmp_path) == ["site"]


def begun(folder: Path, name: str, new: bytes) -> None:
    """Leave a folder as a writer does that is killed after its journal."""
    (folder / ".article-atlas-0.part").write_bytes(new)
    Journal("forward", (Entry(name, ".article-atlas-0.part", ""),)).save(folder)


def test_a_journal_that_cannot_be_read_is_told_and_what_it_names_stays(
    invented_folder: Path,
) -> None:
    kept = load_edition(invented_folder)
    begun(invented_folder, "claims.toml", (invented_folder / "claims.toml").read_bytes())
    (invented_folder / JOURNAL).rename(invented_folder.parent / "kept")
    (invented_folder / JOURNAL).symlink_to(JOURNAL)  # cannot be read, not even by root
    before = sorted(os.listdir(invented_folder))
    with pytest.raises(EditionFaults) as refused:
        load_edition(invented_folder)
    assert str(refused.value.faults[0]) == (
        ".article-atlas.journal: The journal of an unfinished change cannot be read: Too many "
        "levels of symbolic links. Cure: Correct its permissions."
    )
    tidy(invented_folder)
    with pytest.raises(OSError, match="of a change that was not finished, cannot be read: Too"):
        write_files(invented_folder, {"claims.toml": b""})
    assert sorted(os.listdir(invented_folder)) == before
    (invented_folder.parent / "kept").rename(invented_folder / JOURNAL)
    assert load_edition(invented_folder) == kept


def test_whoever_may_enter_the_folder_reads_through_its_journal(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "a").chmod(0o644)
    mask = os.umask(0o077)
    try:
        begun(tmp_path, "a", b"2")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / JOURNAL).stat().st_mode) == 0o644
    assert standing(tmp_path, "a").read_bytes() == b"2"


@pytest.mark.parametrize("goal", ["inside.toml", "../outside.toml", "nowhere.toml"])
def test_a_link_is_not_replaced_by_a_file(tmp_path: Path, goal: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "inside.toml").write_bytes(b"1")
    (tmp_path / "outside.toml").write_bytes(b"1")
    (folder / "b").write_bytes(b"1")
    (folder / "a").symlink_to(goal)
    for write in (write_files, write_folder):
        with pytest.raises(OSError, match=f"a is a link to {goal}, and is not replaced by a"):
            write(folder, {"b": b"2", "a": b"2"})
    assert os.readlink(folder / "a") == goal
    assert (folder / "b").read_bytes() == b"1"
    assert (tmp_path / "outside.toml").read_bytes() == b"1"
    assert sorted(os.listdir(folder)) == ["a", "b", "inside.toml"]


def test_an_import_says_what_to_do_about_a_link(invented_folder: Path) -> None:
    (invented_folder / "claims.toml").rename(invented_folder.parent / "outside.toml")
    (invented_folder / "claims.toml").symlink_to("../outside.toml")
    with pytest.raises(EditionFaults) as refused:
        replace(invented_folder, {"claims.toml": b""}, seen(invented_folder))
    assert str(refused.value) == (
        "claims.toml: It cannot be written: claims.toml is a link to ../outside.toml, and is not "
        "replaced by a file. Nothing was changed. Cure: Put the file itself there, or write a "
        "copy (--output)."
    )


def test_a_pipe_that_has_no_path_is_written_to() -> None:
    out, into = os.pipe()
    write_file(Path(f"/dev/fd/{into}"), b"1")
    os.close(into)
    with open(out, "rb") as pipe:
        assert pipe.read() == b"1"


@pytest.mark.usefixtures("editions_root")
def test_an_export_to_standard_output_by_its_name_goes_into_a_pipe() -> None:
    command = ["export", "from-lyon-to-paris", "--format", "csv", "--output"]
    given = [
        subprocess.run(
            [sys.executable, "-m", "geodata", *command, output],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for output in ("/dev/stdout", "-")
    ]
    assert given[0] == given[1]
    assert len(given[0]) > 500


def as_another(folder: Path, work: Callable[[], object]) -> int:
    """Do the work in a child inside a folder, as an account that owns nothing there."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.chdir(folder)
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            work()
            status = 0
        finally:
            os._exit(status)
    return os.WEXITSTATUS(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("mode", [0o777, 0o1777])
def test_the_lock_that_another_account_left_holds_nobody_up(tmp_path: Path, mode: int) -> None:
    (tmp_path / LOCK).write_text("process 1 of somebody else", "utf-8")
    (tmp_path / LOCK).chmod(0o444)
    tmp_path.chmod(mode)
    assert as_another(tmp_path, lambda: write_files(Path(), {"a": b"1"}, wait_s=0)) == 0
    assert (tmp_path / "a").read_bytes() == b"1"


def test_the_lock_of_another_account_keeps_others_out_and_names_the_holder(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text("process 1 of somebody else", "utf-8")
    (tmp_path / LOCK).chmod(0o444)
    tmp_path.chmod(0o777)

    def one_after_the_other() -> None:
        with (
            locked(Path()),
            pytest.raises(LockedError, match=rf"process {os.getpid()} of "),
            locked(Path(), wait_s=0),
        ):
            raise AssertionError("two hold it")

    assert as_another(tmp_path, one_after_the_other) == 0


def test_where_no_locks_are_to_be_had_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: int, operation: int) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    opened = len(os.listdir("/dev/fd"))
    writers: list[Callable[[], None]] = [
        lambda: write_file(tmp_path / "a", b"1"),
        lambda: write_files(tmp_path, {"a": b"1"}),
        lambda: write_folder(tmp_path / "site", {"a": b"1"}),
    ]
    for write in writers:
        with pytest.raises(OSError, match="No locks available"):
            write()
        assert os.listdir(tmp_path) == []
    assert len(os.listdir("/dev/fd")) == opened
