"""What `show` does: a place is framed until the reader has moved the map by hand, then kept."""

from __future__ import annotations

import pytest

from tests.browser.map.known import INSIDE_PUNJAB, QUETTA
from tests.browser.map_page import MapPage, OpenMap

ON_THE_VOLGA = (47.0, 52.5)
BALOCHISTAN = ((60.87, 24.88), (70.29, 32.08))  # its south-west and north-east


def show(
    atlas: MapPage,
    place: str,
    *others: str,
    why: str = "choice",
    cover: dict[str, int] | None = None,
    right: int = 0,
    bottom: int = 0,
) -> None:
    """Ask for a place, and return when the map stands still.

    What the page covers is the box ``cover``, or the outermost pixels at the right or the bottom.
    """
    size = atlas.page.viewport_size
    assert size
    if right or bottom:
        left, top = (size["width"] - right, 0) if right else (0, size["height"] - bottom)
        cover = {"left": left, "top": top, "right": size["width"], "bottom": size["height"]}
    atlas.say("show", place=place, others=list(others), cover=cover, why=why)
    atlas.settle()


def span(atlas: MapPage, corners: tuple[tuple[float, float], ...]) -> tuple[float, ...]:
    """Return left, top, right and bottom of a box of the world, in pixels of the page."""
    (left, bottom), (right, top) = (atlas.position(*corner) for corner in corners)
    return left, top, right, bottom


# -- showing places to a reader who has not moved the map ------------------------------------------


def test_a_point_is_shown_with_its_surroundings(atlas: MapPage) -> None:
    show(atlas, "quetta")
    assert atlas.view()[2] == 6
    assert atlas.position(*QUETTA) == pytest.approx((500, 400), abs=2)


def test_an_area_is_fitted_to_some_sixty_percent_of_the_room(atlas: MapPage) -> None:
    show(atlas, "balochistan")
    left, top, right, bottom = span(atlas, BALOCHISTAN)
    share = max((right - left) / 944, (bottom - top) / 744)  # 1000 × 800 less margins of 28
    assert 0.5 < share <= 0.6
    assert (left + right) / 2 == pytest.approx(500, abs=2)
    assert (top + bottom) / 2 == pytest.approx(400, abs=2)


def test_a_small_area_is_not_magnified_without_end(atlas: MapPage) -> None:
    show(atlas, "tribal-areas")
    assert 6 <= atlas.view()[2] <= 7


def test_what_the_page_covers_is_no_room(atlas: MapPage) -> None:
    show(atlas, "balochistan", right=400)
    left, _, right, _ = span(atlas, BALOCHISTAN)
    assert (left + right) / 2 == pytest.approx(300, abs=2)
    assert (right - left) / 544 <= 0.6


def test_a_place_in_full_view_at_a_sensible_size_moves_nothing(atlas: MapPage) -> None:
    before = atlas.view()
    show(atlas, "pakistan")
    show(atlas, "russia")
    assert atlas.view() == before
    atlas.say("goto", lat=31, lon=66, zoom=5.5)
    atlas.settle()
    before = atlas.view()
    show(atlas, "quetta")
    show(atlas, "balochistan")
    assert atlas.view() == before


def test_a_place_that_is_covered_in_part_is_framed_anew(atlas: MapPage) -> None:
    show(atlas, "quetta", bottom=400)
    assert atlas.view()[2] == 6
    show(atlas, "balochistan", bottom=400)
    _, top, _, bottom = span(atlas, BALOCHISTAN)
    assert top > 0
    assert bottom < 400


def test_a_place_larger_than_any_frame_is_shown_at_its_label(atlas: MapPage) -> None:
    show(atlas, "quetta")
    show(atlas, "russia")
    x, y = atlas.position(50.5, 56.9)
    assert (x, y, atlas.view()[2]) == pytest.approx((500, 400, 3), abs=2)


def test_moves_by_the_page_do_not_count_as_the_readers(atlas: MapPage) -> None:
    atlas.say("goto", lat=40, lon=30, zoom=5.5)
    atlas.settle()
    show(atlas, "quetta")
    assert atlas.view()[2] == 6
    show(atlas, "southern-tajikistan")
    assert atlas.view()[2] > 6


def test_home_gives_the_readers_zoom_back_to_the_map(atlas: MapPage) -> None:
    atlas.move_by_hand()
    zoom = atlas.view()[2]
    show(atlas, "quetta")
    assert atlas.view()[2] == zoom
    atlas.frame.click('button[aria-label^="Show the whole article"]')
    atlas.wait("view")
    show(atlas, "quetta")
    assert atlas.view()[2] == 6


def test_along_a_route_the_zoom_stays_so_that_both_ends_are_in_view(atlas: MapPage) -> None:
    before = atlas.view()
    atlas.say("route", id="recruits", leg=2)
    show(atlas, "quetta", "afghanistan", why="route")
    assert atlas.view() == before


# -- showing places to a reader who has moved the map by hand -------------------------------------


def test_showing_a_place_in_view_moves_nothing_of_the_readers_own(atlas: MapPage) -> None:
    atlas.move_by_hand()
    before = atlas.view()
    for place in ("quetta", "balochistan", "russia-attack-site", "russia"):
        atlas.say("show", place=place, others=[], cover=None, why="choice")
    atlas.settle()
    assert atlas.view() == before


