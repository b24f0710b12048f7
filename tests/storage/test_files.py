"""Files are read within bounds, and whatever is wrong with one is said, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage import files


def test_a_text_is_read_as_it_is_stored(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes("\ufeffa\r\nb\u00a0🐎".encode())
    assert files.read_text(tmp_path, "article.txt") == ("a\r\nb\u00a0🐎", [])


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.txt", b"one\ntw\xff", "a.txt: Line 2 holds the byte 0xFF, which is not UTF-8."),
        ("a.toml", b"a = 1\nb =", "a.toml: It is not TOML: Invalid value (at end of document)."),
        (
            "a.toml",
            b"a = 1\na = 2\n",
            "a.toml: It is not TOML: Cannot overwrite a value (at line 2",
        ),
        ("a.toml", b"a = " + b"[" * 5_000, "a.toml: It is nested too deeply."),
        ("a.toml", b"a = " + b"9" * 5_000, "a.toml: It is not TOML: Exceeds the limit"),
        ("a.geojson", b'{\n"a": }', "a.geojson: It is not JSON: Expecting value: line 2 column 6"),
        ("a.geojson", b'{"a": NaN}', "a.geojson: It is not JSON: NaN is not a number."),
        ("a.geojson", b'{"a": 1, "a": 2}', "a.geojson: It is not JSON: the key 'a' stands twice"),
        ("a.geojson", b"[" * 200_000, "a.geojson: It is nested too deeply."),
        ("a.geojson", b"9" * 5_000, "a.geojson: It is not JSON: Exceeds the limit"),
        ("a.geojson", b"", "a.geojson: It is not JSON: Expecting value: line 1 column 1"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, content: bytes, fault: str) -> None:
    (tmp_path / name).write_bytes(content)
    read = {".txt": files.read_text, ".toml": files.read_toml, ".geojson": files.read_json}
    value, faults = read[Path(name).suffix](tmp_path, name)
    assert value is None
    assert len(faults) == 1
    assert str(faults[0]).startswith(fault)


def test_a_file_beyond_the_limit_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(files.LARGEST_FILE, ".txt", 1_000)
    (tmp_path / "article.txt").write_bytes(b"a" * 1_001)
    assert [str(fault) for fault in files.read_text(tmp_path, "article.txt")[1]] == [
        "article.txt: The file has 1,001 bytes; 1,000 are allowed. Cure: Make it smaller."
    ]


def test_a_folder_in_place_of_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "article.txt").mkdir()
    assert [str(fault) for fault in files.read_text(tmp_path, "article.txt")[1]] == [
        "article.txt: It is not a file. Cure: Put the file itself here."
    ]


def test_a_link_that_leads_to_itself_is_said(tmp_path: Path) -> None:
    (tmp_path / "article.txt").symlink_to("article.txt")
    (fault,) = files.read_text(tmp_path, "article.txt")[1]
    assert fault.fault == "The file cannot be read: Too many levels of symbolic links."
