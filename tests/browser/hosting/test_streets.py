"""The host's own street map is drawn where the reader looks closely, and asked of nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.server import Server, serve
from tests.street_map import MIDDLE, write_street_map

LON, LAT = MIDDLE
CANVASES = '[...document.querySelectorAll(".leaflet-atlas-streets-pane canvas")]'
REDS = f"""() => {CANVASES}.flatMap((one) => {{
    const {{ data }} = one.getContext("2d").getImageData(0, 0, one.width, one.height);
    return data.length && data[3] === 255 ? [data[0]] : [];
}})"""
"""How red the first point of each tile that is drawn is, from 0 to 255."""


@pytest.fixture(scope="module")
def streets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return the app of a host with a street map of more than 200 MB, under a path."""
    file = write_street_map(tmp_path_factory.mktemp("streets") / "saxony.pmtiles", large=True)
    with serve(env={"ARTICLE_ATLAS_STREETS": str(file)}, base_path="/atlas") as server:
        yield server


def asked_for(atlas: AtlasPage) -> list[str]:
    """Return which files of the street map the frame has asked for."""
    names: list[str] = atlas.map_frame.evaluate(
        """() => performance.getEntriesByType("resource").map(({name}) => name)
             .filter((name) => /pmtiles|protomaps|streets/.test(name))"""
    )
    return names


def test_streets_come_with_a_close_look_and_not_before(visit: Visit, streets: Server) -> None:
    atlas = visit(server=streets)
    assert asked_for(atlas) == []
    atlas.look(LAT, LON, 14)
    atlas.map_frame.wait_for_function(
        f"() => {{ const all = ({REDS})(); return all.length && Math.min(...all) > 200; }}"
    )
    credits = atlas.map_frame.locator(".leaflet-control-attribution")
    assert "Streets: © OpenStreetMap contributors." in credits.inner_text()
    assert any(name.endswith("/atlas/streets.pmtiles") for name in asked_for(atlas))
    atlas.page.emulate_media(color_scheme="dark")
    atlas.map_frame.wait_for_function(
        f"() => {{ const all = ({REDS})(); return all.length && Math.max(...all) < 120; }}"
    )
    atlas.look(35, 60, 5)
    atlas.map_frame.wait_for_function(f"() => !({REDS})().length")


@pytest.mark.console_allowed
def test_where_they_do_not_load_the_reader_is_told(visit: Visit, streets: Server) -> None:
    atlas = visit(server=streets, refuse="**/protomaps-leaflet.js")
    atlas.look(LAT, LON, 14)
    atlas.page.wait_for_selector("#atlas-notices li")
    assert atlas.notices() == [
        "The map of the streets could not be loaded. The places are drawn without it."
    ]


def test_a_host_without_a_street_map_asks_for_none(visit: Visit) -> None:
    atlas = visit()
    atlas.look(LAT, LON, 14)
    atlas.map_frame.wait_for_function("() => window.map.getZoom() === 14")
    assert asked_for(atlas) == []
