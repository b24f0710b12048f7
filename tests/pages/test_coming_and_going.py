"""Editions that come, change and go while the app runs are seen without a restart."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pages.parts.shell import whole_edition
from tests.invented import ID, write_edition
from tests.pages.asking import ask

pytestmark = pytest.mark.usefixtures("forgotten")

PATIENCE_S = 30.0


def soon(seen: Callable[[], bool]) -> None:
    """Wait until something is seen."""
    end = time.monotonic() + PATIENCE_S
    while not seen():
        assert time.monotonic() < end, "not seen"
        time.sleep(0.05)


def test_an_edition_that_is_added_can_be_read_and_chosen(editions_root: Path) -> None:
    assert "Choose one to read" not in ask().text
    write_edition(editions_root, "another")
    soon(lambda: 'href="./?edition=another"' in ask().text)
    assert "the road" in ask("/", "edition=another").text


def test_a_corrected_edition_is_shown_as_it_is_now(editions_root: Path) -> None:
    assert "From Lyon to Paris" in ask().text
    file = editions_root / ID / "edition.toml"
    file.write_text(file.read_text("utf-8").replace("From Lyon to Paris", "Another headline"))
    soon(lambda: ">Another headline</h1>" in ask().text)
    assert ">From Lyon to Paris</h1>" not in ask().text
    edition = whole_edition(ID)
    assert edition
    assert edition.article.title == "Another headline"


def test_an_edition_that_is_taken_away_is_told_as_unknown(several: Path) -> None:
    assert "the road" in ask("/", f"edition={ID}").text
    shutil.rmtree(several / ID)
    soon(lambda: "asks for an unknown edition" in ask("/", f"edition={ID}").text)
    assert "the road" not in ask("/", f"edition={ID}").text


def test_an_edition_is_read_once_as_long_as_its_files_are_the_same(editions_root: Path) -> None:
    assert whole_edition(ID) is whole_edition(ID)
