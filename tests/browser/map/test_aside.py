"""A place that the first view leaves out is told at the edge of the map, until it is in view."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.map.names import opened
from tests.browser.map_page import MapPage
from tests.invented import write_edition

SYDNEY = [151.2, -33.9]


@pytest.fixture
def spread(browser: Browser, tmp_path: Path) -> Iterator[MapPage]:
    """Return the map of the invented edition with its Paris on the other side of the world."""
    edition = write_edition(tmp_path / "editions")
    path = edition / "places.geojson"
    collection = json.loads(path.read_text("utf-8"))
    for feature in collection["features"]:
        known = feature["properties"]
        if known["id"] == "paris":
            feature["geometry"] = {"type": "Point", "coordinates": SYDNEY}
            del known["label_lon"], known["label_lat"]
            known |= {"within": "", "within_bounds": None, "within_note": "Nowhere else."}
    path.write_text(json.dumps(collection), "utf-8")
    with opened(browser, edition, tmp_path / "plain") as atlas:
        yield atlas


def test_a_button_names_the_place_and_leads_to_it_by_keyboard(spread: MapPage) -> None:
    button = spread.frame.get_by_role("button", name="Paris")
    expect(button).to_have_text("Paris ↘")
    expect(button).to_have_attribute("title", "Paris lies outside of this view: show it")
    button.focus()
    spread.page.keyboard.press("Enter")
    spread.settle()
    lat, lon, _ = spread.view()
    assert (lon, lat) == pytest.approx(SYDNEY, abs=0.1)
    expect(button).to_be_hidden()
    spread.say("home")
    spread.settle()
    expect(button).to_be_visible()


def test_no_button_tells_of_a_place_that_is_not_shown(spread: MapPage) -> None:
    spread.paint(visible=["lyon"])
    expect(spread.frame.locator("[data-aside]")).to_be_hidden()
