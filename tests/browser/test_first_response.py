"""Before Streamlit has started: the article can be read; afterwards it has gone without a trace."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas_page import WAIT_MS, AtlasPage
from tests.browser.axe import grave_findings
from tests.browser.conftest import Device, Scheme, Visit, _context_options
from tests.browser.hosting.asking import ask
from tests.browser.recorder import Recorder
from tests.browser.server import Server, serve

Early = Callable[..., Page]
WORDS = "The terrorist organisation known as “The Islamic State – Khorasan Province (IS-K)” has"
PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 24, 29)"}
SCROLLED = ".first-text"

# Writes down what the page looks like whenever it changes, from before the first response on.
WATCH = """
if (window === top) {
  window.both = 0;
  window.left = null;
  new MutationObserver(() => {
    const first = document.querySelector("#atlas-first");
    const article = document.querySelector("#root #atlas-article");
    if (first) window.had = true;
    const root = document.querySelector("#root");
    if (first && root && getComputedStyle(root).visibility !== "hidden") window.both += 1;
    if (window.had && !first && !window.left) {
      window.left = { article: Boolean(article), h1: document.querySelectorAll("h1").length,
        padding: getComputedStyle(article).paddingTop };
    }
  }).observe(document, { childList: true, subtree: true });
}
"""


@pytest.fixture
def early(browser: Browser, recorder: Recorder, server: Server) -> Iterator[Early]:
    """Return a function that opens a page and waits for nothing but the first response.

    Streamlit's websocket opens and stays silent.
    """
    with ExitStack() as stack:

        def open_page(
            path: str = "/", device: Device = "desktop", scheme: Scheme = "light", **options: object
        ) -> Page:
            context = browser.new_context(**{**_context_options(device, scheme), **options})  # type: ignore[arg-type]
            stack.callback(context.close)
            context.set_default_timeout(WAIT_MS)
            recorder.watch(context)
            page = context.new_page()
            page.route_web_socket("**/_stcore/stream", lambda socket: None)
            page.goto(server.url + path)
            return page

        yield open_page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("path", ["/", "/claims"])
def test_the_article_can_be_read_before_streamlit_has_started(
    early: Early, path: str, device: Device, scheme: Scheme
) -> None:
    page = early(path, device, scheme)
    expect(page.get_by_text("the map is loading")).to_be_visible()
    expect(page.get_by_text(WORDS)).to_be_in_viewport()
    expect(page.locator("h1:visible")).to_have_text(
        "The Taliban can contribute to the fight against IS-K"
    )
    first = page.locator("#atlas-first")
    assert first.evaluate("(one) => getComputedStyle(one).backgroundColor") == PAPER[scheme]
    assert page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") == 0
    assert [str(found) for found in grave_findings(page)] == []


@pytest.mark.parametrize("path", ["/", "/places"])
def test_the_article_can_be_read_where_scripts_do_not_run(early: Early, path: str) -> None:
    page = early(path, java_script_enabled=False)
    expect(page.get_by_text(WORDS)).to_be_in_viewport()
    expect(page.get_by_text("The map, the tables and the filters need JavaScript.")).to_be_visible()
    expect(page.get_by_text("the map is loading")).to_be_hidden()


def test_the_end_of_the_text_is_reached_by_the_keyboard(early: Early) -> None:
    page = early()
    page.locator(SCROLLED).focus()
    page.keyboard.press("End")
    expect(page.locator(SCROLLED).locator("p").last).to_be_in_viewport()


def test_where_the_app_does_not_come_the_page_says_so(early: Early) -> None:
    page = early()
    page.clock.install()
    page.reload()
    expect(page.get_by_text("The map is loading.")).to_be_visible()
    page.clock.fast_forward(31_000)
    expect(page.get_by_text("The map has not come yet. The text can be read")).to_be_visible()


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_it_goes_when_the_app_has_drawn_the_page(visit: Visit, device: Device) -> None:
    atlas = visit("/", device=device, script=WATCH)
    assert atlas.page.locator("#atlas-first").count() == 0
    left = atlas.page.evaluate("window.left")
    assert (left["article"], left["h1"]) == (True, 1)
    assert left["padding"] != "0px", "the app's own styles are there"
    assert atlas.page.evaluate("window.both") == 0, "never two texts at once"
    ids = atlas.page.evaluate("() => [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    expect(atlas.page).to_have_title("Read – Article Atlas")


@pytest.mark.parametrize("path", ["/places", "/claims", "/ledger", "/data", "/about"])
def test_it_goes_from_the_other_pages_too(visit: Visit, path: str) -> None:
    atlas = visit(path, reader=False)
    expect(atlas.page.locator(".atlas-page")).to_be_visible()
    assert atlas.page.locator("#atlas-first").count() == 0
    assert atlas.page.locator("h1").count() == 1


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_who_has_read_on_stays_at_the_same_paragraph(
    browser: Browser, recorder: Recorder, server: Server, device: Device
) -> None:
    context = browser.new_context(**_context_options(device, "light"))  # type: ignore[arg-type]
    context.set_default_timeout(WAIT_MS)
    recorder.watch(context)
    page = context.new_page()
    files = "**/static/js/*.js"
    page.route(files, lambda route: None)  # held
    with page.expect_request(files):
        page.goto(server.url, wait_until="commit")
    fourth = page.locator(".first-text > p").nth(3)
    fourth.evaluate("(one) => one.scrollIntoView({block: 'start'})")
    page.unroute(files)  # lets those go that were held
    AtlasPage(page, recorder).wait_ready()
    expect(page.locator("#atlas-article p").nth(3)).to_be_in_viewport()
    top, kept = page.evaluate(
        """() => {
             const block = document.querySelectorAll("#atlas-article p")[3];
             const bars = document.querySelector(".st-key-atlas-filters").getBoundingClientRect();
             const phone = innerWidth < 800;
             return [block.getBoundingClientRect().top, phone ? bars.bottom : 50];
           }"""
    )
    assert abs(top - kept) < 20
    context.close()


def test_other_sites_get_title_description_and_picture_of_the_place(server: Server) -> None:
    page = ask(server.port, "/?place=quetta&themes=bases").body.decode()
    picture = "http://www.example.org/previews/taliban-is-k/quetta.png"
    assert f'<meta property="og:image" content="{picture}">' in page
    assert '<meta property="og:title" content="Quetta on the map of “The Taliban' in page
    answer = ask(server.port, "/previews/taliban-is-k/quetta.png")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/png")
    assert answer.body.startswith(b"\x89PNG")


@pytest.fixture(scope="module")
def classical() -> Iterator[Server]:
    """Return the app as a Streamlit starts it that knows no `st.App`."""
    with serve(streamlit="tests.browser.classical") as running:
        yield running


def test_started_in_the_old_way_the_app_is_as_it_was(visit: Visit, classical: Server) -> None:
    page = ask(classical.port, "/").body.decode()
    assert "<title>Streamlit</title>" in page
    assert "atlas-first" not in page
    atlas = visit("/?place=quetta", server=classical)
    atlas.wait_selected("quetta")
    atlas = visit("/claims", server=classical, reader=False)
    expect(atlas.page.locator("h1")).to_have_text("Claims")
