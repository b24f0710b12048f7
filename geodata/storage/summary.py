"""Reads what a list shows of an edition, without loading it; tells whether its files changed."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from geodata.storage.files import read_toml

LONGEST = 300
"""Code points of a title, or of the authors' names together, that a list shows."""

Signature = tuple[tuple[str, int, int], ...]
"""Name, time of the last change in ns and size in bytes of each file of a folder."""


@dataclass(frozen=True)
class Summary:
    """What a list of editions shows of one of them."""

    title: str
    authors: str
    """Their names, with commas between them; "" where none is named."""


def signature(folder: Path) -> Signature:
    """Return what changes as soon as a file of the folder does; nothing for no folder."""
    try:
        with os.scandir(folder) as files:
            return tuple(sorted(mark for one in files if (mark := _mark(one))))
    except OSError:
        return ()


def _mark(entry: os.DirEntry[str]) -> tuple[str, int, int] | None:
    """Return what changes with a file; of a link that leads nowhere, what changes with it."""
    for follow in (True, False):
        with suppress(OSError):
            found = entry.stat(follow_symlinks=follow)
            return entry.name, found.st_mtime_ns, found.st_size
    return None  # gone meanwhile


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
