"""The map's frame in a real browser: what it draws, what it reports, what it does when told."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Route

from geodata.foliummap import atlas_map, map_config
from geodata.load import load_edition
from tests.browser.axe import grave_findings
from tests.browser.map_page import FRAME, MapPage
from tests.browser.recorder import Recorder
from tests.browser.server import ROOT, Server, serve

EDITION = ROOT / "geodata" / "editions" / "taliban-is-k"
QUETTA = (67.00141, 30.18414)
INSIDE_BALOCHISTAN = (65.0, 28.0)
INSIDE_PUNJAB = (72.2, 29.9)
ARABIAN_SEA = (63.0, 22.0)

OpenMap = Callable[..., MapPage]


@pytest.fixture(scope="module")
def double(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("double")
    script = Path(shutil.copy(ROOT / "tests" / "browser" / "map_double.py", folder))
    (folder / "static").symlink_to(ROOT / "static")
    env = {"MAP_DOUBLE_EDITION": str(EDITION)}
    with serve(script, env=env, options=("--server.enableStaticServing=true",)) as running:
        yield running


@pytest.fixture(scope="module")
def long_open(browser: Browser, double: Server) -> Iterator[tuple[MapPage, Recorder]]:
    """Return a map that many tests use in turn, and what it does that it must not."""
    context = browser.new_context(viewport={"width": 1000, "height": 800}, color_scheme="light")
    recorder = Recorder()
    recorder.watch(context)
    atlas = MapPage(context.new_page()).open(double.url)
    atlas.wait_basemap()
    atlas.first_badges()
    yield atlas, recorder
    context.close()


@pytest.fixture
def atlas(long_open: tuple[MapPage, Recorder]) -> Iterator[MapPage]:
    """Return the long open map as it was at first; what it must not do is told at the end."""
    page, recorder = long_open
    yield page.reset()
    faults = recorder.faults()
    recorder.errors.clear()
    recorder.outside.clear()
    assert not faults, "\n".join(faults)


@pytest.fixture
def open_map(browser: Browser, recorder: Recorder, double: Server) -> Iterator[OpenMap]:
    """Return a function that opens the map in a fresh context; options go to Playwright."""
    contexts: list[BrowserContext] = []

    def open_one(
        path: str = "/", refuse: str = "", until: str = "ready", **options: Any
    ) -> MapPage:
        options.setdefault("viewport", {"width": 1000, "height": 800})
        context = browser.new_context(**options)
        contexts.append(context)
        recorder.watch(context)
        if refuse:
            context.route(refuse, lambda route: route.abort())
        return MapPage(context.new_page()).open(double.url + path, until)

    yield open_one
    for context in contexts:
        context.close()


# -- drawing ---------------------------------------------------------------------------------------


def test_all_places_are_drawn_once_in_svg_above_a_canvas_before_the_page_says_a_word(
    open_map: OpenMap,
) -> None:
    atlas = open_map()
    ids = atlas.heard("ready")[0]["places"]
    assert sorted(ids) == sorted(place.id for place in load_edition(EDITION).places)
    assert atlas.place_ids() == ids
    assert ids[0] == "russia"
    atlas.wait_basemap()
    panes = atlas.frame.evaluate(
        """() => ["atlas-basemap", "atlas-places", "atlas-names", "atlas-labels"].map((name) => {
             const pane = window.map.getPane(name);
             const count = (selector) => pane.querySelectorAll(selector).length;
             return [Number(getComputedStyle(pane).zIndex), count("path.place"), count("canvas")];
           })"""
    )
    assert [pane[1:] for pane in panes] == [[0, 1], [len(ids), 0], [0, 1], [0, 0]]
    assert [pane[0] for pane in panes] == sorted(pane[0] for pane in panes)


def test_the_map_fills_its_frame_whatever_height_python_gave_it(atlas: MapPage) -> None:
    size = atlas.frame.evaluate("() => { const s = window.map.getSize(); return [s.x, s.y]; }")
    assert size == [1000, 800]
    assert atlas.frame.evaluate("() => document.scrollingElement.scrollHeight <= innerHeight")


def test_the_first_view_holds_turkey_moscow_and_pakistan(open_map: OpenMap) -> None:
    atlas = open_map()
    for lon, lat in ((26.0, 39.0), (37.39, 55.8), (77.0, 35.5), (66.5, 24.9)):
        x, y = atlas.position(lon, lat)
        assert 0 < x < 1000
        assert 0 < y < 800


def test_precision_and_basis_differ_in_their_drawing_not_in_colour_alone(
    atlas: MapPage,
) -> None:

    def style(place: str, name: str) -> str:
        selector = f"path.place-{place}"
        return str(
            atlas.frame.evaluate(
                "([s, name]) => getComputedStyle(document.querySelector(s))[name]", [selector, name]
            )
        )

    assert style("balochistan", "strokeDasharray") == "none"
    assert style("southern-tajikistan", "strokeDasharray") != "none"
    assert style("russia-attack-site", "strokeDasharray") != "none"
    assert style("balochistan", "fillOpacity") == "0"
    assert style("southern-tajikistan", "fillOpacity") == "0"
    assert style("quetta", "fillOpacity") == "1"
    soft = atlas.frame.locator(".place-edge.precision-approximate").all()
    assert len(soft) == 3
    assert all("blur" in one.evaluate("(e) => getComputedStyle(e).filter") for one in soft)


def test_the_label_of_an_inferred_place_says_inferred(atlas: MapPage) -> None:
    label = atlas.frame.locator('[data-label-for="russia-attack-site"]')
    assert "inferred" in label.inner_text()


# -- labels ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1400, 900), (720, 860), (390, 371)])
def test_labels_of_places_do_not_overlap(open_map: OpenMap, size: tuple[int, int]) -> None:
    atlas = open_map(viewport={"width": size[0], "height": size[1]})
    atlas.wait_basemap()
    boxes = atlas.frame.evaluate(
        """() => [...document.querySelectorAll("[data-label-for]")].map((label) => {
             const {left, top, right, bottom} = label.getBoundingClientRect();
             return [label.dataset.labelFor, left, top, right, bottom];
           })"""
    )
    assert len(boxes) == len(atlas.place_ids())
    for a, b in combinations(boxes, 2):
        width = min(a[3], b[3]) - max(a[1], b[1])
        height = min(a[4], b[4]) - max(a[2], b[2])
        assert width <= 1 or height <= 1, f"{a[0]} overlaps {b[0]} by {width:.0f} × {height:.0f} px"


def test_badges_stand_at_the_label_with_the_themes_that_the_page_names(atlas: MapPage) -> None:
    atlas.paint(badges={"quetta": ["recruitment", "bases"], "pakistan": []})
    themes = atlas.frame.locator('[data-label-for="quetta"] .badge').evaluate_all(
        "(all) => all.map((one) => one.dataset.theme)"
    )
    assert themes == ["recruitment", "bases"]
    assert atlas.frame.locator('[data-label-for="pakistan"] .badge').count() == 0
    assert atlas.frame.locator("[data-label-for].place-quetta").count() == 0


def test_names_change_language_and_direction_without_a_new_frame(atlas: MapPage) -> None:
    name = atlas.frame.locator('[data-label-for="quetta"] .label-name')
    assert (name.inner_text(), name.get_attribute("dir")) == ("Quetta", "ltr")
    atlas.paint(language="ur")
    assert (name.inner_text(), name.get_attribute("dir")) == ("کوئٹہ", "rtl")
    assert name.get_attribute("lang") == "ur"
    vague = atlas.frame.locator('[data-label-for="western-pakistani-provinces"] .label-name')
    assert (vague.get_attribute("lang"), vague.get_attribute("dir")) == ("en", "ltr")


def test_a_place_that_fills_the_view_keeps_its_label_in_view(atlas: MapPage) -> None:
    atlas.say("goto", lat=35.5, lon=62.8, zoom=7)  # Afghanistan's label stands at 34.1, 65.3
    atlas.settle()
    box = atlas.frame.locator('[data-label-for="afghanistan"]').bounding_box()
    assert box
    assert 0 <= box["x"] <= 1000 - box["width"]
    assert 0 <= box["y"] <= 800 - box["height"]


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
    atlas = open_map(color_scheme="dark")
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


# -- reporting -------------------------------------------------------------------------------------


def test_the_frame_answers_every_hello(atlas: MapPage) -> None:
    atlas.forget()
    atlas.say("hello")
    assert atlas.wait("ready")["places"] == atlas.place_ids()


@pytest.mark.parametrize(
    ("at", "shift", "place"),
    [
        (QUETTA, (0, 0), "quetta"),
        (QUETTA, (7, 5), "quetta"),
        (INSIDE_BALOCHISTAN, (0, 0), "balochistan"),
        (INSIDE_PUNJAB, (0, 0), "pakistan"),
        (ARABIAN_SEA, (0, 0), None),
    ],
)
def test_a_click_means_the_smallest_place_under_it(
    atlas: MapPage, at: tuple[float, float], shift: tuple[int, int], place: str | None
) -> None:
    atlas.say("goto", lat=29.5, lon=67, zoom=6)
    atlas.settle()
    x, y = atlas.position(*at)
    atlas.page.mouse.click(x + shift[0], y + shift[1])
    assert atlas.wait("click")["place"] == place


def test_a_click_leaves_places_aside_that_are_off(atlas: MapPage) -> None:
    atlas.paint(visible=["pakistan"])
    atlas.say("goto", lat=29.5, lon=67, zoom=6)
    atlas.settle()
    atlas.page.mouse.click(*atlas.position(*INSIDE_BALOCHISTAN))
    assert atlas.wait("click")["place"] == "pakistan"


def test_a_finger_may_miss_a_dot_by_twenty_pixels(open_map: OpenMap) -> None:
    atlas = open_map(has_touch=True)
    atlas.say("goto", lat=29.5, lon=67, zoom=6)
    atlas.settle()
    x, y = atlas.position(*QUETTA)
    atlas.page.touchscreen.tap(x - 14, y - 14)
    assert atlas.wait("click")["place"] == "quetta"


def test_a_scripted_click_means_the_path_that_it_is_sent_to(atlas: MapPage) -> None:
    for place in ("russia", "balochistan", "quetta"):
        atlas.forget()
        atlas.frame.dispatch_event(f"path.place-{place}", "click")
        assert atlas.wait("click")["place"] == place


def test_a_click_on_a_label_is_a_click_on_its_place(atlas: MapPage) -> None:
    atlas.frame.click('[data-label-for="turkey"]')
    assert atlas.wait("click")["place"] == "turkey"


def test_a_drag_is_no_click(atlas: MapPage) -> None:
    atlas.page.mouse.move(500, 400)
    atlas.page.mouse.down()
    atlas.page.mouse.move(560, 430, steps=4)
    atlas.page.mouse.up()
    atlas.wait("view")
    assert atlas.heard("click") == []


def test_a_click_is_told_to_the_page_within_a_frame_of_the_screen(atlas: MapPage) -> None:
    times = atlas.page.evaluate(
        """async (selector) => {
             const inner = document.querySelector(selector).contentWindow;
             const path = inner.document.querySelector("path.place-balochistan");
             const times = [];
             for (let i = 0; i < 15; i += 1) {
               const start = performance.now();
               const told = new Promise((done) => addEventListener("message", done, {once: true}));
               path.dispatchEvent(new inner.MouseEvent("click", {bubbles: true}));
               await told;
               times.push(performance.now() - start);
             }
             return times.sort((a, b) => a - b);
           }""",
        FRAME,
    )
    assert times[7] < 16


def test_the_pointer_on_a_place_is_told_once_and_its_leaving_too(atlas: MapPage) -> None:
    atlas.say("goto", lat=29.5, lon=67, zoom=6)
    atlas.settle()
    x, y = atlas.position(*QUETTA)
    for step in range(3):
        atlas.page.mouse.move(x + step, y)
    atlas.wait("hover")
    atlas.page.mouse.move(*atlas.position(*ARABIAN_SEA))
    atlas.page.wait_for_function(
        "() => window.heard.filter((m) => m.type === 'hover').length === 2"
    )
    assert [one["place"] for one in atlas.heard("hover")] == ["quetta", None]
    assert atlas.places_with("is-hovered") == set()


def test_escape_in_the_frame_is_told_and_arrows_keep_moving_the_map(atlas: MapPage) -> None:
    before = atlas.view()
    atlas.frame.focus(".atlas-map")
    atlas.page.keyboard.press("Escape")
    assert atlas.wait("key")["key"] == "Escape"
    atlas.page.keyboard.press("ArrowRight")
    atlas.wait("view")
    assert atlas.view()[1] > before[1]
    assert [one["key"] for one in atlas.heard("key")] == ["Escape"]


def test_a_message_from_elsewhere_or_without_our_mark_is_ignored(atlas: MapPage) -> None:
    atlas.page.evaluate(
        """async (selector) => {
             const frame = document.querySelector(selector).contentWindow;
             frame.postMessage({type: "paint", visible: []}, "*");
             frame.postMessage("hello", "*");
             frame.postMessage({atlas: 1, type: "constructor"}, "*");
             const other = document.createElement("iframe");
             other.srcdoc = "<script>parent.frames[0].postMessage(" +
               "{atlas: 1, type: 'paint', visible: [], badges: {}}, '*')<" + "/script>";
             const loaded = new Promise((done) => other.addEventListener("load", done));
             document.body.append(other);
             await loaded;
           }""",
        FRAME,
    )
    atlas.say("hover", place=None)
    assert atlas.places_with("is-off") == set()


# -- moving ----------------------------------------------------------------------------------------


def test_showing_a_place_in_view_moves_nothing(atlas: MapPage) -> None:
    before = atlas.view()
    for place in ("quetta", "balochistan", "russia-attack-site", "russia"):
        atlas.say("show", place=place, others=[], inset={})
    atlas.settle()
    assert atlas.view() == before


def test_showing_a_place_out_of_view_keeps_the_readers_zoom_where_it_fits(
    atlas: MapPage,
) -> None:
    atlas.say("goto", lat=40, lon=30, zoom=6)
    atlas.settle()
    atlas.say("show", place="quetta", others=[], inset={"right": 400})
    atlas.settle()
    assert atlas.view()[2] == 6
    x, y = atlas.position(*QUETTA)
    assert x == pytest.approx(300, abs=40)
    assert y == pytest.approx(400, abs=40)


def test_a_place_too_large_or_too_small_for_the_zoom_is_fitted(atlas: MapPage) -> None:
    atlas.say("goto", lat=10, lon=-60, zoom=9)
    atlas.settle()
    atlas.say("show", place="balochistan", others=[], inset={})
    atlas.settle()
    assert 5 <= atlas.view()[2] <= 7
    west_south, east_north = atlas.position(60.9, 24.9), atlas.position(70.2, 32.0)
    assert west_south[0] > 0 < east_north[1]
    assert east_north[0] < 1000
    assert west_south[1] < 800
    atlas.say("goto", lat=31, lon=67, zoom=2)
    atlas.settle()
    atlas.say("show", place="southern-tajikistan", others=[], inset={})
    atlas.settle()
    assert atlas.view()[2] >= 5


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
    west, south, east, north = told["bounds"]
    assert west < 66 < east
    assert south < 33 < north


def test_home_brings_back_the_first_view(atlas: MapPage) -> None:
    before = atlas.view()
    atlas.say("goto", lat=50, lon=0, zoom=7)
    atlas.settle()
    atlas.say("home")
    atlas.settle()
    assert atlas.view() == pytest.approx(before, abs=0.01)


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
@pytest.mark.parametrize("missing", ["**/leaflet.js", "**/map/map.js", "**/map/places.js"])
def test_without_a_script_the_frame_says_so_instead_of_staying_blank(
    open_map: OpenMap, missing: str
) -> None:
    atlas = open_map(refuse=missing, until="fault")
    assert "could not be loaded" in atlas.heard("fault")[0]["message"]
    assert atlas.frame.locator(".atlas-notice").is_visible()


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


# -- without streamlit -----------------------------------------------------------------------------


@pytest.fixture
def standalone(tmp_path: Path) -> Iterator[str]:
    """Serve the map as a page of its own, framed by another, without Streamlit."""
    drawn = atlas_map(map_config(load_edition(EDITION)), assets="static/")
    (tmp_path / "map.html").write_text(drawn.get_root().render(), "utf-8")
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="en"><title>Twin</title><link rel="icon" href="data:,">'
        '<iframe title="streamlit_folium twin" src="map.html" width="900" height="600"></iframe>',
        "utf-8",
    )
    (tmp_path / "static").symlink_to(ROOT / "static")
    handler = functools.partial(QuietHandler, directory=str(tmp_path))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()
    thread.join()
    server.server_close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_the_map_works_as_a_page_of_its_own(
    browser: Browser, recorder: Recorder, standalone: str
) -> None:
    context = browser.new_context()
    recorder.watch(context)
    atlas = MapPage(context.new_page()).open(standalone)
    assert len(atlas.place_ids()) == 11
    atlas.frame.dispatch_event("path.place-quetta", "click")
    assert atlas.wait("click")["place"] == "quetta"
    atlas.say("hover", place="quetta")
    assert atlas.places_with("is-hovered") == {"quetta"}
    context.close()


# -- for everyone ----------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_frame(open_map: OpenMap, scheme: str) -> None:
    atlas = open_map(color_scheme=scheme)
    atlas.say("route", id="recruits", leg=1)
    atlas.paint(selected="quetta", scheme=scheme)
    inside = [one for one in grave_findings(atlas.page) if "iframe" in one.targets[0]]
    assert inside == []


def test_the_frame_has_a_language_a_title_and_a_named_region(atlas: MapPage) -> None:
    assert atlas.frame.evaluate("() => document.documentElement.lang") == "en"
    assert "IS-K" in atlas.frame.title()
    region = atlas.frame.get_by_role("region", name="Map of the places")
    assert region.count() == 1


def test_reduced_motion_moves_at_once(open_map: OpenMap) -> None:
    atlas = open_map(reduced_motion="reduce")
    atlas.say("goto", lat=40, lon=30, zoom=6)
    assert atlas.view() == pytest.approx((40, 30, 6), abs=0.02)
