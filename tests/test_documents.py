"""What the documents for developers name is there: files, names in files, links, commands."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.repository import ROOT

DOCUMENTS = [
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{one.name}" for one in ROOT.glob("docs/*.md")),
]
BASES = [ROOT, ROOT / "static" / "atlas"]
"""Where a path begins: paths of browser code leave ``static/atlas/`` out."""
BESIDE = ["geodata/editions/taliban-is-k", "geodata/reader/templates", "docs/hosting"]
"""Where a file stands that is named without its folder."""
OF_ONE_SUBJECT = {
    "docs/first-edition.md": ["tests"],
    "docs/gazetteer.md": ["geodata/gazetteer/own"],
    "docs/geodata.md": ["geodata/basemap", "static/basemap", "static/atlas/map/basemap"],
}
"""Where the paths of a document on one subject begin, too."""
MADE = (".venv/", ".cache/", "node_modules/", "site/", "/")
"""What is made here and not kept, or stands on a server."""
INVENTED = {"edited.geojson", "claims.kml", "geodata/editions/snow-in-paris/"}
SUFFIXES = r"py|js|mjs|ts|css|html|toml|geojson|md|txt|json|conf|service|cfg|yaml"
A_PATH = re.compile(
    rf"(?:[\w.*-]+/)+(?:[\w.*-]+\.(?:{SUFFIXES}))?|[\w.-]+\.(?:{SUFFIXES})|Makefile"
)
NAMED = re.compile(r"`([^`\s]+)`\s+\(((?:`[^`]+`(?:,\s+)?)+)\)")
"""A path with names in brackets behind it: "`state/codec.js` (`toQuery`, `fromQuery`)"."""


def text(document: str) -> str:
    """Return a document without its blocks of code."""
    return re.sub(r"(?ms)^```.*?^```", "", (ROOT / document).read_text("utf-8"))


def paths(document: str) -> list[str]:
    """Return the paths of the repository that a document names."""
    found = {one for one in re.findall(r"`([^`\n]+)`", text(document)) if A_PATH.fullmatch(one)}
    return sorted(one for one in found - INVENTED if not one.startswith(MADE))


def resolved(path: str, document: str = "") -> list[Path]:
    """Return what a path of a document stands for."""
    more = OF_ONE_SUBJECT.get(document, []) + ([] if "/" in path else BESIDE)
    bases = BASES + [ROOT / one for one in more]
    return [one for base in bases for one in base.glob(path.rstrip("/"))]


def named(document: str) -> list[tuple[str, str]]:
    """Return the names that a document says to be in files, with the files."""
    return [
        (path, name)
        for path, names in NAMED.findall(text(document))
        if A_PATH.fullmatch(path)
        for name in re.findall(r"`([^`]+)`", names)
    ]


@cache
def names_in(path: Path) -> frozenset[str]:
    """Return what a Python module defines: functions, classes, constants and ``Class.member``."""
    return frozenset(_defined(ast.parse(path.read_text("utf-8")).body, ""))


def _defined(body: list[ast.stmt], above: str) -> list[str]:
    found = list[str]()
    for node in body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.append(above + name)
            case ast.ClassDef(name=name, body=inside):
                found += [above + name, *_defined(inside, f"{name}.")]
            case ast.Assign(targets=targets):
                found += [one.id for one in targets if isinstance(one, ast.Name)]
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.append(above + name)
    return found


def defines(path: Path, name: str) -> bool:
    """Tell whether a file defines a name; a style sheet or a template, whether it holds it."""
    if path.suffix == ".py":
        return name in names_in(path)
    code = path.read_text("utf-8")
    if path.suffix not in (".js", ".mjs", ".ts"):
        return name in code
    word = re.escape(name)
    return bool(re.search(rf"\b(?:function|const|let|interface|type) {word}\b", code))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_a_document_names_exists(document: str) -> None:
    assert [path for path in paths(document) if not resolved(path, document)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_in_brackets_behind_a_path_is_defined_there(document: str) -> None:
    missing = [
        f"{path} ({name})"
        for path, name in named(document)
        if not any(defines(one, name) for one in resolved(path) if one.is_file())
    ]
    assert missing == []


def anchors(document: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"(?m)^#+ (.+)$", document.read_text("utf-8"))
    return {re.sub(r"[^\w\s-]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_within_the_repository_leads_somewhere(document: str) -> None:
    dead = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text(document)):
        if link.startswith(("http://", "https://")):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / document).parent / path if path else ROOT / document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_of_make_exists(document: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"(?m)^([a-z-]+):", makefile))
    whole = (ROOT / document).read_text("utf-8")
    asked = {
        word
        for words in re.findall(r"(?m)(?:`|^)make((?: [a-z-]+)+)", whole)
        for word in words.split()
    }
    assert sorted(asked - targets) == []


def test_the_ways_to_change_something_and_the_journeys_name_files_and_names() -> None:
    assert len(named("CONTRIBUTING.md")) >= 30
    assert len(named("docs/architecture.md")) >= 50


@pytest.mark.parametrize(
    ("path", "name", "there"),
    [
        ("geodata/model/edition.py", "Edition.position", True),
        ("geodata/model/edition.py", "position", False),
        ("geodata/checking/edition_parts.py", "MOST_RECORDS", True),
        ("state/codec.js", "toQuery", True),
        ("state/codec.js", "toQuer", False),
        ("map/map.css", "--land", True),
    ],
)
def test_a_name_is_looked_up_in_its_file(path: str, name: str, there: bool) -> None:
    assert [defines(one, name) for one in resolved(path)] == [there]


def test_a_file_that_is_not_there_is_noticed() -> None:
    assert resolved("state/nothing.js") == []
    assert resolved("geodata/model/") == [ROOT / "geodata" / "model"]
