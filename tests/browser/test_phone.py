"""On a phone, 390×844 and touched: map and text in view, everything within a thumb's reach."""

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.fingers import Fingers

WIDTH, HEIGHT = 390, 844
THUMB = 44  # CSS pixels

# Lines of the article of which all can be seen: below the row of filters, above the window's edge.
LINES_IN_VIEW = """
() => {
  const top = document.querySelector(".st-key-atlas-filters").getBoundingClientRect().bottom;
  const texts = document.createTreeWalker(
    document.querySelector("#atlas-article"), NodeFilter.SHOW_TEXT);
  const lines = new Set(), range = document.createRange();
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    for (const box of range.getClientRects()) {
      const seen = box.width > 2 && box.top >= top && box.bottom <= innerHeight;
      if (seen) lines.add(Math.round((box.top + box.bottom) / 2 / 12));
    }
  }
  return lines.size;
}
"""
# What can be touched and is smaller than a thumb; `inline` ones stand in running text.
SMALL_TARGETS = """
(root) => [...root.querySelectorAll("button, a, summary, input, select, textarea")]
  .filter((one) => one.checkVisibility({visibilityProperty: true}))
  .filter((one) => getComputedStyle(one).display !== "inline")
  .map((one) => ({name: one.textContent.trim() || one.id, box: one.getBoundingClientRect()}))
  .filter(({box}) => box.width > 0 && (box.height < 43.5 || box.width < 30))
  .map(({name, box}) => `${name}: ${Math.round(box.width)}×${Math.round(box.height)}`)
"""


def scrolled(atlas: AtlasPage) -> float:
    top: float = atlas.page.locator(".stMain").evaluate("(one) => one.scrollTop")
    return top


def box_of(element: Locator) -> FloatRect:
    box = element.bounding_box()
    assert box is not None
    return box


def free_spot(atlas: AtlasPage) -> tuple[float, float]:
    """Return a point (x, y) of the map's lower left, where no button stands."""
    box = atlas.map_element.bounding_box()
    assert box is not None
    return box["x"] + 110, box["y"] + box["height"] - 90


def open_more(atlas: AtlasPage) -> None:
    atlas.page.locator("#atlas-more-button").tap()
    expect(atlas.page.locator("#atlas-more-button")).to_have_attribute("aria-expanded", "true")


def test_the_map_takes_two_fifths_to_a_half_of_the_height(phone: AtlasPage) -> None:
    assert 0.40 <= phone.share_of_height("map") <= 0.50
    phone.mention("russian-university").scroll_into_view_if_needed()
    assert 0.40 <= phone.share_of_height("map") <= 0.50


def test_six_lines_of_the_article_can_be_read_at_once_from_the_start(phone: AtlasPage) -> None:
    assert phone.page.evaluate(LINES_IN_VIEW) >= 6
    phone.mention("turkey-travel").tap()
    phone.wait_selected("turkey")
    assert phone.page.evaluate(LINES_IN_VIEW) >= 6


def test_title_author_and_that_nobody_has_checked_are_seen_at_once(phone: AtlasPage) -> None:
    for words in (
        "The Taliban can contribute to the fight against IS-K",
        "Georgi Asatrian",
        "Draft: no named editor has yet compared this with the text and its sources.",
    ):
        assert phone.in_view(phone.page.locator(".title").get_by_text(words))


def test_the_filters_stand_in_one_row(phone: AtlasPage) -> None:
    chips = phone.page.locator("#atlas-themes .chip")
    boxes = [box_of(chip) for chip in chips.all()]
    assert len(boxes) == 8  # seven themes, and the way to the other filters
    assert len({round(box["y"]) for box in boxes}) == 1
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= WIDTH for box in boxes)
    assert all(box["height"] >= THUMB for box in boxes)
    words = [text.split("\n")[-1] for text in phone.page.locator(".chip-short").all_inner_texts()]
    assert words == [
        "Presence",
        "Bases",
        "Attacks",
        "Travel",
        "Origins",
        "Fighting",
        "Rule",
        "More",
    ]


def test_a_touch_on_a_theme_switches_it_on_both_sides(phone: AtlasPage) -> None:
    phone.theme_chip("presence").tap()
    phone.map_frame.wait_for_selector("path.place-southern-tajikistan.is-off", state="attached")
    assert "southern-tajikistan-presence" in phone.mentions_with("is-off")


def test_one_finger_over_the_map_scrolls_the_page_and_leaves_the_map(phone: AtlasPage) -> None:
    before, (x, y) = phone.view(), free_spot(phone)
    Fingers(phone.page).drag([(x, y)], [(0, -120)])
    phone.page.wait_for_function("() => document.querySelector('.stMain').scrollTop > 60")
    assert phone.view() == before
    assert phone.selected_place() is None


