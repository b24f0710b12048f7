"""The command as the system runs it: what ends it early ends it quietly, with its own status."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata import __main__ as front


def test_a_user_who_stops_a_command_sees_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(front, "main", stop)
    assert front._run() == 130


@pytest.mark.parametrize("status", [0, 1])
def test_the_status_of_a_command_is_that_of_the_program(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front, "main", lambda: status)
    assert front._run() == status


def test_a_closed_pipe_ends_a_command_with_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def leave() -> int:
        raise BrokenPipeError

    class Out:
        """Stands for standard output; its file is one of the test's own."""

        def __init__(self, fileno: Callable[[], int]) -> None:
            self.fileno = fileno

    monkeypatch.setattr(front, "main", leave)
    with (tmp_path / "out").open("wb") as file:
        monkeypatch.setattr("sys.stdout", Out(file.fileno))
        assert front._run() == 1
        os.write(file.fileno(), b"goes nowhere")
    assert (tmp_path / "out").read_bytes() == b""
