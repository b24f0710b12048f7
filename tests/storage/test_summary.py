"""What a list shows of an edition: from one file, whatever the others hold; and what changes it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geodata.storage.summary import Summary, read_summary, state


def test_title_and_authors_come_from_one_file(invented_folder: Path) -> None:
    for file in invented_folder.iterdir():
        if file.name != "edition.toml":
            file.unlink()
    assert read_summary(invented_folder) == Summary("From Lyon to Paris", "Jo Field")


@pytest.mark.parametrize(
    ("toml", "summary"),
    [
        ("", None),
        ("title = 3", None),
        ('title = " "', None),
        ("title = ", None),
        ('title = "T"\nauthors = 3', Summary("T", "")),
        ('title = "T"\nauthors = ["A", 3]', Summary("T", "A")),
        (f'title = "{"T" * 5000}"', Summary("T" * 300, "")),
    ],
)
def test_whatever_the_file_holds_a_list_can_be_shown(
    tmp_path: Path, toml: str, summary: Summary | None
) -> None:
    (tmp_path / "edition.toml").write_text(toml)
    assert read_summary(tmp_path) == summary


def test_a_folder_without_the_file_has_no_summary(tmp_path: Path) -> None:
    assert read_summary(tmp_path) is None


def test_a_change_a_new_file_and_a_lost_one_change_the_state(invented_folder: Path) -> None:
    before = state(invented_folder)
    assert state(invented_folder) == before
    os.utime(invented_folder / "claims.toml", ns=(1, 1))
    touched = state(invented_folder)
    (invented_folder / "claims.toml").unlink()
    lost = state(invented_folder)
    (invented_folder / "new.txt").write_text("")
    assert len({before, touched, lost, state(invented_folder)}) == 4
    assert state(invented_folder / "nowhere") == ()


def test_a_link_that_leads_nowhere_hides_no_change(invented_folder: Path) -> None:
    (invented_folder / ".#claims.toml").symlink_to("someone@somewhere.1")
    before = state(invented_folder)
    (invented_folder / "claims.toml").write_text("", "utf-8")
    assert state(invented_folder) != before != ()
