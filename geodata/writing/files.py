"""Writes one file whole: beside its goal first, safe on the disk, then put in place at once."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from geodata.writing.locks import grab

OWN: Final = ".article-atlas-"
"""How the names of our own temporary files and folders begin."""
NEW: Final = ".new"
"""How the name of a file ends that is not in place yet."""


def write_file(goal: Path, data: bytes) -> None:
    """Write a file; whoever reads it meets the old one or the new one, never a part of either.

    A link is followed; a device or a pipe is written to as it is. Permissions are kept.

    Raises
    ------
    OSError
        If it cannot be written. What stood there still stands.
    """
    # Before links are followed: those of /dev/fd lead to pipes, which have no path.
    if goal.exists() and not goal.is_file() and not goal.is_dir():
        with goal.open("wb") as stream:
            stream.write(data)
        return
    goal = Path(os.path.realpath(goal))
    refuse_protected(goal)
    clear(goal.parent)
    with staged(goal, data) as beside:
        put(beside, goal)


def refuse_protected(goal: Path) -> None:
    """Refuse a folder, a link, and a file that its owner has protected.

    A link would be lost by being replaced, and what it leads to may lie in another folder;
    replacing a protected file would go round its protection.

    Raises
    ------
    OSError
        If it is one of these.
    """
    if goal.is_symlink():
        fault = f"{goal.name} is a link to {os.readlink(goal)}, and is not replaced by a file"
        raise OSError(errno.ELOOP, fault, str(goal))
    if goal.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(goal))
    if goal.exists() and not os.access(goal, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(goal))


@contextmanager
def staged(goal: Path, data: bytes) -> Iterator[Path]:
    """Write data into a file of ours beside its goal; it is gone at the end unless it was moved.

    Its lock is held meanwhile, so that no other process takes it for a leftover.
    """
    beside, file = _opened(goal.parent, NEW)
    try:
        with _closing(file):
            _fill(file, beside, goal, data)
            yield beside
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def stage(goal: Path, data: bytes, end: str) -> Path:
    """Write data into a file of ours beside its goal, and return it; the caller takes it away."""
    beside, file = _opened(goal.parent, end)
    with _closing(file):
        _fill(file, beside, goal, data)
    return beside


def put(beside: Path, goal: Path) -> None:
    """Move a file to its goal in the same folder, in place of what is there."""
    os.replace(beside, goal)
    sync(goal.parent)


def sync(folder: Path) -> None:
    """Have the system put on the disk which files the folder has."""
    if sys.platform == "win32":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # not every file system can
            os.fsync(file)
    finally:
        os.close(file)


def clear(folder: Path) -> None:
    """Remove the files that a writer left behind when it was killed; those in use stay."""
    for path in folder.glob(f"{OWN}*{NEW}"):
        with suppress(OSError):
            file = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            try:
                if grab(file):
                    path.unlink()
            finally:
                os.close(file)


def _opened(folder: Path, end: str) -> tuple[Path, int]:
    """Make a new file of ours and lock it, before another process clears it away."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        path = folder / f"{OWN}{secrets.token_hex(6)}{end}"
        file = os.open(path, flags, 0o666)
        kept = False
        try:
            if kept := grab(file) and path.exists():
                return path, file
        finally:
            if not kept:
                os.close(file)
                path.unlink(missing_ok=True)


def _fill(file: int, beside: Path, goal: Path, data: bytes) -> None:
    """Write data, make the file like what it replaces, and wait until it is on the disk."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]
    _like(file, beside, goal)
    os.fsync(file)


@contextmanager
def _closing(file: int) -> Iterator[None]:
    try:
        yield
    finally:
        os.close(file)


def _like(file: int, beside: Path, goal: Path) -> None:
    """Give a file the permissions and, where that is allowed, the owner of what it replaces."""
    try:
        old = goal.stat()
    except FileNotFoundError:
        return
    if sys.platform != "win32" and (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):
            os.fchown(file, old.st_uid, old.st_gid)
    os.chmod(beside, old.st_mode & 0o7777)
