"""The door around Streamlit: which requests get the first response, and of which edition."""

from __future__ import annotations

import asyncio
import re
import threading
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from streamlit import file_util
from streamlit.web.server.app_discovery import discover_asgi_app

from geodata.reader.first_page import FirstPage
from pages.parts import first
from pages.parts.door import MIDDLEWARE
from tests.pages.asking import ask, asked, host, scope_of
from tests.repository import ROOT

pytestmark = pytest.mark.usefixtures("forgotten")
INDEX = (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")
FONT = re.compile(r'<link\s[^>]*\sas="font"[^>]*>')


def test_plain_streamlit_run_finds_the_app_in_the_script_itself() -> None:
    assert discover_asgi_app(ROOT / "app.py").import_string == "app:app"


@pytest.mark.parametrize("path", ["/", "/places", "/claims", "/ledger", "/data", "/about"])
def test_every_page_answers_with_streamlits_own_page_and_ours_in_it(
    editions_root: Path, path: str
) -> None:
    answer = ask(path, "place=lyon&themes=trade")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert "the map is loading" in answer.text.lower()
    assert "In May 2019 they left Lyon for Paris." in answer.text
    assert "https://www.example.org/previews/from-lyon-to-paris/lyon.png" in answer.text
    # All but its font, which is fetched where it is used, not before the text's.
    own, ours = FONT.sub("", INDEX).splitlines(), answer.text.splitlines()
    assert FONT.search(INDEX)
    assert "SourceSans" not in answer.text
    assert [line for line in own if line.strip() and line not in ours] == [
        "    <title>Streamlit</title>",
        '    <div id="root"></div>',
    ]
    assert '<div id="root"></div><script>' in answer.text


@pytest.mark.parametrize(
    "more",
    [
        {"path": "/elsewhere"},
        {"path": "/places/"},
        {"path": "/static/js/index.js"},
        {"path": "/_stcore/health"},
        {"path": "/", "method": "POST"},
    ],
)
def test_all_else_passes_untouched(editions_root: Path, more: dict[str, Any]) -> None:
    routes = [host()]
    app = Starlette(routes=routes, middleware=list(MIDDLEWARE))
    assert asyncio.run(asked(app, {**scope_of("/"), **more})).text == "Streamlit’s own"


def test_under_a_base_path_only_that_path_is_the_app(
    editions_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.parts.address.st.get_option", lambda name: "/atlas/")
    assert "https://www.example.org/atlas/previews/" in ask("/atlas/").text
    assert "In May 2019" in ask("/atlas/places").text
    assert ask("/places").text == ask("/atlas").text == "Streamlit’s own"
    assert ask("/atlas/previews/from-lyon-to-paris.png").status == 200
    assert ask("/previews/from-lyon-to-paris.png").status == 404


def test_where_streamlits_page_is_another_it_is_left_alone() -> None:
    first_ = FirstPage("<title>Ours</title>", "<p>Ours</p>", "")
    assert first.spliced("<title>Streamlit</title>", first_) is None
    assert first.spliced(INDEX.replace("<title>Streamlit", "<title>Other"), first_) is None
    assert first.spliced(INDEX + INDEX, first_) is None


def test_what_goes_wrong_leaves_streamlits_page(
    editions_root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> bytes:
        raise RuntimeError("wrong")

    monkeypatch.setattr(first, "_html", fail)
    assert ask().text == "Streamlit’s own"
    assert "No first response" in caplog.text


def test_what_takes_too_long_leaves_streamlits_page(
    editions_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()
    monkeypatch.setattr(first, "_html", lambda *_: ended.wait(30))
    monkeypatch.setattr(first, "PATIENCE_S", 0.05)
    assert ask().text == "Streamlit’s own"
    ended.set()


def test_an_address_with_too_many_or_too_long_values_is_the_front_page(editions_root: Path) -> None:
    many = "&".join(f"a{number}=1" for number in range(60))
    assert "<title>From Lyon to Paris –" in ask("/", f"place=lyon&{many}").text
    assert "<title>From Lyon to Paris –" in ask("/", f"place=lyon{'n' * 5000}").text
    assert len(ask("/", f"edition={'n' * 5000}").text) < 40_000


@pytest.mark.parametrize(
    ("query", "classes"),
    [
        ("text=no", "first first-read"),
        ("embed=true", "first first-read first-embedded"),
        ("embed=true&text=no", "first first-read first-embedded first-map-only"),
    ],
)
def test_in_another_page_it_shows_what_the_app_will_show(
    editions_root: Path, query: str, classes: str
) -> None:
    assert f'class="{classes}">' in ask("/", query).text
