"""The ground below the places: fetched by view, the same everywhere, honest where it ends."""

from __future__ import annotations

import pytest

from tests.browser.map_page import MapPage, OpenMap


def _files(atlas: MapPage) -> list[str]:
    """Return which files of the ground the frame has asked for so far."""
    names: list[str] = atlas.frame.evaluate(
        """() => performance.getEntriesByType("resource").map(({ name }) => name)
             .filter((name) => name.includes("/basemap/"))
             .map((name) => name.split("/").at(-1).split("?")[0])"""
    )
    return names


def _wait_colour(atlas: MapPage, lat: float, lon: float, *, land: bool) -> None:
    """Wait until the ground is drawn as land, or as sea, at a point."""
    atlas.frame.wait_for_function(
        """([lat, lon, land]) => {
             const canvas = document.querySelector(".leaflet-atlas-basemap-pane canvas");
             const at = map.latLngToLayerPoint([lat, lon]).subtract(L.DomUtil.getPosition(canvas));
             const data = canvas.getContext("2d").getImageData(at.x, at.y, 1, 1).data;
             return (data[3] > 0 && data[0] > data[2]) === land;
           }""",
        arg=[lat, lon, land],
        polling=100,
    )


def test_the_first_view_fetches_the_world_and_no_cell(open_map: OpenMap) -> None:
    atlas = open_map()
    atlas.wait_basemap()
    assert sorted(_files(atlas)) == ["labels.json", "world.json"]


@pytest.mark.parametrize(
    ("lat", "lon", "zoom", "cells"),
    [
        (51.34, 12.37, 9, {"fine-38-28.json"}),  # Leipzig
        (-15.8, 33.9, 9, {"fine-42-14.json"}),  # north of Tete
        (37.45, 140.4, 6, {"coarse-15-6.json", "coarse-16-6.json"}),  # Fukushima
    ],
)
def test_a_closer_look_fetches_the_cells_in_view(
    open_map: OpenMap, lat: float, lon: float, zoom: float, cells: set[str]
) -> None:
    atlas = open_map()
    atlas.wait_basemap()
    atlas.say("goto", lat=lat, lon=lon, zoom=zoom)
    _wait_colour(atlas, lat, lon, land=True)
    atlas.frame.wait_for_function(
        """(cells) => cells.every((cell) => performance.getEntriesByType("resource")
             .some(({ name }) => name.includes(cell)))""",
        arg=sorted(cells),
    )
    asked = set(_files(atlas)) - {"labels.json", "world.json"}
    assert cells <= asked
    assert len(asked) <= 12


@pytest.mark.parametrize(
    ("lat", "lon", "zoom", "land"),
    [
        (50.8, 0.3, 8, True),  # the Sussex coast, a few pixels from the sea, and the sea
        (50.55, 0.3, 8, False),
        (-17.6, 178.0, 8, True),  # Viti Levu, near 180 degrees
        (65.5, 181.5, 6, True),  # Chukotka, beyond them
        (41.2, 50.5, 7, False),  # the Caspian Sea
    ],
)
def test_land_and_sea_are_drawn_where_they_are(
    atlas: MapPage, lat: float, lon: float, zoom: float, land: bool
) -> None:
    atlas.wait_basemap()
    atlas.say("goto", lat=lat, lon=lon, zoom=zoom)
    _wait_colour(atlas, lat, lon, land=land)


@pytest.mark.console_allowed
def test_a_cell_that_does_not_come_leaves_the_coarser_ground_and_is_told(
    open_map: OpenMap,
) -> None:
    atlas = open_map(refuse="**/basemap/fine-*")
    atlas.wait_basemap()
    atlas.say("goto", lat=51.34, lon=12.37, zoom=9)
    assert "detailed background map" in atlas.wait("fault")["message"]
    _wait_colour(atlas, 51.34, 12.37, land=True)
    assert len(atlas.heard("fault")) == 1


def test_where_the_ground_has_no_more_detail_it_says_so_and_names_the_town(
    atlas: MapPage,
) -> None:
    note = atlas.frame.locator(".atlas-plain")
    assert note.is_hidden()
    atlas.say("goto", lat=51.3397, lon=12.3731, zoom=15)
    atlas.frame.wait_for_function(
        """() => document.querySelector(".atlas-plain span").textContent.includes("Leipzig")"""
    )
    assert note.locator("span").inner_text() == (
        "No streets on this map. You are looking at Leipzig."
    )
    note.get_by_role("button").click()
    assert atlas.wait("detail") == {"atlas": 1, "type": "detail"}
    atlas.say("goto", lat=31.0, lon=64.0, zoom=6)
    note.wait_for(state="hidden")
