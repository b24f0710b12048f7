"""The pages beside the reader: opened cold, with one menu, and tables that work."""

import pytest
from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit

MENU = ["Read", "Places", "Claims", "All place names", "Data", "About"]
PAGES = [
    ("/places", "Places", "Places – Article Atlas"),
    ("/claims", "Claims", "Claims – Article Atlas"),
    ("/ledger", "All place names", "All place names – Article Atlas"),
    ("/data", "Take this edition along", "Data – Article Atlas"),
    ("/about", "About this edition", "About – Article Atlas"),
]


def cells(atlas: AtlasPage, selector: str) -> list[str]:
    return [text.strip() for text in atlas.page.locator(selector).all_inner_texts()]


def wait_started(atlas: AtlasPage, table: str) -> None:
    """Wait until the table's browser code runs: it writes how many rows are shown."""
    expect(atlas.page.locator(f'[data-found="{table}"]')).to_contain_text("shown of")


@pytest.mark.parametrize(("path", "heading", "title"), PAGES)
def test_every_page_opens_from_a_cold_link_with_its_title_and_the_same_menu(
    visit: Visit, path: str, heading: str, title: str
) -> None:
    atlas = visit(path, reader=False)
    expect(atlas.page.locator("h1")).to_have_text(heading)
    expect(atlas.page).to_have_title(title)
    assert cells(atlas, "nav a") == MENU
    here = atlas.page.locator('nav a[aria-current="page"]')
    assert here.inner_text().strip() == title.split(" – ")[0]
    assert atlas.notices() == []
    assert atlas.page.locator("main").count() == 1


def test_the_list_of_places_is_a_real_table_with_all_eleven(visit: Visit) -> None:
    atlas = visit("/places", reader=False)
    wait_started(atlas, "places")
    expect(atlas.page.locator("table#places tbody tr")).to_have_count(11)
    expect(atlas.page.locator('[data-found="places"]')).to_have_text("11 places shown of 11")
    row = atlas.page.locator('[data-place-row="quetta"]')
    expect(row).to_contain_text("capital of the Pakistani province of Balochistan")
    expect(row).to_contain_text("Point: a town or building. Named in the article.")
    expect(row).to_contain_text("Interrogated detainees (unnamed)")
    site = atlas.page.locator('[data-place-row="russia-attack-site"]')
    expect(site).to_contain_text("Inferred from outside, not named in the article.")


def test_places_are_searched_and_sorted(visit: Visit) -> None:
    atlas = visit("/places", reader=False)
    wait_started(atlas, "places")
    shown = "table#places tbody tr:visible th"
    search, found = atlas.page.get_by_label("Search places"), '[data-found="places"]'
    search.fill("durand")  # whose line is disputed: two countries and the region along it
    expect(atlas.page.locator(found)).to_have_text("3 places shown of 11")
    assert sorted(cells(atlas, shown)) == [
        "Afghan-Pakistani border region",
        "Afghanistan",
        "Pakistan",
    ]
    search.fill("line both sides")
    expect(atlas.page.locator(found)).to_have_text("1 place shown of 11")
    search.fill("TURKIYE")  # without its dots, and in capitals
    expect(atlas.page.locator(found)).to_have_text("1 place shown of 11")
    assert cells(atlas, shown) == ["Turkey"]
    search.fill("")
    button = atlas.page.locator("th button", has_text="Place").first
    button.focus()
    atlas.page.keyboard.press("Enter")
    expect(atlas.page.locator('th[aria-sort="ascending"]')).to_have_text("Place")
    assert cells(atlas, shown)[:3] == [
        "Afghan-Pakistani border region",
        "Afghanistan",
        "Balochistan",
    ]
    atlas.page.keyboard.press("Space")
    expect(atlas.page.locator('th[aria-sort="descending"]')).to_have_text("Place")
    assert cells(atlas, shown)[0] == "Western Pakistani provinces"
    expect(button).to_be_focused()
    for _ in ("fewest first", "most first"):
        atlas.page.locator("th button", has_text="Claims").click()
    assert cells(atlas, shown)[:3] == ["Afghanistan", "Pakistan", "Russia"]


def test_a_place_of_the_table_opens_on_the_map(visit: Visit) -> None:
    atlas = visit("/places?themes=recruitment", reader=False)
    wait_started(atlas, "places")
    atlas.page.get_by_role("link", name="Quetta", exact=True).click()
    atlas.wait_ready()
    atlas.wait_selected("quetta")
    assert atlas.current_mention() == "quetta-training"
    assert atlas.themes_on() == ["recruitment"]


def test_claims_are_a_real_table_each_according_to_somebody(visit: Visit) -> None:
    atlas = visit("/claims", reader=False)
    wait_started(atlas, "claims")
    assert atlas.page.locator("table#claims tbody tr").count() == 46
    says = cells(atlas, "table#claims tbody th")
    assert all(text.startswith("According to ") for text in says)
    row = atlas.page.locator('tr[data-claim="hersh-on-pakistan"]')
    expect(row.locator("th")).to_have_text(
        "According to the journalist Seymour Hersh, as reported by the author"
    )
    expect(row.locator(".hedge")).to_have_text("mentioned")
    expect(row).to_contain_text(
        "said at an unknown date, by December 2024 (inferred) at the latest"
    )
    measures = atlas.page.locator('tr[data-claim="european-security-measures"]')
    expect(measures).to_contain_text("said in March and April 2024 (year inferred)")
    expect(row).to_contain_text("Status: draft.")


def test_claims_have_the_readers_filters(visit: Visit) -> None:
    atlas = visit("/claims", reader=False)
    wait_started(atlas, "claims")
    found = atlas.page.locator('[data-found="claims"]')
    atlas.page.locator("summary", has_text="Who says it").click()
    atlas.only("speakers", "sami-sadat")
    expect(found).to_have_text("1 claim shown of 46")
    atlas.page.locator('[data-all="speakers"]').click()
    expect(found).to_have_text("46 claims shown of 46")
    for theme in ("presence", "bases", "attacks", "origins", "fighting", "rule"):
        atlas.theme_chip(theme).click()
    expect(found).to_have_text("2 claims shown of 46")
    assert atlas.query() == {"themes": "recruitment"}


def test_a_claim_leads_to_its_passage_also_where_it_names_no_place(visit: Visit) -> None:
    atlas = visit("/claims", reader=False)
    wait_started(atlas, "claims")
    row = atlas.page.locator('tr[data-claim="outlook-for-opposition"]')
    row.get_by_role("link", name="Go to the passage").click()
    atlas.wait_ready()
    expect(atlas.card).to_contain_text("It names no place that can be put on the map.")
    expect(atlas.card).to_contain_text("According to the author, Georgi Asatrian")
    passage = atlas.page.locator('[data-claims~="outlook-for-opposition"]').first
    assert atlas.in_view(passage)


def test_about_says_what_the_map_is_not(visit: Visit) -> None:
    atlas = visit("/about", reader=False)
    main = atlas.page.locator(".atlas-page")
    expect(main).to_contain_text(
        "The claims are mainly about Pakistan, and the text quotes no Pakistani official or "
        "resident."
    )
    expect(main).to_contain_text("Natural Earth")
    expect(main).to_contain_text("GeoNames (CC BY 4.0)")
    expect(main).to_contain_text("Publisher: not supplied. Date: not supplied. Web address: not")
    expect(main).to_contain_text("the article’s text is not")
