"""Fixtures of the browser tests: the running app, a browser that stays at home, its pages."""

import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from tests.browser.atlas_page import WAIT_MS, AtlasPage
from tests.browser.chromium import launch
from tests.browser.recorder import Recorder
from tests.browser.server import RESULTS, Server, serve
from tests.browser.shared import SharedReader
from tests.browser.twin import open_file, site

__all__ = ["open_file", "site"]

Device = Literal["desktop", "phone"]
Scheme = Literal["light", "dark"]

FAILED = pytest.StashKey[bool]()


class Visit(Protocol):
    """Open a page of the app in a fresh browser context."""

    def __call__(
        self,
        path: str = "/",
        *,
        device: Device = "desktop",
        scheme: Scheme = "light",
        server: Server | None = None,
        reader: bool = True,
        refuse: str = "",
        script: str = "",
        **context: object,
    ) -> AtlasPage:
        """Open ``path`` (with its query).

        ``reader`` false is for pages without a map: nothing is waited for but Streamlit's own
        first run. ``refuse`` is a pattern of addresses that do not load. ``script`` runs first in
        every document. ``context`` is passed on to Playwright's ``new_context``.
        """


def _context_options(device: Device, scheme: Scheme) -> dict[str, object]:
    options: dict[str, object] = {"color_scheme": scheme, "locale": "en-GB", "timezone_id": "UTC"}
    if device == "desktop":
        return {**options, "viewport": {"width": 1400, "height": 900}}
    phone = {"width": 390, "height": 844}
    return {
        **options,
        "viewport": phone,
        "screen": phone,
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
    }


def pytest_configure() -> None:
    """Stop the servers even when the tests are ended from outside."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Note whether the test failed, so that its pages can leave a picture behind."""
    report = yield
    if report.failed:  # type: ignore[attr-defined]
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Return the running Playwright."""
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Return a Chromium in which every request beyond this machine is refused."""
    chromium = launch(playwright)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def serve_editions() -> Iterator[Callable[[Path], Server]]:
    """Return a function that runs the app on other editions (a folder of them), once each."""
    with ExitStack() as stack:
        running: dict[Path, Server] = {}

        def start(folder: Path) -> Server:
            if folder not in running:
                env = {"ARTICLE_ATLAS_EDITIONS": str(folder)}
                running[folder] = stack.enter_context(serve(env=env))
            return running[folder]

        yield start


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Return the real app, on its own editions."""
    with serve() as running:
        yield running


@pytest.fixture
def recorder(request: pytest.FixtureRequest) -> Iterator[Recorder]:
    """Record what the test's pages do; at the end nothing forbidden may be found.

    Opt out with ``@pytest.mark.outside_allowed`` or ``@pytest.mark.console_allowed``.
    """
    marks = {mark.name for mark in request.node.iter_markers()}
    recorder = Recorder(
        outside_allowed="outside_allowed" in marks, errors_allowed="console_allowed" in marks
    )
    yield recorder
    faults = recorder.faults()
    assert not faults, "\n".join(faults)


def _take_pictures(contexts: list[BrowserContext], name: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    stem = re.sub(r"\W+", "-", name).strip("-")
    pages = [page for context in contexts for page in context.pages]
    for number, page in enumerate(pages):
        page.screenshot(path=RESULTS / f"{stem}-{number}.png")


@pytest.fixture
def visit(request: pytest.FixtureRequest, browser: Browser, recorder: Recorder) -> Iterator[Visit]:
    """Return a function that opens a page; each call is a new reader with nothing stored."""
    contexts: list[BrowserContext] = []
    visited: dict[Path, tuple[Server, int]] = {}

    def open_page(
        path: str = "/",
        *,
        device: Device = "desktop",
        scheme: Scheme = "light",
        server: Server | None = None,
        reader: bool = True,
        refuse: str = "",
        script: str = "",
        **options: object,
    ) -> AtlasPage:
        target: Server = server or request.getfixturevalue("server")
        visited.setdefault(target.log, (target, target.log_size()))
        context = browser.new_context(**{**_context_options(device, scheme), **options})  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(WAIT_MS)
        recorder.watch(context)
        if refuse:
            context.route(refuse, lambda route: route.abort())
        if script:
            context.add_init_script(script)
        atlas = AtlasPage(context.new_page(), recorder)
        atlas.page.goto(target.url + path)
        if reader:
            atlas.wait_ready()
        else:
            atlas.wait_run()
        return atlas

    yield open_page

    failed = request.node.stash.get(FAILED, False)
    if failed:
        _take_pictures(contexts, request.node.name)
    for context in contexts:
        context.close()
    printed = "".join(server.read_log(start) for server, start in visited.values())
    if failed:
        request.node.add_report_section("teardown", "server log", printed)
    assert "Traceback (most recent call last)" not in printed, f"the app failed:\n{printed}"


@pytest.fixture(scope="module")
def shared_reader(browser: Browser) -> Iterator[SharedReader]:
    """Return the page that a module's tests share."""
    shared = SharedReader(browser, _context_options("desktop", "light"), WAIT_MS)
    yield shared
    shared.close()


@pytest.fixture(scope="module")
def shared_phone(browser: Browser) -> Iterator[SharedReader]:
    """Return the page on a phone that a module's tests share."""
    shared = SharedReader(browser, _context_options("phone", "light"), WAIT_MS)
    yield shared
    shared.close()


def _lend(
    request: pytest.FixtureRequest, shared: SharedReader, server: Server
) -> Iterator[AtlasPage]:
    start = server.log_size()
    atlas = shared.fresh(server)
    yield atlas
    faults = atlas.recorder.faults()
    if request.node.stash.get(FAILED, False):
        name = request.node.name
        shared.close(picture=lambda context: _take_pictures([context], name))
    assert not faults, "\n".join(faults)
    assert "Traceback (most recent call last)" not in server.read_log(start)


@pytest.fixture
def reader(
    request: pytest.FixtureRequest, shared_reader: SharedReader, server: Server
) -> Iterator[AtlasPage]:
    """Return an open reader's page, put back to the start, with animation switched off.

    The tests of a module share it; one that fails leaves a picture and the next gets a new page.
    """
    yield from _lend(request, shared_reader, server)


@pytest.fixture
def phone(
    request: pytest.FixtureRequest, shared_phone: SharedReader, server: Server
) -> Iterator[AtlasPage]:
    """Return the same on a phone: 390×844, touched."""
    yield from _lend(request, shared_phone, server)
