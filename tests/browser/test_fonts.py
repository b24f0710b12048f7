"""The text stands in its own font: soon on a slow line, in each of its scripts, in the twin too."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas_page import WAIT_MS
from tests.browser.conftest import Device, Scheme, Visit, _context_options
from tests.browser.recorder import Recorder
from tests.browser.server import Server
from tests.browser.twin import Open
from tests.soak.slow import slow_down

OWN = "Source Serif 4"
TEXT = "#atlas-first .first-paragraph"
WORDS = "Łódź, Москва, Қазақстан, Ελλάδα, Hải Phòng"
# When the text was on the screen, when in its own font, and by how much things jumped.
WATCH = """
if (window === top) {
  Object.assign(window, { textAt: 0, ownAt: 0, jumped: 0 });
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) jumped += one.hadRecentInput ? 0 : one.value;
  }).observe({ type: "layout-shift", buffered: true });
  const own = (face) => face.family.includes("Atlas") && face.status === "loaded";
  const look = () => {
    const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
    if (painted && !textAt && document.querySelector(TEXT)) textAt = performance.now();
    if (textAt && [...document.fonts].filter(own).length === 3) ownAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
""".replace("TEXT", repr(TEXT))


def drawn_in(page: Page, selector: str) -> set[str]:
    """Return the names of the fonts that the letters of an element are drawn in."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"].removesuffix(" SemiBold") for font in fonts}


@pytest.mark.parametrize(("device", "scheme"), [("desktop", "light"), ("phone", "dark")])
def test_on_a_slow_line_the_text_has_its_own_font_soon_and_nothing_jumps(
    browser: Browser, recorder: Recorder, server: Server, device: Device, scheme: Scheme
) -> None:
    context = browser.new_context(**_context_options(device, scheme))  # type: ignore[arg-type]
    context.set_default_timeout(WAIT_MS)
    recorder.watch(context)
    page = context.new_page()
    page.add_init_script(WATCH)
    slow_down(page)
    page.goto(server.url, wait_until="commit")
    page.wait_for_function("() => ownAt")
    assert drawn_in(page, TEXT) == {OWN}
    seen = page.evaluate("() => ({ waited: ownAt - textAt, jumped })")
    assert seen["waited"] < 10_000
    assert seen["jumped"] < 0.05
    context.close()


def test_the_app_draws_the_text_in_it_and_fetches_no_larger_one(visit: Visit) -> None:
    atlas = visit("/?mention=quetta-training")
    expect(atlas.card).to_be_visible()
    atlas.page.wait_for_function("() => document.fonts.status === 'loaded'")
    assert drawn_in(atlas.page, "#atlas-article .paragraph") == {OWN}
    assert drawn_in(atlas.page, "#atlas-article .headline") == {OWN}
    assert drawn_in(atlas.page, "#atlas-card .quote") == {OWN}
    fetched = atlas.page.evaluate(
        "() => performance.getEntriesByType('resource').map((one) => one.name)"
    )
    assert [url for url in fetched if "SourceSerif" in url or "SourceSans" in url] == []


def test_letters_of_other_scripts_are_fetched_when_a_text_has_them(visit: Visit) -> None:
    atlas = visit("/")
    atlas.page.evaluate(
        """(words) => {
             const one = document.querySelector("#atlas-article .paragraph");
             one.innerHTML = `${words} <b style="font-weight: 600">${words}</b> <i>${words}</i>`;
           }""",
        WORDS,
    )
    loaded = """() => [...document.fonts].filter((face) =>
                  face.family.includes("Atlas Serif") && face.status === "loaded").length === 18"""
    atlas.page.wait_for_function(loaded)
    assert drawn_in(atlas.page, "#atlas-article .paragraph") == {OWN}


def test_the_published_page_holds_it(open_file: Open) -> None:
    atlas = open_file()
    atlas.page.wait_for_function("() => document.fonts.status === 'loaded'")
    assert drawn_in(atlas.page, "#atlas-article .paragraph") == {OWN}
    assert drawn_in(atlas.page, "#atlas-article .headline") == {OWN}
