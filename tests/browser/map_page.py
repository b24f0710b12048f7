"""The map's frame as tests see it: sends it messages as a page does and records its answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from playwright.sync_api import Frame, Page

from tests.browser.atlas_page import STILL, WAIT_MS

FRAME = '.st-key-atlas-map iframe, iframe[title*="streamlit_folium"]'
LISTEN = """
  window.heard = [];
  addEventListener("message", (event) => {
    if (event.data && event.data.atlas === 1) window.heard.push(event.data);
  });
"""

Message = dict[str, Any]


class MapPage:
    """A page around the map's frame, recording what the frame says."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, url: str, until: str = "ready") -> MapPage:
        """Open the page and wait for the frame's first message of a kind."""
        self.page.set_default_timeout(WAIT_MS)
        self.page.add_init_script(f"if (window.parent === window) {{ {LISTEN} }}")
        self.page.goto(url)
        self.wait(until)
        return self

    def greet(self) -> MapPage:
        """Paint the map as it is already, as a page does first of all."""
        dark = self.page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
        self.paint(badges=self.first_badges(), scheme="dark" if dark else "light")
        return self

    def wait(self, kind: str) -> Message:
        """Wait for a message of a kind, and return the first one."""
        self.page.wait_for_function(
            "(kind) => window.heard.some((one) => one.type === kind)", arg=kind
        )
        return next(one for one in self.heard() if one["type"] == kind)

    def wait_labels(self) -> None:
        """Wait until every place has its name, or as many as look for room at most."""
        self.frame.wait_for_function(
            """() => document.querySelectorAll("[data-label-for]").length
                 >= Math.min(200, document.querySelectorAll("path.place").length)"""
        )

    def wait_basemap(self) -> None:
        """Wait until the map below the places is drawn."""
        self.frame.wait_for_function(
            """() => {
                 const canvas = document.querySelector(".leaflet-atlas-basemap-pane canvas");
                 if (!canvas || !canvas.width) return false;
                 const middle = canvas.width / 2;
                 const column = canvas.getContext("2d").getImageData(middle, 0, 1, canvas.height);
                 return column.data.some((value) => value !== 0);
               }""",
            polling=100,
        )

    def heard(self, kind: str | None = None) -> list[Message]:
        """Return what the frame has said so far, of one kind or of all."""
        said = cast(list[Message], self.page.evaluate("() => window.heard"))
        return [one for one in said if kind is None or one["type"] == kind]

    def forget(self) -> None:
        """Forget what the frame has said so far."""
        self.page.evaluate("() => { window.heard = []; }")

    def say(self, kind: str, **fields: Any) -> None:
        """Send the frame a message, and return when it has been handled."""
        self.page.evaluate(
            """async ([selector, message]) => {
                 const frame = document.querySelector(selector).contentWindow;
                 const seen = new Promise((done) =>
                   frame.addEventListener("message", done, {once: true}));
                 frame.postMessage(message, location.origin);
                 await seen;
               }""",
            [FRAME, {"atlas": 1, "type": kind, **fields}],
        )

    def paint(self, **changes: Any) -> None:
        """Paint all places as at the start, with changes; return when the labels are laid.

        They are laid in the next frame of the screen, or by a timer where a frame draws none.
        """
        state: Message = {
            "visible": self.place_ids(), "badges": {}, "selected": None, "scheme": "light",
            "language": "en",
        }  # fmt: skip
        self.say("paint", **{**state, **changes})
        self.frame.evaluate(
            """() => new Promise((done) => {
                 requestAnimationFrame(done);
                 setTimeout(done, 200);
               })"""
        )

    def reset(self) -> MapPage:
        """Bring the map back to how it was when it opened, and forget what was said."""
        self.page.mouse.move(1, 1)
        self.say("tiles", on=False)
        self.say("route", id=None, leg=None)
        self.say("hover", place=None)
        self.paint(badges=self.first_badges())
        self.say("home")
        self.settle()
        self.forget()
        return self

    def first_badges(self) -> dict[str, list[str]]:
        """Return the badges that the labels had when the page was opened."""
        script = """() => {
          window.firstBadges ??= Object.fromEntries(
            [...document.querySelectorAll("[data-label-for]")].map((label) => [
              label.dataset.labelFor,
              [...label.querySelectorAll(".badge")].map((badge) => badge.dataset.theme),
            ]));
          return window.firstBadges;
        }"""
        return cast(dict[str, list[str]], self.frame.evaluate(script))

    @property
    def frame(self) -> Frame:
        """Return the map's document."""
        element = self.page.wait_for_selector(FRAME, state="attached")
        frame = element.content_frame() if element else None
        assert frame is not None
        return frame

    def place_ids(self) -> list[str]:
        """Return the ids of the places drawn, in document order."""
        return cast(
            list[str],
            self.frame.evaluate(
                """() => [...document.querySelectorAll("path.place")].map((path) =>
                     [...path.classList].find((name) => name.startsWith("place-")).slice(6))"""
            ),
        )

    def places_with(self, state: str) -> set[str]:
        """Return the ids of the places that carry a state class, such as ``is-off``."""
        return {
            one
            for one in self.place_ids()
            if self.frame.locator(f"path.place-{one}.{state}").count()
        }

    def position(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point of the world stands on the page, in CSS pixels."""
        point = self.frame.evaluate(
            "([lat, lon]) => window.map.latLngToContainerPoint([lat, lon])", [lat, lon]
        )
        return float(point["x"]), float(point["y"])

    def view(self) -> tuple[float, float, float]:
        """Return the map's middle and zoom: latitude, longitude, zoom."""
        found = self.frame.evaluate(
            """() => {
                 const middle = window.map.getCenter();
                 return [middle.lat, middle.lng, window.map.getZoom()];
               }"""
        )
        return found[0], found[1], found[2]

    def settle(self) -> None:
        """Wait until the map stands still: a zoom begins only with the screen's next frame."""
        self.frame.evaluate(STILL)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> Message:
        """Drag the map as far as the pointer goes; return what it tells of its view then.

        In one move: after two within 50 ms Leaflet lets the map glide on, and how far depends
        on how busy the machine is.
        """
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end)
        self.page.mouse.up()
        told = self.wait("view")
        self.settle()
        return told

    def move_by_hand(self) -> None:
        """Drag the map a little, as a reader does, and forget that it was told."""
        self.drag((500, 400), (530, 410))
        self.forget()


OpenMap = Callable[..., MapPage]
