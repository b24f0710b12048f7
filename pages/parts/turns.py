"""Has readers who come together served one after another: the first waits least, the last no more.

Made all at once, nobody's page would be whole before nearly all were, since they share a processor.
"""

import asyncio
from typing import Any, Final

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.parts.full import is_stream

AT_ONCE: Final = 4
"""How many readers' pages are made at the same time."""
LONGEST_S: Final = 3.0
"""How long one page may keep the others waiting: a slow line takes it in later than it is made."""
PATIENCE_S: Final = 30.0
"""How long a page waits for its turn at most; then it is made beside the others."""
LARGEST_QUESTION: Final = 100_000
"""Bytes of a question for a page, at most; larger ones are not looked into, and wait for nobody."""
LARGEST_END: Final = 500
"""Bytes of the message that ends a page, at most; larger ones are not looked into."""
QUESTION: Final = "rerun_script"
FINISHED: Final = "script_finished"


class Turns:
    """Middleware: a websocket's first question for a page waits for its turn, until one is whole.

    Whatever else is said takes no turn, so that nobody holds one with words that lead to no page.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._places = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if not is_stream(scope):
            await self.app(scope, receive, send)
            return
        turn = _Turn(self._places, receive, send)
        try:
            await self.app(scope, turn.receive, turn.send)
        finally:
            turn.end()


class _Turn:
    """One websocket's turn: begins with its first question, ends with its page."""

    def __init__(self, places: asyncio.Semaphore, receive: Receive, send: Send) -> None:
        self._places, self._receive, self._send = places, receive, send
        self._asked = False
        self._late: asyncio.TimerHandle | None = None

    async def receive(self) -> Message:
        """Hand on what the reader's browser says, the first question when its turn has come."""
        message = await self._receive()
        if not self._asked and _asks_for_a_page(message):
            self._asked = True
            await self._begin()
        return message

    async def _begin(self) -> None:
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._places.acquire()
        except TimeoutError:
            return
        self._late = asyncio.get_running_loop().call_later(LONGEST_S, self.end)

    async def send(self, message: Message) -> None:
        """Hand on what the reader gets."""
        await self._send(message)
        if self._late and _ends_a_page(message):
            self.end()

    def end(self) -> None:
        """Let the next one begin, once."""
        if self._late:
            self._late.cancel()
            self._late = None
            self._places.release()


def _asks_for_a_page(message: Message) -> bool:
    return _says(message, LARGEST_QUESTION, BackMsg, QUESTION)


def _ends_a_page(message: Message) -> bool:
    return _says(message, LARGEST_END, ForwardMsg, FINISHED)


def _says(message: Message, largest: int, kind: Any, what: str) -> bool:
    data = message.get("bytes") or b""
    if not 0 < len(data) <= largest:
        return False
    try:
        return bool(kind.FromString(data).WhichOneof("type") == what)
    except DecodeError:  # not Streamlit's
        return False
