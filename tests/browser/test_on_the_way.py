"""Walking through places and legs: what is framed, what Back gives back, what moves along."""

from __future__ import annotations

from typing import cast

import pytest
from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit

STOPS = {0: ("russia", "turkey"), 1: ("turkey", "afghanistan"), 2: ("afghanistan", "quetta")}
HIDDEN = """(ids) => {
  const [frame, page] = [window.frameElement.getBoundingClientRect(), window.parent.document];
  const cards = [...page.querySelectorAll("#atlas-card:not([hidden])")];
  const boxes = cards.map((card) => card.getBoundingClientRect())
    .map(({ left, top, right, bottom }) => ({ left: left - frame.left, top: top - frame.top,
      right: right - frame.left, bottom: bottom - frame.top }));
  boxes.push(document.querySelector(".route-caption").getBoundingClientRect());
  const labels = ids.map((id) => document.querySelector(`[data-label-for="${id}"]`));
  return labels.filter((label) => {
    const { left, top, right, bottom } = label.getBoundingClientRect();
    const out = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
    return out || boxes.some((box) => left < box.right && box.left < right
      && top < box.bottom && box.top < bottom);
  }).map((label) => label.dataset.labelFor);
}"""
VIEW = "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"


def view(atlas: AtlasPage) -> list[float]:
    atlas.settle_map()
    return cast(list[float], atlas.map_frame.evaluate(VIEW))


@pytest.mark.parametrize("size", [(1400, 900), (1024, 768), (390, 844)])
def test_a_route_opens_with_all_its_stops_and_a_leg_with_both_ends(
    visit: Visit, size: tuple[int, int]
) -> None:
    atlas = visit("/?route=recruits", viewport={"width": size[0], "height": size[1]})
    atlas.map_frame.wait_for_selector(".route-caption")
    stops = ["russia", "turkey", "afghanistan", "quetta"]
    atlas.map_frame.wait_for_function(f"(ids) => ({HIDDEN})(ids).length === 0", arg=stops)
    for leg, ends in STOPS.items():
        atlas.map_frame.get_by_role("button", name="Next leg").click()
        atlas.map_frame.wait_for_selector(f".route-leg-{leg}.is-current")
        atlas.settle_map()
        expect(atlas.card_heading).to_be_visible()
        atlas.map_frame.wait_for_function(f"(ids) => ({HIDDEN})(ids).length === 0", arg=list(ends))
    atlas.map_frame.get_by_role("button", name="Put the route away").click()
    expect(atlas.map_frame.locator(".route-caption")).to_be_hidden()


def test_back_brings_back_where_the_map_stood(visit: Visit) -> None:
    atlas = visit("/")
    first = view(atlas)
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")
    second = view(atlas)
    atlas.mention("turkey-travel").click()
    atlas.wait_selected("turkey")
    third = view(atlas)
    assert first != second != third
    atlas.page.go_back()
    atlas.wait_selected("quetta")
    assert view(atlas) == pytest.approx(second, abs=0.01)
    atlas.page.go_forward()
    atlas.wait_selected("turkey")
    turkey = "() => map.getBounds().contains([39, 35])"
    atlas.map_frame.wait_for_function(turkey)
    atlas.page.go_back()
    atlas.wait_selected("quetta")
    assert view(atlas) == pytest.approx(second, abs=0.01)
    atlas.page.go_back()
    atlas.wait_unselected()
    assert view(atlas) == pytest.approx(first, abs=0.01)


def test_the_map_moves_along_with_the_text_for_who_wants_it(visit: Visit) -> None:
    atlas = visit("/")
    along = atlas.button("Move the map along")
    expect(along).to_be_hidden()
    atlas.button("Only what I am reading").click()
    expect(along).to_be_visible()
    before = view(atlas)
    atlas.mention("quetta-training").scroll_into_view_if_needed()
    assert view(atlas) == before
    along.click()
    atlas.map_frame.wait_for_function("(zoom) => map.getZoom() > zoom", arg=before[2])
    expect(along).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("size", [(1400, 900), (1024, 768), (1920, 1080)])
def test_the_card_takes_a_third_of_the_map_at_most(visit: Visit, size: tuple[int, int]) -> None:
    atlas = visit("/?place=afghanistan", viewport={"width": size[0], "height": size[1]})
    card, frame = atlas.card.bounding_box(), atlas.map_element.bounding_box()
    assert card is not None
    assert frame is not None
    assert card["width"] * card["height"] <= frame["width"] * frame["height"] / 3


def test_on_a_phone_who_says_it_and_three_lines_of_it_show(visit: Visit) -> None:
    atlas = visit("/?mention=quetta-training", device="phone")
    card = atlas.card.bounding_box()
    quote = atlas.card.locator(".quote").first
    lines = quote.evaluate("(one) => parseFloat(getComputedStyle(one).lineHeight) * 3")
    box = quote.bounding_box()
    assert card is not None
    assert box is not None
    expect(atlas.card.locator(".according").first).to_be_in_viewport(ratio=1)
    assert box["y"] + lines <= card["y"] + card["height"] + 1


@pytest.mark.parametrize("size", [(844, 390), (667, 375)])
def test_a_phone_held_sideways_has_map_and_text_side_by_side(
    visit: Visit, size: tuple[int, int]
) -> None:
    atlas = visit("/", device="phone", viewport={"width": size[0], "height": size[1]})
    frame = atlas.map_element.bounding_box()
    text = atlas.page.locator(".st-key-atlas-text").bounding_box()
    assert frame is not None
    assert text is not None
    assert frame["width"] == pytest.approx(size[0] / 2, abs=4)
    assert frame["height"] > size[1] / 2
    assert text["x"] >= frame["x"] + frame["width"] - 4
    assert atlas.sideways_scroll() == 0
    atlas.mention("khorasan-opening").tap()
    expect(atlas.card).to_be_visible()


def test_on_a_phone_the_first_claim_stands_on_the_first_screen(visit: Visit) -> None:
    atlas = visit("/claims", device="phone", reader=False)
    expect(atlas.page.locator("#root #claims tbody tr").first).to_be_in_viewport()
    atlas.page.get_by_text("Choose topics, speakers, times").tap()
    expect(atlas.theme_chip("presence")).to_be_visible()
