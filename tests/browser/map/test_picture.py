"""The picture of the map: a PNG of the view as seen, with its scale, title and sources."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from geodata.publish.single_page import single_page
from geodata.storage.load import load_edition
from tests.browser.map.known import ARABIAN_SEA, DESERT, EDITION, QUETTA
from tests.browser.map_page import FRAME, MapPage, Message, OpenMap
from tests.browser.recorder import Recorder

LAND = (247, 244, 236)
SEA = (211, 224, 230)
INK = (35, 40, 45)
DARK_LAND = (34, 42, 49)
DARK_INK = (242, 244, 245)

WIDTH = 1600
"""How wide the picture of a narrower map is."""

Colour = tuple[int, int, int]


def ask(atlas: MapPage, **fields: object) -> Message:
    """Ask for a picture, and return the answer."""
    atlas.settle()
    atlas.forget()
    atlas.say("picture", id=7, **fields)
    return atlas.wait("picture")


def decoded(answer: Message) -> Image.Image:
    """Return the picture of an answer, with its pixels read."""
    assert answer.get("error") is None
    head, _, data = answer["url"].partition(",")
    assert head == "data:image/png;base64"
    return Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")


def on_screen(answer: Message, width: int = 1000) -> Image.Image:
    """Return the picture of a map so many pixels wide, as large as that is on the screen."""
    picture = decoded(answer)
    assert picture.width == WIDTH
    size = (width, round(picture.height * width / WIDTH))
    return picture.resize(size, Image.Resampling.LANCZOS)


def colour_at(picture: Image.Image, at: tuple[float, float], ratio: int = 1) -> Colour:
    """Return the colour at a point of the page, in CSS pixels."""
    found = picture.getpixel((round(at[0] * ratio), round(at[1] * ratio)))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def darkest(picture: Image.Image, box: tuple[float, float, float, float]) -> int:
    """Return the brightness (0 to 255) of the darkest pixel of a box: left, top, right, bottom."""
    return int(picture.crop([round(side) for side in box]).convert("L").getextrema()[0])  # type: ignore[arg-type]


def look_at_quetta(atlas: MapPage) -> None:
    """Bring land, sea and Quetta into view."""
    atlas.wait_basemap()
    atlas.say("goto", lat=27, lon=67, zoom=5)
    atlas.settle()


def label_box(atlas: MapPage, place: str) -> tuple[float, float, float, float]:
    """Return where a place's name stands on the page: left, top, right, bottom."""
    box = atlas.frame.locator(f'[data-label-for="{place}"] .label-name').bounding_box()
    assert box
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def test_a_picture_is_as_large_as_the_map_with_a_strip_below(atlas: MapPage) -> None:
    bare = ask(atlas)
    assert bare["id"] == 7
    height = on_screen(bare).height
    assert 800 < height < 870  # what the marks mean, and the map's sources
    answer = ask(atlas, title="The title", credit="Whose words these are", status="Draft.")
    assert abs(on_screen(answer).height - (height + 20 + 16 + 16)) <= 1


def test_a_dense_screen_gets_a_dense_picture(open_map: OpenMap) -> None:
    atlas = open_map(device_scale_factor=2)
    look_at_quetta(atlas)
    picture = decoded(ask(atlas))
    assert picture.width == 2000
    assert colour_at(picture, atlas.position(*QUETTA), ratio=2) == INK


def test_land_sea_and_a_place_have_the_colours_of_the_screen(atlas: MapPage) -> None:
    look_at_quetta(atlas)
    picture = on_screen(ask(atlas))
    assert colour_at(picture, atlas.position(*DESERT)) == LAND
    assert colour_at(picture, atlas.position(*ARABIAN_SEA)) == SEA
    assert colour_at(picture, atlas.position(*QUETTA)) == INK


def test_the_dark_map_gives_a_dark_picture(atlas: MapPage) -> None:
    look_at_quetta(atlas)
    atlas.paint(scheme="dark", badges=atlas.first_badges())
    picture = on_screen(ask(atlas, title="The title"))
    assert colour_at(picture, atlas.position(*DESERT)) == DARK_LAND
    assert colour_at(picture, atlas.position(*QUETTA)) == DARK_INK
    assert colour_at(picture, (990, 810)) == (23, 29, 35)


def test_a_place_that_is_off_is_not_in_the_picture(atlas: MapPage) -> None:
    look_at_quetta(atlas)
    atlas.paint(visible=["pakistan"])
    picture = on_screen(ask(atlas))
    assert colour_at(picture, atlas.position(*QUETTA)) != INK


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_label_is_written_where_it_stands(atlas: MapPage, language: str) -> None:
    look_at_quetta(atlas)
    atlas.paint(language=language, visible=["quetta"])
    box = label_box(atlas, "quetta")
    assert darkest(on_screen(ask(atlas)), box) < 70
    atlas.paint(language=language, visible=[])
    assert darkest(on_screen(ask(atlas)), box) > 80  # no more than the basemap's own lines


