"""The edition as one file, opened from disk with the network off, does all that the app does."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

from playwright.sync_api import Browser, expect

from tests.browser.axe import grave_findings
from tests.browser.recorder import Recorder
from tests.browser.twin import Open

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


def test_every_place_of_the_article_is_drawn_once(open_file: Open) -> None:
    drawn = open_file().drawn_places()
    assert sorted(drawn) == sorted(ALL_PLACES)


def test_a_click_on_the_map_chooses_the_passage(open_file: Open) -> None:
    atlas = open_file()
    atlas.click_label("quetta")
    atlas.wait_current("quetta-training")
    assert atlas.in_view(atlas.mention("quetta-training"))
    assert "According to detainees who were interrogated" in atlas.card.inner_text()


def test_a_click_in_the_text_chooses_the_place_and_escape_lets_go(open_file: Open) -> None:
    atlas = open_file()
    atlas.mention("turkey-travel").click()
    atlas.wait_selected("turkey")
    atlas.page.keyboard.press("Escape")
    atlas.wait_unselected()
    assert atlas.current_mention() is None


def test_a_theme_switch_hides_places_and_is_in_the_address(open_file: Open) -> None:
    atlas = open_file()
    atlas.page.locator('[data-theme-only="fighting"]').click()
    atlas.map_frame.wait_for_selector("path.place-quetta.is-off", state="attached")
    assert atlas.shown_places() == {"afghanistan", "pakistan"}
    assert atlas.query() == {"themes": "fighting"}


def test_speaker_and_time_filter_as_in_the_app(open_file: Open) -> None:
    atlas = open_file("?speakers=sami-sadat")
    assert atlas.shown_places() == {"balochistan", "pakistan"}
    other = open_file("?undated=no&from=2024-03")
    assert "russia-attack-site" in other.shown_places()
    assert "southern-tajikistan" not in other.shown_places()


def test_a_full_link_restores_all_of_it(open_file: Open) -> None:
    atlas = open_file(
        "?themes=bases.attacks&place=balochistan&mention=balochistan-council&names=ur"
    )
    atlas.wait_current("balochistan-council")
    assert atlas.selected_place() == "balochistan"
    assert set(atlas.themes_on()) == {"bases", "attacks"}
    assert atlas.page.locator("#atlas-names").input_value() == "ur"


def test_unknown_values_are_ignored_with_a_notice(open_file: Open) -> None:
    atlas = open_file("?place=atlantis")
    assert "This link names an unknown place, “atlantis”; it was ignored." in " ".join(
        atlas.notices()
    )


def test_the_pages_are_in_the_file_and_back_returns_to_the_map(open_file: Open) -> None:
    atlas = open_file("?themes=bases")
    page = atlas.page
    page.get_by_role("link", name="Claims", exact=True).click()
    page.get_by_role("heading", name="Claims", exact=True).wait_for()
    assert "Seymour Hersh" in page.locator("#claims").inner_text()
    assert "Tajikistan" not in page.locator("#claims").inner_text()
    page.go_back()
    page.get_by_role("heading", name="Claims", exact=True).wait_for(state="hidden")
    assert set(atlas.themes_on()) == {"bases"}


def test_a_row_of_the_table_opens_the_place_on_the_map(open_file: Open) -> None:
    atlas = open_file("?page=places")
    atlas.page.locator("#places").get_by_role("link", name="Quetta").click()
    atlas.wait_selected("quetta")
    assert atlas.page.locator("#places").is_hidden()


def test_the_route_is_walked_leg_by_leg(open_file: Open) -> None:
    atlas = open_file("?route=recruits.3")
    assert "ordered to go to Quetta" in atlas.map_frame.locator("body").inner_text()


def test_the_file_names_no_host_to_load_from(site: Path) -> None:
    html = (site / "index.html").read_text("utf-8")
    loading = re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?!data:)([^"]+)"', html)
    assert loading == []


def test_the_fonts_are_in_the_file(open_file: Open, site: Path) -> None:
    assert ".woff2" not in (site / "index.html").read_text("utf-8")
    atlas = open_file()
    page_too = atlas.page.locator(".masthead nav a").first
    expect(page_too).to_have_css("font-family", re.compile('"Atlas Sans"'))
    for document in (atlas.page, atlas.map_frame):
        document.wait_for_function("() => document.fonts.check('600 13px \"Atlas Sans\"')")
        loaded = "() => [...document.fonts].some((face) => face.status === 'loaded')"
        assert document.evaluate(loaded)


def test_the_file_has_title_description_and_picture(open_file: Open, site: Path) -> None:
    page = open_file().page
    assert page.title() == "The Taliban can contribute to the fight against IS-K – Article Atlas"
    assert "26 on the map" in (
        page.locator('meta[name="description"]').get_attribute("content") or ""
    )
    assert page.locator('meta[property="og:image"]').get_attribute("content") == "preview.png"
    assert (site / "preview.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_the_file_is_a_few_megabytes_at_most(site: Path) -> None:
    assert (site / "index.html").stat().st_size < 4_000_000


def test_nothing_serious_is_found_by_axe(open_file: Open) -> None:
    atlas = open_file("?place=balochistan")
    assert grave_findings(atlas.page) == []


def test_on_a_phone_nothing_scrolls_sideways(open_file: Open) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    atlas = open_file("?place=quetta", **phone)
    assert atlas.sideways_scroll() == 0
    assert 0.40 <= atlas.share_of_height("map") <= 0.50


def test_a_page_that_comes_slowly_has_its_background_all_the_same(
    browser: Browser, recorder: Recorder, site: Path
) -> None:
    first, mark, rest = (site / "index.html").read_bytes().partition(b'<script type="application/')
    drawn = Event()

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that the library calls
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(first)
            self.wfile.flush()
            drawn.wait(20)
            self.wfile.write(mark + rest)

        def log_message(self, format: str, *words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Slow) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        recorder.watch(context)
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="commit")
        places = page.frame_locator("iframe").locator(".label-name")
        expect(places).to_have_count(
            len(ALL_PLACES)
        )  # labels come after the background is asked for
        drawn.set()
        expect(page.frame_locator("iframe").locator("body")).to_contain_text("Natural Earth")
        expect(page.locator("#atlas-notices li")).to_have_count(0)
        context.close()
        server.shutdown()
