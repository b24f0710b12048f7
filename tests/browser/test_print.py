"""Printing and the picture: what leaves the screen shows the map and says whose claims they are."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit


def begin_printing(atlas: AtlasPage) -> None:
    atlas.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    atlas.page.emulate_media(media="print")


def test_on_paper_stand_the_whole_map_the_text_and_every_claim_without_switches(
    visit: Visit,
) -> None:
    atlas = visit("/?place=quetta")
    before = atlas.map_element.bounding_box()
    view = atlas.view()
    assert before
    begin_printing(atlas)
    area = atlas.page.locator(".st-key-atlas-map").bounding_box()
    drawn = atlas.map_element.bounding_box()
    assert area
    assert drawn
    assert area["width"] <= 660.5
    assert area["height"] <= 560.5
    assert abs(drawn["width"] / drawn["height"] - before["width"] / before["height"]) < 0.01
    assert atlas.view() == view
    expect(atlas.page.locator(".print-claims .claim")).to_have_count(46)
    expect(atlas.page.locator("#atlas-article")).to_be_visible()
    expect(atlas.page.locator(".print-claims .according").first).to_have_text(
        "According to the author, Georgi Asatrian, associate professor at two Russian universities"
    )
    for switch in ("nav", ".chips", "#atlas-card", "#atlas-share"):
        expect(atlas.page.locator(switch).first).to_be_hidden()


def test_only_claims_that_are_on_are_printed(visit: Visit) -> None:
    atlas = visit("/?themes=recruitment")
    begin_printing(atlas)
    expect(atlas.page.locator(".print-claims .claim")).to_have_count(2)


def test_paper_is_light_and_the_screen_is_dark_again_afterwards(visit: Visit) -> None:
    atlas = visit("/", scheme="dark")
    begin_printing(atlas)
    expect(atlas.map_frame.locator('.atlas-map[data-scheme="light"]')).to_have_count(1)
    atlas.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    atlas.page.emulate_media(media="screen")
    expect(atlas.map_frame.locator('.atlas-map[data-scheme="dark"]')).to_have_count(1)
    expect(atlas.page.locator(".print-claims")).to_have_count(0)


def test_the_share_dialog_saves_the_map_as_a_picture(visit: Visit, tmp_path: Path) -> None:
    atlas = visit("/?place=quetta")
    atlas.page.locator("#atlas-share").click()
    with atlas.page.expect_download() as waiting:
        atlas.page.get_by_role("button", name="Save").click()
    assert waiting.value.suggested_filename == "taliban-is-k-map.png"
    waiting.value.save_as(tmp_path / "map.png")
    box = atlas.map_element.bounding_box()
    assert box
    with Image.open(BytesIO((tmp_path / "map.png").read_bytes())) as picture:
        assert picture.format == "PNG"
        assert picture.width == 1600
        strip = picture.height / 1600 * box["width"] - box["height"]
        assert strip > 60  # title, key and credits stand below the map
