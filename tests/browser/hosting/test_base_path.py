"""Behind nginx, under a base path and on a host name of its own: what the proxy must do."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.hosting.asking import ask
from tests.browser.hosting.conftest import Hosted
from tests.browser.server import Server

WEBSOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "c2l4dGVlbiBieXRlcyEhIQ==",
}


def script_of(page: str) -> str:
    """Return the path of Streamlit's own bundle that a page names, relative to the page."""
    start = page.index('src="./static/js/') + len('src=".')
    return page[start : page.index('"', start)]


def test_the_reader_its_requests_and_its_links_stay_under_the_base_path(
    visit: Visit, hosted: Hosted
) -> None:
    before = len(hosted.proxy.requests())
    atlas = visit("/?themes=bases", server=hosted.front)
    atlas.click_place("pakistan")
    atlas.wait_selected("pakistan")
    query = "?themes=bases&place=pakistan&mention=pakistan-bases"
    assert atlas.page.url == f"{hosted.front.url}/{query}"
    hrefs = atlas.page.eval_on_selector_all(
        "header a[data-page]", "(all) => all.map((one) => one.href.slice(location.origin.length))"
    )
    assert hrefs[:4] == [
        f"/atlas/{query}",
        f"/atlas/{query}",
        f"/atlas/places{query}",
        f"/atlas/claims{query}",
    ]
    assert [href for href in hrefs if not href.startswith("/atlas/")] == []
    asked = hosted.proxy.requests(at_least=before + 20)[before:]
    assert [one.path for one in asked if not one.path.startswith("/atlas/")] == []
    assert [one for one in asked if one.status >= 400] == []


def test_what_is_rare_comes_when_it_is_asked_for_and_no_source_map_ever(
    visit: Visit, hosted: Hosted
) -> None:
    built = "/atlas/app/static/atlas/dist/"
    before = len(hosted.proxy.requests(path=built))
    atlas = visit("/", server=hosted.front)
    panel = atlas.open_panel("When:")
    expect(panel.locator(".timeline-list li").first).to_be_visible()
    atlas.page.locator("#atlas-share").click()
    with atlas.page.expect_download() as waiting:
        atlas.page.get_by_role("button", name="Save").click()
    assert waiting.value.suggested_filename == "taliban-is-k-map.png"
    asked = hosted.proxy.requests(path=built, at_least=before + 5)[before:]
    names = [one.path.removeprefix(built).partition("?")[0] for one in asked]
    assert sorted(names[:2]) == ["map.js", "reader.js"]
    assert names[2:] == ["timechart.js", "sharing.js", "picture.js"]


def test_a_page_opens_cold_under_a_base_path_and_leads_to_the_reader(
    visit: Visit, hosted: Hosted
) -> None:
    atlas = visit("/claims?themes=attacks", server=hosted.front, reader=False)
    expect(atlas.page.locator("h1")).to_have_text("Claims")
    atlas.page.locator("header a", has_text="Read").click()
    atlas.wait_ready()
    assert atlas.page.url == f"{hosted.front.url}/?themes=attacks"
    assert atlas.themes_on() == ["attacks"]


def test_the_base_path_without_its_slash_leads_to_the_app_with_its_query(hosted: Hosted) -> None:
    answer = ask(hosted.front.port, "/atlas?place=quetta")
    assert answer.status == 308
    assert answer.headers["Location"] == "/atlas/?place=quetta"


def test_the_health_check_answers_through_the_proxy(hosted: Hosted) -> None:
    answer = ask(hosted.front.port, "/atlas/_stcore/health")
    assert (answer.status, answer.body) == (200, b"ok")


def test_the_proxy_compresses_what_streamlit_leaves_uncompressed(hosted: Hosted) -> None:
    script = "/atlas" + script_of(ask(hosted.front.port, "/atlas/").body.decode())
    asking = {"Accept-Encoding": "gzip"}
    assert ask(hosted.replicas[0].port, script, asking).headers["Content-Encoding"] is None
    assert ask(hosted.front.port, script, asking).headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/app/static/atlas/page/reader.js",
        "/app/static/vendor/leaflet/leaflet.js",
        "/app/static/basemap/world.json",
    ],
)
def test_page_modules_and_basemap_arrive_compressed(hosted: Hosted, path: str) -> None:
    answer = ask(hosted.front.port, "/atlas" + path, {"Accept-Encoding": "gzip"})
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "gzip")


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("www.example.org", "https://www.example.org"),
        ("www.example.org:8443", "https://www.example.org:8443"),
        ("www.example.org", None),
    ],
)
def test_the_websocket_opens_for_the_hosts_own_pages(
    hosted: Hosted, host: str, origin: str | None
) -> None:
    headers = {**WEBSOCKET, "Host": host, **({"Origin": origin} if origin else {})}
    assert ask(hosted.front.port, "/atlas/_stcore/stream", headers).status == 101


@pytest.mark.parametrize(
    "origin",
    ["https://elsewhere.example", "https://www.example.org.elsewhere.example", "null"],
)
def test_a_page_of_another_host_is_refused_before_the_app_hears_of_it(
    hosted: Hosted, origin: str
) -> None:
    path = f"/atlas/_stcore/stream?origin={origin}"  # no other test's line is taken for this one
    assert ask(hosted.front.port, path, {**WEBSOCKET, "Origin": origin}).status == 403
    refused = hosted.proxy.requests(path=path, at_least=1)
    assert [(one.upstream, one.status) for one in refused] == [("-", 403)]


def test_the_reader_works_on_a_host_name_of_its_own(
    visit: Visit, server: Server, behind: Callable[[Server], Server]
) -> None:
    front = behind(server)
    assert ask(front.port, "/_stcore/health").body == b"ok"
    atlas = visit("/?place=quetta", server=front)
    atlas.wait_selected("quetta")
    assert atlas.page.url == f"{front.url}/?place=quetta&mention=quetta-training"


def test_the_first_response_names_pictures_and_pages_under_the_base_path(hosted: Hosted) -> None:
    evil = {"X-Forwarded-Host": "elsewhere.example", "Accept-Encoding": "identity"}
    page = ask(hosted.front.port, "/atlas/claims?place=quetta", evil).body.decode()
    assert "The terrorist organisation known as" in page
    assert "http://www.example.org/atlas/claims?place=quetta" in page
    assert "http://www.example.org/atlas/previews/taliban-is-k/quetta.png" in page
    assert "elsewhere.example" not in page
    picture = ask(hosted.front.port, "/atlas/previews/taliban-is-k/quetta.png")
    assert (picture.status, picture.headers["Content-Type"]) == (200, "image/png")
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
