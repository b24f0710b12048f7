"""A server that goes, a websocket that never opens, a script that never answers: told in words."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from geodata.reader.bundle import script
from tests.browser.conftest import Visit
from tests.browser.server import _stop, serve
from tests.browser.test_first_response import WORDS

DIALOG = '[data-testid="stDialog"]'
LOST = "The connection to the server is lost. What is on this page works without it"
CONNECTED = '[data-test-connection-state="CONNECTED"]'


def never(route: Route) -> None:
    """Let a request wait for ever."""


@pytest.mark.console_allowed
def test_a_lost_server_covers_nothing_and_the_reader_goes_on(visit: Visit) -> None:
    with serve() as mortal:
        atlas = visit(server=mortal)
        atlas.mention("turkey-travel").focus()
        _stop(mortal.process)
        notice = atlas.page.locator("#atlas-notices li", has_text=LOST)
        expect(notice).to_be_visible(timeout=30_000)
        expect(atlas.page.locator(DIALOG)).to_have_count(0)
        assert not atlas.page.locator("#root").evaluate("(one) => one.inert")
        expect(atlas.mention("turkey-travel")).to_be_focused()
        atlas.mention("quetta-training").click()
        atlas.wait_selected("quetta")
        atlas.only("themes", "fighting")
        atlas.wait_shown("afghanistan", "pakistan")
        notice.get_by_role("button", name="Dismiss this notice").click()
        expect(notice).to_have_count(0)


def test_the_notice_goes_when_the_server_is_back(visit: Visit) -> None:
    atlas = visit("/about", reader=False)
    app = atlas.page.locator(CONNECTED)
    expect(app).to_have_count(1)
    atlas.page.evaluate(
        """() => {
             const app = document.querySelector("[data-test-connection-state]");
             app.setAttribute("data-test-connection-state", "PINGING_SERVER");
             const dialog = document.createElement("div");
             dialog.dataset.testid = "stDialog";
             dialog.innerHTML = '<button aria-label="Close">x</button>';
             dialog.firstChild.addEventListener("click", () => dialog.remove());
             document.body.append(dialog);
           }"""
    )
    expect(atlas.page.locator(DIALOG)).to_have_count(0)
    expect(atlas.page.locator("#atlas-notices li")).to_contain_text(LOST)
    atlas.page.evaluate(
        """() => document.querySelector("[data-test-connection-state]")
             .setAttribute("data-test-connection-state", "CONNECTED")"""
    )
    expect(atlas.page.locator("#atlas-notices li")).to_have_count(0)


@pytest.mark.console_allowed
@pytest.mark.parametrize("path", ["/", "/claims"])
def test_where_the_websocket_is_blocked_the_text_stays_and_a_word_says_so(
    visit: Visit, path: str
) -> None:
    atlas = visit("/about", reader=False)
    page = atlas.page
    page.clock.install()
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())
    page.goto(page.url.replace("/about", path))
    expect(page.get_by_text(WORDS)).to_be_in_viewport()
    page.clock.run_for(9_000)
    expect(page.get_by_text("longer than usual")).to_be_visible()
    page.clock.run_for(25_000)
    expect(page.get_by_text("come yet")).to_be_visible()
    expect(page.get_by_text("come yet")).to_have_role("status")
    expect(page.locator(DIALOG)).to_have_count(0)
    assert not page.locator("#atlas-first").evaluate("(one) => one.inert")
    expect(page.get_by_text(WORDS)).to_be_in_viewport()


@pytest.mark.console_allowed
@pytest.mark.parametrize(("page_name", "code"), [("", "reader"), ("claims", "pages")])
def test_a_script_that_never_answers_is_told_after_a_while(
    visit: Visit, page_name: str, code: str
) -> None:
    atlas = visit("/about", reader=False)
    page = atlas.page
    home = page.url.removesuffix("about")
    page.context.route(f"**/app/static/{script('reader' if code == 'reader' else 'pages')}*", never)
    page.clock.install()
    page.goto(home + page_name)
    expect(page.locator("#root .masthead")).to_be_visible()
    expect(page.locator("#atlas-notices li")).to_have_count(0)
    page.clock.run_for(13_000)
    expect(page.locator("#atlas-notices li")).to_have_text(
        "Parts of this page have not come yet. The text can be read; reload to try again."
    )
    expect(page.locator("#root :is(#atlas-article, #claims)")).to_be_visible()


def test_the_edition_as_one_file_is_read_where_scripts_do_not_run(
    browser: Browser, site: object
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page: Page = context.new_page()
    page.goto(f"file://{site}/index.html")
    told = page.locator(".unscripted")
    expect(told).to_be_visible()
    expect(told).to_contain_text("The map, the tables and the filters need JavaScript.")
    article = page.locator("#atlas-article")
    expect(article).to_be_visible()
    expect(article).to_contain_text("has the potential to become one of the deadliest")
    expect(page.locator(".st-key-atlas-map")).to_be_hidden()
    context.close()