def test_badges_and_the_mark_of_the_selected_place_are_in_the_picture(atlas: MapPage) -> None:
    look_at_quetta(atlas)
    atlas.paint(badges={"quetta": ["recruitment"]}, selected="quetta", visible=["quetta"])
    badge = atlas.frame.locator('[data-label-for="quetta"] .badge').bounding_box()
    label = atlas.frame.locator('[data-label-for="quetta"]').bounding_box()
    assert badge
    assert label
    picture = on_screen(ask(atlas))
    shown = atlas.frame.evaluate(
        "() => getComputedStyle(document.querySelector('[data-label-for=quetta] .badge')).color"
    )
    red, green, blue = (int(part) for part in shown[4:-1].split(","))
    middle = (badge["x"] + badge["width"] / 2, badge["y"] + badge["height"] / 2)
    assert colour_at(picture, middle) == (red, green, blue)
    frame = colour_at(picture, (label["x"] - 2, label["y"] + 10))
    assert all(abs(a - b) < 5 for a, b in zip(frame, (255, 196, 0), strict=True))


def test_the_picture_differs_from_the_screen_by_buttons_and_sources_alone(
    open_map: OpenMap,
) -> None:
    atlas = open_map(viewport={"width": WIDTH, "height": 800})
    look_at_quetta(atlas)
    atlas.wait_labels()
    atlas.say("route", id="recruits", leg=1, cover=None, frame=False)
    below = (0, 140, 1500, 740)  # the buttons in the route's caption
    picture = decoded(ask(atlas)).crop(below)
    screen = Image.open(io.BytesIO(atlas.page.screenshot())).convert("RGB").crop(below)
    pairs = zip(picture.convert("L").tobytes(), screen.convert("L").tobytes(), strict=True)
    other = sum(abs(a - b) > 48 for a, b in pairs)
    assert other / (1500 * 600) < 0.01  # the edges of thin lines


def test_a_picture_asked_for_during_a_zoom_shows_where_the_zoom_ends(atlas: MapPage) -> None:
    look_at_quetta(atlas)
    atlas.forget()
    atlas.frame.evaluate(
        """() => new Promise((begun) => {
             map.once("zoomanim", begun);
             map.zoomIn(1, {animate: true});
           })"""
    )
    atlas.say("picture", id=7)
    picture = on_screen(atlas.wait("picture"))
    atlas.settle()
    assert atlas.view()[2] == 6
    assert colour_at(picture, atlas.position(*QUETTA)) == INK
    assert colour_at(picture, atlas.position(*DESERT)) == LAND
    assert colour_at(picture, atlas.position(*ARABIAN_SEA)) == SEA


def test_scale_title_and_sources_are_written(atlas: MapPage) -> None:
    look_at_quetta(atlas)
    scale = atlas.frame.locator(".leaflet-control-scale-line").bounding_box()
    assert scale
    picture = on_screen(ask(atlas, title="The title", credit="Whose words these are"))
    for top, bottom in ((809, 829), (833, 849), (853, 869), (869, 883)):  # the second is the key
        assert darkest(picture, (12, top, 120, bottom)) < 130
    box = (scale["x"], scale["y"], scale["x"] + scale["width"], scale["y"] + scale["height"])
    assert darkest(picture, box) < 90


@pytest.mark.outside_allowed
@pytest.mark.console_allowed
def test_tiles_are_left_out(open_map: OpenMap) -> None:
    atlas = open_map()
    look_at_quetta(atlas)
    atlas.say("tiles", on=True)
    picture = on_screen(ask(atlas))
    assert colour_at(picture, atlas.position(*DESERT)) == LAND


@pytest.mark.console_allowed
def test_a_map_without_room_answers_that_there_is_no_picture(open_map: OpenMap) -> None:
    answer = ask_hidden(open_map("/hidden.html"))
    assert "could not be made" in answer["error"]
    assert "url" not in answer


def ask_hidden(atlas: MapPage) -> Message:
    """Ask a frame that draws no frames of the screen, so that there is none to wait for."""
    atlas.say("picture", id=1)
    return atlas.wait("picture")


@pytest.fixture
def from_disk(browser: Browser, recorder: Recorder, tmp_path: Path) -> Iterator[MapPage]:
    """Open the edition's one-file page from disk, in which map and page hold their own files."""
    file = tmp_path / "index.html"
    file.write_text(single_page(load_edition(EDITION)), "utf-8")
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    recorder.watch(context)
    atlas = MapPage(context.new_page()).open(file.as_uri())
    atlas.wait_basemap()
    yield atlas
    context.close()


def test_a_page_opened_from_disk_gives_a_picture_too(from_disk: MapPage) -> None:
    from_disk.page.evaluate(
        "(selector) => document.querySelector(selector).contentWindow"
        ".postMessage({atlas: 1, type: 'picture', id: 3, title: 'From disk'}, '*')",
        FRAME,
    )
    answer = from_disk.wait("picture")
    assert on_screen(answer).width > 300


def test_the_themes_that_are_on_are_told_with_their_marks(atlas: MapPage) -> None:
    look_at_quetta(atlas)
    bare = on_screen(ask(atlas)).height
    some = on_screen(ask(atlas, themes=["bases", "presence"]))
    assert some.height > bare
    mark = some.crop((12, 813, 26, 829)).getcolors(maxcolors=10_000)
    assert mark is not None
    assert any(colour != mark[0][1] for _, colour in mark[1:])
