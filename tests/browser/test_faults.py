"""When a part does not load, the reader is told in words and the text stays; never a blank box."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from geodata.reader.bundle import script
from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.server import Server
from tests.hostile import LIMITATION, write_hostile

READER_CODE = f"**/app/static/{script('reader')}*"
PAGES_CODE = f"**/app/static/{script('pages')}*"
MAP_CODE = f"**/app/static/{script('map')}*"
MAP_PATIENCE_MS = 20_000


def texts_of(atlas: AtlasPage) -> str:
    return atlas.page.locator("#atlas-article").inner_text()


@pytest.mark.console_allowed
def test_without_our_code_the_reader_is_told_and_text_and_map_stand_there(visit: Visit) -> None:
    atlas = visit(reader=False, refuse=READER_CODE)
    notice = atlas.page.locator("#atlas-notices li")
    expect(notice).to_have_text(
        "Parts of this page could not be loaded. The text can be read; reload to try again."
    )
    expect(notice).to_be_in_viewport()
    assert "A certain presence of sypatizants remains" in texts_of(atlas)
    expect(atlas.page.get_by_text("Draft: no named editor has yet compared this")).to_be_visible()
    atlas.map_frame.wait_for_selector("path.place-quetta", state="attached")


@pytest.mark.console_allowed
def test_without_our_code_a_table_can_still_be_read(visit: Visit) -> None:
    atlas = visit("/claims", reader=False, refuse=PAGES_CODE)
    expect(atlas.page.locator("#atlas-notices li")).to_contain_text("could not be loaded")
    rows = atlas.page.locator("table#claims tbody tr")
    assert rows.count() == 46
    expect(rows.first).to_contain_text("According to the author, Georgi Asatrian")


@pytest.mark.console_allowed
@pytest.mark.parametrize("missing", ["**/vendor/leaflet/leaflet.js", MAP_CODE])
def test_without_a_script_of_the_map_the_reader_is_told_and_the_text_works(
    visit: Visit, missing: str
) -> None:
    atlas = visit(reader=False, refuse=missing)
    told = "The map could not be loaded. The text stays readable."
    expect(atlas.page.locator("#atlas-notices li")).to_contain_text(told)
    expect(atlas.map_frame.locator(".atlas-notice")).to_have_text(told)
    atlas.mention("balochistan-publication").click()
    atlas.wait_current("balochistan-publication")
    expect(atlas.card_heading).to_contain_text("Balochistan")
    atlas.card.get_by_role("button", name="Next mention").click()
    atlas.wait_current("balochistan-media")
    atlas.only("themes", "recruitment")
    expect(atlas.mention("southern-tajikistan-presence")).to_have_class(
        "mention outcome-mapped is-off"
    )


@pytest.mark.console_allowed
def test_where_no_map_comes_at_all_words_stand_in_its_place_after_a_while(visit: Visit) -> None:
    atlas = visit("/about", reader=False, refuse="**/streamlit_folium*/index.html*")
    atlas.page.clock.install()
    atlas.page.goto(atlas.page.url.replace("/about", "/"))
    atlas.wait_run()
    expect(atlas.theme_chip("rule").locator(".count")).to_have_text("8")  # our code runs
    fault = atlas.page.locator("#atlas-map-fault")
    expect(fault).to_be_hidden()
    atlas.page.clock.fast_forward(MAP_PATIENCE_MS)
    expect(fault).to_be_visible()
    expect(fault).to_contain_text(
        "The map could not be loaded. The article and all its claims can be read without it."
    )
    assert atlas.in_view(fault.locator("p"))
    atlas.mention("quetta-training").click()
    expect(atlas.card_heading).to_contain_text("Quetta")
    assert atlas.in_view(atlas.card_heading)


@pytest.mark.console_allowed
@pytest.mark.parametrize(
    ("missing", "told"),
    [
        (
            "**/basemap/world.json",
            "The background map could not be loaded. The places are drawn without it.",
        ),
        ("**/basemap/labels.json", "The names on the background map could not be loaded."),
        ("**/atlas/map/map.css*", "The map’s style sheet could not be loaded."),
    ],
)
def test_without_a_layer_of_the_map_the_places_stay_and_the_reader_is_told(
    visit: Visit, missing: str, told: str
) -> None:
    atlas = visit(refuse=missing)
    expect(atlas.page.locator("#atlas-notices li")).to_contain_text(told)
    assert len(atlas.shown_places()) == 11
    atlas.mention("quetta-training").click()
    atlas.wait_selected("quetta")


@pytest.mark.console_allowed
def test_without_the_timelines_drawing_its_switches_work_and_the_reader_is_told(
    visit: Visit,
) -> None:
    atlas = visit(refuse="**/dist/timechart.js*")
    panel = atlas.open_panel("When:")
    told = "The timeline could not be drawn. Reload to try again."
    expect(atlas.page.locator("#atlas-notices li")).to_contain_text(told)
    panel.locator("[data-undated]").click()
    expect(panel.locator("[data-undated]")).to_have_attribute("aria-pressed", "false")
    expect(panel.locator("[data-time-words]")).to_have_text("All times, dated claims only")


@pytest.mark.console_allowed
def test_without_what_draws_the_picture_the_reader_is_told(visit: Visit) -> None:
    atlas = visit(refuse="**/dist/picture.js*")
    atlas.page.locator("#atlas-share").click()
    atlas.page.get_by_role("button", name="Save").click()
    told = "The picture could not be made. A screenshot or the print view can stand in for it."
    expect(atlas.page.locator("#atlas-notices li")).to_contain_text(told)


@pytest.mark.console_allowed
def test_without_what_the_share_dialog_holds_the_reader_is_told(visit: Visit) -> None:
    atlas = visit(refuse="**/dist/sharing.js*")
    atlas.page.locator("#atlas-share").click()
    told = "The dialog could not be opened. The address of this page is the link to this view."
    expect(atlas.page.locator("#atlas-notices li")).to_contain_text(told)
    expect(atlas.page.locator("dialog")).to_be_hidden()


RUBBISH = {
    "script": "place=%3Cscript%3Edocument.title%3D%27broken%27%3C/script%3E&themes=%22%3E%3Cimg"
    "%20src%3Dx%20onerror%3Ddocument.title%3D%27broken%27%3E",
    "nul and control signs": "place=%00&mention=%0A%0D%1B%7F&claim=%EF%BF%BE&themes=%00.%00",
    "no utf-8": "place=%E0%A4%A&mention=%FF%FE&speakers=%C3%28&names=%&from=%ED%A0%80",
    "doubles": "themes=bases&themes=none&place=quetta&place=turkey&at=1,2,3&at=x&edition=a&edition",
    "names of objects": "place=__proto__&mention=constructor&claim=toString&route=hasOwnProperty.1"
    "&names=__proto__&themes=__proto__.constructor&kinds=valueOf&place[]=1&__proto__=1",
    "numbers": "at=-0,1e308,0x10&from=0000-00&to=99999-12&route=recruits.1e9&undated=maybe&map=2",
    "signs of a query": "?????&&==&;;#%23&%26=%3D&place==quetta&+=+&edition=../..&themes=....",
    "many": "&".join(f"p{number}={number}" for number in range(400)) + "&place=" + "q" * 3000,
}


# Each by itself is read in tests/js/codec.test.js.
OPENED = {
    "what each parameter may hold": ["script", "nul and control signs", "no utf-8", "numbers"],
    "what the query may hold": ["doubles", "names of objects"],
    "signs of a query": ["signs of a query"],
    "many": ["many"],
}


def test_a_rubbish_address_opens_a_whole_page(visit: Visit) -> None:
    atlas = visit("/about", reader=False)
    home = atlas.page.url.removesuffix("about")
    for name, parts in OPENED.items():
        atlas.goto(f"{home}?{'&'.join(RUBBISH[part] for part in parts)}")
        assert len(atlas.drawn_places()) == 11, name
        assert len(atlas.mentions()) == 53, name
        assert atlas.page.title() == "Read – Article Atlas", name
        expect(atlas.page.locator("h1")).to_have_text(
            "The Taliban can contribute to the fight against IS-K"
        )
        assert atlas.recorder.errors == [], name


def test_a_rubbish_address_opens_the_other_pages_too(visit: Visit) -> None:
    query = "&".join(RUBBISH[name] for name in ("script", "no utf-8", "names of objects"))
    atlas = visit("/about", reader=False)
    home = atlas.page.url.removesuffix("about")
    titles = {"ledger": "All place names"}
    for page in ("places", "claims", "ledger", "data", "about"):
        atlas.page.goto(f"{home}{page}?{query}")
        expect(atlas.page.locator(".atlas-page h1")).to_be_visible()
        assert atlas.page.title() == f"{titles.get(page, page.capitalize())} – Article Atlas"
        assert atlas.recorder.errors == []


def test_numbers_out_of_range_are_taken_back_into_it(visit: Visit) -> None:
    atlas = visit("/?at=-99,-200,-3&from=1066-10&to=3000-01&route=recruits.99")
    assert atlas.notices() == []
    assert atlas.query() == {
        "at": "-85,-180,2",
        "from": "2015-01",
        "to": "2024-12",
        "route": "recruits",
    }


def test_what_is_unknown_is_ignored_with_a_notice_that_can_be_dismissed(visit: Visit) -> None:
    atlas = visit("/?edition=atlantis&place=atlantis&names=tlh")
    unknown = ["edition, “atlantis”", "place, “atlantis”", "language, “tlh”"]
    notices = atlas.notices()
    assert len(notices) == 3
    for what, notice in zip(unknown, notices, strict=True):
        assert notice.endswith(f"an unknown {what}; it was ignored.")
    assert len(atlas.shown_places()) == 11
    assert atlas.query() == {}
    for left in (2, 1, 0):
        atlas.button("Dismiss this notice").first.click()
        assert len(atlas.notices()) == left


def test_an_edition_full_of_markup_is_shown_as_words(
    visit: Visit, tmp_path: Path, serve_editions: Callable[[Path], Server]
) -> None:
    write_hostile(tmp_path)
    atlas = visit(server=serve_editions(tmp_path))
    article = atlas.page.locator("#atlas-article")
    expect(article).to_contain_text(
        "“The bridge may be closed,” said <script>\"', a miller from </p>."
    )
    atlas.mention("bridge").click()
    expect(atlas.card).to_contain_text(LIMITATION)
    assert atlas.page.locator("#atlas-article script, .card img, .card script").count() == 0
