"""Vendored files are byte by byte those of their packages, and their packages are named."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.repository import ROOT
from tests.vendored import MODULES, PACKAGES, digest, originals, recorded, vendored

FROM_PACKAGES = [path for path in vendored() if any(path.is_relative_to(one) for one in PACKAGES)]


def test_every_vendored_file_is_as_it_came() -> None:
    assert {path.as_posix(): digest(path) for path in vendored()} == recorded()


@pytest.mark.skipif(not MODULES.is_dir(), reason="no npm package is installed")
@pytest.mark.parametrize("path", FROM_PACKAGES, ids=str)
def test_a_vendored_file_is_that_of_the_installed_package(path: Path) -> None:
    assert (ROOT / path).read_bytes() in [one.read_bytes() for one in originals(path)]


def test_what_the_app_serves_to_browsers_comes_from_a_package_of_the_lock_file() -> None:
    served = [path for path in vendored() if path.is_relative_to("static/vendor")]
    assert [path for path in served if path not in FROM_PACKAGES] == []
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    assert set(PACKAGES.values()) <= wanted.keys()


@pytest.mark.parametrize("folder", list(PACKAGES))
def test_the_list_beside_them_names_the_version_that_is_installed(folder: str) -> None:
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    text = (ROOT / folder).parent.joinpath("README.md").read_text("utf-8")
    row = re.search(rf"^\| `{Path(folder).name}/` .*$", text, re.MULTILINE)
    assert row
    assert f"| {wanted[PACKAGES[folder]]} |" in row.group()
    assert f"`{PACKAGES[folder]}`" in row.group()


def test_a_changed_byte_would_be_found(tmp_path: Path) -> None:
    original = ROOT / "static" / "vendor" / "leaflet" / "leaflet.css"
    changed = tmp_path / "leaflet.css"
    changed.write_bytes(original.read_bytes().replace(b"left", b"Left", 1))
    assert digest(changed) not in recorded().values()
