"""Fixtures of the page tests: the app run in this process, seen as what it sends to the browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
RUN_TIMEOUT_S = 60.0


class OpenPage(Protocol):
    """Open a page of the app."""

    def __call__(
        self, page: str = "app.py", *, editions: Path | None = None, **query: str
    ) -> AppTest:
        """Run ``app.py`` or ``pages/….py`` with the given query; ``editions`` is another folder."""


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenPage]:
    """Return a function that runs a page once, from a cold cache where the editions are others."""
    others = False

    def run(page: str = "app.py", *, editions: Path | None = None, **query: str) -> AppTest:
        nonlocal others
        if editions is not None:
            others = True
            monkeypatch.setenv("ARTICLE_ATLAS_EDITIONS", str(editions))
            _clear_caches()
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=RUN_TIMEOUT_S)
        for name, value in query.items():
            app.query_params[name] = value
        if page != "app.py":
            # A page run alone knows no other pages, so that its links to them would fail.
            app.switch_page(page)
        return app.run()

    yield run
    if others:
        _clear_caches()


def _clear_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()
