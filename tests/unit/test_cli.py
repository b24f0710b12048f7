"""The command line checks and exports editions, and says what it cannot do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from geodata.__main__ import main
from tests.invented import write_edition

pytestmark = pytest.mark.usefixtures("editions_root")


def test_check_without_an_edition_checks_all(
    editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_edition(editions_root, "another")
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "faults" in line] == [
        "another: no faults",
        "from-lyon-to-paris: no faults",
    ]


def test_check_of_a_faulty_edition_fails_and_prints_the_fault(
    editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_edition(editions_root, "another")
    (editions_root / "another" / "article.txt").unlink()
    assert main(["check", "another"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "another: article.txt: The file is missing. Cure: Add article.txt to the edition.",
        "another: 1 fault",
    ]
    assert main(["check"]) == 1
    assert main(["check", "from-lyon-to-paris"]) == 0


@pytest.mark.parametrize("command", [["check", "../x"], ["check", "nothing"]])
def test_an_unknown_edition_is_named(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 1
    assert capsys.readouterr().err == (
        f"{command[1]!r}: There is no such edition. Cure: Choose one of: from-lyon-to-paris.\n"
    )


def test_no_editions_at_all_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ARTICLE_ATLAS_EDITIONS", str(tmp_path / "nowhere"))
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "There are no editions. Cure: Add an edition's folder.\n"


@pytest.mark.parametrize(
    ("format", "type"), [("annotations", "AnnotationCollection"), ("geojson", "FeatureCollection")]
)
def test_export_writes_a_file(tmp_path: Path, format: str, type: str) -> None:
    output = tmp_path / "out.json"
    command = ["export", "from-lyon-to-paris", "--format", format, "--output", str(output)]
    assert main(command) == 0
    assert json.loads(output.read_text("utf-8"))["type"] == type


def test_export_to_a_dash_writes_the_same_bytes_to_standard_output(tmp_path: Path) -> None:
    command = ["export", "from-lyon-to-paris", "--format", "geojson", "--output"]
    assert main([*command, str(tmp_path / "out.geojson")]) == 0
    printed = subprocess.run(
        [sys.executable, "-m", "geodata", *command, "-"],
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
    )
    assert printed.stdout == (tmp_path / "out.geojson").read_bytes()


def test_a_file_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "nowhere" / "out.json"
    command = ["export", "from-lyon-to-paris", "--format", "geojson", "--output", str(output)]
    assert main(command) == 1
    assert (
        capsys.readouterr().err == f"{output}: It cannot be written: No such file or directory.\n"
    )


def test_an_unknown_format_is_refused_with_those_that_exist(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["export", "from-lyon-to-paris", "--format", "shapefile", "--output", "-"])
    assert refused.value.code == 2
    said = capsys.readouterr().err
    assert "invalid choice: 'shapefile'" in said
    assert "annotations" in said
    assert "geojson" in said


def test_an_edition_that_cannot_be_loaded_is_not_exported(
    editions_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (editions_root / "from-lyon-to-paris" / "claims.toml").unlink()
    output = tmp_path / "out.json"
    command = ["export", "from-lyon-to-paris", "--format", "geojson", "--output", str(output)]
    assert main(command) == 1
    assert not output.exists()
    assert "claims.toml: The file is missing." in capsys.readouterr().err
