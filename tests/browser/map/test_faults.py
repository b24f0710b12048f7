"""The map's frame where something is missing: a file, Streamlit, room to draw."""

from __future__ import annotations

import pytest

from geodata.reader.bundle import script
from tests.browser.map_page import FRAME, MapPage, OpenMap

# -- what may be missing ---------------------------------------------------------------------------


@pytest.mark.console_allowed
def test_without_the_basemap_the_places_stay_and_the_reader_is_told(open_map: OpenMap) -> None:
    atlas = open_map(refuse="**/basemap/world.json")
    assert "background map" in atlas.wait("fault")["message"]
    notice = atlas.frame.locator(".atlas-notice")
    assert notice.is_visible()
    assert notice.get_attribute("role") == "status"
    assert len(atlas.place_ids()) == 11
    atlas.frame.dispatch_event("path.place-quetta", "click")
    assert atlas.wait("click")["place"] == "quetta"


@pytest.mark.console_allowed
@pytest.mark.parametrize("missing", ["**/leaflet.js", f"**/static/{script('map')}*"])
def test_without_a_script_the_frame_says_so_instead_of_staying_blank(
    open_map: OpenMap, missing: str
) -> None:
    atlas = open_map(refuse=missing, until="fault", streamlit=True)
    assert "could not be loaded" in atlas.heard("fault")[0]["message"]
    assert atlas.frame.locator(".atlas-notice").is_visible()


# -- no room to draw -------------------------------------------------------------------------------


def give_room(atlas: MapPage, room: bool) -> None:
    """Hide the map's frame, or show it, as the page around it may do."""
    atlas.page.evaluate(
        "([selector, shown]) => { document.querySelector(selector).style.display = "
        "shown ? '' : 'none'; }",
        [FRAME, room],
    )


def test_a_frame_that_is_hidden_at_first_is_drawn_when_it_is_shown(open_map: OpenMap) -> None:
    shown = open_map()
    atlas = open_map("/hidden.html")
    assert atlas.heard("fault") == []
    give_room(atlas, True)
    atlas.wait_basemap()
    assert atlas.view() == pytest.approx(shown.view(), abs=0.01)
    assert atlas.heard("view") == []
    assert atlas.heard("fault") == []
    boxes = [
        one.frame.locator('[data-label-for="quetta"]').bounding_box() for one in (shown, atlas)
    ]
    assert boxes[0] == pytest.approx(boxes[1], abs=2)


def test_what_a_hidden_frame_is_asked_to_show_is_shown_later(open_map: OpenMap) -> None:
    atlas = open_map("/hidden.html")
    atlas.say("goto", lat=33, lon=66, zoom=6)
    give_room(atlas, True)
    atlas.wait_basemap()
    assert atlas.view() == pytest.approx((33, 66, 6), abs=0.02)
    assert atlas.heard("view") == []


def test_a_frame_that_is_hidden_for_a_while_keeps_its_view_and_says_nothing(
    open_map: OpenMap,
) -> None:
    atlas = open_map()
    atlas.wait_basemap()
    atlas.move_by_hand()
    before = atlas.view()
    give_room(atlas, False)
    atlas.paint(scheme="dark", language="ur")
    atlas.say("hover", place="quetta")
    give_room(atlas, True)
    atlas.frame.wait_for_function("() => map.getContainer().clientWidth === 1000")
    atlas.settle()
    assert atlas.view() == pytest.approx(before, abs=0.01)
    assert atlas.heard("view") == []
    assert atlas.heard("fault") == []
    box = atlas.frame.locator('[data-label-for="quetta"]').bounding_box()
    assert box
    assert box["width"] > 20


# -- without streamlit -----------------------------------------------------------------------------


def test_the_map_works_as_a_page_of_its_own(open_map: OpenMap) -> None:
    atlas = open_map()
    assert len(atlas.place_ids()) == 11
    atlas.frame.dispatch_event("path.place-quetta", "click")
    assert atlas.wait("click")["place"] == "quetta"
    atlas.say("hover", place="quetta")
    assert atlas.places_with("is-hovered") == {"quetta"}
