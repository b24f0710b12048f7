"""Opens many pages on a server and keeps them open: how they came, and what they cost it."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import InvalidStatus, WebSocketException

from tests.browser.hosting.asking import ask
from tests.browser.server import Server
from tests.soak.reader import Cut, open_page


@dataclass
class Crowd:
    """The pages of one trial."""

    sockets: list[ClientConnection] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    """Seconds from connecting to a whole page, of those that opened."""
    refused: int = 0
    """How many were told to come again."""
    failed: list[str] = field(default_factory=list)
    """What went wrong with all others."""

    def cut(self) -> int:
        """Return how many open pages the server has ended since."""
        return sum(one.close_code is not None for one in self.sockets)

    async def leave(self) -> None:
        """Close every page."""
        await asyncio.gather(*(one.close() for one in self.sockets), return_exceptions=True)


async def open_many(port: int, number: int, every_s: float) -> Crowd:
    """Open pages one after another, a fixed time apart, and keep them open; 0 for all at once."""
    crowd = Crowd()

    async def one(number: int) -> None:
        await asyncio.sleep(number * every_s)
        try:
            opened = await open_page(port)
        except InvalidStatus as told:
            if told.response.status_code in (403, 429):
                crowd.refused += 1
            else:
                crowd.failed.append(str(told))
        except (OSError, TimeoutError, Cut, WebSocketException) as error:
            crowd.failed.append(f"{type(error).__name__} {error}".strip())
        else:
            crowd.sockets.append(opened.socket)
            crowd.times.append(opened.whole_s)

    await asyncio.gather(*(one(number) for number in range(number)))
    return crowd


class Pulse:
    """Asks for the health check once a second, and keeps the longest wait, in seconds."""

    def __init__(self, port: int) -> None:
        self.port, self.longest_s, self.failures = port, 0.0, 0
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Pulse:
        self._task = asyncio.create_task(self._beat())
        return self

    async def __aexit__(self, *error: object) -> None:
        assert self._task
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _beat(self) -> None:
        while True:
            start = time.monotonic()
            try:
                answer = await asyncio.to_thread(ask, self.port, "/_stcore/health")
                self.failures += answer.status != 200
            except OSError:
                self.failures += 1
            self.longest_s = max(self.longest_s, time.monotonic() - start)
            await asyncio.sleep(1)


@dataclass(frozen=True)
class Held:
    """What was seen while the pages of a trial were open."""

    crowd: Crowd
    cut: int
    """How many pages the server ended."""
    files: int
    memory_mb: float
    page: int
    """The status with which the front page was answered."""
    longest_s: float
    """How long the health check took at most."""
    failures: int
    """How often the health check did not answer "ok"."""


async def held(server: Server, readers: int, every_s: float, hold_s: float) -> Held:
    """Open pages, hold them for some seconds, look at the server, and let them go."""
    async with Pulse(server.port) as pulse:
        crowd = await open_many(server.port, readers, every_s)
        await asyncio.sleep(hold_s)
        page = await asyncio.to_thread(ask, server.port, "/")
        files, memory, cut = files_of(server), memory_mb(server), crowd.cut()
    await crowd.leave()
    return Held(crowd, cut, files, memory, page.status, pulse.longest_s, pulse.failures)


def files_of(server: Server) -> int:
    """Return how many files a server has open; Linux tells."""
    return len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))


def memory_mb(server: Server) -> float:
    """Return how much memory a server has in use, in megabytes."""
    status = Path(f"/proc/{server.process.pid}/status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def nth(times: Sequence[float], share: float) -> float:
    """Return the smallest time that at least this share of all does not exceed; NaN for none."""
    return sorted(times)[math.ceil(share * len(times)) - 1] if times else math.nan
