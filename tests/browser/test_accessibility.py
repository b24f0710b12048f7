"""Nothing that axe calls serious, light and dark, on a phone too; less motion; a visible focus."""

import pytest
from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.axe import grave_findings
from tests.browser.conftest import Scheme, Visit
from tests.contrast import contrast

# Counts how the map moves: steps of a move, and animated steps of zoom.
COUNT_MOVES = """
() => {
  window.moved = {steps: 0, zooms: 0};
  window.map.on("move", () => { window.moved.steps += 1; });
  window.map.on("zoomanim", () => { window.moved.zooms += 1; });
}
"""
TURKEY_IN_VIEW = "() => window.map.getBounds().contains([39, 35.2])"
# What a focus ring looks like, and the ground that it stands on.
RING = """
(one) => {
  let ground = one;
  while (getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") {
    ground = ground.parentElement;
  }
  const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(one);
  return {style: outlineStyle, width: parseFloat(outlineWidth), colour: outlineColor,
          ground: getComputedStyle(ground).backgroundColor};
}
"""


def found(atlas: AtlasPage) -> list[str]:
    return [str(finding) for finding in grave_findings(atlas.page)]


def change_scheme(atlas: AtlasPage, scheme: Scheme) -> None:
    """Change light to dark or back as the reader's system does."""
    atlas.page.emulate_media(color_scheme=scheme)
    atlas.page.wait_for_selector(f'html[data-scheme="{scheme}"]', state="attached")


@pytest.mark.parametrize("page", ["places", "claims", "ledger", "data", "about"])
def test_axe_finds_nothing_serious_on_a_page_light_or_dark(visit: Visit, page: str) -> None:
    atlas = visit(f"/{page}", reader=False)
    for summary in atlas.page.locator(".atlas-page summary:visible").all():
        summary.click()
    assert found(atlas) == []
    change_scheme(atlas, "dark")
    assert found(atlas) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_while_reading_map_included(visit: Visit, scheme: Scheme) -> None:
    atlas = visit("/?place=balochistan&route=recruits.2&names=ur", scheme=scheme)
    expect(atlas.card).to_be_visible()
    atlas.map_frame.wait_for_selector(".route-caption")
    assert found(atlas) == []
    for summary in atlas.page.locator("#atlas-more summary, #atlas-card summary").all():
        summary.click()
    atlas.button("None").first.click()
    atlas.wait_shown()
    assert found(atlas) == []
    atlas.page.locator("#atlas-share").click()
    expect(atlas.page.get_by_role("dialog")).to_be_visible()
    assert found(atlas) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_a_phone(visit: Visit, scheme: Scheme) -> None:
    atlas = visit("/?place=russia-attack-site&place=atlantis", device="phone", scheme=scheme)
    expect(atlas.card).to_be_visible()
    assert found(atlas) == []
    atlas.page.locator("#atlas-more-button").tap()
    for summary in atlas.page.locator("#atlas-more summary").all():
        summary.tap()
    assert found(atlas) == []


def test_axe_finds_nothing_serious_where_the_map_failed_or_a_link_is_wrong(visit: Visit) -> None:
    atlas = visit("/?place=atlantis&mention=islamabad")
    assert len(atlas.notices()) == 1
    atlas.page.locator("#atlas-map-fault").evaluate("(one) => { one.hidden = false; }")
    atlas.page.locator("#atlas-link-box").evaluate("(one) => { one.hidden = false; }")
    assert found(atlas) == []


def test_every_mention_is_a_button_that_says_what_it_is(reader: AtlasPage) -> None:
    buttons = reader.page.locator("#atlas-article [data-mention]")
    assert buttons.count() == 53
    assert buttons.evaluate_all(
        "(all) => all.every((one) => one.tagName === 'BUTTON' && one.type === 'button')"
    )
    turkey = reader.mention("turkey-travel")
    expect(turkey).to_have_accessible_name("Turkey")
    islamabad = reader.mention("islamabad")
    expect(islamabad).to_have_accessible_description(
        "Not on the map: stands for something other than the place, such as a government"
    )


def test_names_in_other_scripts_say_their_language_and_direction(reader: AtlasPage) -> None:
    reader.mention("balochistan-council").click()
    name = reader.card.locator(".local-name").first
    expect(name).to_have_attribute("lang", "ur")
    expect(name).to_have_attribute("dir", "rtl")


def test_the_map_has_a_name_and_so_has_each_of_its_buttons(reader: AtlasPage) -> None:
    expect(reader.page.locator(".st-key-atlas-map iframe")).to_have_attribute(
        "title", "Map of the places"
    )
    region = reader.map_frame.locator(".atlas-map")
    expect(region).to_have_role("region")
    expect(region).to_have_accessible_name(
        "Map of the article’s places. Arrow keys "
        "move it, plus and minus zoom. Every place is also a button in the text and a row of the "
        "page Places."
    )
    for name in ("Zoom in", "Zoom out"):
        expect(reader.map_frame.get_by_role("button", name=name)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_on_mentions_chips_and_links(visit: Visit, scheme: Scheme) -> None:
    atlas = visit(scheme=scheme)
    for before, wanted in (
        (atlas.mention("khorasan-opening"), atlas.mention("continent-opening")),
        (atlas.button("None").first, atlas.theme_chip("presence")),
        (atlas.page.locator("nav a").first, atlas.page.locator("nav a").nth(1)),
    ):
        before.focus()
        atlas.page.keyboard.press("Tab")
        expect(wanted).to_be_focused()
        ring = wanted.evaluate(RING)
        assert ring["style"] == "solid"
        assert ring["width"] >= 2
        assert contrast(ring["colour"], ring["ground"]) >= 3


def test_who_asks_for_less_motion_gets_a_map_that_jumps(visit: Visit) -> None:
    atlas = visit(reduced_motion="reduce")
    atlas.look(10, 100, 5)
    atlas.map_frame.evaluate(COUNT_MOVES)
    atlas.mention("turkey-travel").click()
    atlas.map_frame.wait_for_function(TURKEY_IN_VIEW)
    assert atlas.map_frame.evaluate("() => window.moved") == {"steps": 1, "zooms": 0}


def test_who_does_not_gets_a_map_that_glides(visit: Visit) -> None:
    atlas = visit()
    atlas.look(35, 45, 5)
    atlas.map_frame.evaluate(COUNT_MOVES)
    atlas.mention("quetta-training").click()
    atlas.map_frame.wait_for_function("() => window.map.getBounds().contains([30.2, 67])")
    atlas.map_frame.wait_for_function("() => window.moved.steps + window.moved.zooms > 2")


def test_at_the_width_of_a_page_zoomed_four_times_nothing_scrolls_sideways(visit: Visit) -> None:
    atlas = visit("/?place=balochistan", viewport={"width": 320, "height": 640})
    assert atlas.sideways_scroll() == 0
    assert atlas.page.locator(".stMain").evaluate("(one) => one.scrollWidth") == 320
    box = atlas.card.bounding_box()
    assert box is not None
    assert box["width"] <= 320
