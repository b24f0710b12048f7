"""How the map moves: when it is told to, by the reader's hands, and when its frame changes size."""

from __future__ import annotations

import pytest

from tests.browser.map_page import MapPage, OpenMap

# -- moving ----------------------------------------------------------------------------------------


def test_the_readers_moves_are_told_and_the_pages_are_not(atlas: MapPage) -> None:
    atlas.say("goto", lat=33, lon=66, zoom=5)
    atlas.settle()
    atlas.say("home")
    atlas.settle()
    atlas.say("goto", lat=33, lon=66, zoom=5)
    atlas.settle()
    assert atlas.heard("view") == []
    atlas.frame.click('button[aria-label="Zoom in"]')
    told = atlas.wait("view")
    assert (told["lat"], told["lon"], told["zoom"]) == (
        pytest.approx(33, abs=0.02), pytest.approx(66, abs=0.02), 6,
    )  # fmt: skip
    assert set(told) == {"atlas", "type", "lat", "lon", "zoom"}


def test_home_brings_back_the_first_view(atlas: MapPage) -> None:
    before = atlas.view()
    atlas.say("goto", lat=50, lon=0, zoom=7)
    atlas.settle()
    atlas.say("home")
    atlas.settle()
    assert atlas.view() == pytest.approx(before, abs=0.01)


def test_the_home_button_is_told_as_a_move_by_the_reader(atlas: MapPage) -> None:
    before = atlas.view()
    atlas.say("goto", lat=50, lon=0, zoom=7)
    atlas.settle()
    atlas.frame.click('button[aria-label^="Show the whole article"]')
    told = atlas.wait("view")
    assert (told["lat"], told["lon"], told["zoom"]) == pytest.approx(before, abs=0.01)
    assert len(atlas.heard("view")) == 1


def test_a_move_asked_for_during_another_is_not_lost(atlas: MapPage) -> None:
    atlas.say("goto", lat=50, lon=10, zoom=6)
    atlas.say("goto", lat=45, lon=20, zoom=5)
    atlas.say("goto", lat=33, lon=66, zoom=5.5)
    atlas.settle()
    assert atlas.view() == pytest.approx((33, 66, 5.5), abs=0.02)
    assert atlas.heard("view") == []


def test_a_reader_who_drags_a_moving_map_is_told_and_the_pages_part_is_not(
    atlas: MapPage,
) -> None:
    zoom = atlas.view()[2]
    atlas.say("goto", lat=38, lon=50, zoom=zoom)
    atlas.move_by_hand()
    atlas.say("goto", lat=30, lon=60, zoom=zoom)
    atlas.settle()
    assert atlas.heard("view") == []


def test_a_new_size_keeps_the_middle_that_the_reader_chose(open_map: OpenMap) -> None:
    atlas = open_map()
    atlas.say("goto", lat=33, lon=66, zoom=6)
    atlas.settle()
    atlas.page.set_viewport_size({"width": 600, "height": 700})
    atlas.frame.wait_for_function("() => window.map.getSize().x === 600")
    assert atlas.view() == pytest.approx((33, 66, 6), abs=0.02)
    assert atlas.heard("view") == []


def test_a_new_size_fits_the_first_view_again_while_nobody_has_moved_it(open_map: OpenMap) -> None:
    atlas = open_map()
    zoom = atlas.view()[2]
    atlas.page.set_viewport_size({"width": 420, "height": 500})
    atlas.frame.wait_for_function("() => window.map.getSize().x === 420")
    assert atlas.view()[2] < zoom
    assert 0 < atlas.position(26.0, 39.0)[0] < atlas.position(77.0, 35.0)[0] < 420


# -- gestures --------------------------------------------------------------------------------------


def test_the_wheel_zooms_where_the_app_fills_the_window(atlas: MapPage) -> None:
    zoom = atlas.view()[2]
    atlas.page.mouse.move(500, 400)
    atlas.page.mouse.wheel(0, -240)
    assert atlas.wait("view")["zoom"] > zoom


def test_the_wheel_is_left_to_the_page_where_the_app_is_embedded(open_map: OpenMap) -> None:
    atlas = open_map("/?embed=true")
    before = atlas.view()
    atlas.page.mouse.move(500, 400)
    atlas.page.mouse.wheel(0, -240)
    atlas.frame.wait_for_selector(".atlas-hint.is-shown")
    atlas.settle()
    assert atlas.view() == before
    atlas.page.keyboard.down("Control")
    atlas.page.mouse.wheel(0, -240)
    assert atlas.wait("view")["zoom"] > before[2]


class Fingers:
    """Touches the screen as fingers do."""

    def __init__(self, atlas: MapPage) -> None:
        self.session = atlas.page.context.new_cdp_session(atlas.page)

    def send(self, kind: str, *points: tuple[int, int]) -> None:
        """Send one touch event with the fingers at these points."""
        touches = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


def test_one_finger_leaves_the_map_and_is_told_to_take_two(open_map: OpenMap) -> None:
    atlas = open_map(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 600})
    before = atlas.view()
    fingers = Fingers(atlas)
    fingers.send("touchStart", (200, 300))
    for x in (190, 170, 140, 100):
        fingers.send("touchMove", (x, 300))
    atlas.frame.wait_for_selector(".atlas-hint.is-shown")
    fingers.send("touchEnd")
    atlas.settle()
    assert atlas.view() == before


def test_two_fingers_move_and_zoom_the_map(open_map: OpenMap) -> None:
    atlas = open_map(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 600})
    before = atlas.view()
    fingers = Fingers(atlas)
    fingers.send("touchStart", (180, 300), (220, 300))
    for spread in (30, 50, 80, 110):
        fingers.send("touchMove", (200 - spread, 260), (200 + spread, 260))
    fingers.send("touchEnd")
    told = atlas.wait("view")
    assert told["zoom"] > before[2] + 1


def test_buttons_are_large_enough_for_fingers_on_a_phone(open_map: OpenMap) -> None:
    atlas = open_map(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 600})
    boxes = [one.bounding_box() for one in atlas.frame.locator("button:visible").all()]
    assert len(boxes) == 4
    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes)


def test_reduced_motion_moves_at_once(open_map: OpenMap) -> None:
    atlas = open_map(reduced_motion="reduce")
    atlas.say("goto", lat=40, lon=30, zoom=6)
    assert atlas.view() == pytest.approx((40, 30, 6), abs=0.02)
