"""The app opens: for every kind of reader, with nothing asked of another host and no error."""

import pytest

from tests.browser.conftest import Device, Scheme, Visit


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_the_map_is_drawn_and_connected(visit: Visit, device: Device, scheme: Scheme) -> None:
    atlas = visit("/", device=device, scheme=scheme)
    assert "balochistan" in atlas.drawn_places()
    assert atlas.selected_place() is None
    assert atlas.current_mention() is None
    assert atlas.sideways_scroll() == 0


def test_a_second_reader_starts_with_nothing_chosen(visit: Visit) -> None:
    first = visit("/")
    first.click_place("pakistan")
    first.wait_selected("pakistan")
    assert visit("/").selected_place() is None


def test_the_place_of_a_link_is_framed_on_the_map(visit: Visit) -> None:
    atlas = visit("/?place=balochistan")
    atlas.map_frame.wait_for_function("() => window.map.getZoom() === 5")
    assert "at=" not in atlas.page.url  # the reader has not moved the map


# Clicks on Turkey as soon as it is drawn, which is before our modules have begun in the frame, and
# counts what the page is told.
QUICK_READER = """
if (window === top) {
  window.told = 0;
  addEventListener("message", ({ data }) => {
    if (data?.atlas === 1 && data.type === "click") window.told += 1;
  });
  const clickIn = (map) => {
    const path = map.querySelector("path.place-turkey");
    if (!path || "begun" in window) return;
    window.begun = map.querySelectorAll(".place-edge").length;
    const box = path.getBoundingClientRect();
    const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    path.dispatchEvent(new map.defaultView.MouseEvent("click", { bubbles: true, ...at }));
  };
  const waiting = setInterval(() => {
    const map = document.querySelector("iframe")?.contentDocument;
    if (!map?.querySelector("#root")) return;
    clearInterval(waiting);
    new MutationObserver(() => clickIn(map)).observe(map, { subtree: true, childList: true });
  }, 1);
}
"""


def test_a_click_before_our_code_has_begun_is_answered_once(visit: Visit) -> None:
    atlas = visit("/", script=QUICK_READER)
    atlas.wait_selected("turkey")
    assert atlas.page.evaluate("window.begun") == 0
    assert atlas.page.evaluate("window.told") == 1
