"""The map's frame where something is missing: a file, Streamlit, room to draw."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from geodata.foliummap import atlas_map, map_config
from geodata.load import load_edition
from tests.browser.map.known import EDITION
from tests.browser.map_page import MapPage, OpenMap
from tests.browser.recorder import Recorder
from tests.browser.server import ROOT

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
