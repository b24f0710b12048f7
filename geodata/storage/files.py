"""Reads an edition's files within bounds: every failure becomes a fault, never a stack trace."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from geodata.model.errors import Fault
from geodata.storage.json_text import JsonError, json_value
from geodata.storage.toml_pieces import read_pieces
from geodata.writing.journal import JOURNAL, standing

LARGEST_TEXT = 1_000_000
"""Code points of an article."""
LARGEST_FILE = {".txt": 4_000_000, ".toml": 16_000_000, ".geojson": 64_000_000}
"""Bytes, by the end of the file's name."""


EDITION_FILES = (
    *("article.txt", "edition.toml", "places.geojson", "mentions.toml", "claims.toml"),
    *("speakers.toml", "themes.toml", "route.toml", "geometry.toml"),
)
"""All files that an edition may have."""


def has_file(folder: Path, name: str) -> bool:
    """Say whether an edition's folder holds a file of this name; reading it tells what is wrong."""
    try:
        return standing(folder, name).exists()
    except OSError:
        return True


def read_bytes(folder: Path, name: str) -> tuple[bytes | None, list[Fault]]:
    """Read one file of an edition's folder: its bytes, or the faults that stand against it."""
    limit = LARGEST_FILE[Path(name).suffix]
    try:
        path = standing(folder, name)
    except OSError as error:
        fault = (
            f"The journal of an unfinished change cannot be read: {os.strerror(error.errno or 0)}."
        )
        return None, [Fault(JOURNAL, "", fault, "Correct its permissions.")]
    try:
        size = path.stat().st_size
        if not path.is_file():
            return None, [Fault(name, "", "It is not a file.", "Put the file itself here.")]
        if size > limit:
            fault = f"The file has {size:,} bytes; {limit:,} are allowed."
            return None, [Fault(name, "", fault, "Make it smaller.")]
        return path.read_bytes(), []
    except FileNotFoundError:
        return None, [Fault(name, "", "The file is missing.", f"Add {name} to the edition.")]
    except OSError as error:
        fault = f"The file cannot be read: {error.strerror or type(error).__name__}."
        return None, [Fault(name, "", fault, "Correct its permissions.")]


def read_text(folder: Path, name: str) -> tuple[str | None, list[Fault]]:
    """Read one file as UTF-8, line ends and all other signs as they are stored.

    The byte order mark that Windows programs put before a text is not part of it.
    """
    data, faults = read_bytes(folder, name)
    if data is None:
        return None, faults
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        fault = f"Line {line} holds the byte 0x{data[error.start]:02X}, which is not UTF-8."
        return None, [Fault(name, "", fault, "Save the file as UTF-8.")]


def read_toml(folder: Path, name: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """Read one TOML file; a syntax error says its line and spoils only the record it is in."""
    text, faults = read_text(folder, name)
    if text is None:
        return None, faults
    try:
        return tomllib.loads(text), []
    except RecursionError:
        return None, [_too_deep(name)]
    except ValueError as error:
        fault = f"It is not TOML: {_sentence(error)}"
        table, found = read_pieces(name, text)
        return table, found or [Fault(name, "", fault, "Mend the syntax there.")]


def read_json(folder: Path, name: str) -> tuple[Any, list[Fault]]:
    """Read one JSON file; a syntax error says its line, and a key given twice is one."""
    text, faults = read_text(folder, name)
    if text is None:
        return None, faults
    try:
        return json_value(text), []
    except JsonError as error:
        return None, [Fault(name, "", error.fault, error.cure)]


def _too_deep(name: str) -> Fault:
    return Fault(name, "", "It is nested too deeply.", "Write it flat.")


def _sentence(error: ValueError) -> str:
    return str(error).strip().rstrip(".") + "."
