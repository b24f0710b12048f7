"""Every claim can be opened from the reader's screen, those without a place too."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.twin import Open

CITED, OPEN = re.compile(r"\bis-cited\b"), re.compile(r"\bis-open\b")
THESIS = "forces-against-is-k"


def passage(atlas: AtlasPage, claim: str) -> Locator:
    return atlas.page.locator(f'#atlas-article span[data-claims~="{claim}"]').first


def claim_on_card(atlas: AtlasPage, claim: str) -> Locator:
    return atlas.card.locator(f'[data-claim="{claim}"]')


def test_a_click_on_a_sentence_opens_what_it_says_and_once_more_lets_go(reader: AtlasPage) -> None:
    passage(reader, THESIS).click()
    expect(claim_on_card(reader, THESIS)).to_contain_text("Both the Taliban and the unrecognised")
    expect(reader.card).to_contain_text("It names no place that can be put on the map.")
    assert reader.query() == {"claim": THESIS}
    expect(passage(reader, THESIS)).to_have_class(CITED)
    passage(reader, THESIS).click()
    expect(reader.card).to_be_hidden()


def test_what_is_said_of_a_place_is_shown_on_the_map_too(reader: AtlasPage) -> None:
    passage(reader, "control-of-western-pakistani-provinces").click()
    reader.wait_selected("western-pakistani-provinces")
    reader.card.get_by_role("button", name="Pakistan", exact=True).click()
    expect(reader.card_heading).to_contain_text("Pakistan")
    reader.wait_selected("pakistan")


def test_the_claims_that_are_not_on_the_map_are_listed_and_open(reader: AtlasPage) -> None:
    panel = reader.open_panel("Not on the map: 18 claims")
    expect(panel.locator("li")).to_have_count(18)
    panel.locator(f'[data-opens="{THESIS}"]').click()
    expect(claim_on_card(reader, THESIS)).to_be_visible()
    last = panel.locator("li button").last
    last.click()
    expect(reader.page.locator("#atlas-article .is-cited").first).to_be_in_viewport()
    reader.only("themes", "origins")
    expect(reader.page.locator("#atlas-unplaced summary")).to_have_text(
        "Not on the map: 4 of 18 claims"
    )


def test_a_word_that_is_not_on_the_map_shows_its_claims(reader: AtlasPage) -> None:
    reader.mention("islamabad").click()
    expect(reader.card).to_contain_text("Not on the map")
    expect(claim_on_card(reader, "control-of-western-pakistani-provinces")).to_be_visible()


def test_keys_go_through_all_claims_in_the_order_of_the_text(reader: AtlasPage) -> None:
    reader.page.get_by_role("button", name="Claim by claim").focus()
    reader.page.keyboard.press("Enter")
    expect(reader.card.locator(".step-count")).to_have_text("Claim 1 of 46")
    expect(reader.card_heading).to_be_focused()
    reader.page.keyboard.press("ArrowRight")
    expect(reader.card.locator(".step-count")).to_have_text("Claim 2 of 46")
    reader.page.keyboard.press("ArrowLeft")
    reader.page.keyboard.press("ArrowLeft")
    expect(reader.card.locator(".step-count")).to_have_text("Claim 46 of 46")
    expect(reader.page.locator("#atlas-live")).to_contain_text("Claim 46 of 46, according to")
    expect(reader.page.locator("#atlas-article .is-cited").first).to_be_in_viewport()
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("button", name="Claim by claim")).to_be_focused()


def test_passages_are_no_stops_of_the_keyboard(reader: AtlasPage) -> None:
    stops = reader.page.locator("#atlas-article span[data-claims]").evaluate_all(
        "(all) => all.filter((one) => one.tabIndex >= 0).length"
    )
    assert stops == 0


def test_a_link_restores_a_claim_without_a_place(visit: Visit) -> None:
    atlas = visit(f"/?claim={THESIS}", device="phone")
    expect(claim_on_card(atlas, THESIS)).to_be_visible()
    expect(passage(atlas, THESIS)).to_have_class(CITED)
    expect(passage(atlas, THESIS)).to_be_in_viewport()
    assert atlas.query() == {"claim": THESIS}


def test_on_a_phone_the_list_makes_way_for_what_it_opens(phone: AtlasPage) -> None:
    phone.page.locator("#atlas-more-button").tap()
    panel = phone.open_panel("Not on the map: 18 claims")
    panel.locator(f'[data-opens="{THESIS}"]').tap()
    expect(phone.page.locator("#atlas-more")).not_to_have_class(OPEN)
    expect(claim_on_card(phone, THESIS).locator(".quote")).to_be_in_viewport()


def test_in_the_one_file_a_sentence_opens_too(open_file: Open) -> None:
    atlas = open_file()
    passage(atlas, THESIS).click()
    expect(claim_on_card(atlas, THESIS)).to_be_visible()
