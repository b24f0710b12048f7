"""Locks: one writer at a time; the system lets go of a lock as soon as its process ends."""

from __future__ import annotations

import errno
import getpass
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from geodata import AtlasError

LOCK: Final = ".article-atlas.lock"
"""The lock's file in the folder: it says whose it is, and counts only while that one holds it."""
WAIT_S: Final = 10.0
"""How long a writer waits for another; most of them are done in far less than a second."""
_POLL_S: Final = 0.05

if sys.platform == "win32":
    import msvcrt

    def grab(file: int) -> bool:
        """Lock an open file if nobody holds it; say whether that was done."""
        os.lseek(file, 1 << 30, os.SEEK_SET)  # beyond what is in it, which others may read
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def grab(file: int) -> bool:
        """Lock an open file or folder if nobody holds it; say whether that was done."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class LockedError(AtlasError, OSError):
    """Another process is writing into the folder; its ``strerror`` says which."""

    def __init__(self, folder: Path, owner: str) -> None:
        """Name the folder, and who is writing there."""
        said = f"{owner or 'another process'} is writing there"
        super().__init__(errno.EAGAIN, said, str(folder))


@contextmanager
def locked(folder: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the folder's lock, waiting for it at most ``wait_s`` seconds.

    Raises
    ------
    LockedError
        If another process holds it all that time.
    OSError
        If the folder is not there or may not be written to.
    """
    path, end = folder / LOCK, time.monotonic() + wait_s
    while (file := _taken(path)) is None:
        if time.monotonic() > end:
            raise LockedError(folder, _owner(path))
        time.sleep(_POLL_S)
    try:
        with suppress(OSError):  # a full disk, another's file: then nobody is told who it is
            os.ftruncate(file, 0)
            os.write(file, _me().encode())
        yield
    finally:
        with suppress(OSError):
            if _is_at(file, path):
                path.unlink()
        os.close(file)


def _taken(path: Path) -> int | None:
    """Return the open and locked file, or ``None`` if it is another's."""
    while True:
        file, is_new = _opened(path)
        held = False
        try:
            if not grab(file):
                return None
            if held := _is_at(file, path) and not _removed(path):
                return file
        except OSError:  # locks are not to be had there
            if is_new:
                path.unlink(missing_ok=True)
            raise
        finally:
            if not held:
                os.close(file)  # another's, or its owner took it away while we waited


def _opened(path: Path) -> tuple[int, bool]:
    """Open the lock's file and say whether it is new.

    What another account left may be ours to read only; that is enough to lock it.
    """
    plain = getattr(os, "O_NOFOLLOW", 0)
    while True:
        with suppress(FileExistsError):
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | plain, 0o666), True
        with suppress(FileNotFoundError):  # its owner took it away just now
            try:
                return os.open(path, os.O_RDWR | plain), False
            except PermissionError:
                return os.open(path, os.O_RDONLY | plain), False


def _removed(path: Path) -> bool:
    """Take away a leftover, locked by us, that would go on to name its dead owner as ours."""
    if os.access(path, os.W_OK):
        return False
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _is_at(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))
    except FileNotFoundError:
        return False


def _me() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "somebody"
    when = datetime.now().astimezone().isoformat(" ", "seconds")
    return f"process {os.getpid()} of {user} on {socket.gethostname()} (since {when})"


def _owner(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")[:300]
    except OSError:
        return ""
