"""Does work beside the server's event loop, in threads that never keep the server from ending."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

Result = TypeVar("Result")

AT_ONCE: Final = 4
"""How many such threads there are at most; what comes then waits for one to end."""
_places: Final[WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore]] = (
    WeakKeyDictionary()
)
"""By event loop: what still works when one has ended takes no place from the next."""


async def aside(act: Callable[[], Result], patience_s: float) -> Result:
    """Return what ``act`` returns, done in a thread of its own.

    Parameters
    ----------
    act
        What to do. It goes on after a time-out, for whoever asks for the same next.
    patience_s
        How long to wait for it, in seconds.

    Raises
    ------
    TimeoutError
        If it has not ended in time.
    """
    async with asyncio.timeout(patience_s):
        places = _places.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
        await places.acquire()
        return await _started(act, places)


async def _started(act: Callable[[], Result], places: asyncio.Semaphore) -> Result:
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Result] = loop.create_future()

    def end(how: Callable[[Any], None], value: object) -> None:
        places.release()  # only now: one that nobody waits for any more still works
        if not future.done():
            how(value)

    def run() -> None:
        told: tuple[Callable[[Any], None], object]
        try:
            told = future.set_result, act()
        except BaseException as error:
            told = future.set_exception, error
        with suppress(RuntimeError):  # the server has ended meanwhile
            loop.call_soon_threadsafe(end, *told)

    try:
        threading.Thread(target=run, daemon=True).start()
    except BaseException:  # no more threads are to be had
        places.release()
        raise
    return await future