def test_two_fingers_move_the_map_and_leave_the_page(phone: AtlasPage) -> None:
    before, (x, y) = phone.view(), free_spot(phone)
    Fingers(phone.page).drag([(x, y), (x + 90, y)], [(60, -60), (60, -60)])
    phone.map_frame.wait_for_function(
        "(lon) => window.map.getCenter().lng < lon - 3", arg=before["lon"]
    )
    assert phone.view()["lat"] < before["lat"] - 3
    assert scrolled(phone) == 0


def test_two_fingers_that_part_bring_the_map_nearer(phone: AtlasPage) -> None:
    before, (x, y) = phone.view(), free_spot(phone)
    Fingers(phone.page).drag([(x, y), (x + 60, y)], [(-60, 0), (60, 0)])
    phone.map_frame.wait_for_function(
        "(zoom) => window.map.getZoom() >= zoom + 0.75", arg=before["zoom"]
    )
    assert scrolled(phone) == 0


def test_a_touch_on_the_map_opens_the_card_and_brings_the_passage_into_view(
    phone: AtlasPage,
) -> None:
    phone.tap_place("turkey")
    phone.wait_selected("turkey")
    expect(phone.card_heading).to_contain_text("Turkey")
    phone.page.wait_for_function("() => document.querySelector('.stMain').scrollTop > 500")
    assert phone.in_view(phone.mention("turkey-travel"))
    below = box_of(phone.page.locator(".st-key-atlas-filters"))
    assert box_of(phone.mention("turkey-travel"))["y"] > below["y"] + below["height"]


@pytest.mark.parametrize(
    "mention",
    ["balochistan-council", "afghanistan-bases", "russia-attack", "border-region", "islamabad"],
)
def test_the_card_covers_at_most_half_of_the_map(phone: AtlasPage, mention: str) -> None:
    phone.mention(mention).tap()
    expect(phone.card).to_be_visible()
    assert phone.share_of_height("card") <= phone.share_of_height("map") / 2 + 0.001
    assert box_of(phone.card)["width"] <= WIDTH
    assert phone.sideways_scroll() == 0


def test_a_finger_on_an_area_means_the_area_and_on_a_point_in_it_the_point(
    phone: AtlasPage,
) -> None:
    # The first of some points on which no name stands: a finger on a name means its place.
    spot = """(points) => {
      const frame = window.frameElement.getBoundingClientRect();
      const spots = points.map((point) => map.latLngToContainerPoint(point));
      const free = spots.find(({x, y}) => !document.elementFromPoint(x, y).closest(".label"));
      return [frame.left + free.x, frame.top + free.y];
    }"""
    balochistan = [[26.6, 62.7], [28.7, 62.6], [27.6, 64.2], [28.6, 65.5], [27.0, 65.8]]
    for where, place in ((balochistan, "balochistan"), ([[30.18, 67.0]], "quetta")):
        phone.page.touchscreen.tap(*phone.map_frame.evaluate(spot, where))
        phone.wait_selected(place)
        phone.page.keyboard.press("Escape")
        phone.wait_unselected()


def test_a_mention_that_is_half_covered_shows_whole_once_it_is_chosen(phone: AtlasPage) -> None:
    mention, page = phone.mention("balochistan-council"), phone.page.locator(".stMain")
    page.evaluate("(one) => { one.scrollTop += 300; }")  # the filters stick to the map now
    filters = box_of(phone.page.locator(".st-key-atlas-filters"))
    edge = filters["y"] + filters["height"]
    away = box_of(mention)["y"] + box_of(mention)["height"] / 2 - edge
    page.evaluate("(one, by) => { one.scrollTop += by; }", away)
    before = box_of(mention)
    assert before["y"] < edge < before["y"] + before["height"]
    phone.page.touchscreen.tap(before["x"] + 60, edge + 5)
    phone.wait_current("balochistan-council")
    phone.page.wait_for_function(
        "(edge) => document.querySelector('[data-mention=balochistan-council]')"
        ".getBoundingClientRect().top >= edge",
        arg=edge,
    )


@pytest.mark.parametrize(
    "mention",
    [
        "balochistan-council",
        "russia-attack",
        "southern-tajikistan-presence",
        "quetta-training",
        "tribal-areas-border",
    ],
)
def test_the_card_shows_at_once_who_says_so(phone: AtlasPage, mention: str) -> None:
    phone.mention(mention).scroll_into_view_if_needed()
    phone.mention(mention).tap()
    card, speaker = box_of(phone.card), box_of(phone.card.locator(".according").first)
    assert speaker["y"] + 16 <= card["y"] + card["height"]  # its first line at least


def test_the_card_is_walked_and_closed_by_touch(phone: AtlasPage) -> None:
    phone.mention("balochistan-publication").tap()
    phone.wait_current("balochistan-publication")
    phone.card.get_by_role("button", name="Next mention").tap()
    phone.wait_current("balochistan-media")
    assert phone.in_view(phone.mention("balochistan-media"))
    phone.card.get_by_role("button", name="Next place").tap()
    phone.wait_selected("turkey")  # the text names it next after Balochistan, first named before
    assert phone.in_view(phone.mention("turkey-travel"))
    phone.card.get_by_role("button", name="Close the card").tap()
    expect(phone.card).to_be_hidden()
    phone.wait_unselected()


