"""An Arabic article runs from right to left, in the app and as one file; the rest stays English."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Locator, Page, expect

from geodata.publish.site import publish
from geodata.storage.load import load_edition
from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.server import Server
from tests.browser.twin import Open

EDITION = Path(__file__).parents[1] / "arabic_edition"
WIDE = "() => document.scrollingElement.scrollWidth - innerWidth"
# Where the last sign of an element's text stands, and its first: middles from the left.
ENDS = """
(one) => {
  const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const nodes = [];
  while (texts.nextNode()) if (texts.currentNode.data.trim()) nodes.push(texts.currentNode);
  const middle = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { left, right } = range.getBoundingClientRect();
    return (left + right) / 2;
  };
  const last = nodes.at(-1);
  return [middle(nodes[0], 0), middle(last, last.data.trimEnd().length - 1)];
}
"""


@pytest.fixture(scope="module")
def arabic(
    tmp_path_factory: pytest.TempPathFactory, serve_editions: Callable[[Path], Server]
) -> Server:
    """Return the app on an Arabic edition alone."""
    root = tmp_path_factory.mktemp("right-to-left")
    copytree(EDITION, root / "arabic")
    return serve_editions(root)


def runs(element: Locator) -> str:
    way: str = element.evaluate("(one) => getComputedStyle(one).direction")
    return way


def article_runs_to_the_left(page: Page) -> None:
    article = page.locator("#atlas-article")
    assert runs(article) == "rtl"
    assert runs(page.locator(".title h1")) == "rtl"
    block = article.locator("p").last
    assert block.evaluate("(one) => getComputedStyle(one).textAlign") == "start"
    first, last = block.evaluate(ENDS)
    around = block.bounding_box()
    assert around is not None
    assert around["x"] + around["width"] - first < 12, "it begins at the right"
    assert last < first, "the last sign, “!”, stands at the left end"
    assert runs(page.locator(".masthead")) == runs(page.locator(".notes h2").first) == "ltr"


def card_runs_to_the_left(atlas: AtlasPage) -> None:
    atlas.mention("homs").click()
    quote = atlas.card.locator("blockquote").first
    expect(quote).to_have_attribute("lang", "ar")
    assert runs(quote) == "rtl"
    sides = quote.evaluate(
        "(one) => [getComputedStyle(one).borderRightWidth, getComputedStyle(one).borderLeftWidth]"
    )
    assert sides == ["2px", "0px"], "its rule stands where it begins"
    assert runs(atlas.card) == "ltr"


def test_text_title_and_quotes_run_to_the_left_in_the_app(visit: Visit, arabic: Server) -> None:
    atlas = visit(server=arabic)
    expect(atlas.page.locator("html")).to_have_attribute("lang", "en")
    article_runs_to_the_left(atlas.page)
    card_runs_to_the_left(atlas)
    atlas.page.goto(f"{arabic.url}/claims")
    quote = atlas.page.locator("#root td blockquote").first
    expect(quote).to_be_visible()
    assert runs(quote) == "rtl"
    assert runs(atlas.page.locator("#root table")) == "ltr"


def test_it_does_so_as_one_file(open_file: Open, tmp_path: Path) -> None:
    folder = Path(copytree(EDITION, tmp_path / "arabic"))
    publish(load_edition(folder), tmp_path / "site")
    atlas = open_file()
    atlas.goto((tmp_path / "site" / "index.html").as_uri())
    article_runs_to_the_left(atlas.page)
    card_runs_to_the_left(atlas)


def test_it_does_so_before_the_app_has_started(visit: Visit, arabic: Server) -> None:
    atlas = visit("/about", server=arabic, reader=False)
    atlas.page.route_web_socket("**/_stcore/stream", lambda socket: None)
    atlas.page.goto(arabic.url)
    text = atlas.page.locator("#atlas-first .first-text")
    expect(text).to_be_visible()
    assert runs(text) == runs(text.locator(":scope > p").first) == "rtl"
    assert runs(atlas.page.locator("#atlas-first .first-by")) == "ltr"
