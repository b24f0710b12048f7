"""Readers who come together: the first's page is whole before the last's is begun."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.parts import turns
from pages.parts.turns import Turns
from tests.pages.asking import scope_of

Message = MutableMapping[str, Any]
DONE = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()
OTHER = ForwardMsg(hash="other").SerializeToString()
QUESTION = BackMsg(rerun_script=ClientState(query_string="place=lyon")).SerializeToString()
GONE = {"type": "websocket.disconnect"}


class Site:
    """Something behind the turns that notes whose page is begun, and ends each when it is told."""

    def __init__(self) -> None:
        self.turns = Turns(self.answer)
        self.begun: list[int] = []
        self.said: dict[int, asyncio.Queue[bytes]] = {}
        self.heard: dict[int, asyncio.Queue[Message]] = {}

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        number = scope["number"]
        while (await receive())["type"] == "websocket.receive":
            self.begun.append(number)
            await send({"type": "websocket.send", "bytes": await self.said[number].get()})

    async def come(self, number: int, data: bytes = QUESTION) -> asyncio.Task[None]:
        self.said[number], self.heard[number] = asyncio.Queue(), asyncio.Queue()
        scope = {**scope_of("/_stcore/stream"), "type": "websocket", "number": number}
        task = asyncio.create_task(self.turns(scope, self.heard[number].get, self.hear))
        await self.ask(number, data)
        return task

    async def ask(self, number: int, data: bytes = QUESTION) -> None:
        self.heard[number].put_nowait({"type": "websocket.receive", "bytes": data})
        await settle()

    async def say(self, number: int, data: bytes) -> None:
        self.said[number].put_nowait(data)
        await settle()

    async def hear(self, message: Message) -> None:
        await asyncio.sleep(0)


async def settle() -> None:
    """Let everything run that can run without waiting."""
    for _ in range(20):
        await asyncio.sleep(0)


def run(act: Any) -> None:
    async def go() -> None:
        site = Site()
        tasks = [await site.come(number) for number in range(6)]
        try:
            await act(site)
        finally:
            for task in tasks:
                task.cancel()

    asyncio.run(go())


def test_four_pages_are_made_at_once_and_the_next_when_one_is_whole() -> None:
    async def act(site: Site) -> None:
        assert site.begun == [0, 1, 2, 3]
        await site.say(2, OTHER)
        assert site.begun == [0, 1, 2, 3]
        await site.say(0, DONE)
        assert site.begun == [0, 1, 2, 3, 4]

    run(act)


@pytest.mark.parametrize("data", [b"\xff", b"", BackMsg(load_git_info=True).SerializeToString()])
def test_what_asks_for_no_page_takes_no_turn(data: bytes) -> None:
    async def act(site: Site) -> None:
        strangers = [await site.come(number, data) for number in range(10, 30)]
        assert site.begun[4:] == list(range(10, 30))  # the four that are made stand before them
        await site.say(0, DONE)
        assert site.begun[-1] == 4
        for task in strangers:
            task.cancel()

    run(act)


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE_S", 0.0)

    async def act(site: Site) -> None:
        await settle()
        assert site.begun == [0, 1, 2, 3, 4, 5]
        for number in (4, 5, 0):  # who went ahead gives no turn back
            await site.say(number, DONE)
        assert site.turns._places._value == 1

    run(act)


def test_who_leaves_makes_room() -> None:
    async def act(site: Site) -> None:
        site.heard[1].put_nowait(GONE)
        await site.say(1, b"")
        assert site.begun == [0, 1, 2, 3, 4]

    run(act)


def test_later_questions_of_a_reader_wait_for_nobody() -> None:
    async def act(site: Site) -> None:
        await site.say(0, DONE)
        await site.ask(0)
        assert site.begun == [0, 1, 2, 3, 4, 0]
        await site.say(0, DONE)
        assert site.begun == [0, 1, 2, 3, 4, 0]

    run(act)


def test_a_page_that_never_comes_keeps_the_others_waiting_no_longer_than_is_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "LONGEST_S", 0.0)

    async def act(site: Site) -> None:
        await settle()
        assert site.begun == [0, 1, 2, 3, 4, 5]

    run(act)


@pytest.mark.parametrize("data", [b"", b"\xff\xff\xff", b"x" * 501])
def test_what_is_no_end_of_a_page_ends_no_turn(data: bytes) -> None:
    assert not turns._ends_a_page({"type": "websocket.send", "bytes": data})
    assert turns._ends_a_page({"type": "websocket.send", "bytes": DONE})
