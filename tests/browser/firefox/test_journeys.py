"""The main journeys in Firefox: open, from map to passage and back, filter, come back by a link."""

from collections.abc import Iterator

import pytest

from tests.browser.atlas_page import HIT_POINT
from tests.browser.firefox.bidi import Firefox, find, firefox
from tests.browser.server import Server

SHOWN = """
() => [...document.querySelector(".st-key-atlas-map iframe").contentDocument
  .querySelectorAll("path.place:not(.is-off)")]
  .map((path) => [...path.classList].find((name) => name.startsWith("place-")).slice(6)).sort()
"""
CURRENT = """
() => document.querySelector('button[data-mention][aria-current="true"]')?.dataset.mention ?? null
"""
IN_VIEW = """
(selector) => {
  const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
"""
MIDDLE = """
(selector) => {
  const one = document.querySelector(selector);
  one.scrollIntoView({ block: "center" });
  const { left, top, width, height } = one.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
"""
# The point of the map's own document, seen from the page.
ON_MAP = f"""
(place) => {{
  const frame = document.querySelector(".st-key-atlas-map iframe");
  const inside = new frame.contentWindow.Function("place",
    `return ({HIT_POINT.strip().replace("`", "")})(document.querySelector("path.place-" + place))`);
  const point = inside(place), {{ left, top }} = frame.getBoundingClientRect();
  return [left + point.x, top + point.y];
}}
"""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Return a Firefox; without one its tests are skipped, and say so."""
    path = find()
    if path is None:
        pytest.skip("no Firefox here: run `make firefox`, or set FIREFOX to its path")
    with firefox(path, tmp_path_factory.mktemp("firefox")) as running:
        yield running


@pytest.fixture
def reading(window: Firefox, server: Server) -> Firefox:
    """Return the window on the reader's screen as at the start."""
    window.goto(f"{server.url}/")
    window.wait('html[data-atlas="ready"]')
    return window


def test_text_and_map_open(reading: Firefox) -> None:
    assert reading.evaluate("() => document.querySelectorAll('#atlas-article p').length") > 10
    assert len(reading.evaluate(SHOWN)) == 11
    assert reading.evaluate("() => document.querySelectorAll('#atlas-notices li').length") == 0


def test_a_click_on_a_place_leads_to_its_passage(reading: Firefox) -> None:
    reading.click(*reading.evaluate(ON_MAP, "quetta"))
    reading.wait('[data-mention="quetta-training"][aria-current="true"]')
    assert reading.evaluate(IN_VIEW, '[data-mention="quetta-training"]')
    words = reading.evaluate("() => document.querySelector('#atlas-card').textContent")
    assert "According to detainees who were interrogated" in words


def test_a_click_on_a_mention_chooses_the_place_on_the_map(reading: Firefox) -> None:
    reading.click(*reading.evaluate(MIDDLE, '[data-mention="turkey-travel"]'))
    reading.wait("path.place-turkey.is-selected", in_map=True)
    assert reading.evaluate(CURRENT) == "turkey-travel"


def test_a_topic_alone_leaves_its_places_and_a_link_brings_it_back(
    reading: Firefox, server: Server
) -> None:
    reading.click(*reading.evaluate(MIDDLE, '[data-only="themes"][data-id="fighting"]'))
    reading.wait("path.place-quetta.is-off", in_map=True)
    assert reading.evaluate(SHOWN) == ["afghanistan", "pakistan"]
    reading.click(*reading.evaluate(MIDDLE, '[data-mention="pakistan-bases"]'))
    reading.wait("path.place-pakistan.is-selected", in_map=True)
    link = reading.evaluate(
        "async () => { await new Promise((done) => setTimeout(done)); return location.search; }"
    )
    assert "themes=fighting" in link
    reading.goto("about:blank")
    reading.goto(f"{server.url}/{link}")
    reading.wait("path.place-pakistan.is-selected", in_map=True)
    assert reading.evaluate(SHOWN) == ["afghanistan", "pakistan"]
    assert reading.evaluate(CURRENT) == "pakistan-bases"
