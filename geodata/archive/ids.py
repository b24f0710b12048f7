"""Remembers which ids were met, however many: in a file that the system takes away by itself."""

from __future__ import annotations

import sqlite3
from typing import Final

from geodata.archive.errors import InputError

_CACHE_KB: Final = 32_000
"""What is kept in memory; the rest lies in a file of SQLite's own, in the folder for such files."""


class SeenIds:
    """The ids of the lines so far."""

    def __init__(self) -> None:
        """Begin with none."""
        self._ids = sqlite3.connect("", isolation_level=None)
        self._ids.execute(f"pragma cache_size = -{_CACHE_KB}")
        self._ids.execute("pragma journal_mode = off")
        self._ids.execute("pragma synchronous = off")
        self._ids.execute("create table ids (id blob primary key, line int) without rowid")
        self._ids.execute("begin")

    def first(self, id: str, line: int) -> int:
        """Return the line that first had an id, and remember this one where none had.

        Raises
        ------
        InputError
            If there is no room to remember it.
        """
        data, find = id.encode(), "select line from ids where id = ?"
        try:
            if found := self._ids.execute(find, (data,)).fetchone():
                return int(found[0])
            self._ids.execute("insert into ids values (?, ?)", (data, line))
        except sqlite3.Error as error:
            fault = f"The ids up to line {line} cannot be remembered: {error}."
            raise InputError(f"{fault} Cure: Make room for temporary files (TMPDIR).") from error
        return line

    def close(self) -> None:
        """Forget them."""
        self._ids.close()
