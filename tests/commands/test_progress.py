"""The line of progress: on a terminal alone, once a second, gone before anything else is said."""

from __future__ import annotations

import io

from geodata.commands.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_says_how_far_it_is_how_fast_and_how_long_it_takes_still() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock)
    progress.begin(1_000, 200, 20)
    clock.now += 10
    progress.show(500, 50)
    assert stream.getvalue().split("\r\x1b[K") == [
        "",
        "[####                ]  20%  20 articles",
        "[##########          ]  50%  50 articles, 3.0 a second, 0:17 min left",
    ]


def test_it_is_written_once_a_second() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock)
    progress.begin(1_000, 0, 0)
    for done in range(1, 30):
        clock.now += 0.1
        progress.show(done, done)
    assert stream.getvalue().count("\r") == 3


def test_it_can_be_taken_away() -> None:
    stream = Terminal()
    progress = Progress(stream)
    progress.begin(10, 0, 0)
    progress.clear()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_where_there_is_no_terminal_nothing_is_written() -> None:
    stream = io.StringIO()
    progress = Progress(stream)
    progress.begin(10, 0, 0)
    progress.show(10, 1)
    progress.clear()
    assert stream.getvalue() == ""


def test_an_empty_input_is_done_at_once() -> None:
    stream = Terminal()
    Progress(stream).begin(0, 0, 0)
    assert "100%  0 articles" in stream.getvalue()
