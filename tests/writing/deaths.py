"""Runs something in a child process that dies, or meets a full disk, at its n-th act of writing.

An act is the opening of a file for writing, a write (of which half is done), a move, a link, or
the making or removal of a file or folder below a root.
"""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

End = Literal["killed", "interrupted", "full disk"]
ACTS = {"os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.chmod"}
FAILED, UNHARMED, SURVIVED = 1, 0, 3
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Death:
    """Counts the acts of this process and ends it, or fails the act, at the n-th and after it."""

    def __init__(self, root: Path, end: End, at: int) -> None:
        self.root, self.end, self.at, self.count = str(root), end, at, 0
        self._write = os.write
        self._ours: set[int] = set()

    def begin(self) -> None:
        sys.addaudithook(self._hear)
        os.write = self._half  # type: ignore[assignment]

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        path = arguments[0] if arguments else ""
        opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        known = isinstance(path, str | Path) and str(path).startswith(self.root)
        if known and (opened or event in ACTS):
            self.act()

    def _half(self, file: int, data: bytes) -> int:
        if os.readlink(f"/proc/self/fd/{file}").startswith(self.root):
            self.count += 1
            if self.count == self.at:
                self._write(file, bytes(data)[: len(data) // 2])
            self.count -= 1
            self.act()
        return self._write(file, data)

    def act(self) -> None:
        self.count += 1
        if self.end == "full disk" and self.count >= self.at:
            # Removing and moving need no room; one move that fails is enough.
            frame = sys._getframe(2).f_code.co_name
            if self.count == self.at or frame in ("_half", "_opened", "_kept"):
                raise OSError(28, "No space left on device")
        elif self.count == self.at:
            if self.end == "interrupted":
                raise KeyboardInterrupt
            os.kill(os.getpid(), signal.SIGKILL)


def run(root: Path, end: End, at: int, work: Callable[[], object]) -> int | None:
    """Do the work in a child; return its exit status, ``None`` if it was killed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of a fork beside threads
        child = os.fork()
    if child == 0:
        status = FAILED
        try:
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            death = Death(root, end, at)
            death.begin()
            work()
            status = UNHARMED if death.count < at else SURVIVED
        except BaseException:
            status = FAILED
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(ended) else os.WEXITSTATUS(ended)


def every(
    root: Path, end: End, work: Callable[[], object], after: Callable[[int, int | None], None]
) -> int:
    """Let the work end at its first act, then at its second …; return how many there are.

    ``after`` is told the act and the exit status; it looks at what is left, and puts everything
    as it was.
    """
    for at in range(1, 500):
        status = run(root, end, at, work)
        if status == UNHARMED:
            return at - 1
        after(at, status)
    raise AssertionError("it never comes to its end")
