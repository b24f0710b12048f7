"""Behind a proxy and under a path the map's frame hears our own page alone, too."""

from playwright.sync_api import Browser

from tests.browser.hosting.asking import ask
from tests.browser.hosting.conftest import Hosted
from tests.browser.strangers import MAP_FRAME, attacked, broken_into, framing, serve_stranger


def test_a_page_that_frames_the_hosted_maps_page_breaks_in_nowhere(
    browser: Browser, hosted: Hosted
) -> None:
    context = browser.new_context()
    with serve_stranger(framing(f"{hosted.front.url}{MAP_FRAME}")) as address:
        page = context.new_page()
        page.goto(address)
        page.frames[1].wait_for_selector("#map_div", state="attached")
        attacked(page)
        assert broken_into(page) == []
    context.close()


def test_the_proxy_passes_on_what_the_door_says(hosted: Hosted) -> None:
    page = ask(hosted.front.port, "/atlas/")
    assert "script-src 'self' blob: 'sha256-" in page.headers["content-security-policy"]
    assert ask(hosted.front.port, "/atlas/_stcore/metrics").status == 403
