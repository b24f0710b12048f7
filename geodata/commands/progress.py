"""A line on the terminal that says how far a long command is; nothing where there is none."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TextIO

_EVERY_S: Final = 1.0
_BAR: Final = 20
"""Cells of the bar."""


class Progress:
    """One line, written again about once a second."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        """Write to a stream, if it is a terminal."""
        self._stream, self._clock = stream, clock
        self._is_seen = stream.isatty()
        self._size = self._first_bytes = self._first_count = 0
        self._started = self._shown = 0.0

    def begin(self, size: int, done: int, count: int) -> None:
        """Begin with what is done already: bytes of ``size``, and articles."""
        self._size, self._first_bytes, self._first_count = size, done, count
        self._started = self._clock()
        self._shown = self._started - _EVERY_S
        self.show(done, count)

    def show(self, done: int, count: int) -> None:
        """Say how far it is, unless that was said just now."""
        now = self._clock()
        if self._is_seen and now - self._shown >= _EVERY_S:
            self._shown = now
            self._stream.write(f"\r\x1b[K{self._line(done, count, now - self._started)}")
            self._stream.flush()

    def clear(self) -> None:
        """Take the line away, so that something else can be said."""
        if self._is_seen:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _line(self, done: int, count: int, seconds: float) -> str:
        share = done / self._size if self._size else 1.0
        bar = "#" * round(share * _BAR)
        line = f"[{bar:<{_BAR}}] {share:4.0%}  {count:,} articles"
        if seconds <= 0 or done <= self._first_bytes:
            return line
        rate = (count - self._first_count) / seconds
        left = (self._size - done) * seconds / (done - self._first_bytes)
        return f"{line}, {rate:,.1f} a second, {_span(left)} left"


def _span(seconds: float) -> str:
    """Return a time in the two largest of hours, minutes and seconds.

    Examples
    --------
    >>> _span(75), _span(7_320)
    ('1:15 min', '2:02 h')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, left = divmod(minutes, 60)
    return f"{hours}:{left:02} h" if hours else f"{minutes}:{rest:02} min"
