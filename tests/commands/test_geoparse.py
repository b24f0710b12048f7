"""`geoparse` as people call it: a text or many, every format, and a word for whatever is wrong."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.commands import geoparse
from geodata.commands.geoparse_table import cells, table
from geodata.geoparse.geoparser import open_geoparser
from tests.archive.texts import line, some
from tests.geoparse.double import MODEL, Double, open_double

TEXT = "Anna was in Paris in 1999.\r\nThe French left Kashmir and Xyzzy."


@pytest.fixture(autouse=True)
def double(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the double stand for the geoparser."""
    monkeypatch.setattr(geoparse, "opener", lambda own="": open_double)


@pytest.fixture
def text(tmp_path: Path) -> str:
    """Return the name of a file that holds the text."""
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


def test_the_command_opens_the_geoparser_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert geoparse.opener() is open_geoparser


def test_a_text_gives_a_table(
    text: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["geoparse", text, "--home", "Lyon"]) == 0
    assert capsys.readouterr().out == (
        "4 mentions of places, 3 with a place; language: en.\n"
        "Proposed by a machine: nobody has yet compared this with the text.\n"
        "At home in Lyon.\n"
        "\n"
        "as written  kind       place    in  id                confidence\n"
        "Paris       name       Paris    FR  geonames:2988507  high 0.91\n"
        "    “Paris” is the best known of this name.\n"
        "French      adjective  France   FR  geonames:3017382  high 0.95\n"
        "    “French” is the best known of this name.\n"
        "Kashmir     name       Kashmir      atlas:kashmir     medium 0.70\n"
        "    “Kashmir” is the best known of this name. Disputed: Divided among India,\n"
        "    Pakistan and China.\n"
        "Xyzzy       name       –                              –\n"
        "    No place has this name. The gazetteer seems to lack the place that is meant.\n"
    )


def test_a_text_without_places_is_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("It rained.", "utf-8")
    assert main(["geoparse", str(tmp_path / "a.txt")]) == 0
    assert capsys.readouterr().out.startswith("0 mentions of places, 0 with a place")


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_row_of_the_table_is_wider_than_the_terminal(width: int) -> None:
    parse = Double(True).parse("Paris and Kashmir, " + "the French of Xyzzy " * 5)
    assert max(cells(line) for line in table(parse, width)) <= width


def test_signs_that_steer_a_terminal_are_not_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.geoparse import double

    name = "P\x1b[31m\n\u202e東京"
    monkeypatch.setitem(double.KNOWN, name, ())
    lines = table(Double(True).parse(f"In {name}."), 80)
    assert any("P·[31m ·東京" in line for line in lines)
    assert not any(sign in line for line in lines for sign in "\x1b\n\u202e")


