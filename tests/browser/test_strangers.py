"""No page of another origin runs script in the app's origin, at no moment and in no way."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.server import Server, serve
from tests.browser.strangers import (
    MAP_FRAME,
    attacked,
    broken_into,
    framing,
    opening,
    serve_stranger,
)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(60_000)
    yield context
    context.close()


READY = "html[data-atlas='ready']"
DRAWN = "#map_div"
WHERE = [
    ("", READY),
    *((f"{MAP_FRAME}{detour}", DRAWN) for detour in ("", "?x=1", "/../index.html")),
]


@pytest.mark.parametrize(("victim", "there"), WHERE)
def test_a_page_that_frames_the_app_or_its_map_breaks_in_nowhere(
    context: BrowserContext, server: Server, victim: str, there: str
) -> None:
    with serve_stranger(framing(f"{server.url}{victim}")) as address:
        page = context.new_page()
        page.goto(address)
        page.frames[1].wait_for_selector(there, state="attached")
        attacked(page)
        assert broken_into(page) == []
        assert any(MAP_FRAME in frame.url for frame in page.frames)


@pytest.mark.parametrize(("victim", "there"), WHERE[:2])
def test_a_page_that_opens_the_app_or_its_map_breaks_in_nowhere(
    context: BrowserContext, server: Server, victim: str, there: str
) -> None:
    with serve_stranger(opening(f"{server.url}{victim}")) as address:
        stranger = context.new_page()
        stranger.goto(address)
        with context.expect_page() as opened:
            stranger.click("body")
        opened.value.wait_for_selector(there, state="attached")
        attacked(stranger)
        assert broken_into(opened.value) == []


def test_without_the_door_the_same_pages_do_break_in(context: BrowserContext) -> None:
    """What the tests above would find, if there were something to find."""
    with (
        serve(streamlit="tests.browser.classical") as unguarded,
        serve_stranger(framing(f"{unguarded.url}{MAP_FRAME}")) as address,
    ):
        page = context.new_page()
        page.goto(unguarded.url)  # the component is there once the app has run
        page.wait_for_selector(READY, state="attached")
        page.goto(address)
        page.frames[1].wait_for_function("window.name === 'broken into'")
        assert broken_into(page) == [f"{unguarded.url}{MAP_FRAME}"]
