"""What the map's frame tells the page of the reader's doings, and whom it listens to."""

from __future__ import annotations

import pytest

from tests.browser.map.known import ARABIAN_SEA, INSIDE_BALOCHISTAN, INSIDE_PUNJAB, QUETTA
from tests.browser.map_page import FRAME, MapPage, OpenMap


def test_the_frame_answers_every_hello(atlas: MapPage) -> None:
    atlas.forget()
    atlas.say("hello")
    assert atlas.wait("ready") == {"atlas": 1, "type": "ready"}


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
    atlas.drag((500, 400), (560, 430))
    assert atlas.heard("click") == []


def test_a_click_by_script_is_told_after_a_drag_too(atlas: MapPage) -> None:
    atlas.drag((500, 400), (560, 430))
    atlas.frame.dispatch_event("path.place-balochistan", "click")
    assert atlas.wait("click")["place"] == "balochistan"


def test_a_click_is_told_before_it_is_over(atlas: MapPage) -> None:
    told = atlas.page.evaluate(
        """(selector) => {
             const inner = document.querySelector(selector).contentWindow;
             const path = inner.document.querySelector("path.place-balochistan");
             path.dispatchEvent(new inner.MouseEvent("click", {bubbles: true}));
             return window.heard.filter(({type}) => type === "click").map(({place}) => place);
           }""",
        FRAME,
    )
    assert told == ["balochistan"]


@pytest.mark.parametrize("control", [".leaflet-control-scale", ".leaflet-control-attribution"])
def test_a_click_on_the_maps_furniture_means_no_place(atlas: MapPage, control: str) -> None:
    atlas.frame.click(control, position={"x": 4, "y": 4})
    atlas.frame.click('[data-label-for="turkey"]')
    atlas.wait("click")
    assert [one["place"] for one in atlas.heard("click")] == ["turkey"]


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


def test_a_click_before_the_pages_first_words_is_told_after_them(open_map: OpenMap) -> None:
    atlas = open_map(greet=False)
    atlas.frame.dispatch_event("path.place-quetta", "click")
    assert atlas.heard("click") == []
    atlas.greet()
    assert atlas.wait("click")["place"] == "quetta"


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
             other.remove();
           }""",
        FRAME,
    )
    atlas.say("hover", place=None)
    assert atlas.places_with("is-off") == set()


def test_a_click_before_the_maps_own_code_has_started_is_kept_for_it(open_map: OpenMap) -> None:
    atlas = open_map(
        greet=False,
        init="""
          if (window.parent !== window) {
            const watch = new MutationObserver(() => {
              const path = document.querySelector("path.place-balochistan");
              if (!path || window.pressed) return;
              window.pressed = true;
              path.dispatchEvent(new MouseEvent("click", {bubbles: true}));
            });
            watch.observe(document, {childList: true, subtree: true});
          }""",
    )
    assert atlas.heard("click") == []  # the page has not said yet how to paint
    atlas.paint()
    assert atlas.wait("click")["place"] == "balochistan"
    assert len(atlas.heard("click")) == 1
