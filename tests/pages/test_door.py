"""The door around Streamlit: who gets the first response, headers, addresses, pictures."""

from __future__ import annotations

import asyncio
import gzip
import io
import threading
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from PIL import Image
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import file_util
from streamlit.web.server.app_discovery import discover_asgi_app

from geodata.reader.first_page import FirstPage
from pages.parts import first, warm
from pages.parts.address import address_of, set_address
from pages.parts.aside import aside
from pages.parts.door import MIDDLEWARE, ROUTES
from tests.invented import ID, write_edition
from tests.repository import ROOT

Scope = MutableMapping[str, Any]
INDEX = (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")


class Answer:
    """An answer of the server: status, headers with small names, body."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self) -> str:
        return self.body.decode()


def scope_of(path: str, query: str = "", **more: Any) -> Scope:
    headers = {"host": "www.example.org", **more.pop("headers", {})}
    return {
        "type": "http",
        "method": "GET",
        "scheme": "https",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        **more,
    }


async def _asked(app: Starlette, scope: Scope) -> Answer:
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(one.get("body", b"") for one in sent[1:]))


async def host(request: object) -> PlainTextResponse:
    return PlainTextResponse("Streamlit’s own", headers={"Referrer-Policy": "no-referrer"})


def ask(path: str = "/", query: str = "", **more: Any) -> Answer:
    """Ask a server in which something else stands behind the door."""
    routes = [*ROUTES, Route("/{path:path}", host)]
    return asyncio.run(
        _asked(Starlette(routes=routes, middleware=list(MIDDLEWARE)), scope_of(path, query, **more))
    )


@pytest.fixture(autouse=True)
def _forgotten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forget what other tests have loaded, before and after."""
    monkeypatch.delenv("ARTICLE_ATLAS_ADDRESS", raising=False)
    monkeypatch.setattr(first, "PATIENCE_S", 60)  # whatever else this machine does
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def several(editions_root: Path) -> Path:
    write_edition(editions_root, "again", publish="excerpts")
    broken = write_edition(editions_root, "broken")
    (broken / "claims.toml").write_text("[[claim\n")
    return editions_root


def test_plain_streamlit_run_finds_the_app_in_the_script_itself() -> None:
    assert discover_asgi_app(ROOT / "app.py").import_string == "app:app"


# -- which requests --------------------------------------------------------------------------------


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
    own, ours = INDEX.splitlines(), answer.text.splitlines()
    assert [line for line in own if line not in ours] == [
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
    routes = [Route("/{path:path}", host, methods=["GET", "POST"])]
    app = Starlette(routes=routes, middleware=list(MIDDLEWARE))
    assert asyncio.run(_asked(app, {**scope_of("/"), **more})).text == "Streamlit’s own"


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


# -- which edition ---------------------------------------------------------------------------------


def test_with_several_editions_the_address_chooses(several: Path) -> None:
    choice = ask().text
    assert "Choose one to read:" in choice
    assert 'href="./?edition=again"' in choice
    assert "og:image" not in choice
    chosen = ask("/places", f"edition={ID}").text
    assert "the road" in chosen
    assert f"https://www.example.org/previews/{ID}.png" in chosen
    assert f"https://www.example.org/places?edition={ID}" in chosen
    excerpts = ask("/", "edition=again").text
    assert "In May 2019 they left Lyon for Paris." in excerpts
    assert "the road" not in excerpts


def test_an_unknown_edition_is_told(several: Path) -> None:
    text = ask("/", "edition=<script>x").text
    assert "This link asks for an unknown edition, “&lt;script&gt;x”; it was ignored." in text
    assert "<script>x" not in text


def test_nothing_of_a_broken_edition_is_shown(several: Path) -> None:
    text = ask("/", "edition=broken").text
    assert "This edition cannot be read at present." in text
    for word in ("Lyon", "Jo Field", "claims.toml", "og:image"):
        assert word not in text
    assert ask("/previews/broken.png").status == 404


# -- how it is sent --------------------------------------------------------------------------------


def test_it_is_compressed_for_those_who_take_it(editions_root: Path) -> None:
    packed = ask(headers={"accept-encoding": "br, gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == ask().body
    assert "content-encoding" not in ask().headers


def test_one_that_is_unchanged_is_not_sent_again(editions_root: Path) -> None:
    tag = ask().headers["etag"]
    again = ask(headers={"if-none-match": tag})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert ask("/", "place=lyon", headers={"if-none-match": tag}).status == 200


@pytest.mark.parametrize("path", ["/", "/elsewhere", f"/previews/{ID}.png"])
def test_every_answer_has_the_headers_that_it_does_not_have_yet(
    editions_root: Path, path: str
) -> None:
    headers = ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    own = "no-referrer" if path == "/elsewhere" else "strict-origin-when-cross-origin"
    assert headers["referrer-policy"] == own


# -- under which address ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "wanted"),
    [
        ("www.example.org", "https://www.example.org/"),
        ("localhost:8501", "https://localhost:8501/"),
        ("[::1]:8501", "https://[::1]:8501/"),
        ('x"><script>', ""),
        ("example.org/evil", ""),
        ("user@example.org", ""),
        ("example.org:port", ""),
        ("", ""),
        ("n" * 300, ""),
    ],
)
def test_without_the_operators_word_it_is_the_host_that_was_asked(host: str, wanted: str) -> None:
    assert address_of(scope_of("/", headers={"host": host})) == wanted


def test_nobody_else_says_which_host_it_is() -> None:
    headers = {"x-forwarded-host": "evil.example", "forwarded": "host=evil.example"}
    assert address_of(scope_of("/", headers=headers)) == "https://www.example.org/"
    twice = scope_of("/")
    twice["headers"].append((b"host", b"evil.example"))
    assert address_of(twice) == ""


def test_a_path_that_the_app_is_mounted_under_belongs_to_it() -> None:
    assert address_of(scope_of("/m/", root_path="/m")) == "https://www.example.org/m/"


@pytest.mark.parametrize(
    "given", ["https://maps.example.com/atlas", "https://maps.example.com/atlas/"]
)
def test_the_operators_word_counts(
    editions_root: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("ARTICLE_ATLAS_ADDRESS", given)
    text = ask(headers={"host": "evil.example"}).text
    assert f"https://maps.example.com/atlas/previews/{ID}.png" in text
    assert "evil.example" not in text


@pytest.mark.parametrize(
    "given", ["www.example.org", "javascript:alert(1)", "https://", 'https://x"y']
)
def test_a_wrong_word_is_refused_with_its_cure(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("ARTICLE_ATLAS_ADDRESS", given)
    with pytest.raises(ValueError, match="is no address of the web"):
        set_address()


# -- pictures --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [f"/previews/{ID}.png", f"/previews/{ID}/lyon.png"])
def test_the_picture_of_an_edition_or_place_is_served_and_kept(
    editions_root: Path, path: str
) -> None:
    answer = ask(path)
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "public, max-age=3600"
    with Image.open(io.BytesIO(answer.body)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert ask(path, headers={"if-none-match": answer.headers["etag"]}).status == 304


@pytest.mark.parametrize(
    "path",
    [
        "/previews/atlantis.png",
        f"/previews/{ID}/atlantis.png",
        "/previews/...png",
        "/x/previews/a.png",
    ],
)
def test_there_is_no_picture_of_what_there_is_not(editions_root: Path, path: str) -> None:
    assert ask(path).status == 404


# -- beside the event loop, and before the first reader --------------------------------------------


def run(act: Callable[[], Awaitable[object]]) -> object:
    async def running() -> object:
        return await act()

    return asyncio.run(running())


def test_work_aside_gives_its_result_its_error_or_a_time_out() -> None:
    assert run(lambda: aside(lambda: 3, 5)) == 3
    with pytest.raises(ZeroDivisionError):
        run(lambda: aside(lambda: 1 // 0, 5))
    ended = threading.Event()
    with pytest.raises(TimeoutError):
        run(lambda: aside(lambda: ended.wait(30), 0.05))
    ended.set()


def test_the_server_starts_warm_and_a_broken_edition_keeps_it_from_nothing(
    several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(warm, "drawn", lambda name, edition: drawn.append(name))
    monkeypatch.setattr(warm, "PATIENCE_S", 60)

    async def go() -> list[str]:
        async with warm.warmed(None):
            return list(drawn)

    assert asyncio.run(go()) == ["again", ID]


def test_what_fails_at_the_start_is_told_and_the_server_starts(
    editions_root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("wrong")

    monkeypatch.setattr(warm, "drawn", fail)

    async def go() -> bool:
        async with warm.warmed(None):
            return True

    assert asyncio.run(go())
    assert "The server starts cold" in caplog.text
