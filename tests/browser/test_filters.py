"""Filters by theme, speaker and kind: at once, on text, map and counts alike, in the browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage

# Claims of each theme, counted in the article's claims.
THEME_COUNTS = {
    "presence": "9",
    "bases": "8",
    "attacks": "16",
    "recruitment": "2",
    "origins": "8",
    "fighting": "6",
    "rule": "8",
}


def theme_counts(atlas: AtlasPage) -> dict[str, str]:
    return {
        theme: atlas.theme_chip(theme).locator(".count").inner_text().strip()
        for theme in THEME_COUNTS
    }


def count(atlas: AtlasPage, filter_name: str, value: str) -> str:
    text = atlas.switch(filter_name, value).locator(".count").text_content() or ""
    return text.strip().strip("()")


def test_each_theme_says_how_many_claims_it_has(reader: AtlasPage) -> None:
    assert theme_counts(reader) == THEME_COUNTS


def test_only_one_theme_leaves_its_places_and_its_colour_in_the_text(reader: AtlasPage) -> None:
    reader.only("themes", "recruitment")
    reader.wait_shown(
        "russia",
        "turkey",
        "afghanistan",
        "quetta",
        "balochistan",
        "pakistan",
        "tribal-areas",
        "western-pakistani-provinces",
    )
    assert reader.themes_on() == ["recruitment"]
    off = reader.mentions_with("is-off")
    assert "southern-tajikistan-presence" in off
    assert "quetta-training" not in off
    assert reader.badges("pakistan") == ["recruitment"]
    assert reader.query()["themes"] == "recruitment"


def test_a_theme_that_is_off_dims_its_mentions_and_hides_none(reader: AtlasPage) -> None:
    before = reader.mentions()
    reader.button("None").click()
    reader.wait_shown()
    assert reader.themes_on() == []
    assert reader.mentions() == before
    expect(reader.mention("quetta-training")).to_be_visible()
    assert "quetta-training" in reader.mentions_with("is-off")
    assert reader.query()["themes"] == "none"
    reader.button("All").first.click()
    reader.wait_shown(*reader.drawn_places())
    assert reader.mentions_with("is-off") == set()
    assert "themes" not in reader.query()


def test_a_place_stays_while_any_of_its_themes_is_on(reader: AtlasPage) -> None:
    assert reader.badges("balochistan") == ["presence", "bases", "attacks", "recruitment"]
    left = [("presence", 3), ("bases", 2), ("attacks", 1)]
    for theme, number in left:
        reader.theme_chip(theme).click()
        reader.map_frame.wait_for_function(
            """([id, number]) => document.querySelectorAll(
                 `[data-label-for="${id}"] .badge`).length === number""",
            arg=["balochistan", number],
        )
        assert "balochistan" in reader.shown_places()
    reader.theme_chip("recruitment").click()
    reader.map_frame.wait_for_selector("path.place-balochistan.is-off", state="attached")
    reader.theme_chip("bases").click()
    reader.map_frame.wait_for_selector("path.place-balochistan:not(.is-off)", state="attached")
    assert reader.badges("balochistan") == ["bases"]


def test_a_switch_changes_text_and_map_together(reader: AtlasPage) -> None:
    reader.theme_chip("presence").click()
    expect(reader.theme_chip("presence")).to_have_attribute("aria-pressed", "false")
    reader.map_frame.wait_for_selector("path.place-southern-tajikistan.is-off", state="attached")
    assert "southern-tajikistan-presence" in reader.mentions_with("is-off")
    assert reader.query()["themes"] == "bases.attacks.recruitment.origins.fighting.rule"


def test_a_mention_has_the_colour_of_its_first_theme_that_is_on(reader: AtlasPage) -> None:
    def colour() -> str:
        mention = reader.mention("balochistan-council")
        text: str = mention.evaluate("(one) => getComputedStyle(one).textDecorationColor")
        return text

    def marks() -> int:
        return reader.mention("balochistan-council").locator(".marks svg").count()

    assert (colour(), marks()) == ("rgb(168, 90, 40)", 2)  # bases, then attacks
    reader.theme_chip("bases").click()
    assert (colour(), marks()) == ("rgb(115, 26, 96)", 1)  # attacks alone


def test_a_place_hidden_by_a_filter_is_unselected_and_one_still_shown_stays(
    reader: AtlasPage,
) -> None:
    reader.mention("southern-tajikistan-presence").click()
    reader.wait_selected("southern-tajikistan")
    reader.theme_chip("rule").click()
    reader.wait_selected("southern-tajikistan")
    reader.theme_chip("presence").click()
    reader.wait_unselected()
    expect(reader.card).to_be_hidden()
    assert reader.current_mention() is None
    expect(reader.page.locator("#atlas-live")).to_have_text(
        "Southern part of Tajikistan is hidden by the filters."
    )


@pytest.mark.parametrize(
    ("speaker", "places"),
    [
        ("seymour-hersh", ["pakistan"]),
        ("sami-sadat", ["balochistan", "pakistan"]),
        ("recent-publication", ["balochistan"]),
        ("is-k", ["russia", "russia-attack-site"]),
        ("news-outlets", []),
        (
            "interrogated-detainees",
            ["russia", "turkey", "afghanistan", "quetta", "balochistan", "pakistan"],
        ),
    ],
)
def test_one_speaker_leaves_the_places_of_what_that_speaker_says(
    reader: AtlasPage, speaker: str, places: list[str]
) -> None:
    reader.open_panel("Who says it")
    reader.only("speakers", speaker)
    reader.wait_shown(*places)
    assert reader.query()["speakers"] == speaker


def test_counts_of_themes_follow_the_speaker_and_the_other_way_round(reader: AtlasPage) -> None:
    reader.open_panel("Who says it")
    reader.only("speakers", "sami-sadat")
    assert theme_counts(reader) == {
        "presence": "0",
        "bases": "1",
        "attacks": "1",
        "recruitment": "0",
        "origins": "0",
        "fighting": "0",
        "rule": "0",
    }
    # A filter does not count against itself: what the other speakers would add can be seen.
    assert count(reader, "speakers", "seymour-hersh") == "1"
    reader.only("themes", "attacks")
    assert count(reader, "speakers", "seymour-hersh") == "0"
    assert count(reader, "speakers", "is-k") == "1"


def test_no_speaker_leaves_nothing_and_all_brings_everything_back(reader: AtlasPage) -> None:
    panel = reader.open_panel("Who says it")
    panel.get_by_role("button", name="None", exact=True).click()
    reader.wait_shown()
    assert reader.query()["speakers"] == "none"
    panel.get_by_role("button", name="All", exact=True).click()
    reader.wait_shown(*reader.drawn_places())


def test_kinds_filter_by_how_it_is_said_and_by_what_it_does(reader: AtlasPage) -> None:
    reader.open_panel("What kind of claim")
    assert count(reader, "kinds", "direct-quotation") == "2"
    assert count(reader, "kinds", "recommendation") == "2"
    reader.switch("kinds", "authors-words").click()
    reader.switch("kinds", "reported-speech").click()
    reader.wait_shown("balochistan", "pakistan")  # the two direct quotations
    off = reader.mentions_with("is-off")
    assert {"balochistan-council", "balochistan-media"}.isdisjoint(off)
    assert "balochistan-publication" in off


def test_filters_of_different_sorts_narrow_one_another(reader: AtlasPage) -> None:
    reader.open_panel("Who says it")
    reader.only("speakers", "taliban-sources")
    reader.wait_shown("balochistan", "pakistan")
    reader.only("themes", "attacks")
    reader.wait_shown()
    reader.page.locator("#atlas-unfilter").click()
    reader.wait_shown(*reader.drawn_places())
    expect(reader.button("Show everything")).to_be_hidden()


def test_the_card_counts_what_the_filters_hide(reader: AtlasPage) -> None:
    reader.mention("balochistan-council").click()
    reader.only("themes", "attacks")
    expect(reader.card.locator(".claims h3")).to_have_text("1 claim, 1 speaker.")
    expect(reader.card).to_contain_text("4 claims hidden by the filters.")


def test_the_map_is_the_same_document_after_twenty_filters_and_selections(
    reader: AtlasPage,
) -> None:
    reader.mark_frame()
    for mention in ("turkey-travel", "quetta-training", "islamabad", "balochistan-media"):
        reader.mention(mention).click()
    for theme in THEME_COUNTS:
        reader.only("themes", theme)
    for theme in THEME_COUNTS:
        reader.theme_chip(theme).click()
    reader.mention("border-region").click()
    reader.button("Only what I am reading").click()
    names = reader.open_panel("Map settings").locator("#atlas-names")
    names.select_option("ur")
    reader.map_frame.wait_for_selector('.label-also[lang="ur"]', state="attached")
    assert reader.frame_is_marked()


def test_the_map_is_the_same_document_and_view_in_light_and_in_dark(reader: AtlasPage) -> None:
    reader.look(33.5, 60.25, 4.5)
    before = reader.view()
    reader.mark_frame()
    try:
        for scheme in ("dark", "light"):
            reader.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            reader.page.wait_for_selector(f'html[data-scheme="{scheme}"]', state="attached")
            reader.map_frame.wait_for_selector(f'[data-scheme="{scheme}"]', state="attached")
            assert reader.frame_is_marked()
            assert reader.view() == before
    finally:
        reader.page.emulate_media(color_scheme="light", reduced_motion="reduce")


def test_no_filter_moves_the_map_that_the_reader_has_moved(reader: AtlasPage) -> None:
    reader.look(33.5, 60.25, 4.5)
    before = reader.view()
    reader.only("themes", "attacks")
    reader.wait_shown("russia-attack-site", "russia", "balochistan", "pakistan", "afghanistan")
    reader.theme_chip("rule").click()
    reader.button("All").first.click()
    reader.wait_shown(*reader.drawn_places())
    assert reader.view() == before


def test_a_click_on_all_or_none_leaves_the_focus_where_it_was(reader: AtlasPage) -> None:
    none = reader.button("None").first
    none.focus()
    reader.page.keyboard.press("Enter")
    reader.wait_shown()
    assert reader.focus()["label"] == "None"
    reader.page.keyboard.press("Tab")
    assert reader.focus()["data"]["themeSwitch"] == "presence"
