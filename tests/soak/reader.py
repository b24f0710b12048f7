"""A reader without a browser: speaks Streamlit's protocol over a websocket, and nothing more."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_S: Final = 90.0
LARGEST: Final = 64_000_000
"""Bytes of one message."""


Result = TypeVar("Result")


class Cut(Exception):
    """The server ended the connection before the page had come."""


@dataclass(frozen=True)
class Opened:
    """An open page, and how it came."""

    socket: ClientConnection
    first_s: float
    """Seconds from the start of the connection to the server's first message."""
    whole_s: float
    """Seconds from the start of the connection to the end of the page."""
    size: int
    """Bytes of all its messages."""


def run(act: Coroutine[Any, Any, Result]) -> Result:
    """Run to its end, in a thread of its own: where a browser is driven, a loop is running here."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, act).result()


async def open_page(port: int, query: str = "", base: str = "") -> Opened:
    """Open the front page as a browser's websocket does, and read until it is whole.

    Raises
    ------
    Cut
        If the server ends the connection earlier.
    websockets.exceptions.InvalidStatus
        If the server refuses the websocket.
    TimeoutError
        If the page has not come within `PATIENCE_S`.
    """
    start, first, size = time.monotonic(), 0.0, 0
    async with asyncio.timeout(PATIENCE_S):
        # No pings: a browser sends none, and a busy server would be left for its silence.
        socket = await connect(
            f"ws://127.0.0.1:{port}{base}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=LARGEST,
            ping_interval=None,
            proxy=None,
            open_timeout=PATIENCE_S,
        )
        asked = BackMsg()
        asked.rerun_script.query_string = query
        await socket.send(asked.SerializeToString())
        async for data in socket:
            first = first or time.monotonic() - start
            size += len(data)
            message = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
            if message.WhichOneof("type") == "script_finished":
                return Opened(socket, first, time.monotonic() - start, size)
    raise Cut(f"after {size} bytes")
