"""Past the limit of open readers new visitors are told to wait, and nobody loses what is open."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from pages.parts.door import MIDDLEWARE
from pages.parts.full import Full
from tests.pages.asking import scope_of

pytestmark = pytest.mark.usefixtures("forgotten")
Sent = list[MutableMapping[str, Any]]


class Site:
    """Something behind the limit whose websockets stay open until they are let go."""

    def __init__(self, most: int) -> None:
        self.full = Full(self.answer, most)
        self.let_go = asyncio.Event()

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self.let_go.wait()
        else:
            await PlainTextResponse("behind")(scope, receive, send)

    async def ask(self, scope: MutableMapping[str, Any]) -> Sent:
        sent: Sent = []

        async def receive() -> MutableMapping[str, Any]:
            return {"type": f"{scope['type']}.connect"}

        async def send(message: MutableMapping[str, Any]) -> None:
            sent.append(message)

        await self.full(scope, receive, send)
        return sent

    async def page(self, path: str = "/", **more: Any) -> tuple[int, dict[str, str], str]:
        sent = await self.ask(scope_of(path, **more))
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return sent[0]["status"], headers, sent[1]["body"].decode()

    async def open(self, number: int) -> list[asyncio.Task[Sent]]:
        found = [asyncio.create_task(self.ask(stream())) for _ in range(number)]
        await asyncio.sleep(0)
        return found


def stream() -> MutableMapping[str, Any]:
    return {**scope_of("/_stcore/stream"), "type": "websocket"}


def test_past_the_limit_pages_say_to_wait_and_ask_again_themselves() -> None:
    async def go() -> None:
        site = Site(most=2)
        await site.open(1)
        assert (await site.page())[2] == "behind"
        await site.open(1)
        for path in ("/", "/claims"):
            status, headers, text = await site.page(path)
            assert (status, headers["retry-after"]) == (503, "20")
            assert headers["cache-control"] == "no-store"
            assert "Please wait a moment" in text
            assert '<meta http-equiv="refresh" content="20">' in text
        site.let_go.set()

    asyncio.run(go())


@pytest.mark.parametrize("path", ["/_stcore/health", "/app/static/atlas/dist/map.js"])
def test_what_open_readers_still_fetch_is_served(path: str) -> None:
    async def go() -> None:
        site = Site(most=1)
        await site.open(1)
        assert (await site.page(path))[2] == "behind"
        site.let_go.set()

    asyncio.run(go())


def test_who_is_in_goes_from_page_to_page() -> None:
    async def go() -> None:
        site = Site(most=1)
        await site.open(1)
        from_here = {"sec-fetch-site": "same-origin"}
        assert (await site.page("/claims", headers=from_here))[2] == "behind"
        from_elsewhere = {"sec-fetch-site": "cross-site"}
        assert (await site.page("/claims", headers=from_elsewhere))[0] == 503
        (second,) = await site.open(1)  # the next page's websocket, the last one's still open
        assert not second.done()
        site.let_go.set()

    asyncio.run(go())


def test_a_tenth_more_websockets_come_in_than_pages_and_then_none() -> None:
    async def go() -> None:
        site = Site(most=20)
        open_ones = await site.open(22)
        assert await site.ask(stream()) == [{"type": "websocket.close", "code": 1013}]
        assert not any(one.done() for one in open_ones)
        site.let_go.set()
        await asyncio.gather(*open_ones)
        assert (await site.page())[2] == "behind"
        assert site.full.open == 0

    asyncio.run(go())


def test_a_websocket_that_fails_leaves_its_place() -> None:
    async def fail(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("wrong")

    async def go() -> None:
        site = Site(most=1)
        site.full.app = fail
        for _ in range(3):
            with pytest.raises(RuntimeError):
                await site.ask(stream())
        assert site.full.open == 0

    asyncio.run(go())


def test_a_crowd_is_told_in_the_log_once(caplog: pytest.LogCaptureFixture) -> None:
    async def go() -> None:
        site = Site(most=1)
        await site.open(1)
        for _ in range(200):
            await site.page()
        site.let_go.set()

    asyncio.run(go())
    assert caplog.messages == ["Full: 1 readers have the app open; others wait."]


def test_the_door_has_the_limit_once() -> None:
    assert [str(one.cls) for one in MIDDLEWARE].count(str(Full)) == 1
