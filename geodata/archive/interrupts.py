"""Ctrl-C where an exception could be lost: it is heard, and asked for."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heard() -> Iterator[threading.Event]:
    """Have the first Ctrl-C set what is given, and raise only the second.

    Dask hears of garbage collections by a callback of Python code; an exception that a signal
    raises there is printed and lost. Where Ctrl-C is not Python's own matter, or this is not the
    main thread, nothing is changed.
    """
    stopped = threading.Event()
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not is_ours or threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def hear(number: int, frame: FrameType | None) -> None:
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()

    signal.signal(signal.SIGINT, hear)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
