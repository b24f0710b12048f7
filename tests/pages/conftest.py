"""Fixtures of the app's door: nothing loaded before, several editions of which one is broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from pages.parts import first
from tests.invented import write_edition


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forget what other tests have loaded, before and after."""
    monkeypatch.delenv("ARTICLE_ATLAS_ADDRESS", raising=False)
    monkeypatch.setattr(first, "PATIENCE_S", 60)  # whatever else this machine does
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def several(editions_root: Path) -> Path:
    write_edition(editions_root, "again", publish="excerpts")
    broken = write_edition(editions_root, "broken")
    (broken / "claims.toml").write_text("[[claim\n")
    return editions_root
