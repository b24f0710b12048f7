"""Lines on the map: their looks, how near a click must be, where they are named, what is framed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.map.plain import serve_plain
from tests.browser.map_page import MapPage
from tests.invented import write_lined_edition

RIVER, STREET, CROSSING = "alpine-inns", "old-bridge", "paris"
ON_THE_RIVER = (4.82, 45.375)
"""Longitude and latitude half way along a stretch that runs from north to south."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("lined")
    edition = write_lined_edition(folder)
    (folder / "site").mkdir()
    with serve_plain(folder / "site", edition) as served:
        yield served


@pytest.fixture
def lined(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[MapPage]:
    """Return the map of the edition with lines, for a mouse; by its parameter for fingers."""
    context = browser.new_context(
        viewport={"width": 900, "height": 700},
        has_touch=getattr(request, "param", False),
        color_scheme="light",
    )
    atlas = MapPage(context.new_page()).open(address).greet()
    yield atlas
    context.close()


@pytest.mark.parametrize("lined", [False, True], indirect=True, ids=["mouse", "touch"])
def test_a_line_is_hit_from_near_and_farther_by_a_finger(lined: MapPage) -> None:
    touch = lined.page.evaluate("() => navigator.maxTouchPoints > 0")
    lon, lat = ON_THE_RIVER
    lined.say("goto", lon=lon - 0.2, lat=lat - 0.3, zoom=9)  # France's name stands in the middle
    lined.settle()
    # Taps that follow each other within 0.2 s are one double tap, which zooms.
    lined.frame.evaluate("() => { window.map.doubleClickZoom.disable(); }")
    x, y = lined.position(*ON_THE_RIVER)
    for away, hit in ((0, True), (4, True), (10, touch), (16, False)):
        lined.forget()
        if touch:
            lined.page.touchscreen.tap(x - away, y)
        else:
            lined.page.mouse.click(x - away, y)
        assert lined.wait("click")["place"] == (RIVER if hit else "france"), away


def test_lines_look_like_lines(lined: MapPage) -> None:
    looks = lined.frame.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("path.place")].map((path) => {
             const { fill, strokeDasharray, markerStart } = getComputedStyle(path);
             return [path.id.replace("atlas-path-", ""), [fill, strokeDasharray, markerStart]];
           }))"""
    )
    assert looks[RIVER][:2] == ["none", "1px, 6px"]
    assert looks[STREET][:2] == ["none", "8px, 4px, 1px, 4px"]  # it is inferred
    assert [id for id, look in looks.items() if look[2] != "none"] == [CROSSING]
    assert looks[CROSSING][2] == 'url("#atlas-sign-border")'
    edge = lined.frame.evaluate(
        """(id) => {
             const edge = document.querySelector(`use[href="#atlas-path-${id}"]`);
             return getComputedStyle(edge).getPropertyValue("--e-width");
           }""",
        STREET,
    )
    assert edge.strip() == "7px"


def test_a_line_is_named_where_it_is_in_view(lined: MapPage) -> None:
    lined.wait_labels()
    lined.say("goto", lat=44.7, lon=4.78, zoom=10)
    lined.settle()
    box = lined.frame.evaluate(
        """(id) => {
             const { x, y, right, bottom } =
               document.querySelector(`[data-label-for="${id}"]`).getBoundingClientRect();
             return x > 0 && y > 0 && right < innerWidth && bottom < innerHeight;
           }""",
        RIVER,
    )
    assert box


@pytest.mark.parametrize(("place", "zoom"), [(CROSSING, 11.5), (STREET, 16), ("lyon", 6)])
def test_a_click_frames_as_much_as_the_kind_needs(lined: MapPage, place: str, zoom: float) -> None:
    lined.say("goto", lat=46, lon=4, zoom=4)
    lined.settle()
    lined.say("show", place=place, others=[], cover=None, why="chosen")
    lined.settle()
    assert lined.frame.evaluate("() => window.map.getZoom()") == zoom


def test_a_river_is_framed_whole(lined: MapPage) -> None:
    lined.say("show", place=RIVER, others=[], cover=None, why="chosen")
    lined.settle()
    seen = lined.frame.evaluate(
        "() => window.map.getBounds().contains([[44.4, 4.75], [46.2, 6.1]])"
    )
    assert seen
    assert 6 < lined.frame.evaluate("() => window.map.getZoom()") < 9
