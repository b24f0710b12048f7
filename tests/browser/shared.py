"""One open reader for many tests: opened once, put back to the start before each of them.

Opening the app takes seconds, putting it back a moment. Tests of what happens at opening (links,
other pages, phones, faults) open their own page instead.
"""

from collections.abc import Callable
from contextlib import ExitStack

from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Error as PlaywrightError

from tests.browser.atlas_page import AtlasPage
from tests.browser.recorder import Recorder
from tests.browser.server import Server

# What a reader would do to be where they began, by the same switches.
RESET = """
() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const clickAll = (selector) => all(selector).forEach((one) => one.click());
  clickAll('#atlas-reading[aria-pressed="true"], [data-route-show][aria-pressed="true"]');
  document.querySelectorAll("dialog[open]").forEach((one) => one.close());
  clickAll('#atlas-link-close, .notices button, [data-all-times]');
  clickAll('[data-all][aria-disabled="false"]');
  for (const time of ["closes what lies open on a phone", "unselects"]) {
    document.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
  }
  all('details[open]').forEach((one) => { one.open = false; });
  const names = document.querySelector("#atlas-names");
  if (names.value !== "en") {
    names.value = "en";
    names.dispatchEvent(new Event("change", {bubbles: true}));
  }
  document.activeElement.blur();
  all('.st-key-atlas-text, .st-key-atlas-filters, .stMain').forEach((pane) => pane.scrollTo(0, 0));
  document.querySelector('.st-key-atlas-map iframe').contentWindow
    .postMessage({atlas: 1, type: "home"}, location.origin);
  history.replaceState(history.state, "", location.pathname);
}
"""
# The end of a pinch or of a step of zoom sets the view that it had aimed at.
AT_REST = "() => !document.querySelector('.leaflet-zoom-anim')"
AT_HOME = """
([lat, lon, zoom]) => {
  const map = window.map, at = map.getCenter();
  return Math.abs(at.lat - lat) < 0.3 && Math.abs(at.lng - lon) < 0.3 && map.getZoom() === zoom
    && !document.querySelector("path.is-selected, path.place.is-off, path.is-hovered");
}
"""


class SharedReader:
    """A reader's page that tests use one after another."""

    def __init__(self, browser: Browser, options: dict[str, object], wait_ms: int) -> None:
        self._browser = browser
        self._options = options
        self._wait_ms = wait_ms
        self._atlas: AtlasPage | None = None
        self._home: list[float] = []
        self._stack = ExitStack()

    def fresh(self, server: Server) -> AtlasPage:
        """Return the page as at the start: everything on, nothing selected, the first view."""
        atlas = self._atlas or self._open(server)
        atlas.recorder.outside.clear()
        atlas.recorder.errors.clear()
        try:
            atlas.map_frame.wait_for_function(AT_REST)
            atlas.page.mouse.move(200, 5)  # off the map, also on a phone
            atlas.page.evaluate(RESET)
            atlas.map_frame.wait_for_function(AT_HOME, arg=self._home)
        except PlaywrightError:
            self.close()
            raise
        return atlas

    def _open(self, server: Server) -> AtlasPage:
        # Readers who ask for less motion get no animation, so that nothing has to be waited for.
        options = {**self._options, "reduced_motion": "reduce"}
        context = self._browser.new_context(**options)  # type: ignore[arg-type]
        self._stack.callback(context.close)
        context.set_default_timeout(self._wait_ms)
        recorder = Recorder()
        recorder.watch(context)
        self._atlas = AtlasPage(context.new_page(), recorder)
        self._atlas.goto(server.url + "/")
        self._atlas.wait_run()
        view = self._atlas.view()
        self._home = [view["lat"], view["lon"], view["zoom"]]
        return self._atlas

    def close(self, *, picture: Callable[[BrowserContext], None] | None = None) -> None:
        """Close the page; the next test gets a new one."""
        if picture and self._atlas:
            picture(self._atlas.page.context)
        self._stack.close()
        self._atlas = None
