"""Fixtures of the export tests: the first edition, whole and in excerpts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from geodata.edition import Edition
from geodata.load import load_edition

FIRST = Path(__file__).parents[2] / "geodata" / "editions" / "taliban-is-k"


@pytest.fixture(scope="session")
def first() -> Edition:
    """Return the first edition."""
    return load_edition(FIRST)


@pytest.fixture(scope="session")
def first_excerpts(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Return the first edition as one that publishes excerpts only."""
    folder = Path(shutil.copytree(FIRST, tmp_path_factory.mktemp("editions") / FIRST.name))
    facts = folder / "edition.toml"
    text = facts.read_text("utf-8")
    assert text.count('publish = "full"') == 1
    facts.write_text(text.replace('publish = "full"', 'publish = "excerpts"'), "utf-8")
    return load_edition(folder)
