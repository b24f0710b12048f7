"""Reading: what stands there at first, and how text, map and card answer one another."""

from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit

ALL_PLACES = {
    "afghan-pakistani-border-region",
    "afghanistan",
    "balochistan",
    "pakistan",
    "quetta",
    "russia",
    "russia-attack-site",
    "southern-tajikistan",
    "tribal-areas",
    "turkey",
    "western-pakistani-provinces",
}
BALOCHISTAN = [
    "balochistan-council",
    "balochistan-of-quetta",
    "balochistan-publication",
    "balochistan-media",
    "balochistan-taliban-sources",
]


def texts(atlas: AtlasPage, selector: str) -> list[str]:
    return [text.strip() for text in atlas.page.locator(selector).all_inner_texts()]


def test_first_load_shows_the_places_of_all_themes_beside_the_article(visit: Visit) -> None:
    atlas = visit()
    assert atlas.shown_places() == ALL_PLACES
    assert atlas.themes_on() == [
        "presence",
        "bases",
        "attacks",
        "recruitment",
        "origins",
        "fighting",
        "rule",
    ]
    assert atlas.selected_place() is None
    assert atlas.current_mention() is None
    expect(atlas.card).to_be_hidden()
    assert atlas.query() == {}
    assert atlas.notices() == []


def test_one_glance_tells_title_author_time_and_that_nobody_has_checked(visit: Visit) -> None:
    atlas = visit()
    expect(atlas.page.locator("h1")).to_have_text(
        "The Taliban can contribute to the fight against IS-K"
    )
    title = atlas.page.locator(".title")
    expect(title).to_contain_text("Georgi Asatrian")
    expect(title).to_contain_text("Written in spring 2024 (inferred). Statements are of that time.")
    expect(title.get_by_text("Claims not yet checked by an editor")).to_be_visible()
    assert texts(atlas, "#atlas-themes .chip-title") == [
        "Presence and support",
        "Bases and safe havens",
        "Attacks and threats",
        "Recruitment and travel",
        "Origins and history",
        "Fighting IS-K",
        "The Taliban’s rule, diplomacy and sanctions",
    ]
    assert atlas.page.title() == "Read – Article Atlas"


def test_every_place_is_drawn_exactly_once(visit: Visit) -> None:
    drawn = visit().drawn_places()
    assert len(drawn) == 11
    assert set(drawn) == ALL_PLACES


def test_the_article_is_there_word_for_word_and_its_repeated_sentence_once(visit: Visit) -> None:
    atlas = visit()
    text = atlas.page.locator("#atlas-article").inner_text()
    assert text.count("has the potential to become one of the deadliest factions") == 1
    assert "A certain presence of sypatizants remains in the southern part of Tajikistan." in text
    assert "resulting in the death of more than 140 innocent civilians." in text
    assert text.count("Georgi Asatrian") == 1
    assert text.count("Georgi Asatryan") == 1


def test_a_click_on_a_place_marks_its_mentions_and_scrolls_to_the_passage(visit: Visit) -> None:
    atlas = visit()
    atlas.click_place("balochistan")
    atlas.wait_selected("balochistan")
    atlas.wait_current("balochistan-council")
    assert atlas.mentions_with("is-sibling") == set(BALOCHISTAN[1:])
    assert atlas.in_view(atlas.mention("balochistan-council"))
    expect(atlas.card_heading).to_contain_text("Balochistan")


def test_a_click_on_a_places_name_on_the_map_opens_it_too(visit: Visit) -> None:
    atlas = visit()
    atlas.click_label("southern-tajikistan")
    atlas.wait_current("southern-tajikistan-presence")
    atlas.wait_selected("southern-tajikistan")
    assert atlas.in_view(atlas.mention("southern-tajikistan-presence"))


def test_a_click_on_a_mention_opens_its_place_and_the_map_shows_it(visit: Visit) -> None:
    atlas = visit("/?at=10,100,5")
    atlas.mention("turkey-travel").click()
    atlas.wait_selected("turkey")
    atlas.map_frame.wait_for_function(
        "() => window.map.getBounds().contains([39, 35.2])", timeout=5000
    )
    assert atlas.current_mention() == "turkey-travel"
    expect(atlas.card_heading).to_contain_text("Turkey")


