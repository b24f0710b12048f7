"""The document for editors names every file, field and value, and its examples hold no other."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from geodata.basemap.place_recipes import Recipe
from geodata.model.article import Article, Block, Change, Note
from geodata.model.claims import Claim
from geodata.model.dates import Dating, Written
from geodata.model.mentions import Candidate, Mention, PlaceRef
from geodata.model.places import Excluded, Place
from geodata.model.routes import Leg, Route
from geodata.model.themes import Speaker, Theme
from geodata.storage.check import check_edition
from tests.repository import ROOT
from tests.wording.test_vocabulary import table

DOCUMENT = (ROOT / "docs" / "editing.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"(?ms)^## ([^\n]+)\n(.*?)(?=^## |\Z)", DOCUMENT))
MODELS: dict[str, tuple[type[BaseModel], ...]] = {
    "edition.toml": (Article, Written, Block, Note, Change),
    "places.geojson": (Place, Excluded),
    "mentions.toml": (Mention, PlaceRef, Candidate),
    "claims.toml": (Claim, Dating),
    "speakers.toml": (Speaker,),
    "themes.toml": (Theme,),
    "route.toml": (Route, Leg),
    "geometry.toml": get_args(Recipe),
}
NOT_IN_THE_FILES = {"text", "blocks"}
"""Of the article: what ``article.txt`` and the blocks make."""


def keys(model: type[BaseModel]) -> set[str]:
    """Return the keys of a model as they stand in the files."""
    return {str(field.validation_alias or name) for name, field in model.model_fields.items()}


def prose(file: str) -> str:
    """Return what a section says outside its examples."""
    return re.sub(r"(?ms)^```.*?^```", "", SECTIONS[file])


@pytest.mark.parametrize("file", sorted(MODELS))
def test_every_field_of_the_models_is_named_where_its_file_is_explained(file: str) -> None:
    wanted = {key for model in MODELS[file] for key in keys(model)}
    if file == "edition.toml":
        wanted = wanted - NOT_IN_THE_FILES | {"format", "code_points", "block", "note", "change"}
    words = set(re.findall(r"[`\"]([a-z0-9_]+)[`\"]", prose(file)))
    assert sorted(wanted - words - {"[" + "]"}) == []


def test_every_word_of_the_vocabulary_is_explained() -> None:
    values = {value for row in table().values() for value in row}
    assert sorted(value for value in values if f"`{value}`" not in DOCUMENT) == []


def test_every_file_of_an_edition_is_listed() -> None:
    listed = re.findall(r"(?m)^\| `([a-z.]+)` \|", DOCUMENT.split("\n## ")[0])
    assert listed == [
        *("article.txt", "edition.toml", "places.geojson", "mentions.toml", "claims.toml"),
        *("speakers.toml", "themes.toml", "route.toml", "geometry.toml"),
    ]
    assert set(listed) == {"article.txt", *MODELS}


@pytest.mark.parametrize("file", sorted(set(MODELS) - {"places.geojson"}))
def test_an_example_has_only_keys_that_exist(file: str) -> None:
    (example,) = re.findall(r"(?ms)^```toml\n(.*?)^```", SECTIONS[file])
    given = tomllib.loads(example)
    known = {key for model in MODELS[file] for key in keys(model)}
    known |= {"format", "code_points", "block", "note", "change"}
    records = [given] if file == "edition.toml" else [one for (one,) in given.values()]
    assert records
    assert sorted({key for record in records for key in record} - known) == []


@pytest.fixture
def smallest(tmp_path: Path) -> Path:
    """Return the folder of the smallest edition, as the document gives it."""
    folder = tmp_path / "snow-in-paris"
    folder.mkdir()
    files = re.findall(r"(?ms)^`([a-z.]+)`:\n\n```\w+\n(.*?)^```", SECTIONS["Begin an edition"])
    assert [name for name, _ in files] == [
        *("article.txt", "edition.toml", "mentions.toml", "places.geojson"),
    ]
    for name, content in files:
        (folder / name).write_text(content, "utf-8")
    return folder


def test_the_smallest_edition_of_the_document_has_no_fault_and_no_warning(smallest: Path) -> None:
    report = check_edition(smallest)
    assert report.is_sound
    assert [str(warning) for warning in report.warnings] == []


def test_the_command_of_the_document_prints_what_blocks_need(smallest: Path) -> None:
    (line,) = re.findall(r"(?m)^ +\.venv/bin/python (-c .*)$", SECTIONS["Begin an edition"])
    *arguments, article = shlex.split(line)
    assert article == "geodata/editions/EDITION/article.txt"
    done = subprocess.run(
        [sys.executable, *arguments, str(smallest / "article.txt")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "45",
        "0 13 Snow in Paris",
        "15 44 Snow fell in Paris on Monday.",
    ]
