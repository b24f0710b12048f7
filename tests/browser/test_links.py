"""The address follows the reader, and a link brings everything back, in the app and by copying."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit

ALL_AT_ONCE = (
    "/?themes=bases.attacks.recruitment&speakers=author.interrogated-detainees"
    "&kinds=reported-speech.authors-words.described.none.statement.forecast"
    "&from=2015-02&to=2024-03&undated=no&place=afghanistan&mention=afghanistan-attacks"
    "&route=recruits.2&at=33.5,60.25,4.5&names=ur"
)


def without_view(atlas: AtlasPage) -> dict[str, str]:
    return {name: value for name, value in atlas.query().items() if name != "at"}


def test_the_address_follows_themes_place_and_mention(reader: AtlasPage) -> None:
    reader.theme_chip("rule").click()
    reader.mention("quetta-training").click()
    reader.wait_selected("quetta")
    assert without_view(reader) == {
        "themes": "presence.bases.attacks.recruitment.origins.fighting",
        "place": "quetta",
        "mention": "quetta-training",
    }
    reader.page.keyboard.press("Escape")
    reader.wait_unselected()
    assert without_view(reader) == {"themes": "presence.bases.attacks.recruitment.origins.fighting"}


def test_a_mention_without_a_place_has_a_link_too(visit: Visit) -> None:
    atlas = visit("/?mention=islamabad")
    atlas.wait_current("islamabad")
    expect(atlas.card_heading).to_have_text("“Islamabad”")
    assert atlas.in_view(atlas.mention("islamabad"))
    assert atlas.query() == {"mention": "islamabad"}


def test_a_link_restores_themes_place_and_mention(visit: Visit) -> None:
    atlas = visit("/?themes=bases.attacks&place=balochistan&mention=balochistan-media")
    atlas.wait_current("balochistan-media")
    atlas.wait_selected("balochistan")
    assert atlas.themes_on() == ["bases", "attacks"]
    assert atlas.in_view(atlas.mention("balochistan-media"))
    expect(atlas.card.locator(".stepper")).to_contain_text("Mention 4 of 5")


def test_one_link_restores_every_choice_at_once(visit: Visit) -> None:
    atlas = visit(ALL_AT_ONCE)
    atlas.wait_selected("afghanistan")
    atlas.wait_current("afghanistan-attacks")
    # Only what the author says with a time, of bases and attacks; the detainees' words are undated.
    atlas.wait_shown("afghanistan", "russia", "russia-attack-site")
    assert atlas.themes_on() == ["bases", "attacks", "recruitment"]
    speakers = atlas.page.locator('[data-switch="speakers"][aria-pressed="true"]')
    assert speakers.evaluate_all("(all) => all.map((one) => one.dataset.id)") == [
        "author",
        "interrogated-detainees",
    ]
    expect(atlas.switch("kinds", "direct-quotation")).to_have_attribute("aria-pressed", "false")
    expect(atlas.switch("kinds", "forecast")).to_have_attribute("aria-pressed", "true")
    expect(atlas.page.locator("[data-time-words]")).to_have_text(
        "February 2015 to March 2024, dated claims only"
    )
    expect(atlas.page.locator('.leg[aria-current="step"]')).to_have_attribute("data-leg", "1")
    expect(atlas.page.locator("#atlas-names")).to_have_value("ur")
    atlas.map_frame.wait_for_selector('.label-also[lang="ur"]', state="attached")
    atlas.map_frame.wait_for_function("() => window.map.getZoom() === 4.5")
    view = atlas.view()
    assert (view["lat"], view["lon"]) == pytest.approx((33.5, 60.25), abs=0.05)
    assert atlas.notices() == []
    pairs = dict(pair.split("=") for pair in ALL_AT_ONCE[2:].split("&"))
    assert {**atlas.query(), "at": ""} == {**pairs, "at": ""}
    atlas.page.locator(".time-panel > summary").click()
    expect(atlas.page.locator("[data-undated]")).to_have_attribute("aria-pressed", "false")
    expect(atlas.page.locator("[data-time=from]")).to_have_attribute(
        "aria-valuetext", "February 2015"
    )


def test_copy_link_gives_the_link_to_the_clipboard(visit: Visit) -> None:
    atlas = visit(
        "/?themes=bases&place=pakistan", permissions=["clipboard-read", "clipboard-write"]
    )
    atlas.settle_map()
    view = atlas.map_frame.evaluate(
        "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"
    )
    atlas.copy_button.click()
    expect(atlas.copy_button).to_have_text("Link copied")
    copied = atlas.page.evaluate("() => navigator.clipboard.readText()")
    link, at = copied.split("&at=")
    assert link == atlas.page.url
    assert link.endswith("/?themes=bases&place=pakistan&mention=pakistan-bases")
    assert [float(part) for part in at.split(",")] == pytest.approx(view, abs=0.001)
    expect(atlas.copy_button).to_have_text("Copy link")


def test_where_the_clipboard_is_refused_the_link_stands_selected_in_a_field(
    reader: AtlasPage,
) -> None:
    reader.mention("quetta-training").click()
    reader.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }"
    )
    reader.copy_button.click()
    field = reader.page.get_by_label("Copy this link:")
    expect(field).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile(r"\?.*place=quetta&mention=quetta-training"))
    selected = field.evaluate("(one) => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert selected.split("&at=")[0] == reader.page.url.split("&at=")[0]
    reader.page.get_by_role("button", name="Close", exact=True).click()
    expect(field).to_be_hidden()
    expect(reader.copy_button).to_be_focused()


# What is unknown, too long or out of range is read as tests/js/codec.test.js says.


def test_hostile_values_are_shown_as_text_and_do_nothing(visit: Visit) -> None:
    place = quote("<script>document.title='broken'</script>")
    mention = quote("<img src=x onerror=document.title='broken'>")
    atlas = visit(f"/?place={place}&mention={mention}")
    assert atlas.notices() == [
        "This link names an unknown place, “<script>document.title='broken'</script>”; "
        "it was ignored.",
        "This link names an unknown mention, “<img src=x onerror=document.title='broke…”; "
        "it was ignored.",
    ]
    assert atlas.page.title() == "Read – Article Atlas"
    assert len(atlas.shown_places()) == 11
    assert atlas.selected_place() is None


def test_back_undoes_selections_while_filters_stay(visit: Visit) -> None:
    atlas = visit()
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")
    atlas.mention("turkey-travel").click()
    atlas.wait_selected("turkey")
    atlas.theme_chip("rule").click()
    atlas.page.go_back()
    atlas.wait_selected("quetta")
    assert atlas.current_mention() == "quetta-training"
    assert "rule" not in atlas.themes_on()
    assert "rule" not in atlas.query()["themes"]
    atlas.page.go_back()
    atlas.wait_unselected()
    assert "rule" not in atlas.themes_on()
    atlas.page.go_forward()
    atlas.wait_selected("quetta")
    assert "rule" not in atlas.themes_on()


def test_places_and_back_give_the_same_place_and_the_same_filters(visit: Visit) -> None:
    atlas = visit()
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")
    atlas.theme_chip("rule").click()
    expect(atlas.theme_chip("rule")).to_have_attribute("aria-pressed", "false")
    atlas.page.get_by_role("link", name="Places", exact=True).click()
    expect(atlas.page.get_by_role("heading", name="Places", exact=True)).to_be_visible()
    assert atlas.query()["themes"] == "presence.bases.attacks.recruitment.origins.fighting"
    atlas.page.go_back()
    atlas.wait_ready()
    atlas.wait_selected("quetta")
    assert atlas.current_mention() == "quetta-training"
    assert atlas.themes_on() == [
        "presence",
        "bases",
        "attacks",
        "recruitment",
        "origins",
        "fighting",
    ]


def test_filters_and_selection_go_with_the_menu_from_page_to_page(visit: Visit) -> None:
    atlas = visit("/claims?speakers=sami-sadat&place=quetta&mention=quetta-training", reader=False)
    rows = atlas.page.locator("#claims tbody tr:visible")
    expect(rows).to_have_count(1)
    for title, page in (("Places", "places"), ("All place names", "ledger"), ("About", "about")):
        href = (
            atlas.page.locator("nav")
            .get_by_role("link", name=title, exact=True)
            .get_attribute("href")
            or ""
        )
        assert href.endswith(f"/{page}?speakers=sami-sadat&place=quetta&mention=quetta-training")
    atlas.page.get_by_role("link", name="Read", exact=True).click()
    atlas.wait_ready()
    atlas.wait_shown("balochistan", "pakistan")
    atlas.wait_selected("quetta")


def test_pages_without_filters_pass_the_choices_on_and_copy_their_link(visit: Visit) -> None:
    choices = "?themes=bases&place=quetta&mention=quetta-training"
    atlas = visit(
        f"/about{choices}", reader=False, permissions=["clipboard-read", "clipboard-write"]
    )
    atlas.copy_button.click()
    expect(atlas.copy_button).to_have_text("Link copied")
    copied = atlas.page.evaluate("() => navigator.clipboard.readText()")
    assert copied.endswith(f"/about{choices}")
    atlas.page.get_by_role("link", name="Data", exact=True).click()
    expect(atlas.page.locator("h1")).to_have_text("Take this edition along")
    read = atlas.page.get_by_role("link", name="Read", exact=True)
    expect(read).to_have_attribute("href", re.compile(re.escape(choices) + "$"))
    read.click()
    atlas.wait_ready()
    atlas.wait_current("quetta-training")
    assert atlas.themes_on() == ["bases"]


@pytest.mark.outside_allowed  # once the reader has said yes; refused all the same
@pytest.mark.console_allowed
def test_a_link_made_with_tiles_asks_first_and_an_answer_holds_for_the_tab(visit: Visit) -> None:
    atlas = visit("/?map=tiles&place=quetta")
    atlas.wait_selected("quetta")
    asked = atlas.page.get_by_role("group", name="Before tiles are loaded")
    expect(asked).to_contain_text("This link was made with map tiles on.")
    expect(asked).to_contain_text("tile.openstreetmap.org")
    expect(asked).to_be_in_viewport()
    assert atlas.recorder.outside == []
    assert "map" not in atlas.query()
    with atlas.page.expect_request("https://tile.openstreetmap.org/**"):
        asked.get_by_role("button", name="Turn tiles on").click()
    expect(atlas.button("Map tiles from the internet")).to_be_focused()
    assert atlas.query()["map"] == "tiles"
    with atlas.page.expect_request("https://tile.openstreetmap.org/**"):
        atlas.page.reload()
    expect(atlas.page.locator("#atlas-tiles")).to_have_attribute("aria-pressed", "true")
    expect(asked).to_be_hidden()


def test_who_keeps_tiles_off_asks_nobody(visit: Visit) -> None:
    atlas = visit("/?map=tiles", device="phone")
    atlas.button("Keep them off").tap()
    expect(atlas.button("Map tiles from the internet")).to_have_attribute("aria-pressed", "false")
    assert atlas.query() == {}
