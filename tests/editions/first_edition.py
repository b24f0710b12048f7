"""Reads the files of the first edition as they are stored, without the app's own loader."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "geodata" / "editions" / "taliban-is-k"
TEXT = (FOLDER / "article.txt").read_bytes().decode("utf-8")


def records(file: str, kind: str) -> list[dict[str, Any]]:
    """Return the records of one kind in one of the edition's TOML files, in file order."""
    found: list[dict[str, Any]] = facts(file)[kind]
    return found


def facts(file: str) -> dict[str, Any]:
    """Return all that one of the edition's TOML files says."""
    return tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))


def start_of(quote: dict[str, str]) -> int:
    """Return the code point at which a quote stands; it must stand in the text exactly once."""
    wanted = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
    assert TEXT.count(wanted) == 1, wanted
    return TEXT.index(wanted) + len(quote.get("prefix", ""))


def span_of(quote: dict[str, str]) -> tuple[int, int]:
    """Return where a quote begins and ends, in code points, half-open."""
    start = start_of(quote)
    return start, start + len(quote["exact"])
