"""An older edition is brought to the present format: comments kept, once, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.storage.check import check_edition
from tests.editing.roundtrip import contents

HEAD = '# Facts of the edition.\n\n# format = 1 is what it was.\nid = "from-lyon-to-paris"\n'


@pytest.fixture
def old(invented_folder: Path, editions_root: Path) -> Path:
    """Write the invented edition as one of format 1, with comments before its first key."""
    assert editions_root == invented_folder.parent
    path = invented_folder / "edition.toml"
    text = path.read_text("utf-8")
    assert text.startswith('id = "from-lyon-to-paris"\n')
    assert text.count("format = 2\n") == 1
    path.write_text(HEAD + text.replace("format = 2\n", "\n").split("\n", 1)[1], "utf-8")
    return invented_folder


def test_the_number_is_written_before_the_first_key_and_nothing_else_changes(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(old)
    assert main(["upgrade", "from-lyon-to-paris"]) == 0
    assert capsys.readouterr().out == ("from-lyon-to-paris: upgraded to format 2 (edition.toml).\n")
    after = contents(old)
    assert after["edition.toml"].decode() == before["edition.toml"].decode().replace(
        'id = "from-lyon-to-paris"', 'format = 2\nid = "from-lyon-to-paris"', 1
    )
    assert {name for name in before if before[name] != after[name]} == {"edition.toml"}
    assert check_edition(old).lines()[-1] == "from-lyon-to-paris: no faults"


def test_a_second_upgrade_changes_nothing(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade"]) == 0
    before = contents(old)
    capsys.readouterr()
    assert main(["upgrade"]) == 0
    assert capsys.readouterr().out == "from-lyon-to-paris: it is of format 2 already.\n"
    assert contents(old) == before


def test_a_format_1_that_is_written_out_becomes_2(old: Path) -> None:
    path = old / "edition.toml"
    text = path.read_text("utf-8").replace('\nid = "', '\nformat = 1 # the first\nid = "', 1)
    path.write_text(text, "utf-8")
    assert main(["upgrade"]) == 0
    assert path.read_text("utf-8") == text.replace(
        "format = 1 # the first", "format = 2 # the first"
    )


def test_line_ends_stay_as_they_are(old: Path) -> None:
    path = old / "edition.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert main(["upgrade"]) == 0
    assert path.read_bytes() == before.replace(b'\nid = "', b'\nformat = 2\r\nid = "', 1)


def test_it_can_be_written_elsewhere(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(old)
    assert main(["upgrade", "from-lyon-to-paris", "--output", str(tmp_path / "new")]) == 0
    copy = tmp_path / "new" / "from-lyon-to-paris"
    assert capsys.readouterr().out == f"Written: {copy}\n"
    assert contents(old) == before
    assert "\nformat = 2\n" in (copy / "edition.toml").read_text("utf-8")
    assert contents(copy).keys() == before.keys()


def test_an_edition_with_a_fault_is_not_touched(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = old / "themes.toml"
    path.write_text(path.read_text("utf-8").replace('"circle"', '"star"'), "utf-8")
    before = contents(old)
    assert main(["upgrade"]) == 1
    assert "themes.toml: theme roads: `shape` is 'star'." in capsys.readouterr().err
    assert contents(old) == before


def test_no_editions_at_all_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ARTICLE_ATLAS_EDITIONS", str(tmp_path / "nowhere"))
    assert main(["upgrade"]) == 1
    assert capsys.readouterr().err == "There are no editions. Cure: Add an edition's folder.\n"
