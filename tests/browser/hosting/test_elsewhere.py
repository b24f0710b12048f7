"""The app inside a page of another host name: it works, and leaves the page around it alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.hosting.conftest import Hosted
from tests.browser.hosting.framed import FramedAtlas

Around = Callable[[str], FramedAtlas]


# Notes which timers of a page have not run yet.
NOTE_TIMERS = """() => {
  window.putOff = new Map();
  const [set, clear] = [window.setTimeout, window.clearTimeout];
  window.setTimeout = (act, ms = 0, ...rest) => {
    const run = () => { putOff.delete(timer); act(...rest); };
    const timer = set(run, ms);
    putOff.set(timer, ms);
    return timer;
  };
  window.clearTimeout = (timer) => { putOff.delete(timer); clear(timer); };
}"""
# Longer ones are Streamlit's own; the app tells a host after half a second.
NOTHING_PUT_OFF = "() => [...putOff.values()].every((ms) => ms > 2000)"


def test_text_and_map_drive_each_other_and_leave_the_page_around_alone(
    around: Around, hosted: Hosted
) -> None:
    atlas = around(hosted.elsewhere)
    atlas.outer.evaluate(
        """() => { window.heard = [];
             window.addEventListener("message", ({data}) => heard.push(JSON.stringify(data))); }"""
    )
    atlas.page.evaluate(NOTE_TIMERS)
    atlas.outer.mouse.wheel(0, 100)
    atlas.outer.wait_for_function("() => scrollY === 100")
    text = atlas.page.locator(".st-key-atlas-text")
    assert text.evaluate("(one) => one.scrollTop") == 0
    atlas.click_place("balochistan")
    atlas.wait_selected("balochistan")
    assert atlas.current_mention() == "balochistan-council"
    assert text.evaluate("(one) => one.scrollTop") > 0
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")
    expect(atlas.card_heading).to_contain_text("Quetta")
    assert atlas.scrolled() == 100
    assert atlas.query()["place"] == "quetta"
    atlas.page.wait_for_function(NOTHING_PUT_OFF)
    assert atlas.outer.url == hosted.elsewhere
    assert [one for one in atlas.outer.evaluate("() => heard") if "quetta" in one] == []


def test_a_link_scrolls_only_the_apps_text_and_a_copied_one_opens_the_whole_app(
    around: Around, hosted: Hosted
) -> None:
    atlas = around(f"{hosted.elsewhere}?mention=balochistan-taliban-sources")
    atlas.wait_current("balochistan-taliban-sources")
    assert atlas.in_view(atlas.mention("balochistan-taliban-sources"))
    assert atlas.scrolled() == 0
    atlas.copy_button.click()
    expect(atlas.copy_button).to_have_text("Link copied")
    copied = atlas.outer.evaluate("() => (window.focus(), navigator.clipboard.readText())")
    assert copied.split("&at=")[0] == (
        f"http://127.0.0.1:{hosted.front.port}/atlas/"
        "?place=balochistan&mention=balochistan-taliban-sources"
    )


def test_the_wheel_over_the_map_scrolls_the_page_around(around: Around, hosted: Hosted) -> None:
    atlas = around(hosted.elsewhere)
    zoom = atlas.view()["zoom"]
    box = atlas.map_element.bounding_box()
    assert box is not None
    atlas.outer.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    atlas.outer.mouse.wheel(0, 240)
    atlas.outer.wait_for_function("() => scrollY === 240")
    assert atlas.view()["zoom"] == zoom


@pytest.mark.console_allowed  # Chromium says itself that it refused
def test_where_the_clipboard_is_refused_the_link_stands_selected(
    around: Around, hosted: Hosted
) -> None:
    atlas = around(f"{hosted.elsewhere}strict?themes=bases")
    atlas.copy_button.click()
    expect(atlas.page.locator("#atlas-link")).to_be_focused()
    assert atlas.selected_link() == f"http://127.0.0.1:{hosted.front.port}/atlas/?themes=bases"
    assert atlas.scrolled() == 0