@pytest.mark.parametrize("format", ["json", "geojson", "annotations"])
def test_a_text_gives_each_format(
    format: str, text: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["geoparse", text, "--format", format]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert {"json": "mentions", "geojson": "features", "annotations": "first"}[format] in found


def test_a_record_has_the_files_name_and_the_texts_own_positions(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["geoparse", text, "--format", "json", "--claim-text", "--date", "2026-11-28"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["id"] == "article.txt"
    assert found["remarks"] == ["Of 2026-11-28."]
    assert [TEXT[one["start"] : one["end"]] for one in found["mentions"]] == [
        *("Paris", "French", "Kashmir", "Xyzzy")
    ]
    assert found["claims"][0]["text"] == "Anna was in Paris in 1999"


def test_quotations_can_be_left_out(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["geoparse", text, "--format", "json", "--no-quotations"]) == 0
    assert json.loads(capsys.readouterr().out)["claims"] == []


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfParis\x00")))
    assert main(["geoparse", "-", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["id"], found["mentions"][0]["start"]) == ("standard-input", 0)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Par\xefs", "Line 1 holds the byte 0xEF, which is not UTF-8. Cure: Give a text, saved"),
        (b"\x89PNG\r\n", "Line 1 holds the byte 0x89, which is not UTF-8."),
        (b" \n\n", "It is empty. Cure: Give a text."),
        (b"x" * 1_000_001, "It has 1,000,001 code points; 1,000,000 are allowed. Cure: Cut it"),
        (b"x" * 4_000_001, "It has more than 4,000,000 bytes. Cure: Cut it into several texts."),
        (None, "It cannot be read: No such file or directory. Cure: Name another file"),
    ],
    ids=["latin-1", "picture", "empty", "long", "very long", "missing"],
)
def test_a_file_that_holds_no_text_says_why(
    data: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    if data is not None:
        path.write_bytes(data)
    assert main(["geoparse", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{path}: {said}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--date", "May"], "'May' is no date. Cure: Write it as 2026-11-28.\n"),
        (["--language", "English, of course"], "No language is written 'English, of course'."),
        (["--home", "x" * 201], "'home' has 201 code points; 200 are allowed."),
    ],
)
def test_what_is_told_of_a_text_must_be_what_it_says(
    arguments: list[str], said: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["geoparse", text, *arguments]) == 1
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name one FILE, or many texts by --jsonl IN --output OUT"),
        (["a.txt", "--jsonl", "b", "--output", "c"], "name one FILE, or many texts"),
        (["--jsonl", "b"], "--jsonl needs --output OUT"),
        (["a.txt", "--output", "c", "--workers", "2"], "--output, --workers: only with --jsonl IN"),
        (["--jsonl", "b", "--output", "c", "--format", "json"], "--format is for one FILE"),
        (
            ["--jsonl", "b", "--output", "c.parquet"],
            "name a folder for Parquet by --parquet FOLDER",
        ),
        (["--jsonl", "b", "--output", "c", "--workers", "0"], "give a number from 1 to 1,000"),
        (["--jsonl", "b", "--output", "c", "--workers", "two"], "give a number from 1 to 1,000"),
        (
            ["--jsonl", "b", "--output", "c", "--workers", "2", "--scheduler", "tcp://d"],
            "name one of them",
        ),
    ],
    ids=range(9),
)
def test_arguments_that_do_not_go_together_are_misuse(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["geoparse", *arguments])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_without_the_model_the_command_stops_with_its_cure(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(MODEL, "none")
    assert main(["geoparse", text]) == 1
    assert capsys.readouterr() == ("", "The double has no model. Cure: Give it one.\n")


def many(folder: Path, data: bytes, *more: str) -> int:
    """Geoparse many texts."""
    (folder / "in.jsonl").write_bytes(data)
    source, goal = str(folder / "in.jsonl"), str(folder / "out.jsonl")
    return main(["geoparse", "--jsonl", source, "--output", goal, *more])


def test_bad_lines_are_told_by_number_and_do_not_stop_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = b"Paris\n" + line("a", "In Paris.") + line("a", "In Kashmir.") + line("b", "In Kashmir.")
    assert many(tmp_path, data) == 1
    assert capsys.readouterr() == (
        "",
        "line 1: It is not JSON: Expecting value: column 1 (char 0). Cure: Mend the syntax there.\n"
        "line 3: The id 'a' stands in line 2 already. Cure: Give each line an id of its own.\n"
        f"{tmp_path}/out.jsonl: 2 records.\n"
        f"{tmp_path}/out.jsonl.bad: 2 bad lines, which have no record.\n",
    )
    bad = (tmp_path / "out.jsonl.bad").read_text("utf-8").splitlines()
    assert json.loads(bad[1]) == {
        "line": 3,
        "id": "a",
        "fault": "The id 'a' stands in line 2 already.",
        "cure": "Give each line an id of its own.",
    }


def test_many_good_lines_end_with_zero_also_a_second_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = line("a", "In Paris.", home="Lyon") + line("b", "In Kashmir.")
    assert many(tmp_path, data, "--home", "Tete", "--no-quotations") == 0
    found = [json.loads(one) for one in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [one["remarks"] for one in found] == [["At home in Lyon."], ["At home in Tete."]]
    assert found[0]["claims"] == []
    assert many(tmp_path, data, "--home", "Tete", "--no-quotations") == 0
    assert "Resumed after line 2, with 2 records and 0 bad lines so far." in capsys.readouterr().err


def test_a_great_many_bad_lines_are_not_all_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert many(tmp_path, b"Paris\n" * 300) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[99].startswith("line 100: ")
    assert lines[100] == "Further bad lines are not told here; all stand in the file."
    assert len(lines) == 103
    assert (tmp_path / "out.jsonl.bad").read_bytes().count(b"\n") == 300


def test_another_input_under_the_same_name_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert many(tmp_path, line("a", "In Paris.")) == 0
    capsys.readouterr()
    assert many(tmp_path, line("b", "In Paris.")) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{tmp_path}/out.jsonl: It was begun with something else: input sha256")
    assert said.endswith("name another --output, or remove out.jsonl.journal to begin anew.\n")


@pytest.mark.parametrize("where", ["no/out.jsonl", "folder"])
def test_an_output_that_cannot_be_written_says_why(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "in.jsonl").write_bytes(line("a", "In Paris."))
    goal = str(tmp_path / where)
    assert main(["geoparse", "--jsonl", str(tmp_path / "in.jsonl"), "--output", goal]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{tmp_path}/")
    assert said.rstrip().endswith("Cure: Mend that, and run again.")
    assert said.count("\n") == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_is_told_and_gone_on_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        (tmp_path / "in.jsonl").write_bytes(some(300))
        command = ["geoparse", "--jsonl", str(tmp_path / "in.jsonl"), "--output"]
        assert main([*command, str(disk / "out.jsonl")]) == 1
        told = capsys.readouterr().err.splitlines()[-1]
        assert told == (
            f"{disk}/out.jsonl.part: No space left on device. Cure: Mend that, and run again."
        )
        subprocess.run(["mount", "-o", "remount,size=5m", str(disk)], check=True)
        assert main([*command, str(disk / "out.jsonl")]) == 1
        assert "Resumed after line " in capsys.readouterr().err
        assert main([*command, str(tmp_path / "out.jsonl")]) == 1
        assert (disk / "out.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()
    finally:
        subprocess.run(["umount", str(disk)], check=True)
