"""The map of an edition on both sides of 180°: marks, names and ground stand where they should."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from geodata.model.circle import MAP_END
from geodata.publish.site import publish
from geodata.storage.load import load_edition
from tests.browser.map.plain import serve_plain
from tests.browser.map.test_picture import ask, colour_at, darkest, on_screen
from tests.browser.map_page import MapPage
from tests.browser.recorder import Recorder
from tests.browser.twin import Open
from tests.pacific import write_pacific

SIZES = [(900, 800), (390, 560)]
# Longitude and latitude as stored: what is land and what is water, on both sides.
LAND = {
    "Kamchatka": (159.0, 56.0),
    "Chukotka, west of 180°": (175.0, 67.0),
    "Chukotka, on 180°": (180.0, 68.5),
    "Chukotka, east of 180°": (-176.0, 66.8),
    "Alaska": (-155.0, 65.0),
}
WATER = {"Bering Sea": (-178.0, 58.0), "west of Attu": (166.0, 50.0), "Pacific": (-170.0, 40.0)}
# The colours of the ground at points of the map: longitude turned to the view, latitude.
GROUND = """
(points) => {
  const canvas = document.querySelector(".leaflet-atlas-basemap-pane canvas");
  const ratio = canvas.width / parseFloat(canvas.style.width);
  const corner = L.DomUtil.getPosition(canvas);
  return points.map(([lon, lat]) => {
    const at = map.latLngToLayerPoint([lat, lon]).subtract(corner).multiplyBy(ratio).round();
    return [...canvas.getContext("2d").getImageData(at.x, at.y, 1, 1).data];
  });
}
"""
PATHS = "(paths) => paths.map((path) => path.getAttribute('d') ?? '')"
ROUTE = """
() => [...document.querySelectorAll(".leaflet-atlas-route-pane path.route-leg")].map((path) => {
  const {left, right} = path.getBoundingClientRect();
  return [left, right];
})
"""


def turned(lon: float) -> float:
    return lon + 360 if lon < 0 else lon


def spread(colours: list[list[int]]) -> int:
    """Return how much colours differ in the channel in which they do most; rounding gives 1."""
    channels: list[tuple[int, ...]] = list(zip(*colours, strict=True))
    return max(max(channel) - min(channel) for channel in channels)


def ground(atlas: MapPage, points: list[tuple[float, float]]) -> list[list[int]]:
    found: list[list[int]] = atlas.frame.evaluate(
        GROUND, [[turned(lon), lat] for lon, lat in points]
    )
    return found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    edition = write_pacific(tmp_path_factory.mktemp("pacific"))
    with serve_plain(tmp_path_factory.mktemp("plain"), edition) as address:
        yield address


@pytest.fixture
def open_pacific(
    browser: Browser, recorder: Recorder, address: str
) -> Iterator[Callable[..., MapPage]]:
    """Return a function that opens the map in a window of some size."""
    contexts = []

    def opened(width: int = 900, height: int = 800, scheme: str = "light") -> MapPage:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        contexts.append(context)
        recorder.watch(context)
        atlas = MapPage(context.new_page()).open(address).greet()
        atlas.wait_basemap()
        atlas.wait_labels()
        return atlas

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_first_view_shows_all_places_of_both_sides(
    open_pacific: Callable[..., MapPage], width: int, height: int
) -> None:
    atlas = open_pacific(width, height)
    suva, lakeba = atlas.position(178.44, -18.14), atlas.position(181.19, -18.2)
    assert 0 < lakeba[0] - suva[0] < 60, "side by side"
    for id in atlas.place_ids():
        box = atlas.frame.locator(f"path.place-{id}").bounding_box()
        assert box is not None
        assert 0 <= box["x"] < width - box["width"], id
        assert 0 <= box["y"] < height - box["height"], id
    mark = atlas.frame.locator("path.place-lakeba").bounding_box()
    assert mark is not None
    assert mark["x"] + mark["width"] / 2 == pytest.approx(lakeba[0], abs=1)
    name = atlas.frame.locator("[data-label-for=lakeba]").bounding_box()
    assert name is not None
    assert abs(name["x"] + name["width"] / 2 - lakeba[0]) < 120, "its name is near"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ground_goes_on_past_180(open_pacific: Callable[..., MapPage], scheme: str) -> None:
    atlas = open_pacific(scheme=scheme)
    atlas.say("goto", lat=60, lon=-178, zoom=4)
    atlas.settle()
    land, water = ground(atlas, [*LAND.values()]), ground(atlas, [*WATER.values()])
    assert spread(land) <= 1, dict(zip(LAND, land, strict=True))
    assert spread(water) <= 1, dict(zip(WATER, water, strict=True))
    assert spread([land[0], water[0]]) > 8


@pytest.mark.parametrize("zoom", [3, 4.5, 6.75])
def test_the_ground_has_no_seam_at_180(open_pacific: Callable[..., MapPage], zoom: float) -> None:
    atlas = open_pacific()
    atlas.say("goto", lat=67.5, lon=180, zoom=zoom)
    atlas.settle()
    scale = 360 / (256 * 2**zoom)
    across = [(180 + step * scale / 2, 67.9) for step in range(-12, 13)]
    assert spread(atlas.frame.evaluate(GROUND, across)) <= 1


def test_no_outline_runs_along_180(open_pacific: Callable[..., MapPage]) -> None:
    atlas = open_pacific()
    atlas.say("show", place="chukotka", others=[], cover=None, why="text")
    atlas.settle()
    hits = atlas.frame.evaluate(
        """() => {
             const path = document.querySelector("path.place-chukotka");
             const at = (lat) => {
               const {x, y} = map.latLngToLayerPoint([lat, 180]);
               const point = new DOMPoint(x, y);
               return [path.isPointInStroke(point), path.isPointInFill(point)];
             };
             return [at(66), at(67), at(68.5)];
           }"""
    )
    assert hits == [[False, True]] * 3


@pytest.mark.parametrize(
    ("place", "lon"), [("fiji", 179.5), ("lakeba", 181.19), ("chukotka", 180), ("attu", 173.18)]
)
def test_a_place_is_framed_whole(
    open_pacific: Callable[..., MapPage], place: str, lon: float
) -> None:
    atlas = open_pacific()
    atlas.say("show", place=place, others=[], cover=None, why="text")
    atlas.settle()
    _, middle, zoom = atlas.view()
    assert middle == pytest.approx(lon, abs=0.5)
    assert zoom >= 4


def test_a_click_on_either_half_means_the_same_area(open_pacific: Callable[..., MapPage]) -> None:
    atlas = open_pacific()
    for lon in (174, 186):
        atlas.forget()
        atlas.page.mouse.click(*atlas.position(lon, 67))
        assert atlas.wait("click")["place"] == "chukotka"


def test_the_button_brings_back_both_sides(open_pacific: Callable[..., MapPage]) -> None:
    atlas = open_pacific()
    first = atlas.view()
    atlas.say("show", place="attu", others=[], cover=None, why="text")
    atlas.settle()
    assert atlas.view() != first
    atlas.frame.get_by_role("button", name="Show the whole article’s places").click()
    atlas.settle()
    assert atlas.view() == pytest.approx(first, abs=0.01)


def test_a_saved_picture_has_marks_and_ground_of_both_sides(
    open_pacific: Callable[..., MapPage],
) -> None:
    atlas = open_pacific()
    atlas.say("goto", lat=60, lon=-178, zoom=4)
    picture = on_screen(ask(atlas), 900)
    land = [colour_at(picture, atlas.position(turned(lon), lat)) for lon, lat in LAND.values()]
    water = [colour_at(picture, atlas.position(turned(lon), lat)) for lon, lat in WATER.values()]
    assert spread([list(one) for one in land]) <= 2
    assert min(sum(one) for one in land) - max(sum(one) for one in water) > 20
    x, y = atlas.position(188, 67)
    assert darkest(picture, (x - 4, y - 4, x + 4, y + 4)) < 120, "Chukotka's eastern side"


def test_a_leg_runs_the_short_way(open_pacific: Callable[..., MapPage]) -> None:
    atlas = open_pacific()
    atlas.say("route", id="ship", leg=0)
    atlas.settle()
    legs = atlas.frame.evaluate(ROUTE)
    assert len(legs) == 2
    west, east = atlas.position(160, 0)[0], atlas.position(185, 0)[0]
    assert all(west < left and right < east for left, right in legs)


def test_a_link_holds_a_stored_longitude_and_opens_where_the_places_are(
    open_pacific: Callable[..., MapPage],
) -> None:
    atlas = open_pacific()
    atlas.say("goto", lat=0, lon=-175, zoom=5)
    atlas.settle()
    assert atlas.view() == pytest.approx((0, 185, 5))
    told = atlas.drag((500, 400), (480, 400))
    assert -175 < told["lon"] < -170
    atlas.say("home")
    atlas.settle()
    atlas.say("goto", lat=told["lat"], lon=told["lon"], zoom=told["zoom"])
    atlas.settle()
    assert atlas.view()[1] == pytest.approx(told["lon"] + 360)


def test_whoever_goes_round_the_globe_comes_back_to_the_places(
    open_pacific: Callable[..., MapPage],
) -> None:
    atlas = open_pacific()
    atlas.say("goto", lat=0, lon=1, zoom=3)
    atlas.settle()
    assert atlas.view()[1] == pytest.approx(1, abs=0.2)
    told = atlas.drag((400, 400), (500, 400))
    assert -30 < told["lon"] < 0
    assert atlas.view()[1] == pytest.approx(told["lon"] + 360, abs=1e-3)


@pytest.mark.parametrize(("lat", "edge"), [(-90.0, -MAP_END), (90.0, MAP_END)])
def test_a_pole_is_shown_at_the_edge_of_the_map(
    browser: Browser, recorder: Recorder, tmp_path: Path, lat: float, edge: float
) -> None:
    edition = write_pacific(tmp_path)
    path = edition / "places.geojson"
    places = json.loads(path.read_text("utf-8"))
    ice = [[-180, -90], [180, -90], [180, -65], [-180, -65], [-180, -90]]
    for one in places["features"]:
        known = one["properties"]
        if known["id"] == "wake":
            one["geometry"] = {"type": "Point", "coordinates": [0, lat]}
        if known["id"] == "chukotka":
            one["geometry"] = {"type": "Polygon", "coordinates": [ice]}
        known |= {"within": "", "within_bounds": None, "within_note": "Nowhere else."}
    path.write_text(json.dumps(places), "utf-8")
    (tmp_path / "plain").mkdir()
    with serve_plain(tmp_path / "plain", edition) as address:
        context = browser.new_context(viewport={"width": 900, "height": 800})
        recorder.watch(context)
        atlas = MapPage(context.new_page()).open(address).greet()
        atlas.wait_labels()
        for place in ("wake", "chukotka"):
            atlas.say("show", place=place, others=[], cover=None, why="text")
            atlas.settle()
            assert all(math.isfinite(one) for one in atlas.view())
            paths = atlas.frame.locator("path.place")
            assert not [d for d in paths.evaluate_all(PATHS) if "NaN" in d or "Infinity" in d]
        atlas.say("show", place="wake", others=[], cover=None, why="text")
        atlas.settle()
        mark = atlas.frame.locator("path.place-wake").bounding_box()
        assert mark is not None
        lon = next(turn for turn in (0, 360, -360) if abs(atlas.view()[1] - turn) < 1)
        x, y = atlas.position(lon, edge)
        assert mark["x"] + mark["width"] / 2 == pytest.approx(x, abs=1)
        assert mark["y"] + mark["height"] / 2 == pytest.approx(y, abs=1)
        assert 0 < y < 800
        context.close()


def test_the_one_file_shows_both_sides_too(open_file: Open, tmp_path: Path) -> None:
    publish(load_edition(write_pacific(tmp_path)), tmp_path / "site")
    atlas = open_file()
    atlas.goto((tmp_path / "site" / "index.html").as_uri())
    frame = atlas.map_frame
    frame.wait_for_function("() => document.querySelectorAll('[data-label-for]').length === 7")
    suva, lakeba = (atlas.place(id).bounding_box() for id in ("suva", "lakeba"))
    assert suva is not None
    assert lakeba is not None
    assert 0 < lakeba["x"] - suva["x"] < 60
    wanted = [*[*LAND.values()][:3], *WATER.values()]
    points = [[turned(lon), lat] for lon, lat in wanted]
    frame.wait_for_function(
        f"""(points) => {{
             const found = ({GROUND})(points).map(([red]) => red);
             const [land, water] = [found.slice(0, 3), found.slice(3)];
             return Math.min(...land) - Math.max(...water) > 8;
           }}""",
        arg=points,
    )
