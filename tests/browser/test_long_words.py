"""Words of 41 and of thousands of letters, wherever an edition has words: no page grows wider."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geodata.publish.site import publish
from geodata.storage.load import load_edition
from tests.browser.atlas_page import WAIT_MS, AtlasPage
from tests.browser.conftest import _context_options
from tests.browser.recorder import Recorder
from tests.browser.server import Server
from tests.long_words import COMPOUND, MOST_LETTERS, write_long_words

NARROW = {"width": 320, "height": 640}
EDITIONS = {"compound": len(COMPOUND), "endless": MOST_LETTERS}

# What reaches beyond the window, besides what scrolls in itself or waits unseen.
BEYOND = """
() => [...document.querySelectorAll("body *")].filter((one) => {
    if (one.matches('[data-testid="stSkipToContent"]')) return false;
    const waits = "svg, iframe, .unseen, .nav-wide, #atlas-more:not(.is-open)";
    if (one.closest(`.masthead nav, .first-head nav, ${waits}`)) return false;
    const { left, right, width, height } = one.getBoundingClientRect();
    return width > 0 && height > 0 && (left < -0.5 || right > innerWidth + 0.5);
  }).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 30)}`)
"""
SIDEWAYS = """
() => ["html", ".stMain", ".st-key-atlas-text", ".card"]
  .flatMap((name) => [...document.querySelectorAll(name)])
  .map((one) => one.scrollWidth - one.clientWidth).filter((by) => by > 0)
"""


@pytest.fixture(scope="module")
def long_words(
    tmp_path_factory: pytest.TempPathFactory, serve_editions: Callable[[Path], Server]
) -> tuple[Path, Server]:
    """Return a folder of two editions with long words, and the app on it."""
    root = tmp_path_factory.mktemp("long")
    for name, letters in EDITIONS.items():
        write_long_words(root, name, letters)
    return root, serve_editions(root)


@pytest.fixture
def narrow(browser: Browser, recorder: Recorder) -> Iterator[Page]:
    """Return a page as wide as one of 1280 px is when it is zoomed four times."""
    context = browser.new_context(**{**_context_options("desktop", "light"), "viewport": NARROW})  # type: ignore[arg-type]
    context.set_default_timeout(WAIT_MS)
    recorder.watch(context)
    yield context.new_page()
    context.close()


def all_within(page: Page) -> None:
    for one in page.locator("details:visible").all():
        one.evaluate("(one) => { one.open = true; }")
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(BEYOND) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_of_the_app_is_wider_than_the_window(
    narrow: Page, recorder: Recorder, long_words: tuple[Path, Server], edition: str
) -> None:
    url = long_words[1].url
    narrow.goto(url)
    expect(narrow.locator(".choice a").first).to_be_visible()
    all_within(narrow)
    for path in ("places", "claims", "ledger", "data", "about"):
        narrow.goto(f"{url}/{path}?edition={edition}")
        expect(narrow.locator("#root .atlas-page h1")).to_be_visible()
        all_within(narrow)
    atlas = AtlasPage(narrow, recorder)
    atlas.goto(f"{url}/?edition={edition}&place=paris")
    expect(atlas.card_heading).to_be_visible()
    expect(atlas.card.get_by_role("button", name="Close the card")).to_be_in_viewport(ratio=0.9)
    all_within(narrow)
    narrow.locator("#atlas-more-button").click()
    all_within(narrow)
    narrow.locator("#atlas-share").click()
    expect(narrow.get_by_role("dialog")).to_be_visible()
    all_within(narrow)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_of_the_edition_as_one_file_is_wider_either(
    narrow: Page, recorder: Recorder, long_words: tuple[Path, Server], tmp_path: Path, edition: str
) -> None:
    publish(load_edition(long_words[0] / edition), tmp_path)
    file = (tmp_path / "index.html").as_uri()
    atlas = AtlasPage(narrow, recorder)
    for query in ("?place=paris", "?page=places", "?page=claims", "?page=ledger", "?page=about"):
        atlas.goto(file + query)
        all_within(narrow)


def test_the_first_response_keeps_within_too(
    narrow: Page, recorder: Recorder, long_words: tuple[Path, Server]
) -> None:
    narrow.route_web_socket("**/_stcore/stream", lambda socket: None)
    narrow.goto(f"{long_words[1].url}/?edition=endless")
    expect(narrow.locator("#atlas-first h1")).to_be_visible()
    all_within(narrow)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_long_name_keeps_within_its_label_on_the_map(
    narrow: Page, recorder: Recorder, long_words: tuple[Path, Server], edition: str
) -> None:
    atlas = AtlasPage(narrow, recorder)
    atlas.goto(f"{long_words[1].url}/?edition={edition}&place=paris")
    wide = atlas.label("paris").evaluate(
        "(one) => [one.offsetWidth, one.querySelector('.label-name').scrollWidth]"
    )
    assert wide[1] <= wide[0] <= 132
