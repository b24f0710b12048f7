"""The editors' notes that bear on a claim are one click from it, in the app and in the one file."""

from playwright.sync_api import Locator, expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.twin import Open

SOURCES = "Editors’ note (their inference), 26 November 2026"


def note(atlas: AtlasPage, id: str = "sources-on-balochistan") -> Locator:
    return atlas.page.locator(f"#note-{id}")


def expect_note(atlas: AtlasPage, id: str = "sources-on-balochistan") -> None:
    """Wait until the reader stands at a note whose beginning is in view."""
    expect(note(atlas, id)).to_be_focused()
    expect(note(atlas, id).locator("time")).to_be_in_viewport()


def test_a_claim_on_a_card_leads_to_the_note_that_says_more(reader: AtlasPage) -> None:
    reader.mention("balochistan-media").click()
    claim = reader.card.locator('[data-claim="media-on-balochistan"]')
    expect(claim.locator(".claim-notes")).to_have_text(
        f"{SOURCES}; Editors’ note, 26 November 2026"
    )
    claim.get_by_role("link", name=SOURCES).click()
    expect_note(reader)
    assert reader.selected_place() == "balochistan"


def test_the_limitations_own_words_lead_to_the_note(reader: AtlasPage) -> None:
    reader.page.locator('[data-mention="russia-attack"]').click()
    words = reader.card.locator('[data-claim="attack-toll"] .limitation')
    expect(words).to_contain_text("which is of its time (see the editors’ note).")
    words.get_by_role("link", name="see the editors’ note").click()
    expect_note(reader, "attack-deaths")


def test_a_phone_shows_the_beginning_of_a_long_note(visit: Visit) -> None:
    atlas = visit("/#note-sources-on-balochistan", device="phone")
    expect_note(atlas)


def test_the_page_of_claims_leads_to_the_note_and_keeps_the_filters(visit: Visit) -> None:
    atlas = visit("/claims?themes=bases", reader=False)
    row = atlas.page.locator('tr[data-claim="media-on-balochistan"]')
    row.get_by_role("link", name=SOURCES).click()
    atlas.wait_ready()
    expect_note(atlas)
    assert atlas.query()["themes"] == "bases"


def test_the_route_leads_to_its_note(reader: AtlasPage) -> None:
    panel = reader.open_panel("What recruits were told to do")
    panel.get_by_role("link", name=SOURCES).click()
    expect_note(reader)


def test_in_the_one_file_card_and_claims_lead_to_the_note(open_file: Open) -> None:
    atlas = open_file()
    atlas.page.get_by_role("link", name="Claims", exact=True).click()
    row = atlas.page.locator('tr[data-claim="media-on-balochistan"]')
    row.get_by_role("link", name=SOURCES).click()
    expect_note(atlas)
    expect(atlas.page.locator('[data-single-page="claims"]')).to_be_hidden()
    atlas.mention("balochistan-media").click()
    atlas.card.get_by_role("link", name=SOURCES).first.click()
    expect_note(atlas)


def test_a_note_is_marked_in_the_text_and_leads_there_and_back(reader: AtlasPage) -> None:
    sign = reader.page.locator('#atlas-article [data-note="sypatizants"]')
    expect(sign).to_have_accessible_name("Editors’ note 10")
    sign.focus()
    reader.page.keyboard.press("Enter")
    expect_note(reader, "sypatizants")
    expect(reader.card).to_be_hidden()
    note(reader, "sypatizants").get_by_role("button", name="Note 10: go to its passage").click()
    expect(sign).to_be_focused()
    expect(sign).to_be_in_viewport()


def test_a_sign_adds_no_word_to_the_article(reader: AtlasPage) -> None:
    text = reader.page.locator("#atlas-article").inner_text()
    assert "A certain presence of sypatizants remains in the southern" in text


def test_in_the_one_file_a_sign_leads_to_its_note(open_file: Open) -> None:
    atlas = open_file()
    atlas.page.locator('#atlas-article [data-note="sypatizants"]').click()
    expect_note(atlas, "sypatizants")
