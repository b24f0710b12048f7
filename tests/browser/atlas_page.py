"""The reader's page as tests see it: what is selected and shown, and how a reader acts on it."""

from typing import Any, Literal

from playwright.sync_api import ElementHandle, Frame, Locator, Page

from tests.browser.recorder import Recorder

MAP_FRAME = '.st-key-atlas-map iframe, iframe[title*="streamlit_folium"]'
READY = 'html[data-atlas="ready"]'
READY_TIMEOUT_MS = 30_000
# How long a condition is waited for: a busy machine needs more than Playwright’s own five seconds.
WAIT_MS = 20_000

# Resolves when the map has stood still for three frames: a zoom begins only with the next one.
STILL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const moves = () => map._animatingZoom || map._panAnim?._inProgress;
  for (let still = 0; still < 3; still = moves() ? 0 : still + 1) await frame();
}"""

# A point where a click really meets the place: along its outline first, then inside it. Other
# places, labels or the card may lie over its middle, and an area need not be filled.
HIT_POINT = """
(path) => {
  const frame = window.frameElement, around = frame.getBoundingClientRect();
  const page = window.parent.document;
  const meets = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight
    && document.elementFromPoint(x, y) === path
    && page.elementFromPoint(around.left + x, around.top + y) === frame;
  const box = path.getBoundingClientRect();
  const grid = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
  for (const dy of grid) for (const dx of grid) {
    const x = box.left + box.width * dx, y = box.top + box.height * dy;
    if (meets(x, y)) return {x, y};
  }
  const toScreen = path.getScreenCTM(), length = path.getTotalLength();
  for (let step = 0; step < 400; step += 1) {
    const p = path.getPointAtLength(length * step / 400).matrixTransform(toScreen);
    if (meets(p.x, p.y)) return {x: p.x, y: p.y};
  }
  return null;
}
"""


class AtlasPage:
    """One open reader's page; ``page`` is Playwright's own, for everything not named here."""

    def __init__(self, page: Page, recorder: Recorder) -> None:
        self.page = page
        self.recorder = recorder

    # -- waiting ---------------------------------------------------------------------------------

    def wait_ready(self) -> None:
        """Wait until the reader code is connected to the drawn map."""
        self.page.wait_for_selector(READY, state="attached", timeout=READY_TIMEOUT_MS)

    def wait_run(self) -> None:
        """Wait until Streamlit has run the page's script to its end."""
        self.page.wait_for_selector(
            '[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=READY_TIMEOUT_MS
        )

    def goto(self, url: str) -> None:
        """Open an address and wait until the map is drawn and connected."""
        self.page.goto(url)
        self.wait_ready()

    # -- the map ---------------------------------------------------------------------------------

    @property
    def map_element(self) -> ElementHandle:
        """Return the iframe that holds the map."""
        element = self.page.wait_for_selector(MAP_FRAME, state="attached")
        assert element is not None
        return element

    @property
    def map_frame(self) -> Frame:
        """Return the document inside the map's iframe."""
        frame = self.map_element.content_frame()
        if frame is None:
            raise AssertionError("the map's iframe holds no document")
        return frame

    def settle_map(self) -> None:
        """Wait until the map stands still."""
        self.map_frame.evaluate(STILL)

    def place(self, place_id: str) -> Locator:
        """Return the one path that draws a place."""
        return self.map_frame.locator(f"path.place-{place_id}")

    def hit_point(self, place_id: str) -> tuple[float, float]:
        """Return a point of the page (x, y; CSS pixels) where a click meets the place."""
        point = self.place(place_id).evaluate(HIT_POINT)
        if point is None:
            raise AssertionError(f"no point of {place_id!r} on the map can be clicked")
        box = self.map_element.bounding_box()
        if box is None:
            raise AssertionError("the map's iframe is not shown")
        return box["x"] + point["x"], box["y"] + point["y"]

    def click_place(self, place_id: str) -> None:
        """Click on a place with the mouse, where it can really be hit."""
        self.page.mouse.click(*self.hit_point(place_id))

    def tap_place(self, place_id: str) -> None:
        """Touch a place with a finger, where it can really be hit."""
        self.page.touchscreen.tap(*self.hit_point(place_id))

    def hover_place(self, place_id: str) -> None:
        """Move the mouse over a place."""
        self.page.mouse.move(*self.hit_point(place_id))

    def drawn_places(self) -> list[str]:
        """Return the ids of all places drawn, hidden by a filter or not, in document order."""
        ids: list[str] = self.map_frame.evaluate(
            """() => [...document.querySelectorAll("path.place")].map((path) =>
                 [...path.classList].find((name) => name.startsWith("place-")).slice(6))"""
        )
        return ids

    def shown_places(self) -> set[str]:
        """Return the ids of the places that the filters leave on the map."""
        return {
            place
            for place in self.drawn_places()
            if "is-off" not in (self.place(place).get_attribute("class") or "").split()
        }

    def wait_shown(self, *places: str) -> None:
        """Wait until exactly these places are left on the map."""
        self.map_frame.wait_for_function(
            """(wanted) => {
                 const paths = [...document.querySelectorAll("path.place:not(.is-off)")];
                 const shown = paths.map((path) =>
                   [...path.classList].find((name) => name.startsWith("place-")).slice(6));
                 return shown.sort().join() === wanted.sort().join();
               }""",
            arg=list(places),
        )

    def label(self, place_id: str) -> Locator:
        """Return the label of a place on the map."""
        return self.map_frame.locator(f'[data-label-for="{place_id}"]')

    def click_label(self, place_id: str) -> None:
        """Click on a place's name on the map, which is brought into view."""
        self.map_frame.evaluate(
            """(id) => window.map.eachLayer((layer) => {
                 if (layer.feature?.id !== id) return;
                 const at = layer.getCenter?.() ?? layer.getLatLng();
                 window.map.setView(at, 5.5, {animate: false});
               })""",
            place_id,
        )
        self.label(place_id).locator(".label-name").click()

    def badges(self, place_id: str) -> list[str]:
        """Return the ids of the themes that stand as badges at a place's label, in their order."""
        ids: list[str] = self.label(place_id).evaluate(
            "(label) => [...label.querySelectorAll('.badge')].map((badge) => badge.dataset.theme)"
        )
        return ids

    def selected_place(self) -> str | None:
        """Return the id of the place selected on the map, or None."""
        selected = [
            place
            for place in self.drawn_places()
            if "is-selected" in (self.place(place).get_attribute("class") or "").split()
        ]
        if len(selected) > 1:
            raise AssertionError(f"more than one place is selected: {selected}")
        return selected[0] if selected else None

    def wait_selected(self, place_id: str) -> None:
        """Wait until a place is the selected one on the map."""
        self.map_frame.wait_for_selector(f"path.place-{place_id}.is-selected", state="attached")

    def wait_unselected(self) -> None:
        """Wait until no place is selected on the map."""
        self.map_frame.wait_for_function("() => !document.querySelector('path.is-selected')")

    def view(self) -> dict[str, float]:
        """Return the map's view as the reader sees it: ``lat``, ``lon``, ``zoom``."""
        view: dict[str, float] = self.map_frame.evaluate(
            """() => {
                 const map = window.map, c = map.getCenter();
                 return {lat: c.lat, lon: c.lng, zoom: map.getZoom()};
               }"""
        )
        return view

    def look(self, lat: float, lon: float, zoom: float) -> None:
        """Move the map as its reader would, at once."""
        self.map_frame.evaluate(
            "([lat, lon, zoom]) => window.map.setView([lat, lon], zoom, {animate: false})",
            [lat, lon, zoom],
        )

    def mark_frame(self) -> None:
        """Leave a mark in the map's document, to see later whether it is still the same one."""
        self.map_frame.evaluate("() => { window.markOfTheTest = true; }")

    def frame_is_marked(self) -> bool:
        """Tell whether the map's document is the one that was marked."""
        return bool(self.map_frame.evaluate("() => window.markOfTheTest === true"))

    # -- the text --------------------------------------------------------------------------------

    def mention(self, mention_id: str) -> Locator:
        """Return the button in the text that stands for a mention."""
        return self.page.locator(f'button[data-mention="{mention_id}"]')

    def mentions(self) -> list[str]:
        """Return the ids of all mentions in the text, in text order."""
        ids: list[str] = self.page.eval_on_selector_all(
            "button[data-mention]", "(all) => all.map((one) => one.dataset.mention)"
        )
        return ids

    def current_mention(self) -> str | None:
        """Return the id of the chosen mention, or None."""
        current = self.page.locator('button[data-mention][aria-current="true"]')
        if current.count() > 1:
            raise AssertionError("more than one mention is the current one")
        return current.get_attribute("data-mention") if current.count() else None

    def wait_current(self, mention_id: str) -> None:
        """Wait until a mention is the chosen one."""
        self.page.wait_for_selector(f'button[data-mention="{mention_id}"][aria-current="true"]')

    def mentions_with(self, name: str) -> set[str]:
        """Return the ids of the mentions whose button carries a CSS class."""
        return set(
            self.page.eval_on_selector_all(
                f"button[data-mention].{name}", "(all) => all.map((one) => one.dataset.mention)"
            )
        )

    def in_view(self, element: Locator) -> bool:
        """Tell whether an element's middle can be seen: inside the window, nothing over it."""
        seen: bool = element.evaluate(
            """(one) => {
                 const box = one.getClientRects()[0];
                 const at = document.elementFromPoint(
                   box.left + box.width / 2, box.top + box.height / 2);
                 return one.contains(at) || (at !== null && at.contains(one) && at !== document.body
                   && !at.matches("html"));
               }"""
        )
        return seen

    # -- card, filters, link ---------------------------------------------------------------------

    @property
    def card(self) -> Locator:
        """Return the card of the selected place."""
        return self.page.locator("#atlas-card")

    @property
    def copy_button(self) -> Locator:
        """Return the button that copies the link to what is on the screen."""
        return self.page.locator("#atlas-copy")

    @property
    def card_heading(self) -> Locator:
        """Return the heading of the card: the place's name."""
        return self.card.locator("h2")

    def button(self, label: str) -> Locator:
        """Return the button of a name, anywhere in the page."""
        return self.page.get_by_role("button", name=label, exact=True)

    def notices(self) -> list[str]:
        """Return what the notices at the top of the page say."""
        texts: list[str] = self.page.eval_on_selector_all(
            ".notices li", "(all) => all.map((one) => one.dataset.text ?? one.textContent.trim())"
        )
        return texts

    def open_panel(self, title: str) -> Locator:
        """Open one of the folded panels beside the map and return it."""
        panel = self.page.locator("details.panel").filter(
            has=self.page.locator("summary", has_text=title)
        )
        if panel.get_attribute("open") is None:
            panel.locator("summary").click()
        return panel

    def only(self, filter_name: str, value: str) -> None:
        """Leave one value of a filter (``themes`` or ``speakers``) on."""
        self.page.locator(f'[data-only="{filter_name}"][data-id="{value}"]').click()

    def switch(self, filter_name: str, value: str) -> Locator:
        """Return the switch of one value of a filter: ``themes``, ``speakers`` or ``kinds``."""
        return self.page.locator(f'[data-switch="{filter_name}"][data-id="{value}"]')

    def theme_chip(self, theme_id: str) -> Locator:
        """Return the switch of a theme; ``aria-pressed`` tells whether it is on."""
        return self.page.locator(f'[data-theme-switch="{theme_id}"]')

    def themes_on(self) -> list[str]:
        """Return the ids of the themes that are on, in the order of their switches."""
        ids: list[str] = self.page.eval_on_selector_all(
            '[data-theme-switch][aria-pressed="true"]',
            "(all) => all.map((one) => one.dataset.themeSwitch)",
        )
        return ids

    def query(self) -> dict[str, str]:
        """Return the parameters in the address bar, which follows an act in a timer."""
        pairs: dict[str, str] = self.page.evaluate(
            """async () => {
              await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
              return Object.fromEntries(new URLSearchParams(location.search));
            }"""
        )
        return pairs

    # -- focus and layout ------------------------------------------------------------------------

    def focus(self) -> dict[str, Any]:
        """Return what has the focus: ``tag``, ``id``, ``label`` and its ``data`` attributes."""
        focused: dict[str, Any] = self.page.evaluate(
            """() => {
                 const one = document.activeElement;
                 return {tag: one.tagName.toLowerCase(), id: one.id, data: {...one.dataset},
                         label: one.getAttribute("aria-label") || one.textContent.trim()};
               }"""
        )
        return focused

    def sideways_scroll(self) -> int:
        """Return by how many CSS pixels the page is wider than the window."""
        width: int = self.page.evaluate(
            "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
        )
        return width

    def share_of_height(self, element: Literal["map", "card"]) -> float:
        """Return how much of the window's height the map or the card takes, 0 to 1."""
        handle = self.map_element if element == "map" else self.card.element_handle()
        box = handle.bounding_box()
        size = self.page.viewport_size
        if box is None or size is None:
            raise AssertionError(f"the {element} is not shown")
        top, bottom = max(0.0, box["y"]), min(float(size["height"]), box["y"] + box["height"])
        return max(0.0, bottom - top) / size["height"]