def test_what_the_card_holds_is_scrolled_within_it(phone: AtlasPage) -> None:
    phone.mention("balochistan-council").tap()
    at = scrolled(phone)
    last = phone.card.locator(".limitation").last
    last.scroll_into_view_if_needed()
    assert phone.in_view(last)
    assert scrolled(phone) == at


def test_the_time_is_ranged_by_touch(phone: AtlasPage) -> None:
    open_more(phone)
    panel = phone.page.locator("#atlas-more .time-panel")
    panel.locator("summary").tap()
    start = panel.get_by_label("From")
    start.scroll_into_view_if_needed()
    box = box_of(start)
    assert box["height"] >= THUMB
    phone.page.touchscreen.tap(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
    phone.page.wait_for_function("() => location.search.includes('from=202')")
    panel.locator("[data-undated]").tap()
    phone.wait_shown("afghanistan", "pakistan", "russia", "russia-attack-site")
    expect(panel.locator("[data-time-words]")).to_contain_text("to December 2024")


def test_the_route_is_stepped_by_touch_with_the_map_in_view(phone: AtlasPage) -> None:
    open_more(phone)
    panel = phone.open_panel("What recruits were told to do")
    for place, leg in (("turkey", 0), ("afghanistan", 1), ("quetta", 2)):
        panel.get_by_role("button", name="Next leg").tap()
        phone.wait_selected(place)
        phone.map_frame.wait_for_selector(f".route-leg-{leg}.is-current")
    caption = phone.map_frame.locator(".route-caption")
    assert "according to interrogated detainees" in caption.inner_text()
    assert 0.40 <= phone.share_of_height("map") <= 0.50


def test_the_share_dialog_is_used_by_touch(phone: AtlasPage) -> None:
    phone.mention("quetta-training").tap()
    phone.page.locator("#atlas-share").tap()
    dialog = phone.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    box = box_of(dialog)
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= WIDTH
    assert box["height"] <= HEIGHT
    link = dialog.get_by_label("Link to the passage")
    link.tap()
    expect(link).to_have_value(phone.page.url.split("&at=")[0])
    assert dialog.evaluate(SMALL_TARGETS) == []
    dialog.get_by_role("button", name="Close").tap()
    expect(dialog).to_be_hidden()


def test_what_can_be_touched_is_as_large_as_a_thumb(phone: AtlasPage) -> None:
    assert phone.page.locator(".masthead").evaluate(SMALL_TARGETS) == []
    phone.mention("balochistan-council").tap()
    assert phone.card.evaluate(SMALL_TARGETS) == []
    open_more(phone)
    for panel in phone.page.locator("#atlas-more details.panel").all():
        panel.locator("summary").tap()
    assert phone.page.locator("#atlas-more").evaluate(SMALL_TARGETS) == []


def test_nothing_scrolls_sideways_whatever_lies_open(phone: AtlasPage) -> None:
    assert phone.sideways_scroll() == 0
    open_more(phone)
    for panel in phone.page.locator("#atlas-more details.panel").all():
        panel.locator("summary").tap()
        assert phone.sideways_scroll() == 0
    wider = phone.page.evaluate(
        """() => [".stMain", "#atlas-more", "#atlas-article"].filter((selector) => {
             const one = document.querySelector(selector);
             return one.scrollWidth > one.clientWidth;
           })"""
    )
    assert wider == []


@pytest.mark.parametrize("page", ["places", "claims", "ledger", "data", "about"])
def test_the_other_pages_do_not_scroll_sideways_and_show_their_menu(
    visit: Visit, page: str
) -> None:
    atlas = visit(f"/{page}", device="phone", reader=False)
    expect(atlas.page.locator("h1")).to_be_visible()
    assert atlas.sideways_scroll() == 0
    wider = atlas.page.locator(".stMain").evaluate("(one) => one.scrollWidth - one.clientWidth")
    assert wider == 0
    links = [box_of(link) for link in atlas.page.locator("nav a").all()]
    assert len(links) == 6
    assert all(link["x"] >= 0 and link["x"] + link["width"] <= WIDTH for link in links)
    if page in ("places", "claims", "ledger"):
        table = atlas.page.locator(".table-scroll")
        assert table.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0


def test_the_theme_switches_of_the_claims_page_have_their_names(visit: Visit) -> None:
    atlas = visit("/claims", device="phone", reader=False)
    atlas.page.get_by_text("Choose topics, speakers, times").tap()
    chips = atlas.page.locator("[data-theme-switch]")
    expect(chips.first.locator(".chip-title")).to_be_visible()
    assert all(box_of(chip)["height"] >= THUMB for chip in chips.all())
