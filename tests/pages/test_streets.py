"""The host's own street map is served in ranges, whatever its size, and only where it is set."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.parts.streets import MOST_BYTES, STREETS_VARIABLE, streets_address, streets_file
from tests.pages.asking import ask
from tests.street_map import FAR, write_street_map

pytestmark = pytest.mark.usefixtures("forgotten", "editions_root")


@pytest.fixture
def streets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set a street map of more than 200 MB."""
    file = write_street_map(tmp_path / "streets.pmtiles", large=True)
    monkeypatch.setenv(STREETS_VARIABLE, str(file))
    return file


def asked(range: str, path: str = "/streets.pmtiles") -> tuple[int, bytes]:
    answer = ask(path, headers={"range": range})
    return answer.status, answer.body


def test_a_range_of_a_large_file_is_served(streets: Path) -> None:
    assert streets.stat().st_size > 200 * 2**20
    assert asked("bytes=0-6") == (206, b"PMTiles")
    with streets.open("rb") as file:
        file.seek(FAR)
        assert asked(f"bytes={FAR}-{FAR + 99}") == (206, file.read(100))


@pytest.mark.parametrize(
    "range", ["", "bytes=0-", "bytes=-5", f"bytes=0-{MOST_BYTES}", "bytes=0-1,4-5", "bytes=9-3"]
)
def test_more_than_one_short_range_is_refused(streets: Path, range: str) -> None:
    status, body = asked(range)
    assert status == 416
    assert b"at most" in body


@pytest.mark.parametrize("path", ["/elsewhere/streets.pmtiles", "/streets.pmtiles/x"])
def test_it_stands_at_one_address(streets: Path, path: str) -> None:
    assert asked("bytes=0-6", path)[1] != b"PMTiles"


def test_a_file_that_is_gone_since_the_start_stops_no_page(streets: Path) -> None:
    streets.unlink()
    assert streets_address() == "streets.pmtiles"
    assert asked("bytes=0-6")[0] == 404


def test_nothing_is_served_where_none_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(STREETS_VARIABLE, raising=False)
    assert streets_file() is None
    assert streets_address() == ""
    assert asked("bytes=0-6")[0] == 404


def test_a_file_that_is_none_or_no_street_map_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "streets.pmtiles"
    monkeypatch.setenv(STREETS_VARIABLE, str(file))
    with pytest.raises(ValueError, match="cannot be read: No such file or directory"):
        streets_file()
    file.write_bytes(b"PMTiles\x02 of an older version")
    with pytest.raises(ValueError, match="no file in the format PMTiles, version 3"):
        streets_file()
