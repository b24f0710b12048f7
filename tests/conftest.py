"""Fixtures that tests of every kind share: the invented edition, as files and loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.edition import Edition
from geodata.load import load_edition
from tests.invented import write_edition


@pytest.fixture
def invented_folder(tmp_path: Path) -> Path:
    """Write the invented edition and return its folder, which a test may change."""
    return write_edition(tmp_path / "editions")


@pytest.fixture
def invented(invented_folder: Path) -> Edition:
    """Return the invented edition, which publishes its whole text."""
    return load_edition(invented_folder)


@pytest.fixture
def excerpts(tmp_path: Path) -> Edition:
    """Return the invented edition as one that publishes excerpts only."""
    return load_edition(write_edition(tmp_path / "excerpts", publish="excerpts"))


@pytest.fixture
def editions_root(invented_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder that holds the invented edition alone the folder of the editions."""
    monkeypatch.setenv("ARTICLE_ATLAS_EDITIONS", str(invented_folder.parent))
    return invented_folder.parent
