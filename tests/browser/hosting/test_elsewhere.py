"""The app inside a page of another host name: it works, and leaves the page around it alone."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.hosting.conftest import Hosted
from tests.browser.hosting.framed import FramedAtlas

Around = Callable[[str], FramedAtlas]
BALOCHISTAN = "?place=balochistan&mention=balochistan-of-quetta"


def test_text_and_map_drive_each_other_inside_another_page(around: Around, hosted: Hosted) -> None:
    atlas = around(hosted.elsewhere)
    atlas.click_place("pakistan")
    atlas.wait_selected("pakistan")
    assert atlas.current_mention() == "pakistan-bases"
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")
    expect(atlas.card_heading).to_have_text("Quetta")


def test_what_is_chosen_inside_never_scrolls_the_page_around(
    around: Around, hosted: Hosted
) -> None:
    atlas = around(hosted.elsewhere)
    atlas.outer.mouse.wheel(0, 300)
    atlas.outer.wait_for_function("() => scrollY === 300")
    text_before = atlas.page.locator(".st-key-atlas-text").evaluate("(text) => text.scrollTop")
    atlas.click_place("balochistan")
    atlas.wait_selected("balochistan")
    atlas.outer.keyboard.press("ArrowRight")
    text_after = atlas.page.locator(".st-key-atlas-text").evaluate("(text) => text.scrollTop")
    assert text_after > text_before
    assert atlas.scrolled() == 300


def test_a_link_opened_inside_scrolls_its_own_text_only(around: Around, hosted: Hosted) -> None:
    atlas = around(f"{hosted.elsewhere}?mention=balochistan-taliban-sources")
    atlas.wait_current("balochistan-taliban-sources")
    assert atlas.in_view(atlas.mention("balochistan-taliban-sources"))
    assert atlas.scrolled() == 0


def test_the_wheel_over_the_map_scrolls_the_page_around(around: Around, hosted: Hosted) -> None:
    atlas = around(hosted.elsewhere)
    zoom = atlas.view()["zoom"]
    box = atlas.map_element.bounding_box()
    assert box is not None
    atlas.outer.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    atlas.outer.mouse.wheel(0, 240)
    atlas.outer.wait_for_function("() => scrollY === 240")
    assert atlas.view()["zoom"] == zoom


def test_a_copied_link_opens_the_whole_app_at_its_own_address(
    around: Around, hosted: Hosted
) -> None:
    atlas = around(f"{hosted.elsewhere}?themes=bases")
    atlas.copy_button.click()
    expect(atlas.copy_button).to_have_text("Link copied")
    copied = atlas.page.evaluate("() => navigator.clipboard.readText()")
    assert copied == f"http://127.0.0.1:{hosted.front.port}/atlas/?themes=bases"


def test_where_the_clipboard_is_refused_the_link_stands_selected(
    around: Around, hosted: Hosted
) -> None:
    atlas = around(f"{hosted.elsewhere}strict?themes=bases")
    atlas.copy_button.click()
    expect(atlas.page.locator("#atlas-link")).to_be_focused()
    assert atlas.selected_link() == f"http://127.0.0.1:{hosted.front.port}/atlas/?themes=bases"
    assert atlas.scrolled() == 0


def test_nobody_elsewhere_is_told_what_is_chosen_inside(around: Around, hosted: Hosted) -> None:
    atlas = around(hosted.elsewhere)
    address = atlas.outer.url
    atlas.outer.evaluate(
        """() => { window.heard = [];
             window.addEventListener("message", ({data}) => heard.push(JSON.stringify(data))); }"""
    )
    atlas.click_place("pakistan")
    atlas.wait_selected("pakistan")
    atlas.outer.wait_for_timeout(700)  # longer than the app waits before it tells its host
    assert [one for one in atlas.outer.evaluate("() => heard") if "pakistan" in one] == []
    assert atlas.outer.url == address
