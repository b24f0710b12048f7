"""The edition as one file, from disk and offline: all that a reader does beside clicking places."""

import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from tests.browser.twin import Open


def test_hover_marks_both_sides(open_file: Open) -> None:
    atlas = open_file()
    atlas.hover_place("quetta")
    atlas.page.wait_for_selector('[data-mention="quetta-training"].is-hovered')
    atlas.mention("afghanistan-bases").hover()
    atlas.map_frame.wait_for_selector("path.place-afghanistan.is-hovered", state="attached")


def test_mentions_are_stepped_by_button_and_by_key_and_back_goes_back(open_file: Open) -> None:
    atlas = open_file("?place=balochistan&mention=balochistan-council")
    expect(atlas.card.locator(".stepper")).to_contain_text("Mention 1 of 5")
    atlas.card.get_by_role("button", name="Next mention").click()
    expect(atlas.card.locator(".stepper")).to_contain_text("Mention 2 of 5")
    # The address follows a moment later; Back skips one that the reader has done nothing on.
    expect(atlas.page).not_to_have_url(re.compile("balochistan-council"))
    second = atlas.page.url
    atlas.page.keyboard.press("ArrowRight")
    expect(atlas.card.locator(".stepper")).to_contain_text("Mention 3 of 5")
    expect(atlas.page).not_to_have_url(second)
    atlas.page.go_back()
    expect(atlas.card.locator(".stepper")).to_contain_text("Mention 2 of 5")


def test_the_places_are_walked_in_the_order_of_the_text(open_file: Open) -> None:
    atlas = open_file()
    atlas.button("Place by place").click()
    atlas.wait_selected("afghanistan")
    atlas.button("Place by place").click()
    atlas.wait_selected("pakistan")


def test_only_the_passages_in_view_are_on_the_map(open_file: Open) -> None:
    atlas = open_file()
    atlas.button("Only what I am reading").click()
    atlas.map_frame.wait_for_selector("path.place-southern-tajikistan.is-off", state="attached")
    assert "afghanistan" in atlas.shown_places()


def test_kinds_and_the_undated_are_filtered(open_file: Open) -> None:
    atlas = open_file("?kinds=authors-words.none.recommendation")
    assert atlas.shown_places() == {"afghanistan", "pakistan"}
    panel = atlas.page.locator("#atlas-more")
    panel.locator("summary", has_text="When:").click()
    panel.locator("[data-undated]").click()
    expect(panel.locator("[data-undated]")).to_have_attribute("aria-pressed", "false")
    assert atlas.query() == {
        "kinds": "authors-words.none.recommendation",
        "undated": "no",
    }


def test_names_change_their_language_on_map_and_card(open_file: Open) -> None:
    atlas = open_file("?place=quetta")
    atlas.open_panel("Map settings")
    atlas.page.locator("#atlas-names").select_option("ur")
    expect(atlas.map_frame.locator('[data-label-for="quetta"] .label-also')).to_have_text("کوئٹہ")
    expect(atlas.card.locator('.local-name[lang="ur"]').first).to_have_attribute("dir", "rtl")


def test_a_link_a_citation_and_a_picture_are_given(open_file: Open, tmp_path: Path) -> None:
    atlas = open_file("?place=quetta")
    atlas.page.locator("#atlas-share").click()
    link = atlas.page.get_by_label("Link to this view")
    assert link.input_value().startswith("file://")
    assert "place=quetta" in link.input_value()
    assert "Georgi Asatrian" in atlas.page.get_by_label("Citation").input_value()
    with atlas.page.expect_download() as waiting:
        atlas.page.get_by_role("button", name="Save").click()
    waiting.value.save_as(tmp_path / "map.png")
    with Image.open(tmp_path / "map.png") as picture:
        assert picture.format == "PNG"


def test_it_prints_with_every_claim(open_file: Open) -> None:
    atlas = open_file()
    atlas.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    atlas.page.emulate_media(media="print")
    expect(atlas.page.locator(".print-claims .claim")).to_have_count(46)
    expect(atlas.page.locator("nav").first).to_be_hidden()
