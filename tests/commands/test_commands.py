"""The command line checks and exports editions, and says what it cannot do."""

from __future__ import annotations

import json
import os
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
    assert capsys.readouterr().err == (
        f"{output}: It cannot be written: No such file or directory. "
        "Cure: Name another --output, or mend this one.\n"
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


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "geodata", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
        cwd=Path(__file__).parents[2],
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: command"),
        (["frobnicate"], "invalid choice: 'frobnicate'"),
        (["export"], "required: edition, --format, --output"),
        (["export", "x", "--format", "csv"], "required: --output"),
        (["export", "x", "--format", "csv", "--output", ""], "--output: name a file or folder"),
        (["publish", "x"], "required: --output"),
        (["publish", "x", "--output", ""], "--output: name a file or folder"),
        (["import", "x"], "required: --from"),
        (["import", "x", "--from", "y", "--format", "csv"], "invalid choice: 'csv'"),
        (["check", "--all"], "unrecognized arguments: --all"),
    ],
)
def test_a_command_that_is_not_understood_is_misuse(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert refused.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ([], ["check", "export", "publish", "import"]),
        (["check"], ["all editions when left out"]),
        (["export"], ["--format", "--output", "docs/formats.md", "- for standard output"]),
        (["publish"], ["files of the same names are replaced"]),
        (["import"], ["--from FILE", "--dry-run", "--remove", "--output FOLDER"]),
    ],
)
def test_help_says_what_each_command_takes(
    command: list[str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    assert [one for one in words if one not in said] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "nothing", "--format", "csv", "--output", "x.csv"],
        ["publish", "nothing", "--output", "x"],
        ["import", "nothing", "--from", "x"],
    ],
)
def test_every_command_names_the_editions_where_there_is_no_such_one(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert capsys.readouterr().err == (
        "'nothing': There is no such edition. Cure: Choose one of: from-lyon-to-paris.\n"
    )


def test_a_folder_of_editions_that_is_a_file_or_missing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for root in (tmp_path / "file", tmp_path / "nowhere"):
        found = run(
            "export", "x", "--format", "csv", "--output", "-", ARTICLE_ATLAS_EDITIONS=str(root)
        )
        assert (found.returncode, found.stdout) == (1, "")
        assert found.stderr == "'x': There is no such edition. Cure: Add an edition's folder.\n"


def test_a_terminal_that_lacks_our_signs_gets_others(editions_root: Path) -> None:
    claims = editions_root / "from-lyon-to-paris" / "claims.toml"
    text = claims.read_text("utf-8").replace('hedge = ["may"]', 'hedge = ["möge’s"]')
    claims.write_text(text, encoding="utf-8")
    found = run("check", PYTHONIOENCODING="ascii")
    assert found.returncode == 1
    assert "Traceback" not in found.stderr
    assert "The hedge 'm\\xf6ge\\u2019s' does not stand in its quotes." in found.stdout


def test_a_reader_that_leaves_early_is_no_crash() -> None:
    command = [sys.executable, "-m", "geodata", "export", "from-lyon-to-paris"]
    with subprocess.Popen(
        [*command, "--format", "html", "--output", "-"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(15) == b"<!doctype html>"
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() in (0, 1), "some systems do not tell that nobody reads"


@pytest.mark.parametrize("format", ["csv", "gpkg", "html"])
def test_nothing_but_the_export_goes_to_standard_output(format: str) -> None:
    found = subprocess.run(
        [
            *(sys.executable, "-m", "geodata", "export", "from-lyon-to-paris"),
            *("--format", format, "--output", "-"),
        ],
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
    )
    assert found.stdout[:1] == {"csv": b"a", "gpkg": b"S", "html": b"<", "kml": b"<"}.get(
        format, b"{"
    )


def test_an_export_replaces_a_file_and_leaves_it_where_it_fails(
    tmp_path: Path, editions_root: Path
) -> None:
    output = tmp_path / "out.csv"
    output.write_text("old", encoding="utf-8")
    command = ["export", "from-lyon-to-paris", "--format", "csv", "--output", str(output)]
    claims = editions_root / "from-lyon-to-paris" / "claims.toml"
    whole = claims.read_bytes()
    claims.write_bytes(whole[:-200])
    assert main(command) == 1
    assert output.read_text("utf-8") == "old"
    claims.write_bytes(whole)
    assert main(command) == 0
    assert output.read_text("utf-8").startswith("according_to,claim,")
