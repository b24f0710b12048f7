"""What a new reader meets in the first ten seconds: what to do, and what the article says."""

from playwright.sync_api import Locator, expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.twin import Open


def hint(atlas: AtlasPage) -> Locator:
    return atlas.page.locator("#atlas-hint")


def overview(atlas: AtlasPage) -> Locator:
    return atlas.page.locator("#atlas-overview")


def test_one_line_says_what_to_do_until_it_is_done_once(visit: Visit) -> None:
    atlas = visit("/")
    expect(hint(atlas)).to_have_text("Choose a marked word in the text or a place on the map")
    expect(hint(atlas)).to_be_in_viewport(ratio=1)
    atlas.mention("quetta-training").click()
    expect(hint(atlas)).to_be_hidden()
    atlas.page.reload()
    atlas.wait_ready()
    atlas.page.keyboard.press("Escape")
    atlas.wait_unselected()
    atlas.goto(atlas.page.url)
    expect(hint(atlas)).to_be_hidden()


def test_a_link_that_selects_shows_none(visit: Visit) -> None:
    expect(hint(visit("/?claim=forces-against-is-k"))).to_be_hidden()


def test_what_the_article_says_stands_above_it_and_opens_what_it_names(visit: Visit) -> None:
    atlas = visit("/")
    expect(overview(atlas)).to_be_in_viewport(ratio=1)
    expect(overview(atlas)).to_contain_text("37 of 46 claims are the author’s own")
    overview(atlas).locator('[data-show-claim="ease-some-sanctions"]').click()
    expect(atlas.card.locator('[data-claim="ease-some-sanctions"]')).to_be_visible()
    expect(atlas.page.locator("#atlas-article .is-cited").first).to_be_in_viewport()
    overview(atlas).get_by_role("button", name="Pakistan", exact=True).click()
    atlas.wait_selected("pakistan")
    overview(atlas).get_by_role("button", name="18 of 46 claims are without a place.").click()
    panel = atlas.page.locator("#atlas-unplaced")
    expect(panel.locator("li").first).to_be_in_viewport()
    expect(panel.locator("summary")).to_be_focused()


def test_on_a_phone_it_is_folded_and_the_text_begins_below(visit: Visit) -> None:
    atlas = visit("/", device="phone")
    expect(overview(atlas).locator("summary")).to_be_in_viewport(ratio=1)
    expect(overview(atlas).locator("p").first).to_be_hidden()
    expect(atlas.mention("khorasan-opening")).to_be_in_viewport()
    expect(hint(atlas)).to_have_text("Choose a marked word in the text or a place on the map")
    overview(atlas).locator("summary").tap()
    expect(overview(atlas).locator("p").first).to_be_visible()


def test_in_the_one_file_it_stands_too(open_file: Open) -> None:
    atlas = open_file()
    expect(overview(atlas)).to_contain_text("37 of 46 claims are the author’s own")
    overview(atlas).get_by_role("button", name="18 of 46").click()
    expect(atlas.page.locator("#atlas-unplaced li").first).to_be_visible()
