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
    expect(title).to_contain_text(
        "Written in 2024, after March (inferred). Statements are of that time."
    )
    expect(
        title.get_by_text(
            "Draft: no named editor has yet compared this with the text and its sources."
        )
    ).to_be_visible()
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


def test_every_place_is_drawn_exactly_once(reader: AtlasPage) -> None:
    drawn = reader.drawn_places()
    assert len(drawn) == 11
    assert set(drawn) == ALL_PLACES


def test_the_article_is_there_word_for_word_and_its_repeated_sentence_once(
    reader: AtlasPage,
) -> None:
    text = reader.page.locator("#atlas-article").text_content() or ""
    assert text.count("has the potential to become one of the deadliest factions") == 1
    assert "A certain presence of sypatizants remains in the southern part of Tajikistan." in text
    assert "resulting in the death of more than 140 innocent civilians." in text
    assert text.count("Georgi Asatrian") == 1
    assert text.count("Georgi Asatryan") == 1


def test_what_is_copied_from_the_article_is_the_articles_own_words(reader: AtlasPage) -> None:
    copied = reader.page.evaluate(
        """() => {
             getSelection().selectAllChildren(document.querySelector('[data-block="p4"]'));
             const text = getSelection().toString();
             getSelection().removeAllRanges();
             return text;
           }"""
    )
    assert copied.strip() == (
        "The Taliban initially opposed IS-K during the early days of its formation, which led to "
        "violent and bloody clashes between the two groups. Eventually, the Taliban emerged "
        "victorious. As a response, IS-K began to increasingly resort to suicide attacks. Since "
        "its formation, the militants have been sharing videos, appeals, and pamphlets from "
        "territories in Pakistan and Afghanistan. Additionally, many new recruits came from the "
        "Tribal areas of Pakistan and some western provinces."
    )


def test_a_click_on_a_place_marks_its_mentions_and_scrolls_to_the_passage(
    reader: AtlasPage,
) -> None:
    reader.click_place("balochistan")
    reader.wait_selected("balochistan")
    reader.wait_current("balochistan-council")
    assert reader.mentions_with("is-sibling") == set(BALOCHISTAN[1:])
    assert reader.in_view(reader.mention("balochistan-council"))
    expect(reader.card_heading).to_contain_text("Balochistan")


def test_a_click_on_a_places_name_on_the_map_opens_it_too(reader: AtlasPage) -> None:
    reader.click_label("southern-tajikistan")
    reader.wait_current("southern-tajikistan-presence")
    reader.wait_selected("southern-tajikistan")
    assert reader.in_view(reader.mention("southern-tajikistan-presence"))


def test_a_click_on_a_mention_opens_its_place_and_the_map_shows_it(reader: AtlasPage) -> None:
    reader.look(10, 100, 5)
    reader.mention("turkey-travel").click()
    reader.wait_selected("turkey")
    reader.map_frame.wait_for_function("() => window.map.getBounds().contains([39, 35.2])")
    assert reader.current_mention() == "turkey-travel"
    expect(reader.card_heading).to_contain_text("Turkey")


def test_the_card_says_who_says_so_how_sure_and_how_exactly(reader: AtlasPage) -> None:
    reader.mention("balochistan-council").click()
    card = reader.card
    expect(card.locator(".local-name")).to_have_text("بلوچستان")
    expect(card).to_contain_text("Province in the south-west of Pakistan; capital Quetta.")
    expect(card).to_contain_text(
        "Outline of the whole province; where in it is not said. Named in the article. "
        "Certain that this place is"
    )
    expect(card).to_contain_text("Mention 1 of 5")
    expect(card.locator(".claims h3")).to_contain_text(
        "5 claims; 4 of the 5 speakers are unnamed and may be the same source."
    )
    first = card.locator(".claim").first
    expect(first.locator(".according")).to_have_text(
        "According to Sami Sadat, former deputy chief of general staff of the Afghan army, "
        "on social media, cited by the Interfax news agency, quoted by the author"
    )
    expect(first.locator(".quote").first).to_contain_text(
        "there’s a high likelihood that terrorist"
    )
    expect(first.locator(".hedge")).to_have_text(
        ["According to Sadat", "there’s a high likelihood", "stated by Sadat", "cited by"]
    )
    expect(first.locator(".named")).to_have_text("Balochistan, Pakistan")
    assert first.locator(".theme-tag").all_inner_texts() == [
        "Attacks and threats",
        "Bases and safe havens",
    ]
    expect(first.locator(".status")).to_have_text("Draft")
    expect(
        card.get_by_text(
            "Draft: no named editor has yet compared this with the text and its sources."
        )
    ).to_have_count(1)
    expect(first.locator(".claim-kind")).to_contain_text(
        "Time not stated; said at an unknown date, by December 2024 (inferred) at the latest."
    )


