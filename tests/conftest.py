"""Fixtures that tests of every kind share: the first edition and the invented one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from geodata.model.edition import Edition
from geodata.storage.load import load_edition
from tests.invented import write_edition

# No deadline: the first example of a test imports libraries.
settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")

FIRST = Path(__file__).parents[1] / "geodata" / "editions" / "taliban-is-k"


@pytest.fixture
def invented_folder(tmp_path: Path) -> Path:
    """Write the invented edition and return its folder, which a test may change."""
    return write_edition(tmp_path / "editions")


@pytest.fixture
def invented(invented_folder: Path) -> Edition:
    """Return the invented edition, which publishes its whole text."""
    return load_edition(invented_folder)


@pytest.fixture
def noted_folder(invented_folder: Path) -> Path:
    """Let a claim and the route of the invented edition name its editors' note."""
    for file, old, new in (
        (
            "claims.toml",
            'limitation = "The newspaper is not named."',
            'limitation = "The newspaper is not named (see the editors’ note)."',
        ),
        ("route.toml", 'note = "schematic, not a path"', 'note = "schematic, not a path"'),
    ):
        path = invented_folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, f'{new}\nnotes = ["carters"]'), "utf-8")
    return invented_folder


@pytest.fixture
def noted(noted_folder: Path) -> Edition:
    """Return the invented edition in which a claim and the route name a note."""
    return load_edition(noted_folder)


@pytest.fixture
def excerpts(tmp_path: Path) -> Edition:
    """Return the invented edition as one that publishes excerpts only."""
    return load_edition(write_edition(tmp_path / "excerpts", publish="excerpts"))


@pytest.fixture
def editions_root(invented_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder that holds the invented edition alone the folder of the editions."""
    monkeypatch.setenv("ARTICLE_ATLAS_EDITIONS", str(invented_folder.parent))
    return invented_folder.parent


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
