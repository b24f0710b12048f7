"""A file that grows by whole steps, for work of hours that may be killed at any moment.

Unlike ``write_file`` it is seen while it grows. What makes that safe is a journal beside it that
says up to where it counts: whoever resumes cuts off what lies beyond, and goes on there.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from geodata.writing.files import refuse_protected
from geodata.writing.locks import LockedError, grab

_CHUNK: Final = 1 << 20


class GrowingFile:
    """A file open for appending and reading; made if it is not there."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises
        ------
        OSError
            If it is a folder, a link, or may not be written.
        """
        refuse_protected(path)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        self.path = path
        self._file = os.open(path, flags, 0o666)

    def lock(self) -> None:
        """Hold it for this process until it is closed.

        Raises
        ------
        LockedError
            If another process holds it.
        """
        if not grab(self._file):
            raise LockedError(self.path, "another run of the same command")

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return os.fstat(self._file).st_size

    def cut(self, length: int) -> None:
        """Leave only its first ``length`` bytes."""
        if length < self.size:
            os.ftruncate(self._file, length)

    def append(self, data: bytes) -> None:
        """Write data behind all that is there; a full disk may leave a part of it."""
        with self._named():
            os.lseek(self._file, 0, os.SEEK_END)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._file, rest) :]

    def settle(self) -> None:
        """Wait until what was written is on the disk."""
        with self._named():
            os.fsync(self._file)

    def read(self, start: int, length: int) -> bytes:
        """Return bytes from ``start`` on; fewer where the file ends before."""
        os.lseek(self._file, start, os.SEEK_SET)
        found = bytearray()
        while len(found) < length and (data := os.read(self._file, length - len(found))):
            found += data
        return bytes(found)

    def lines(self, start: int, end: int) -> Iterator[bytes]:
        """Yield the whole lines between two positions; other reading may go on in between."""
        rest = b""
        while start < end and (data := self.read(start, min(_CHUNK, end - start))):
            start += len(data)
            *whole, rest = (rest + data).split(b"\n")
            yield from whole

    def close(self) -> None:
        """Close it, which gives up the lock."""
        os.close(self._file)

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Have an error say of which file it is, which the system does not of one that is open."""
        try:
            yield
        except OSError as error:
            error.filename = str(self.path)
            raise


def remove(path: Path) -> None:
    """Remove a file, if it is there."""
    path.unlink(missing_ok=True)


def ready_folder(folder: Path) -> None:
    """Make a folder where there is none.

    Raises
    ------
    OSError
        If it cannot be made, or something else has its name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