def test_no_card_shows_a_claim_without_according_to(reader: AtlasPage) -> None:
    reader.mention("afghanistan-bases").click()
    for _ in ALL_PLACES:  # once round, through every place
        reader.button("Next place").click()
        claims = reader.card.locator(".claim").count()
        accordings = texts(reader, "#atlas-card .according")
        assert claims > 0
        assert len(accordings) == claims
        assert all(line.startswith("According to ") for line in accordings)
        assert reader.card.locator(".limitation").count() == claims
    reader.wait_current("afghanistan-bases")


def test_the_site_of_the_attack_is_told_as_inferred_with_its_source(reader: AtlasPage) -> None:
    reader.mention("russia-attack").click()
    reader.wait_selected("russia-attack-site")
    expect(reader.card_heading).to_contain_text(
        "Site of the March 2024 attack (inferred, not in the text)"
    )
    expect(reader.card.locator(".exactness")).to_contain_text(
        "Inferred from outside, not named in the article. Likely that this place is meant."
    )
    reader.card.locator("summary").click()
    expect(reader.card.locator(".reasons")).to_contain_text("Inferred from: ")
    reader.card.get_by_role("button", name="Russia", exact=True).click()
    reader.wait_selected("russia")
    assert reader.current_mention() == "russia-attack"


def test_a_local_name_has_letters_on_every_machine_and_stands_once(visit: Visit) -> None:
    reader = visit()
    faces = """() => [...document.fonts].some((face) => face.family.includes("Atlas Sans")
                 && face.unicodeRange.includes("U+600-6FF") && face.status === "loaded")"""
    assert not reader.page.evaluate(faces)  # nobody has needed them yet
    reader.mention("quetta-training").click()
    expect(reader.card_heading).to_contain_text("کوئٹہ")
    reader.page.wait_for_function(faces)
    reader.mention("afghanistan-bases").click()
    expect(reader.card_heading.locator(".local-name")).to_have_text(["افغانستان"])


def test_recruitment_in_russia_means_the_country_and_never_the_site(reader: AtlasPage) -> None:
    reader.mention("russia-recruitment").click()
    reader.wait_selected("russia")
    assert "is-sibling" in (reader.mention("russia-attack").get_attribute("class") or "")
    expect(reader.card).not_to_contain_text("Crocus")


def test_hover_on_the_map_marks_the_mentions_and_hover_in_the_text_the_place(
    reader: AtlasPage,
) -> None:
    reader.hover_place("quetta")
    reader.page.wait_for_selector('[data-mention="quetta-training"].is-hovered')
    assert reader.mentions_with("is-hovered") == {"quetta-training"}
    reader.mention("afghanistan-bases").hover()
    reader.map_frame.wait_for_selector("path.place-afghanistan.is-hovered", state="attached")
    reader.page.locator(".title h1").hover()
    reader.map_frame.wait_for_function("() => !document.querySelector('path.is-hovered')")
    assert reader.mentions_with("is-hovered") == set()


def test_buttons_step_through_the_mentions_of_a_place_round_and_round(reader: AtlasPage) -> None:
    reader.click_place("balochistan")
    reader.wait_current(BALOCHISTAN[0])
    expect(reader.card.locator(".stepper")).to_contain_text("Mention 1 of 5")
    for number, mention in enumerate([*BALOCHISTAN[1:], BALOCHISTAN[0]], start=2):
        reader.button("Next mention").click()
        reader.wait_current(mention)
        assert reader.in_view(reader.mention(mention))
        expect(reader.card.locator(".stepper")).to_contain_text(
            f"Mention {(number - 1) % 5 + 1} of 5"
        )
    reader.button("Previous mention").click()
    reader.wait_current("balochistan-taliban-sources")


def test_walking_the_places_follows_the_order_of_the_text(reader: AtlasPage) -> None:
    reader.button("Place by place").click()
    reader.wait_selected("afghanistan")
    of = len(ALL_PLACES)
    expect(reader.card.locator(".walk-count")).to_have_text(f"Place 1 of {of}")
    for place in ("pakistan", "russia-attack-site", "russia", "tribal-areas"):
        reader.button("Next place").click()
        reader.wait_selected(place)
    expect(reader.card.locator(".walk-count")).to_have_text(f"Place 5 of {of}")
    reader.button("Previous place").click()
    reader.wait_selected("russia")
    assert reader.current_mention() == "russia-attack"


def test_escape_unselects_from_the_page_and_from_within_the_map(reader: AtlasPage) -> None:
    reader.mention("quetta-training").click()
    reader.wait_selected("quetta")
    reader.page.keyboard.press("Escape")
    reader.wait_unselected()
    expect(reader.card).to_be_hidden()
    reader.click_place("quetta")
    reader.wait_selected("quetta")
    assert reader.focus()["tag"] == "iframe"
    reader.page.keyboard.press("Escape")
    reader.wait_unselected()
    assert reader.current_mention() is None


