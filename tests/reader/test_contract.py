"""The contract with the browser: declared once, followed by both sides, read to its last key."""

from __future__ import annotations

import inspect
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from geodata.model.edition import Edition
from geodata.reader import contract
from geodata.reader.addresses import PAGES
from geodata.reader.map_data import map_config
from geodata.reader.page_data import reader_view
from geodata.storage.load import load_edition
from tests.contract_reading import MODULES, Contract
from tests.contract_types import FILE, PAGES_FILE, declarations, keys, pages
from tests.invented import write_bare_edition, write_lined_edition
from tests.repository import ROOT

ATLAS = ROOT / "static" / "atlas"
TEMPLATES = ROOT / "geodata" / "reader" / "templates"
BY_GROUP = {"form", "source", "mode"}
"""Fields of a claim that the browser reads by the id of a group of kinds: ``c[group.id]``.
(The fields of `Padding` are Leaflet's: it takes them whole.)"""


@cache
def code() -> str:
    """Return all browser code of ours, without what is derived from it."""
    files = (path for path in ATLAS.rglob("*.js") if "dist" not in path.parts)
    return "\n".join(path.read_text("utf-8") for path in files)


@cache
def templates() -> str:
    return "\n".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.html"))


def is_read(key: str, text: str) -> bool:
    """Tell whether a key is asked for (``place.key``) or taken out (``{ key, … }``)."""
    return bool(re.search(rf"\.{key}\b|[{{,]\s*{key}\s*(?:[,}}:]|= )", text))


# -- the browser's side ---------------------------------------------------------------------------


def test_the_browsers_declarations_are_those_of_the_contract() -> None:
    assert FILE.read_text("utf-8") == declarations(), "run: make contract"


def test_the_browsers_list_of_pages_is_that_of_the_addresses() -> None:
    assert PAGES_FILE.read_text("utf-8") == pages(), "run: make contract"
    assert sorted(page.file for page in PAGES) == sorted(
        ["app.py", *(f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py"))]
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("placeClass: str", "kind: str"),
        ("earliest: str | None", "earliest: str"),
        ("mention: NotRequired[str]", "mention: str"),
        ("bbox: Box", "bbox: Position"),
        ("class PageLeg(Leg):", "class PageLeg(TypedDict):"),
    ],
)
def test_a_contract_that_has_drifted_gives_other_declarations(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    sources = [inspect.getsource(module) for module in MODULES]
    assert "".join(sources).count(old) == 1
    drifted = [ModuleType(module.__name__) for module in MODULES]
    changed = {
        module.__name__: source.replace(old, new)
        for module, source in zip(drifted, sources, strict=True)
    }
    for module in drifted:
        exec(compile(changed[module.__name__], "drifted", "exec", dont_inherit=True), vars(module))
    monkeypatch.setattr("inspect.getsource", lambda module: changed[module.__name__])
    assert declarations(Contract(drifted)) != FILE.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "key"), [(name, key) for name, found in keys().items() for key in found]
)
def test_every_key_that_is_sent_is_read(name: str, key: str) -> None:
    assert "c[group.id]" in code()
    assert "...padding" in code()
    assert name == "Padding" or key in BY_GROUP or is_read(key, code()) or is_read(key, templates())


def test_a_key_that_nobody_reads_would_be_found() -> None:
    assert not is_read("areaRank", code() + templates())


def test_keys_have_one_spelling() -> None:
    spelled = {key for found in keys().values() for key in found}
    assert {key for key in spelled if not re.fullmatch(r"[a-z]+(?:[A-Z][a-z]*)*", key)} == set()


# -- Python's side --------------------------------------------------------------------------------


def names(value: Any) -> set[str]:
    """Return the names of all fields in a value of JSON."""
    if isinstance(value, list):
        return {name for item in value for name in names(item)}
    if not isinstance(value, dict):
        return set()
    inside = {name for key, item in value.items() if key != "names" for name in names(item)}
    return inside | set(value)


def test_an_edition_gives_every_field_of_the_contract_and_no_other(
    noted: Edition, first: Edition, tmp_path: Path
) -> None:
    bare = load_edition(write_bare_edition(tmp_path / "bare"))
    lined = load_edition(write_lined_edition(tmp_path / "lined"))
    known = {key for own in keys().values() for key in own}
    drawn, signed = (
        {key: value for key, value in map_config(one).items() if key != "features"}
        for one in (first, lined)
    )
    assert str(signed.pop("signs")).startswith("{'border': 'M")
    assert set(reader_view(first)) == set(contract.PageData.__annotations__)
    of_the_host = {"assets", "streets"}
    assert {*drawn, *of_the_host} == {*contract.MapData.__annotations__} - {"signs"}
    given = names([*map(reader_view, (bare, noted, first, lined)), drawn, signed])
    assert given | of_the_host | {"signs"} == known
