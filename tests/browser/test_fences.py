"""The fences of the browser tests themselves: nothing gets out, and nothing goes unseen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import grave_findings
from tests.browser.recorder import Recorder, is_outside


@pytest.fixture
def seen() -> Recorder:
    return Recorder()


@pytest.fixture
def blank(browser: Browser, seen: Recorder) -> Iterator[Page]:
    """Return an empty page whose doings go into ``seen``, not into the test's own recorder."""
    context = browser.new_context()
    seen.watch(context)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("url", "outside"),
    [
        ("http://localhost:8501/app/static/x.js", False),
        ("ws://127.0.0.1:8501/_stcore/stream", False),
        ("data:image/png;base64,AAAA", False),
        ("blob:http://localhost:8501/1", False),
        ("file:///srv/site/index.html", False),
        ("https://tile.example.org/1/1/1.png", True),
        ("http://localhost.example.org/", True),
        ("wss://192.0.2.1/stream", True),
    ],
)
def test_an_address_beyond_this_machine_is_told_from_one_on_it(url: str, outside: bool) -> None:
    assert is_outside(url) is outside


@pytest.mark.parametrize("host", ["tile.example.org", "192.0.2.1"])
def test_a_picture_from_outside_is_refused_and_reported(
    blank: Page, seen: Recorder, host: str
) -> None:
    blank.set_content(f"<img src='http://{host}/1.png' onerror='document.title = \"refused\"'>")
    blank.wait_for_function("document.title === 'refused'")
    assert seen.faults()[0] == f"request beyond this machine: image http://{host}/1.png"


def test_a_web_socket_to_outside_is_refused_and_reported(blank: Page, seen: Recorder) -> None:
    how = blank.evaluate(
        """() => new Promise((resolve) => {
             const socket = new WebSocket("ws://192.0.2.1/stream");
             socket.onerror = () => resolve("refused");
             socket.onopen = () => resolve("open");
           })"""
    )
    assert how == "refused"
    assert "request beyond this machine: websocket ws://192.0.2.1/stream" in seen.faults()


def test_an_exception_that_nobody_catches_is_reported(blank: Page, seen: Recorder) -> None:
    with blank.context.expect_event("weberror"):
        blank.evaluate("() => { setTimeout(() => { throw new Error('broken'); }); }")
    assert len(seen.faults()) == 1
    assert "broken" in seen.faults()[0]


def test_what_a_test_allows_is_not_held_against_it(blank: Page, seen: Recorder) -> None:
    seen.outside_allowed = seen.errors_allowed = True
    blank.set_content("<img src='http://192.0.2.1/1.png' onerror='document.title = \"refused\"'>")
    blank.wait_for_function("document.title === 'refused'")
    assert seen.faults() == []


WITH_A_FRAME = """<!doctype html><html lang="en"><title>Page</title><body>
<main><h1>Page</h1><iframe title="Frame" src="http://localhost/frame"></iframe></main>"""
FRAME = """<!doctype html><html lang="en"><title>Frame</title><body><img src="data:,">"""


def test_axe_finds_a_picture_without_words_inside_a_frame(blank: Page) -> None:
    blank.route(
        "http://localhost/*",
        lambda route: route.fulfill(
            body=FRAME if route.request.url.endswith("frame") else WITH_A_FRAME,
            content_type="text/html",
        ),
    )
    blank.goto("http://localhost/page")
    findings = grave_findings(blank)
    assert [(one.rule, one.targets) for one in findings] == [("image-alt", ("iframe > img",))]
