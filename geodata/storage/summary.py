"""Reads what a list shows of an edition, without loading it; tells whether its files changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geodata.storage.files import read_toml
from geodata.writing.journal import State, state

__all__ = ["State", "Summary", "read_summary", "state"]

LONGEST = 300
"""Code points of a title, or of the authors' names together, that a list shows."""


@dataclass(frozen=True)
class Summary:
    """What a list of editions shows of one of them."""

    title: str
    authors: str
    """Their names, with commas between them; "" where none is named."""


def read_summary(folder: Path) -> Summary | None:
    """Read title and authors of an edition from its ``edition.toml`` alone.

    Nothing else is looked at: the edition may be broken all the same. ``None`` where the file
    cannot be read or gives no title.
    """
    table, faults = read_toml(folder, "edition.toml")
    if faults or table is None:
        return None
    title, authors = table.get("title"), table.get("authors")
    if not isinstance(title, str) or not title.strip():
        return None
    names = [one for one in authors if isinstance(one, str)] if isinstance(authors, list) else []
    return Summary(title[:LONGEST], ", ".join(names)[:LONGEST])
