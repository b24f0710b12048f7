"""Reads a file line by line within bounds, and tells by its digest whether it is still the same."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from geodata.archive.errors import InputError

_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the input, without its line feed."""

    number: int
    """Counted from 1."""
    data: bytes
    """Cut where it is too long."""
    end: int
    """Where the next line begins, in bytes from the beginning of the file."""
    is_whole: bool
    """``False`` where it is longer than is read."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file held when it was looked at."""

    size: int
    """In bytes."""
    sha256: str


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open the input to be read.

    Raises
    ------
    InputError
        If it cannot be read, or is none of the files that can be read twice.
    """
    if path.exists() and not path.is_file():
        fault = f"{path}: It is not a file, and may have to be read again."
        raise InputError(f"{fault} Cure: Write the texts into a file.")
    try:
        file = path.open("rb")
    except OSError as error:
        fault = f"{path}: It cannot be read: {error.strerror or error}."
        raise InputError(f"{fault} Cure: Mend that, or name another file.") from error
    with file:
        yield file


def mark_of(file: BinaryIO) -> Mark:
    """Return the size and the SHA-256 of a file, which is then at its beginning again."""
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    while data := file.read(_CHUNK):
        digest.update(data)
        size += len(data)
    file.seek(0)
    return Mark(size, digest.hexdigest())


def read_lines(file: BinaryIO, longest: int) -> Iterator[Line]:
    """Yield the lines of a file; of one with more than ``longest`` bytes only its beginning.

    The byte order mark that Windows programs put before a text is no part of the first line.
    """
    number = 0
    while data := file.readline(longest + 1):
        number += 1
        is_whole = data.endswith(b"\n") or len(data) <= longest
        if not is_whole:
            _pass_over(file)
        if number == 1:
            data = data.removeprefix(codecs.BOM_UTF8)
        yield Line(number, data.rstrip(b"\r\n"), file.tell(), is_whole)


def same_still(file: BinaryIO, before: os.stat_result) -> bool:
    """Say whether nobody wrote into an open file meanwhile."""
    now = os.fstat(file.fileno())
    return (now.st_size, now.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def _pass_over(file: BinaryIO) -> None:
    """Read on to the end of a line, keeping nothing of it."""
    while (data := file.readline(_CHUNK)) and not data.endswith(b"\n"):
        pass
