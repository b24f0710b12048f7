"""What the map's frame paints when it is told to: states, schemes, tiles, routes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route

from tests.browser.map_page import MapPage, OpenMap
from tests.browser.recorder import Recorder

# -- painting --------------------------------------------------------------------------------------


def test_painting_hides_and_selects_on_the_same_paths(atlas: MapPage) -> None:
    atlas.frame.evaluate("() => { document.querySelector('.place-quetta').kept = true; }")
    atlas.paint(visible=["quetta", "balochistan"], selected="quetta")
    assert atlas.places_with("is-off") == set(atlas.place_ids()) - {"quetta", "balochistan"}
    assert atlas.places_with("is-selected") == {"quetta"}
    assert not atlas.frame.locator('[data-label-for="russia"]').is_visible()
    assert atlas.frame.evaluate("() => document.querySelector('.place-quetta').kept")
    atlas.paint()
    assert atlas.places_with("is-off") == set()
    assert atlas.places_with("is-selected") == set()
    assert atlas.frame.locator('[data-label-for="russia"]').is_visible()


def test_painting_the_same_state_again_changes_nothing(atlas: MapPage) -> None:
    atlas.wait_basemap()
    atlas.paint(selected="quetta", badges={"quetta": ["bases"]})
    atlas.frame.evaluate(
        """() => {
             window.changes = [];
             new MutationObserver((all) => window.changes.push(...all.map((one) => one.type)))
               .observe(document.body, {childList: true, subtree: true, attributes: true});
           }"""
    )
    atlas.paint(selected="quetta", badges={"quetta": ["bases"]})
    assert atlas.frame.evaluate("() => Promise.resolve().then(() => window.changes)") == []


def test_the_scheme_repaints_places_and_basemap_alike(atlas: MapPage) -> None:
    atlas.wait_basemap()
    land = """() => {
      const canvas = document.querySelector(".leaflet-atlas-basemap-pane canvas");
      const at = window.map.latLngToLayerPoint([48, 67]);
      const corner = L.DomUtil.getPosition(canvas);
      return [...canvas.getContext("2d").getImageData(at.x - corner.x, at.y - corner.y, 1, 1).data];
    }"""
    assert atlas.frame.evaluate(land) == [247, 244, 236, 255]
    atlas.paint(scheme="dark")
    assert atlas.frame.evaluate(land) == [34, 42, 49, 255]


def test_a_dark_screen_gets_the_dark_map_before_the_page_says_so(open_map: OpenMap) -> None:
    atlas = open_map(color_scheme="dark", greet=False)
    assert atlas.frame.locator('.atlas-map[data-scheme="dark"]').count() == 1


def test_hovering_by_the_page_marks_path_and_label(atlas: MapPage) -> None:
    atlas.say("hover", place="quetta")
    assert atlas.places_with("is-hovered") == {"quetta"}
    assert atlas.frame.locator('[data-label-for="quetta"].is-hovered').count() == 1
    atlas.say("hover", place=None)
    assert atlas.places_with("is-hovered") == set()


def test_unknown_places_in_a_message_are_left_aside(atlas: MapPage) -> None:
    before = atlas.view()
    atlas.paint(visible=["quetta", "atlantis"], selected="atlantis", badges={"quetta": ["magic"]})
    atlas.say("show", place="atlantis")
    atlas.say("hover", place="atlantis")
    atlas.say("route", id="nowhere", leg=0)
    atlas.say("goto", lat="x", lon=None, zoom=3)
    assert atlas.view() == before
    assert atlas.places_with("is-selected") == set()
    assert atlas.places_with("is-off") == set(atlas.place_ids()) - {"quetta"}


# -- tiles -----------------------------------------------------------------------------------------


@pytest.mark.outside_allowed
@pytest.mark.console_allowed
def test_tiles_are_asked_for_only_after_the_reader_turned_them_on(
    open_map: OpenMap, recorder: Recorder
) -> None:
    atlas = open_map()
    atlas.wait_basemap()
    assert recorder.outside == []
    pixel = b"\x89PNG\r\n\x1a\n"

    def answer(route: Route) -> None:
        route.fulfill(body=pixel, content_type="image/png")

    atlas.page.context.route("https://tile.openstreetmap.org/**", answer)
    with atlas.page.expect_request("https://tile.openstreetmap.org/**"):
        atlas.say("tiles", on=True)
    credits = atlas.frame.locator(".leaflet-control-attribution")
    assert "OpenStreetMap contributors" in credits.inner_text()
    basemap = atlas.frame.locator(".leaflet-atlas-basemap-pane")
    shown = "(pane) => getComputedStyle(pane).display"
    assert basemap.evaluate(shown) == "none"
    atlas.say("tiles", on=False)
    assert "OpenStreetMap" not in credits.inner_text()
    assert basemap.evaluate(shown) == "block"


# -- route -----------------------------------------------------------------------------------------


def test_a_route_shows_its_direction_and_says_what_it_is_not(atlas: MapPage) -> None:
    assert atlas.frame.locator(".route-leg").count() == 0
    atlas.say("route", id="recruits", leg=None)
    halves = atlas.frame.locator("path.route-leg")
    assert halves.count() == 6
    assert halves.evaluate_all("(all) => all.every((one) => one.getAttribute('marker-end'))")
    assert "not a path" in atlas.frame.locator(".route-caption").inner_text()
    atlas.say("route", id="recruits", leg=2)
    assert atlas.frame.locator("path.route-leg.is-current").count() == 2
    assert "3 of 3: " in atlas.frame.locator(".route-caption").inner_text()
    atlas.say("route", id=None, leg=None)
    assert atlas.frame.locator(".route-leg, .route-number").count() == 0
    assert not atlas.frame.locator(".route-caption").is_visible()
