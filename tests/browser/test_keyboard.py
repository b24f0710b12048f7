"""Everything by keyboard alone: where the focus is after each step, and what it does there."""

from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit


def press(atlas: AtlasPage, *keys: str) -> None:
    for key in keys:
        atlas.page.keyboard.press(key)


def test_tab_goes_from_mention_to_mention_in_the_order_of_the_text(reader: AtlasPage) -> None:
    reader.mention("khorasan-opening").focus()
    visited = []
    for _ in range(6):
        press(reader, "Tab")
        data = reader.focus()["data"]
        visited.append(data.get("mention") or f"note {data['number']}")
    assert visited == [
        "continent-opening",
        "afghanistan-bases",
        "pakistan-bases",
        "west-and-east",
        "unrecognised-afghan-government",
        "note 1",
    ]


def test_the_focus_in_the_text_highlights_the_place_on_the_map(reader: AtlasPage) -> None:
    reader.mention("khorasan-opening").focus()
    press(reader, "Tab", "Tab")
    reader.map_frame.wait_for_selector("path.place-afghanistan.is-hovered", state="attached")
    press(reader, "Tab", "Tab")
    reader.map_frame.wait_for_function("() => !document.querySelector('path.is-hovered')")


def test_enter_opens_the_card_at_its_heading_and_escape_returns_to_the_mention(
    reader: AtlasPage,
) -> None:
    reader.mention("balochistan-publication").focus()
    press(reader, "Enter")
    reader.wait_selected("balochistan")
    expect(reader.card_heading).to_be_focused()
    expect(reader.card_heading).to_contain_text("Balochistan")
    press(reader, "ArrowRight")
    reader.wait_current("balochistan-media")
    expect(reader.card_heading).to_be_focused()
    press(reader, "ArrowLeft", "ArrowLeft")
    reader.wait_current("balochistan-of-quetta")
    expect(reader.card_heading).to_be_focused()
    press(reader, "Escape")
    reader.wait_unselected()
    expect(reader.card).to_be_hidden()
    assert reader.focus()["data"]["mention"] == "balochistan-of-quetta"


def test_space_opens_a_card_as_enter_does(reader: AtlasPage) -> None:
    reader.mention("turkey-travel").focus()
    press(reader, "Space")
    reader.wait_selected("turkey")
    expect(reader.card_heading).to_be_focused()


def test_a_mention_that_is_not_mapped_gives_its_reason_by_keyboard_too(reader: AtlasPage) -> None:
    reader.mention("islamabad").focus()
    press(reader, "Enter")
    expect(reader.card_heading).to_be_focused()
    expect(reader.card_heading).to_have_text("“Islamabad”")
    press(reader, "Escape")
    assert reader.focus()["data"]["mention"] == "islamabad"


def test_arrows_step_from_a_focused_mention_and_take_the_focus_along(reader: AtlasPage) -> None:
    reader.mention("balochistan-council").focus()
    press(reader, "ArrowRight")
    reader.wait_current("balochistan-of-quetta")
    assert reader.focus()["data"]["mention"] == "balochistan-of-quetta"
    press(reader, "ArrowLeft", "ArrowLeft")
    reader.wait_current("balochistan-taliban-sources")
    assert reader.focus()["data"]["mention"] == "balochistan-taliban-sources"
    press(reader, "Escape")
    reader.wait_unselected()
    assert reader.focus()["data"]["mention"] == "balochistan-taliban-sources"


def test_the_cards_own_buttons_keep_the_focus_while_they_are_used(reader: AtlasPage) -> None:
    reader.mention("balochistan-council").focus()
    press(reader, "Enter", "Tab")
    assert reader.focus()["label"] == "Close the card"
    reader.button("Next mention").focus()
    press(reader, "Enter")
    reader.wait_current("balochistan-of-quetta")
    expect(reader.button("Next mention")).to_be_focused()
    reader.card.get_by_role("button", name="Go to the passage").first.focus()
    press(reader, "Enter")
    assert reader.focus()["data"]["mention"] == "balochistan-of-quetta"
    assert reader.in_view(reader.mention("balochistan-of-quetta"))


def test_closing_the_card_returns_to_the_mention(reader: AtlasPage) -> None:
    reader.mention("quetta-training").focus()
    press(reader, "Enter", "Tab", "Enter")
    expect(reader.card).to_be_hidden()
    assert reader.focus()["data"]["mention"] == "quetta-training"


def test_space_switches_a_theme_and_the_focus_stays(reader: AtlasPage) -> None:
    reader.theme_chip("presence").focus()
    press(reader, "Space")
    expect(reader.theme_chip("presence")).to_have_attribute("aria-pressed", "false")
    expect(reader.theme_chip("presence")).to_be_focused()
    reader.map_frame.wait_for_selector("path.place-southern-tajikistan.is-off", state="attached")
    press(reader, "Tab")
    assert reader.focus()["label"] == "Only Presence and support"
    press(reader, "Enter")
    reader.wait_shown(
        "afghan-pakistani-border-region",
        "afghanistan",
        "balochistan",
        "pakistan",
        "southern-tajikistan",
    )
    assert reader.themes_on() == ["presence"]


def test_panels_open_and_speakers_switch_by_keyboard(reader: AtlasPage) -> None:
    reader.page.locator("summary", has_text="Who says it").focus()
    press(reader, "Enter", "Tab", "Tab", "Tab")  # past All and None
    assert reader.focus()["data"]["switch"] == "speakers"
    assert reader.focus()["data"]["id"] == "author"
    press(reader, "Space")
    expect(reader.switch("speakers", "author")).to_have_attribute("aria-pressed", "false")
    reader.map_frame.wait_for_selector("path.place-tribal-areas.is-off", state="attached")


def test_from_the_top_the_order_is_menu_map_layers_article(visit: Visit) -> None:
    atlas = visit()
    seen: list[str] = []
    for _ in range(60):
        press(atlas, "Tab")
        focus = atlas.focus()
        seen.append("map" if focus["tag"] == "iframe" else focus["label"])
        if "mention" in focus["data"]:
            break
    assert seen[0] == "Skip to main content"
    order = ["Read", "Places", "About", "Copy link", "map", "Presence and support", "Who says it"]
    places = [
        next(number for number, label in enumerate(seen) if label.startswith(name))
        for name in [*order, "Khorasan Province"]
    ]
    assert places == sorted(places)


def test_the_skip_link_leads_past_menu_map_and_layers_to_the_article(visit: Visit) -> None:
    atlas = visit()
    press(atlas, "Tab", "Enter")
    assert atlas.focus()["id"] == "atlas-article"
    press(atlas, "Tab")
    assert atlas.focus()["data"]["mention"] == "khorasan-opening"


def test_the_skip_link_leads_past_the_menu_on_the_pages_of_tables(visit: Visit) -> None:
    atlas = visit("/ledger", reader=False)
    expect(atlas.page.locator('[data-found="ledger"]')).to_contain_text("shown of")
    press(atlas, "Tab", "Enter")
    assert atlas.focus()["label"] == "All place names"
    press(atlas, "Tab")
    assert atlas.focus()["tag"] == "input"


def test_escape_within_the_map_gives_the_reader_back_to_nothing_selected(reader: AtlasPage) -> None:
    reader.mention("quetta-training").focus()
    press(reader, "Enter")
    reader.map_frame.locator(".leaflet-container, .folium-map").first.focus()
    assert reader.focus()["tag"] == "iframe"
    press(reader, "Escape")
    reader.wait_unselected()
    expect(reader.card).to_be_hidden()
