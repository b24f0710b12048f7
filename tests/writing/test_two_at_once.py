"""Two writers at once: each is whole, none loses the other's work, a dead one locks nothing."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from geodata.editing.import_file import import_file
from geodata.editing.writing import replace
from geodata.model.errors import EditionFaults
from geodata.storage.load import load_edition
from geodata.writing.files import write_file
from geodata.writing.folders import tidy, write_files
from geodata.writing.locks import LOCK, LockedError, locked
from geodata.writing.whole_folders import write_folder
from tests.editing.roundtrip import contents, exported, feature, saved

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from geodata.writing.{module} import {function}
folder = Path(sys.argv[1])
for number in range(60):
    data = (sys.argv[2] * 20_000).encode()
    {call}
"""
CALLS = {
    "write_file": ("files", "write_file(folder / 'a', data)"),
    "write_files": ("folders", "write_files(folder, {'a': data, 'b': data})"),
    "write_folder": ("whole_folders", "write_folder(folder, {'a': data, 'b': data})"),
}


@pytest.mark.parametrize("function", CALLS)
def test_two_that_write_the_same_at_once_leave_one_whole(tmp_path: Path, function: str) -> None:
    module, call = CALLS[function]
    code = WRITER.format(module=module, function=function, call=call)
    folder = tmp_path / "folder"
    folder.mkdir()
    running = [
        subprocess.Popen([sys.executable, "-c", code, folder, sign], cwd=ROOT) for sign in "xyz"
    ]
    assert [one.wait() for one in running] == [0, 0, 0]
    found = {path.read_text("utf-8") for path in folder.iterdir()}
    assert found <= {"x" * 20_000, "y" * 20_000, "z" * 20_000}
    assert len(found) == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder"]


def test_an_edition_that_was_changed_since_it_was_read_is_not_written(
    invented_folder: Path,
) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["properties"]["limitation"] = "Which bridge?"
    mine = import_file(invented_folder, saved(invented_folder, "geojson", document))
    document = exported(invented_folder, "geojson")
    feature(document, "inns-open.alpine-inns")["properties"]["limitation"] = "Which inns?"
    theirs = import_file(invented_folder, saved(invented_folder, "geojson", document))
    replace(invented_folder, theirs.files, theirs.as_read)
    before = contents(invented_folder)
    with pytest.raises(EditionFaults) as refused:
        replace(invented_folder, mine.files, mine.as_read)
    assert str(refused.value) == (
        "claims.toml: It was changed while this was worked out, so nothing was written. Cure: Run "
        "the command again; look at what changes first (--dry-run)."
    )
    assert contents(invented_folder) == before
    assert load_edition(invented_folder).claim("inns-open").limitation == "Which inns?"


def test_a_file_that_came_or_went_meanwhile_counts_too(invented_folder: Path) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["properties"]["limitation"] = "Which bridge?"
    mine = import_file(invented_folder, saved(invented_folder, "geojson", document))
    (invented_folder / "route.toml").unlink()
    with pytest.raises(EditionFaults, match=r"route\.toml: It was changed while"):
        replace(invented_folder, mine.files, mine.as_read)


def test_whoever_writes_is_named_to_the_other(tmp_path: Path) -> None:
    with (
        locked(tmp_path),
        pytest.raises(LockedError, match=rf"process {os.getpid()} of .+ on .+ \(since 20"),
    ):
        write_files(tmp_path, {"a": b""}, wait_s=0)
    write_files(tmp_path, {"a": b"1"}, wait_s=0)
    assert contents(tmp_path) == {"a": b"1"}


def test_an_import_says_who_is_writing(
    invented_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geodata.editing.writing.WAIT_S", 0.0)
    with (
        locked(invented_folder),
        pytest.raises(EditionFaults, match=r"process \d+ of .* is writing there\. Nothing was"),
    ):
        replace(invented_folder, {"claims.toml": b""}, {})


def test_the_lock_of_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text("process 1 of nobody", "utf-8")
    write_files(tmp_path, {"a": b"1"}, wait_s=0)
    assert contents(tmp_path) == {"a": b"1"}


def test_the_folders_of_a_published_site_stay_if_others_put_things_there(tmp_path: Path) -> None:
    (tmp_path / "site" / "more").mkdir(parents=True)
    (tmp_path / "site" / "CNAME").write_text("atlas.example", "utf-8")
    write_folder(tmp_path / "site", {"a": b"1"})
    write_folder(tmp_path / "site", {"a": b"2"})
    assert sorted(one.name for one in (tmp_path / "site").iterdir()) == ["CNAME", "a", "more"]
    assert (tmp_path / "site" / "a").read_bytes() == b"2"


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_permissions_are_kept_and_new_files_are_as_any_other(tmp_path: Path) -> None:
    for write in (write_file, lambda path, data: write_files(path.parent, {path.name: data})):
        path = tmp_path / "a"
        write(path, b"1")
        (tmp_path / "plain").write_bytes(b"")
        assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode
        path.chmod(0o640)
        write(path, b"2")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        path.unlink()


@pytest.mark.skipif(os.name != "posix", reason="devices and links as POSIX has them")
def test_a_device_is_written_to_and_a_link_is_followed(tmp_path: Path) -> None:
    write_file(Path("/dev/null"), b"1")
    assert Path("/dev/null").is_char_device()
    (tmp_path / "deep").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "deep" / "goal")
    write_file(tmp_path / "link", b"1")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "deep" / "goal").read_bytes() == b"1"


@pytest.mark.parametrize(
    "journal", [b"{", b"[]", b'{"way": "forward", "files": [["../x", "y", ""]]}']
)
def test_a_journal_that_is_none_of_ours_leads_nowhere(tmp_path: Path, journal: bytes) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a").write_bytes(b"1")
    (folder / ".article-atlas.journal").write_bytes(journal)
    tidy(folder)
    assert contents(folder) == {"a": b"1"}
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder"]