def test_the_card_says_who_says_so_how_sure_and_how_exactly(visit: Visit) -> None:
    atlas = visit()
    atlas.mention("balochistan-council").click()
    card = atlas.card
    expect(card.locator(".local-name")).to_have_text("بلوچستان")
    expect(card).to_contain_text("Province in the south-west of Pakistan; capital Quetta.")
    expect(card).to_contain_text("Administrative area. In the text. Certain that this place is")
    expect(card).to_contain_text("Mention 1 of 5")
    expect(card.locator(".claims h3")).to_contain_text("6 claims, 5 speakers (4 unnamed")
    expect(card).to_contain_text("Repetition is not confirmation.")
    first = card.locator(".claim").first
    expect(first.locator(".according")).to_have_text(
        "According to Sami Sadat, former deputy chief of general staff of the Afghan army, "
        "on social media, cited by the Interfax news agency, quoted by the author"
    )
    expect(first.locator(".quote").first).to_contain_text("there’s a high likelihood that terrorist")
    expect(first.locator(".hedge")).to_have_text("there’s a high likelihood")
    expect(first.locator(".named")).to_have_text("Balochistan, Pakistan")
    assert texts(atlas, "#atlas-card .claim:first-of-type .theme-tag") == [
        "Attacks and threats",
        "Bases and safe havens",
    ]
    expect(first.locator(".status")).to_have_text("not yet checked by an editor")


def test_no_card_shows_a_claim_without_according_to(visit: Visit) -> None:
    atlas = visit()
    for place in sorted(ALL_PLACES):
        atlas.click_label(place)
        atlas.wait_selected(place)
        claims = atlas.card.locator(".claim")
        assert claims.count() > 0
        assert all(
            line.startswith("According to ") for line in texts(atlas, "#atlas-card .according")
        )
        assert atlas.card.locator(".according").count() == claims.count()
        assert atlas.card.locator(".limitation").count() == claims.count()
        atlas.page.keyboard.press("Escape")
        atlas.wait_unselected()


def test_the_site_of_the_attack_is_told_as_inferred_with_its_source(visit: Visit) -> None:
    atlas = visit()
    atlas.mention("russia-attack").click()
    atlas.wait_selected("russia-attack-site")
    expect(atlas.card_heading).to_contain_text(
        "Site of the March 2024 attack (inferred, not in the text)"
    )
    expect(atlas.card.locator(".exactness")).to_contain_text(
        "Inferred from outside, not in the text. Likely that this place is meant."
    )
    atlas.card.locator("summary").click()
    expect(atlas.card.locator(".reasons")).to_contain_text("Inferred from: ")
    atlas.card.get_by_role("button", name="Russia", exact=True).click()
    atlas.wait_selected("russia")
    assert atlas.current_mention() == "russia-attack"


def test_recruitment_in_russia_means_the_country_and_never_the_site(visit: Visit) -> None:
    atlas = visit()
    atlas.mention("russia-recruitment").click()
    atlas.wait_selected("russia")
    assert "is-sibling" in (atlas.mention("russia-attack").get_attribute("class") or "")
    expect(atlas.card).not_to_contain_text("Crocus")


def test_hover_on_the_map_marks_the_mentions_and_hover_in_the_text_the_place(visit: Visit) -> None:
    atlas = visit()
    atlas.hover_place("quetta")
    atlas.page.wait_for_selector('[data-mention="quetta-training"].is-hovered')
    assert atlas.mentions_with("is-hovered") == {"quetta-training"}
    atlas.mention("afghanistan-bases").hover()
    atlas.map_frame.wait_for_selector("path.place-afghanistan.is-hovered", state="attached")
    expect(atlas.label("afghanistan")).to_have_class("is-hovered", use_inner_text=False) if (
        False
    ) else None
    atlas.page.locator(".title h1").hover()
    atlas.map_frame.wait_for_function("() => !document.querySelector('path.is-hovered')")
    assert atlas.mentions_with("is-hovered") == set()


def test_buttons_step_through_the_mentions_of_a_place_round_and_round(visit: Visit) -> None:
    atlas = visit()
    atlas.click_place("balochistan")
    atlas.wait_current(BALOCHISTAN[0])
    expect(atlas.card.locator(".stepper")).to_contain_text("Mention 1 of 5")
    for number, mention in enumerate([*BALOCHISTAN[1:], BALOCHISTAN[0]], start=2):
        atlas.button("Next mention").click()
        atlas.wait_current(mention)
        assert atlas.in_view(atlas.mention(mention))
        expect(atlas.card.locator(".stepper")).to_contain_text(f"Mention {(number - 1) % 5 + 1} of 5")
    atlas.button("Previous mention").click()
    atlas.wait_current("balochistan-taliban-sources")


