"""A published folder behind a web server, and its page inside other pages: in any kind of frame."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas_page import WAIT_MS
from tests.browser.hosting.framed import FramedAtlas
from tests.browser.recorder import Recorder

SOURCE = "fetch('/index.html').then((answer) => answer.text())"
FRAME = (
    '<!doctype html><title>Host</title><link rel="icon" href="data:,">'
    '<iframe id="app" width="1200" height="800" {}></iframe>'
)
HOSTS = {
    "plain": FRAME.format('src="/index.html"'),
    "sandbox": FRAME.format('sandbox="allow-scripts" src="/index.html"'),
    "srcdoc": FRAME.format("")
    + f"<script>{SOURCE}.then((text) => {{ app.srcdoc = text; }})</script>",
    "srcdoc-sandbox": FRAME.format('sandbox="allow-scripts"')
    + f"<script>{SOURCE}.then((text) => {{ app.srcdoc = text; }})</script>",
    "blob": FRAME.format("") + f"<script>{SOURCE}.then((text) => {{ app.src = URL.createObjectURL("
    'new Blob([text], {type: "text/html"})); })</script>',
}
"""Pages that frame the edition, by the kind of their frame."""
ADDRESSED = {"plain", "sandbox"}
"""Kinds in which the edition has an address of its own."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *words: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def web(site: Path) -> Iterator[str]:
    """Serve the published folder, with the pages that frame it beside."""
    for kind, html in HOSTS.items():
        (site / f"host-{kind}.html").write_text(html, "utf-8")
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
    for kind in HOSTS:
        (site / f"host-{kind}.html").unlink()


@pytest.fixture
def page(browser: Browser, recorder: Recorder) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    context.set_default_timeout(WAIT_MS)
    recorder.watch(context)
    yield context.new_page()
    context.close()


def framed(page: Page, recorder: Recorder, web: str, kind: str) -> FramedAtlas:
    page.goto(f"{web}/host-{kind}.html")
    if kind not in ADDRESSED:
        page.wait_for_function("() => app.srcdoc || app.src")
    atlas = FramedAtlas(page, recorder)
    atlas.wait_ready()
    return atlas


@pytest.mark.parametrize("kind", HOSTS)
def test_text_and_map_are_linked_in_every_kind_of_frame(
    kind: str, page: Page, recorder: Recorder, web: str
) -> None:
    atlas = framed(page, recorder, web, kind)
    expect(page.frame_locator("#app").frame_locator("iframe").locator("body")).to_contain_text(
        "Natural Earth"
    )
    atlas.click_label("quetta")
    atlas.wait_current("quetta-training")
    atlas.mention("turkey-travel").click()
    atlas.wait_selected("turkey")
    assert atlas.notices() == []


@pytest.mark.parametrize("kind", HOSTS)
def test_every_page_opens_in_every_kind_of_frame(
    kind: str, page: Page, recorder: Recorder, web: str
) -> None:
    atlas = framed(page, recorder, web, kind)
    for link in ("Places", "Claims", "All place names", "Data", "About", "Read"):
        entry = page.frame_locator("#app").locator("nav").get_by_role("link", name=link)
        entry.click()
        expect(entry).to_have_attribute("aria-current", "page")
    atlas.mention("turkey-travel").click()
    atlas.wait_selected("turkey")


@pytest.mark.parametrize("kind", HOSTS)
def test_what_cannot_work_in_a_frame_is_not_offered(
    kind: str, page: Page, recorder: Recorder, web: str
) -> None:
    framed(page, recorder, web, kind)
    inside = page.frame_locator("#app")
    inside.locator("nav").get_by_role("link", name="Data").click()
    expect(inside.locator("#atlas-beside")).to_be_visible(visible=kind in ADDRESSED)
    expect(inside.locator("#atlas-not-beside")).to_be_visible(visible=kind not in ADDRESSED)
    expect(inside.locator("#atlas-copy")).to_be_visible(visible=kind in ADDRESSED)


def test_every_link_of_the_header_leads_somewhere(
    page: Page, recorder: Recorder, web: str, site: Path
) -> None:
    page.goto(f"{web}/index.html")
    page.wait_for_selector("html[data-atlas=ready]", state="attached")
    headings = []
    links = page.locator("header.masthead a")
    for number in range(links.count()):
        links.nth(number).click()
        expect(page.locator('.masthead nav [aria-current="page"]')).to_have_text(
            "Read" if number == 0 else links.nth(number).inner_text()
        )
        shown = page.locator("[data-single-page]:not([hidden]) h1")
        headings.append(shown.inner_text() if shown.count() else "")
    assert headings == [
        "",
        "",
        "Places",
        "Claims",
        "All place names",
        "Take this edition along",
        "About this edition",
    ]


def test_the_page_data_leads_to_every_file_beside_it(
    page: Page, recorder: Recorder, web: str, site: Path
) -> None:
    page.goto(f"{web}/index.html?page=data")
    page.wait_for_selector("html[data-atlas=ready]", state="attached")
    links = page.locator("#atlas-beside a")
    names = [link.get_attribute("href") or "" for link in links.all()]
    beside = {file.name for file in site.iterdir() if not file.name.startswith("host-")}
    assert {name.removeprefix("./") for name in names} == beside - {"index.html", "preview.png"}
    for number, name in enumerate(names):
        with page.expect_download() as download:
            links.nth(number).click()
        assert download.value.path().read_bytes() == (site / name).read_bytes()
        assert download.value.suggested_filename == f"taliban-is-k-{name.removeprefix('./')}"
