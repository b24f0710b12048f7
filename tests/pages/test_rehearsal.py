"""The first reader after a start: what a first run of the page brings is there before they come."""

from __future__ import annotations

import asyncio
from importlib.util import find_spec
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from tests.browser.hosting.asking import ask
from tests.browser.server import serve
from tests.soak.reader import open_page, run


def component_file() -> str:
    """Return the address of a script of the map's component, as the component's page names it."""
    spec = find_spec("streamlit_folium")
    assert spec
    assert spec.submodule_search_locations
    build = Path(spec.submodule_search_locations[0]) / "frontend" / "build"
    script = next(build.rglob("main*.js"))
    return f"/component/streamlit_folium.st_folium/{script.relative_to(build).as_posix()}"


def test_the_page_has_run_once_before_the_first_reader_comes() -> None:
    with serve() as server:
        # Streamlit knows the component only after a run of the page that declares it.
        assert ask(server.port, component_file()).status == 200
        assert "was not opened at the start" not in server.read_log()


def test_past_the_limit_a_page_says_to_wait_and_open_pages_go_on() -> None:
    with serve(env={"ARTICLE_ATLAS_READERS": "2"}) as server:

        async def go() -> None:
            pages = [await open_page(server.port) for _ in range(2)]
            refused = await asyncio.to_thread(ask, server.port, "/")
            assert refused.status == 503
            assert refused.headers["Retry-After"] == "20"
            assert b"Please wait a moment" in refused.body
            between = await open_page(server.port)  # has the page already, and goes to another
            with pytest.raises(InvalidStatus):
                await open_page(server.port)
            await between.socket.close()
            health = await asyncio.to_thread(ask, server.port, "/_stcore/health")
            assert health.status == 200
            for page in pages:
                pong = await page.socket.ping()
                await pong
            await pages[0].socket.close()
            for _ in range(100):  # the server hears of it a moment later
                if (await asyncio.to_thread(ask, server.port, "/")).status == 200:
                    break
                await asyncio.sleep(0.05)
            opened = await open_page(server.port)
            assert opened.size > 100_000
            await asyncio.gather(opened.socket.close(), pages[1].socket.close())

        run(go())
        assert server.read_log().count("Full: 2 readers have the app open") == 1
        assert "Traceback" not in server.read_log()
