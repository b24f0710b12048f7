"""Work beside the event loop, and what is made ready before the first reader comes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from pages.parts import warm
from pages.parts.aside import aside
from tests.invented import ID

pytestmark = pytest.mark.usefixtures("forgotten")


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


def test_a_thread_that_cannot_start_leaves_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    async def many() -> object:
        with monkeypatch.context() as patched:
            patched.setattr(threading.Thread, "start", start)
            for _ in range(20):
                with pytest.raises(RuntimeError):
                    await aside(lambda: 3, 5)
        return await aside(lambda: 3, 5)

    assert run(many) == 3


def test_work_that_outlives_a_server_takes_no_place_from_the_next() -> None:
    ended = threading.Event()
    for _ in range(10):
        with pytest.raises(TimeoutError):
            run(lambda: aside(lambda: ended.wait(30), 0.05))
    assert run(lambda: aside(lambda: 3, 30)) == 3
    ended.set()


def test_the_server_starts_warm_and_a_broken_edition_keeps_it_from_nothing(
    several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(warm, "drawn", lambda number, edition: drawn.append(edition.id))
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
