"""Names that others build on: they stay, whatever else is written anew."""

from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit

OLD_LINK = (
    "/?themes=presence.bases.rule&from=2015-02&undated=no&place=quetta&mention=quetta-training"
    "&at=30.2,67,6&names=ur"
)


def test_text_map_and_topics_are_found_by_their_names(reader: AtlasPage) -> None:
    root = reader.page.locator("html")
    expect(root).to_have_attribute("data-atlas", "ready")
    mention = reader.page.locator('[data-mention="balochistan-council"]')
    expect(mention).to_have_attribute("data-place", "balochistan pakistan")
    expect(reader.page.locator('[data-theme-switch="rule"]').first).to_be_visible()
    expect(reader.map_frame.locator(".place-balochistan")).to_have_count(1)


def test_what_is_chosen_is_current(reader: AtlasPage) -> None:
    mention = reader.page.locator('[data-mention="balochistan-council"]')
    mention.click()
    expect(mention).to_have_attribute("aria-current", "true")
    expect(reader.page.locator('nav a[aria-current="page"]')).to_have_text("Read")


def test_a_topic_is_switched_by_its_name(reader: AtlasPage) -> None:
    switch = reader.page.locator('[data-theme-switch="rule"]').first
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")


def test_an_old_link_says_the_same_as_ever(visit: Visit) -> None:
    atlas = visit(OLD_LINK)
    assert atlas.notices() == []
    assert atlas.selected_place() == "quetta"
    assert atlas.query() == {
        "themes": "presence.bases.rule",
        "from": "2015-02",
        "undated": "no",
        "place": "quetta",
        "mention": "quetta-training",
        "at": "30.2,67,6",
        "names": "ur",
    }


def test_a_page_says_that_it_is_one(visit: Visit) -> None:
    atlas = visit("/places", reader=False)
    expect(atlas.page.locator("html")).to_have_attribute("data-atlas", "page")
