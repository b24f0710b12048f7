"""Reads the text that is to be geoparsed, within bounds, line ends and all signs as they are."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from geodata.commands.errors import TextFileError
from geodata.geoparse.errors import TooLongError
from geodata.storage.files import LARGEST_FILE, LARGEST_TEXT

STDIN: Final = "-"
_MOST_BYTES: Final = LARGEST_FILE[".txt"]


def read_text(name: str) -> str:
    """Return the text of a file, or of standard input; a byte order mark is no part of it.

    Raises
    ------
    TextFileError
        If it cannot be read, is no text in UTF-8, or is empty.
    TooLongError
        If it is longer than is read at once.
    """
    data = _read(name)
    said = "standard input" if name == STDIN else name
    if len(data) > _MOST_BYTES:
        raise _too_long(said, f"more than {_MOST_BYTES:,} bytes")
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        fault = f"Line {line} holds the byte 0x{data[error.start]:02X}, which is not UTF-8."
        raise TextFileError(said, fault, "Give a text, saved as UTF-8.") from error
    if len(text) > LARGEST_TEXT:
        raise _too_long(said, f"{len(text):,} code points; {LARGEST_TEXT:,} are allowed")
    if not text.strip():
        raise TextFileError(said, "It is empty.", "Give a text.")
    return text


def name_of(name: str) -> str:
    """Return the id of a text that has none: its file's name."""
    return "standard-input" if name == STDIN else Path(name).name


def _read(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read(_MOST_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except OSError as error:
        fault = f"It cannot be read: {error.strerror or error}."
        raise TextFileError(name, fault, "Name another file, or mend this one.") from error


def _too_long(said: str, fault: str) -> TooLongError:
    return TooLongError(f"{said}: It has {fault}. Cure: Cut it into several texts.")
