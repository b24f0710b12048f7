"""The committed file is unpacked once, whole, by however many processes, and never a wrong one."""

from __future__ import annotations

import hashlib
import lzma
import subprocess
import sys
from pathlib import Path

import pytest

from geodata.gazetteer.errors import MissingGazetteerError
from geodata.gazetteer.schema import DIGEST, PACKED
from geodata.gazetteer.unpacking import CACHE_VARIABLE, cache_folder, unpacked

DATA = b"the gazetteer" * 1000


@pytest.fixture
def committed(tmp_path: Path) -> tuple[Path, Path]:
    """Write a small packed file and its digest."""
    packed, digest = tmp_path / "gazetteer.sqlite.xz", tmp_path / "gazetteer.sha256"
    packed.write_bytes(lzma.compress(DATA))
    digest.write_text(f"{hashlib.sha256(DATA).hexdigest()} {len(DATA)}\n", "ascii")
    return packed, digest


def test_it_is_unpacked_once(committed: tuple[Path, Path], tmp_path: Path) -> None:
    first = unpacked(*committed, tmp_path / "cache")
    made = first.stat().st_mtime_ns
    committed[0].unlink()
    assert unpacked(*committed, tmp_path / "cache") == first
    assert (first.read_bytes(), first.stat().st_mtime_ns) == (DATA, made)
    assert [one.name for one in (tmp_path / "cache").iterdir()] == [first.name]


def test_a_part_of_a_file_is_unpacked_again(committed: tuple[Path, Path], tmp_path: Path) -> None:
    path = unpacked(*committed, tmp_path / "cache")
    path.write_bytes(DATA[:10])
    assert unpacked(*committed, tmp_path / "cache").read_bytes() == DATA


def test_a_missing_file_is_an_error_with_a_cure(
    committed: tuple[Path, Path], tmp_path: Path
) -> None:
    committed[0].unlink()
    with pytest.raises(MissingGazetteerError, match=r"is not there\. Cure: .*make geodata"):
        unpacked(*committed, tmp_path / "cache")
    committed[1].unlink()
    with pytest.raises(MissingGazetteerError, match="Cure"):
        unpacked(*committed, tmp_path / "cache")


@pytest.mark.parametrize("data", [lzma.compress(b"another"), b"no xz", lzma.compress(DATA)[:-40]])
def test_a_wrong_file_is_refused_and_not_kept(
    committed: tuple[Path, Path], tmp_path: Path, data: bytes
) -> None:
    committed[0].write_bytes(data)
    with pytest.raises(MissingGazetteerError, match="Cure"):
        unpacked(*committed, tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_two_processes_at_once_both_get_the_whole_file(
    committed: tuple[Path, Path], tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from geodata.gazetteer.unpacking import unpacked;"
        "print(len(unpacked(*map(Path, sys.argv[1:])).read_bytes()))"
    )
    command = [sys.executable, "-c", code, *map(str, committed), str(tmp_path / "cache")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [one.communicate()[0] for one in both] == [f"{len(DATA)}\n"] * 2


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv(CACHE_VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "article-atlas"


def test_the_committed_file_is_small_and_what_the_digest_says() -> None:
    assert PACKED.stat().st_size < 25_000_000
    wanted, size = DIGEST.read_text("ascii").split()
    data = lzma.decompress(PACKED.read_bytes())
    assert (hashlib.sha256(data).hexdigest(), len(data)) == (wanted, int(size))
