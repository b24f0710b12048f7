"""Ctrl-C is heard once quietly, and raised when it is pressed again."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator

import pytest

from geodata.archive.interrupts import heard


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """Have Python's own handler, also where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_the_first_is_heard_and_the_second_raised() -> None:
    with heard() as stopped:
        assert not stopped.is_set()
        signal.raise_signal(signal.SIGINT)
        assert stopped.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_signal_that_is_passed_over_stays_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with heard() as stopped:
            signal.raise_signal(signal.SIGINT)
            assert not stopped.is_set()
    finally:
        signal.signal(signal.SIGINT, before)


def test_beside_the_main_thread_nothing_is_changed() -> None:
    found = []

    def work() -> None:
        with heard():
            found.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [signal.default_int_handler]