def test_walking_the_places_follows_the_order_of_the_text(visit: Visit) -> None:
    atlas = visit()
    atlas.button("Walk the places").click()
    atlas.wait_selected("afghanistan")
    for place in ("pakistan", "russia-attack-site", "russia", "tribal-areas"):
        atlas.button("Next place ›").click()
        atlas.wait_selected(place)
    atlas.button("‹ Previous place").click()
    atlas.wait_selected("russia")
    assert atlas.current_mention() == "russia-attack"


def test_escape_unselects_from_the_page_and_from_within_the_map(visit: Visit) -> None:
    atlas = visit()
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")
    atlas.page.keyboard.press("Escape")
    atlas.wait_unselected()
    expect(atlas.card).to_be_hidden()
    atlas.click_place("quetta")
    atlas.wait_selected("quetta")
    assert atlas.focus()["tag"] == "iframe"
    atlas.page.keyboard.press("Escape")
    atlas.wait_unselected()
    assert atlas.current_mention() is None


def test_a_click_elsewhere_unselects_on_the_map_and_in_the_text(visit: Visit) -> None:
    atlas = visit("/?at=35,70,4")
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")
    box = atlas.map_element.bounding_box()
    assert box is not None
    atlas.map_frame.evaluate("() => window.map.panTo([5, 75], {animate: false})")
    atlas.page.mouse.click(box["x"] + 60, box["y"] + 300)
    atlas.wait_unselected()
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")
    atlas.page.get_by_text("There are many different theories").click()
    atlas.wait_unselected()
    expect(atlas.card).to_be_hidden()


def test_a_mention_that_is_not_on_the_map_gives_its_reason(visit: Visit) -> None:
    atlas = visit()
    atlas.mention("islamabad").click()
    expect(atlas.card_heading).to_have_text("“Islamabad”")
    expect(atlas.card).to_contain_text(
        "Not on the map: a metonym: stands for something other than the place."
    )
    expect(atlas.card).to_contain_text("Stands for the government of Pakistan, not for the city.")
    assert atlas.current_mention() == "islamabad"
    assert atlas.selected_place() is None


def test_only_what_i_am_reading_shows_the_places_of_the_passages_in_view(visit: Visit) -> None:
    atlas = visit()
    atlas.button("Only what I am reading").click()
    last = atlas.mention("russian-university")
    last.scroll_into_view_if_needed()
    atlas.page.locator(".st-key-atlas-text").evaluate("(pane) => pane.scrollTo(0, pane.scrollHeight)")
    atlas.wait_shown()
    atlas.mention("southern-tajikistan-presence").scroll_into_view_if_needed()
    atlas.map_frame.wait_for_selector("path.place-southern-tajikistan:not(.is-off)", state="attached")
    assert "russia-attack-site" not in atlas.shown_places()
    atlas.button("Only what I am reading").click()
    atlas.wait_shown(*ALL_PLACES)


def test_quetta_balochistan_and_pakistan_can_each_be_hit_and_the_smallest_is_taken(
    visit: Visit,
) -> None:
    atlas = visit("/?at=30,67,5.5")
    for place in ("quetta", "balochistan", "pakistan"):
        atlas.click_place(place)
        atlas.wait_selected(place)
        atlas.page.keyboard.press("Escape")
        atlas.wait_unselected()


def test_a_live_region_tells_what_was_selected_and_by_whom_it_is_said(visit: Visit) -> None:
    atlas = visit()
    atlas.mention("quetta-training").click()
    expect(atlas.page.locator("#atlas-live")).to_have_text(
        "Quetta, mention 1 of 1, according to detainees who were interrogated, none of them named, "
        "through an unnamed recent publication, as reported by the author"
    )


def test_the_reader_tells_nobody_anything_while_a_reader_works(visit: Visit) -> None:
    atlas = visit()
    sent: list[str] = []
    atlas.page.on("request", lambda request: sent.append(request.url))
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")
    atlas.theme_chip("rule").click()
    atlas.only("themes", "attacks")
    atlas.wait_shown("russia-attack-site", "russia", "balochistan", "pakistan", "afghanistan")
    assert [url for url in sent if "/basemap/" not in url] == []
