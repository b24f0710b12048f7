"""Imports go one way: pages, then their parts, then the core, which knows nothing of the UI."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STREAMLIT = {"streamlit", "streamlit_folium"}
FOLIUM = {"folium", "branca"}
OURS = {"app", "pages", "geodata", "tests"}


def imported(source: str, package: str) -> Iterator[str]:
    """Return the dotted names that a module of ``package`` imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            steps = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join(
                [*(steps if node.level else []), *([node.module] if node.module else [])]
            )
            yield from (f"{base}.{alias.name}" for alias in node.names)


def violations(path: str, source: str) -> list[str]:
    """Return the imports of one file that go the wrong way."""
    package = ".".join(Path(path).parent.parts)
    return [name for name in imported(source, package) if not _allowed(path, name)]


def _allowed(path: str, name: str) -> bool:
    top, layer = name.split(".")[0], path.split("/")[0]
    if layer == "geodata":
        if top in FOLIUM:
            return path == "geodata/reader/folium_map.py"
        return top not in STREAMLIT and (top == "geodata" or top not in OURS)
    if top in FOLIUM or top in {"app", "tests"}:
        return False
    return top != "pages" or name.startswith("pages.parts.")


def sources() -> list[Path]:
    """Return the Python files of the app and the core."""
    return [*ROOT.glob("*.py"), *ROOT.glob("pages/**/*.py"), *ROOT.glob("geodata/**/*.py")]


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    assert violations(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("path", "source", "wrong"),
    [
        ("geodata/model/edition.py", "import streamlit as st", ["streamlit"]),
        ("geodata/reader/page_data.py", "def f():\n    from streamlit import x", ["streamlit.x"]),
        ("geodata/reader/folium_map.py", "import streamlit_folium", ["streamlit_folium"]),
        ("geodata/reader/page_data.py", "from folium import Map", ["folium.Map"]),
        ("geodata/reader/page_data.py", "import branca.element", ["branca.element"]),
        ("geodata/storage/load.py", "from pages.parts import shell", ["pages.parts.shell"]),
        ("geodata/export/html.py", "from ...pages import places", ["pages.places"]),
        ("geodata/storage/load.py", "import tests.invented", ["tests.invented"]),
        ("pages/claims.py", "from pages.places import table", ["pages.places.table"]),
        ("pages/parts/shell.py", "from pages import claims", ["pages.claims"]),
        ("pages/parts/shell.py", "import app", ["app"]),
        ("pages/places.py", "import folium", ["folium"]),
        ("app.py", "import pages.about", ["pages.about"]),
    ],
)
def test_an_import_that_goes_the_wrong_way_is_seen(
    path: str, source: str, wrong: list[str]
) -> None:
    assert violations(path, source) == wrong


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("geodata/reader/folium_map.py", "import folium\nfrom branca.element import MacroElement"),
        (
            "geodata/export/geojson.py",
            "from geodata.model.edition import Edition\nfrom . import common",
        ),
        ("pages/places.py", "import streamlit\nfrom pages.parts.shell import shell"),
        ("pages/parts/map.py", "import streamlit_folium\nfrom geodata import foliummap"),
        ("app.py", "from pages.parts import shell\nimport geodata.storage.load"),
    ],
)
def test_an_import_that_goes_the_right_way_is_allowed(path: str, source: str) -> None:
    assert violations(path, source) == []