def test_showing_a_place_out_of_view_keeps_the_readers_zoom_where_it_fits(
    atlas: MapPage,
) -> None:
    atlas.move_by_hand()
    atlas.say("goto", lat=40, lon=30, zoom=6)
    atlas.settle()
    show(atlas, "quetta", right=400)
    assert atlas.view()[2] == 6
    x, y = atlas.position(*QUETTA)
    assert x == pytest.approx(300, abs=40)
    assert y == pytest.approx(400, abs=40)


def test_a_place_too_large_or_too_small_for_the_zoom_is_fitted(atlas: MapPage) -> None:
    atlas.move_by_hand()
    atlas.say("goto", lat=10, lon=-60, zoom=9)
    atlas.settle()
    atlas.say("show", place="balochistan", others=[], cover=None, why="choice")
    atlas.settle()
    assert 5 <= atlas.view()[2] <= 7
    west_south, east_north = atlas.position(60.9, 24.9), atlas.position(70.2, 32.0)
    assert west_south[0] > 0 < east_north[1]
    assert east_north[0] < 1000
    assert west_south[1] < 800
    atlas.say("goto", lat=31, lon=67, zoom=2)
    atlas.settle()
    atlas.say("show", place="southern-tajikistan", others=[], cover=None, why="choice")
    atlas.settle()
    assert atlas.view()[2] >= 5


# -- showing the place that the reader has just clicked on the map ---------------------------------


@pytest.mark.parametrize(
    ("at", "place"), [(INSIDE_PUNJAB, "pakistan"), (ON_THE_VOLGA, "russia"), (QUETTA, "quetta")]
)
def test_a_click_on_the_map_does_not_move_it(
    atlas: MapPage, at: tuple[float, float], place: str
) -> None:
    before = atlas.view()
    atlas.page.mouse.click(*atlas.position(*at))
    assert atlas.wait("click")["place"] == place
    show(atlas, place, why="map-click")
    assert atlas.view() == before


def test_a_click_moves_the_map_no_more_than_its_places_label_needs(atlas: MapPage) -> None:
    label = atlas.frame.locator('[data-label-for="quetta"]')
    before, box = atlas.view(), label.bounding_box()
    assert box
    atlas.page.mouse.click(*atlas.position(*QUETTA))
    covered = round(1000 - box["x"])  # the card covers all of the label
    show(atlas, "quetta", why="map-click", right=covered)
    moved = label.bounding_box()
    assert moved
    assert atlas.view()[2] == before[2]
    assert moved["y"] == pytest.approx(box["y"], abs=1)
    assert moved["x"] + moved["width"] == pytest.approx(1000 - covered - 28, abs=2)


def test_a_click_beside_the_card_or_just_under_its_edge_hardly_moves_the_map(
    atlas: MapPage,
) -> None:
    label = atlas.frame.locator('[data-label-for="quetta"]')
    before, box = atlas.view(), label.bounding_box()
    assert box
    left, bottom = round(box["x"]), round(box["y"] + box["height"])
    atlas.page.mouse.click(*atlas.position(*QUETTA))
    beside = {"left": left - 300, "top": 100, "right": left - 2, "bottom": 800}
    show(atlas, "quetta", why="map-click", cover=beside)
    assert atlas.view() == before
    atlas.page.mouse.click(*atlas.position(*QUETTA))
    show(atlas, "quetta", why="map-click", cover={**beside, "top": bottom - 5, "right": left + 300})
    moved = label.bounding_box()
    assert moved
    assert moved["x"] == pytest.approx(box["x"], abs=1)
    assert box["y"] - moved["y"] == pytest.approx(5 + 28, abs=2)


def test_a_label_comes_out_from_under_a_card_that_leaves_it_little_room(open_map: OpenMap) -> None:
    atlas = open_map(viewport={"width": 390, "height": 160}, reduced_motion="reduce")
    atlas.say("goto", lat=30.2, lon=67, zoom=6)
    atlas.settle()
    label = atlas.frame.locator('[data-label-for="quetta"]')
    atlas.page.mouse.click(*atlas.position(*QUETTA))
    assert atlas.wait("click")["place"] == "quetta"
    show(atlas, "quetta", why="map-click", bottom=120)  # 40 pixels are left
    box = label.bounding_box()
    assert box
    assert box["y"] + box["height"] < 160 - 120


def test_a_click_on_one_place_says_nothing_of_how_another_is_shown(atlas: MapPage) -> None:
    atlas.frame.click('[data-label-for="turkey"]')
    atlas.wait("click")
    show(atlas, "quetta")
    assert atlas.view()[2] == 6


def test_on_a_phone_a_place_is_framed_in_the_little_room_there_is(open_map: OpenMap) -> None:
    atlas = open_map(viewport={"width": 390, "height": 371}, reduced_motion="reduce")
    show(atlas, "balochistan", bottom=170)
    left, top, right, bottom = span(atlas, BALOCHISTAN)
    assert left > 0
    assert top > 0
    assert right < 390
    assert bottom < 371 - 170
