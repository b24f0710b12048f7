"""Fixtures of the map's tests: a page with nothing but the map, long open or fresh."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.map.known import EDITION
from tests.browser.map.plain import serve_plain
from tests.browser.map_page import MapPage, OpenMap
from tests.browser.recorder import Recorder
from tests.browser.server import ROOT, Server, serve


@pytest.fixture(scope="package")
def double(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("double")
    script = Path(shutil.copy(ROOT / "tests" / "browser" / "map_double.py", folder))
    (folder / "static").symlink_to(ROOT / "static")
    env = {"MAP_DOUBLE_EDITION": str(EDITION)}
    with serve(script, env=env, options=("--server.enableStaticServing=true",)) as running:
        yield running


@pytest.fixture(scope="package")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the map without Streamlit, which opens in a moment."""
    with serve_plain(tmp_path_factory.mktemp("plain")) as address:
        yield address


@pytest.fixture(scope="package")
def long_open(browser: Browser, double: Server) -> Iterator[tuple[MapPage, Recorder]]:
    """Return a map that many tests use in turn, and what it does that it must not."""
    context = browser.new_context(viewport={"width": 1000, "height": 800}, color_scheme="light")
    recorder = Recorder()
    recorder.watch(context)
    atlas = MapPage(context.new_page()).open(double.url)
    atlas.wait_basemap()
    atlas.first_badges()
    yield atlas, recorder
    context.close()


@pytest.fixture
def atlas(long_open: tuple[MapPage, Recorder]) -> Iterator[MapPage]:
    """Return the long open map as it was at first; what it must not do is told at the end."""
    page, recorder = long_open
    yield page.reset()
    faults = recorder.faults()
    recorder.errors.clear()
    recorder.outside.clear()
    assert not faults, "\n".join(faults)


@pytest.fixture
def open_map(
    request: pytest.FixtureRequest, browser: Browser, recorder: Recorder
) -> Iterator[OpenMap]:
    """Return a function that opens the map in a fresh context; options go to Playwright.

    ``refuse`` is a pattern of addresses that are not answered; ``streamlit`` opens it in
    streamlit-folium's frame instead of a plain one, where the way of loading matters; ``greet``
    is whether the page paints at once, as every page does; ``init`` is a script that runs first.
    """
    contexts: list[BrowserContext] = []

    def open_one(
        path: str = "/",
        *,
        refuse: str = "",
        until: str = "ready",
        streamlit: bool = False,
        greet: bool = True,
        init: str = "",
        **options: Any,
    ) -> MapPage:
        address: str = (
            request.getfixturevalue("double").url if streamlit else request.getfixturevalue("plain")
        )
        options.setdefault("viewport", {"width": 1000, "height": 800})
        context = browser.new_context(**options)
        contexts.append(context)
        recorder.watch(context)
        if init:
            context.add_init_script(init)
        if refuse:
            context.route(refuse, lambda route: route.abort())
        atlas = MapPage(context.new_page()).open(address + path, until)
        return atlas.greet() if greet and until == "ready" else atlas

    yield open_one
    for context in contexts:
        context.close()
