"""Imports go one way, room to room: the contracts in pyproject.toml hold, and can be broken."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.rooms_picture import DOCUMENT, drawn

ROOT = Path(__file__).parents[1]
WRONG = {
    "rooms": ("geodata/model/edition.py", "import geodata.storage.load"),
    "basemap": ("geodata/basemap/layers.py", "import geodata.model.places"),
    "streamlit": ("geodata/reader/markup.py", "def f():\n    from streamlit import html"),
    "folium": ("geodata/publish/site.py", "from branca.element import Element"),
    "dask": ("geodata/archive/run.py", "import distributed"),
    "circles": ("geodata/model/base.py", "import geodata.model.quotes"),
    "pages": ("pages/parts/shell.py", "from pages import claims"),
}
"""For each contract, a line that breaks it and the file that it is put into."""


def contracts() -> dict[str, str]:
    """Return the names of the contracts by their ids."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {one["id"]: one["name"] for one in settings["tool"]["importlinter"]["contracts"]}


def verdicts(folder: Path) -> dict[str, str]:
    """Return what import-linter says of each contract in a folder: KEPT or BROKEN."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    return {
        id: line.removeprefix(name).split()[0]
        for id, name in contracts().items()
        for line in lines
        if line.startswith(name + " ")
    }


def test_every_contract_holds() -> None:
    assert verdicts(ROOT) == dict.fromkeys(contracts(), "KEPT")


def test_every_contract_can_be_broken(tmp_path: Path) -> None:
    for tree in ("geodata", "pages"):
        skipped = shutil.ignore_patterns("__pycache__", "editions", "templates")
        shutil.copytree(ROOT / tree, tmp_path / tree, ignore=skipped)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path, line in WRONG.values():
        file = tmp_path / path
        file.write_text(f"{file.read_text('utf-8')}\n{line}\n", "utf-8")
    assert verdicts(tmp_path) == dict.fromkeys(contracts(), "BROKEN")
    assert WRONG.keys() == contracts().keys()


def test_no_module_stands_outside_the_rooms() -> None:
    assert sorted(file.name for file in (ROOT / "geodata").glob("*.py")) == [
        "__init__.py",
        "__main__.py",
    ]


def imported(path: Path) -> set[str]:
    """Return the top names that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize("tree", ["geodata", "pages"])
def test_the_app_imports_no_test_and_no_front_page(tree: str) -> None:
    files = [ROOT / "app.py", *(ROOT / tree).rglob("*.py")]
    assert not {name for file in files for name in imported(file) & {"app", "tests"}}


def test_the_picture_of_the_rooms_is_that_of_the_imports() -> None:
    document = DOCUMENT.read_text("utf-8")
    assert document == drawn(document), "run: make rooms"