def test_a_click_elsewhere_unselects_on_the_map_and_in_the_text(reader: AtlasPage) -> None:
    reader.look(35, 70, 4)
    reader.mention("quetta-training").click()
    reader.wait_selected("quetta")
    box = reader.map_element.bounding_box()
    assert box is not None
    reader.map_frame.evaluate("() => window.map.panTo([5, 75], {animate: false})")
    reader.page.mouse.click(box["x"] + 60, box["y"] + 300)
    reader.wait_unselected()
    reader.mention("quetta-training").click()
    reader.wait_selected("quetta")
    reader.page.locator("#atlas-article .article-byline").first.click()  # no passage of a claim
    reader.wait_unselected()
    expect(reader.card).to_be_hidden()
    reader.mention("quetta-training").click()
    reader.wait_selected("quetta")
    reader.page.locator(".title h1").click()
    reader.wait_unselected()


def test_a_card_whose_claims_are_all_hidden_shows_them_on_demand(reader: AtlasPage) -> None:
    reader.page.get_by_role("button", name="None", exact=True).first.click()
    reader.mention("quetta-training").click()
    expect(reader.card).to_contain_text("1 claim hidden by the filters.")
    reader.card.get_by_role("button", name="Show everything").click()
    expect(reader.card.locator(".according")).to_have_count(1)
    reader.wait_selected("quetta")


def test_a_mention_that_is_not_on_the_map_gives_its_reason(reader: AtlasPage) -> None:
    reader.mention("islamabad").click()
    expect(reader.card_heading).to_have_text("“Islamabad”")
    expect(reader.card).to_contain_text(
        "Not on the map: stands for something other than the place, such as a government."
    )
    expect(reader.card).to_contain_text("Stands for the government of Pakistan, not for the city.")
    assert reader.current_mention() == "islamabad"
    assert reader.selected_place() is None


def test_only_what_i_am_reading_shows_the_places_of_the_passages_in_view(reader: AtlasPage) -> None:
    reader.button("Only what I am reading").click()
    last = reader.mention("russian-university")
    last.scroll_into_view_if_needed()
    reader.page.locator(".st-key-atlas-text").evaluate(
        "(pane) => pane.scrollTo(0, pane.scrollHeight)"
    )
    reader.wait_shown()
    note = reader.page.locator("#atlas-map-empty")
    expect(note).to_contain_text("No place on the map is named in the passages in view.")
    reader.mention("southern-tajikistan-presence").scroll_into_view_if_needed()
    reader.map_frame.wait_for_selector(
        "path.place-southern-tajikistan:not(.is-off)", state="attached"
    )
    assert "russia-attack-site" not in reader.shown_places()
    expect(note).to_be_hidden()
    reader.page.locator(".st-key-atlas-text").evaluate(
        "(pane) => pane.scrollTo(0, pane.scrollHeight)"
    )
    expect(note).to_be_visible()
    expect(reader.page.locator("#atlas-live")).to_contain_text("No place on the map")
    back = reader.button("Show the whole article")
    back.focus()
    reader.page.keyboard.press("Enter")
    reader.wait_shown(*ALL_PLACES)
    expect(note).to_be_hidden()
    assert reader.focus()["tag"] == "iframe"
    expect(reader.button("Only what I am reading")).to_have_attribute("aria-pressed", "false")


def test_a_map_emptied_by_the_filters_says_so_and_gives_the_way_back(reader: AtlasPage) -> None:
    reader.page.locator(".layers").get_by_role("button", name="None").click()
    reader.wait_shown()
    note = reader.page.locator("#atlas-map-empty")
    expect(note).to_be_visible()
    expect(note).to_contain_text("What the filters leave names no place on the map.")
    note.get_by_role("button", name="Show everything").click()
    reader.wait_shown(*ALL_PLACES)
    expect(note).to_be_hidden()


def test_quetta_balochistan_and_pakistan_can_each_be_hit_and_the_smallest_is_taken(
    reader: AtlasPage,
) -> None:
    reader.look(30, 67, 5.5)
    for place in ("quetta", "balochistan", "pakistan"):
        reader.click_place(place)
        reader.wait_selected(place)
        reader.page.keyboard.press("Escape")
        reader.wait_unselected()


def test_a_live_region_tells_what_was_selected_and_by_whom_it_is_said(reader: AtlasPage) -> None:
    reader.mention("quetta-training").click()
    expect(reader.page.locator("#atlas-live")).to_have_text(
        "Quetta, mention 1 of 1, according to detainees who were interrogated, none of them named, "
        "through an unnamed recent publication, as reported by the author"
    )


def test_the_reader_tells_nobody_anything_while_a_reader_works(reader: AtlasPage) -> None:
    sent: list[str] = []
    reader.page.on("request", lambda request: sent.append(request.url))
    reader.mention("quetta-training").click()
    reader.wait_selected("quetta")
    reader.theme_chip("rule").click()
    reader.only("themes", "attacks")
    reader.wait_shown("russia-attack-site", "russia", "balochistan", "pakistan", "afghanistan")
    # The map may fetch detail for where it was moved, and the browser a face of a font.
    assert [url for url in sent if "/basemap/" not in url and ".woff2" not in url] == []
