"""Keyboard at every size, forced colours, larger letters, smaller windows: nobody is left out."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.stops import hidden, walk
from tests.browser.twin import Open

LAST = "sentence-on-sanctions"
# Height of the window that is left for the text: what is held over it covers the rest.
LEFT_FOR_TEXT = """
() => innerHeight - [...document.querySelectorAll(".st-key-atlas-map, .st-key-atlas-filters")]
  .filter((one) => getComputedStyle(one).position === "sticky")
  .reduce((most, one) => Math.max(most, one.getBoundingClientRect().bottom), 0)
"""
LABEL_IN_VIEW = """
(place) => {
  const label = document.querySelector(`[data-label-for="${place}"] .label`)
    ?? document.querySelector(`[data-label-for="${place}"]`);
  if (!label) return false;
  const { left, top, right, bottom } = label.getBoundingClientRect();
  if (!(left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight)) return false;
  const frame = window.frameElement.getBoundingClientRect();
  const card = parent.document.querySelector("#atlas-card").getBoundingClientRect();
  const [x, y] = [frame.left + (left + right) / 2, frame.top + (top + bottom) / 2];
  return !(x > card.left && x < card.right && y > card.top && y < card.bottom);
}
"""
STYLE = "(one, name) => getComputedStyle(one)[name]"


@pytest.mark.parametrize("size", [(390, 844), (320, 256)])
def test_no_stop_of_the_keyboard_is_hidden_forward_or_back(
    visit: Visit, size: tuple[int, int]
) -> None:
    atlas = visit(viewport={"width": size[0], "height": size[1]})
    there = walk(atlas, "Tab")
    assert sum(stop["text"] for stop in there) > 50
    assert hidden(there) == []
    atlas.page.locator(".notes").scroll_into_view_if_needed()
    atlas.page.locator("#atlas-article [data-mention]").last.focus()
    back = walk(atlas, "Shift+Tab")
    assert sum(stop["text"] for stop in back) > 50
    assert hidden(back) == []
    atlas.mention("quetta-training").focus()
    atlas.page.keyboard.press("Enter")
    expect(atlas.card_heading).to_be_focused()
    expect(atlas.card_heading).to_be_in_viewport()
    atlas.mention("quetta-training").focus()
    assert hidden(walk(atlas, "Shift+Tab")) == []


@pytest.mark.parametrize("size", [(390, 844), (320, 256)])
def test_no_stop_is_hidden_in_the_edition_as_one_file(
    open_file: Open, size: tuple[int, int]
) -> None:
    atlas = open_file(viewport={"width": size[0], "height": size[1]})
    atlas.page.locator("#atlas-article [data-mention]").last.focus()
    back = walk(atlas, "Shift+Tab")
    assert sum(stop["text"] for stop in back) > 50
    assert hidden(back) == []


def test_a_page_zoomed_four_times_leaves_room_for_the_text(visit: Visit) -> None:
    atlas = visit("/?place=quetta", viewport={"width": 320, "height": 256})
    atlas.mention("quetta-training").scroll_into_view_if_needed()
    assert atlas.page.evaluate(LEFT_FOR_TEXT) == 256
    assert atlas.share_of_height("card") <= 0.5
    assert atlas.sideways_scroll() == 0


@pytest.mark.parametrize("place", ["quetta", "balochistan", "russia-attack-site"])
def test_the_chosen_place_stays_in_view_when_the_window_gets_another_size(
    visit: Visit, place: str
) -> None:
    atlas = visit(f"/?place={place}", reduced_motion="reduce")
    expect(atlas.card).to_be_visible()
    for width, height in ((800, 700), (320, 640), (640, 320), (1400, 900)):
        atlas.page.set_viewport_size({"width": width, "height": height})
        atlas.map_frame.wait_for_function(LABEL_IN_VIEW, arg=place)


def test_a_reader_who_looks_elsewhere_is_not_moved_back_by_another_size(visit: Visit) -> None:
    atlas = visit("/?place=quetta", reduced_motion="reduce")
    expect(atlas.card).to_be_visible()
    atlas.look(48, 2, 6)
    before = atlas.view()
    atlas.page.set_viewport_size({"width": 1000, "height": 700})
    atlas.map_frame.wait_for_function("() => window.map.getSize().y === innerHeight")
    after = atlas.view()
    assert abs(after["lat"] - before["lat"]) < 0.1
    assert abs(after["lon"] - before["lon"]) < 0.1


def test_forced_colours_tell_apart_what_is_chosen_cited_and_on(visit: Visit) -> None:
    atlas = visit("/?place=quetta", forced_colors="active")
    chosen = atlas.page.locator('.mention[aria-current="true"]')
    cited = atlas.page.locator("span.is-cited").first
    plain = atlas.page.locator(".mention:not(.is-cited):not([aria-current])").last
    grounds = [one.evaluate(STYLE, "backgroundColor") for one in (chosen, cited, plain)]
    assert all(one != other for one, other in pairwise(grounds)), grounds
    on, off = atlas.switch("speakers", "author"), atlas.switch("speakers", "detainees")
    atlas.open_panel("Who says it")
    off = atlas.page.locator('[data-switch="speakers"]').nth(1)
    off.click()
    box = "(one) => getComputedStyle(one, '::before').backgroundColor"
    assert on.evaluate(box) != off.evaluate(box)
    chip = atlas.theme_chip("rule")
    words = chip.locator(".chip-title")
    before = words.evaluate(STYLE, "color")
    chip.click()
    assert words.evaluate(STYLE, "color") != before
    reading = atlas.page.locator("#atlas-reading")
    before = reading.evaluate(STYLE, "backgroundColor")
    reading.click()
    assert reading.evaluate(STYLE, "backgroundColor") != before


def test_notices_are_told_to_those_who_do_not_see_them(reader: AtlasPage) -> None:
    expect(reader.page.locator("#atlas-notices")).to_have_attribute("aria-live", "polite")


def test_the_stop_that_scrolls_the_page_has_a_ring(visit: Visit) -> None:
    atlas = visit("/about", reader=False)
    atlas.page.locator(".stMain").focus()
    atlas.page.keyboard.press("Shift+Tab")
    atlas.page.keyboard.press("Tab")
    main = atlas.page.locator(".stMain")
    expect(main).to_be_focused()
    assert main.evaluate(STYLE, "outlineStyle") == "solid"
    assert main.evaluate(STYLE, "outlineWidth") == "2px"
