"""The size of letters that a reader has set in the browser holds in the app and in its one file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser.chromium import FLAGS, find
from tests.browser.server import Server

ROOT_SIZE = "() => getComputedStyle(document.documentElement).fontSize"
SIZE = "(one) => parseFloat(getComputedStyle(one).fontSize)"


@pytest.fixture(scope="module")
def large(playwright: Playwright) -> Iterator[BrowserContext]:
    """Return a browser whose reader has set letters of 32 px."""
    browser = playwright.chromium.launch(
        executable_path=find(playwright),
        args=[*FLAGS, "--blink-settings=defaultFontSize=32"],
    )
    yield browser.new_context(viewport={"width": 1400, "height": 900})
    browser.close()


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


def test_on_a_phone_with_such_letters_the_name_on_the_card_has_a_line_of_its_own(
    large: BrowserContext, server: Server
) -> None:
    page = large.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.url}/?mention=quetta-training")
    head = page.locator("#atlas-card .card-head")
    expect(head).to_be_visible()
    name, walker, close = (
        head.locator(part).evaluate("(one) => one.getBoundingClientRect().toJSON()")
        for part in ("h2", ".walker", ".close")
    )
    assert name["width"] > 390 * 0.8
    assert name["bottom"] <= walker["top"]
    assert walker["right"] <= close["left"]
    page.close()
