"""The size of letters that a reader has set in the browser holds in the app and in its one file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser.chromium import FLAGS, find
from tests.browser.server import Server

ROOT_SIZE = "() => getComputedStyle(document.documentElement).fontSize"
SIZE = "(one) => parseFloat(getComputedStyle(one).fontSize)"


@pytest.fixture(scope="module")
def large(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """Return a browser whose reader has set letters of 32 px."""
    profile = tmp_path_factory.mktemp("profile")
    (profile / "Default").mkdir()
    settings = {"webkit": {"webprefs": {"default_font_size": 32}}}
    (profile / "Default" / "Preferences").write_text(json.dumps(settings), "utf-8")
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=find(playwright),
        args=list(FLAGS),
        viewport={"width": 1400, "height": 900},
    )
    yield context
    context.close()


def letters(page: Page, selector: str) -> float:
    size: float = page.locator(selector).first.evaluate(SIZE)
    return size


def test_letters_are_twice_as_large_where_the_reader_has_set_32_px(
    large: BrowserContext, server: Server, site: Path
) -> None:
    page = large.new_page()
    for address in (server.url, (site / "index.html").as_uri()):
        page.goto(address)
        page.locator('html[data-atlas="ready"]').wait_for(state="attached", timeout=30_000)
        assert page.evaluate(ROOT_SIZE) == "32px"
        assert letters(page, "#atlas-article p") >= 2 * 16
        assert letters(page, ".masthead nav a") >= 2 * 13
        frame = page.frame_locator(".st-key-atlas-map iframe")
        assert frame.locator(".label-name").first.evaluate(SIZE) >= 2 * 12
        wide = "() => document.scrollingElement.scrollWidth - innerWidth"
        assert page.evaluate(wide) <= 0
    page.goto(f"{server.url}/claims")
    expect(page.locator("#root #claims")).to_be_visible()
    assert letters(page, "#root #claims td") >= 2 * 14
    page.close()
