"""The journal of a run: with what it was begun, and up to where its files count.

A line of JSON for the beginning, one for each batch that is safe on the disk, one for the end. What
a killed run left behind the last whole line counts for nothing, and is cut off.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from geodata.archive.errors import ResumeError
from geodata.writing.growing import GrowingFile

_NAME: Final = "article-atlas geoparse 1"
_HEAD: Final = f'{{"journal": "{_NAME}", "begun": '.encode()
_END: Final = b'{"closed": true}\n'
Begun = Mapping[str, str | int | bool]
"""With what a run was begun: the input's digest, options, version; others make other records."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What counts after a batch; all but the digest are sums from the first batch on."""

    batches: int
    input: int
    """Bytes of the input."""
    line: int
    """The last line of the input."""
    records: int
    bad: int
    output: int
    """Bytes of the records' file."""
    faults: int
    """Bytes of the bad lines' file."""
    sha256: str
    """Of what this batch wrote, records and then bad lines; the first 16 digits."""


NOTHING: Final = Entry(0, 0, 0, 0, 0, 0, 0, "")


def digest(records: bytes, faults: bytes) -> str:
    """Return the digest of what a batch wrote."""
    return hashlib.sha256(records + faults).hexdigest()[:16]


class Journal:
    """A run's journal, held by this process alone until it is closed."""

    def __init__(self, path: Path) -> None:
        """Open it, or make it.

        Raises
        ------
        LockedError
            If another run holds it.
        ResumeError
            If a file of that name is none of ours.
        OSError
            If it cannot be opened.
        """
        self._file = GrowingFile(path)
        try:
            self._file.lock()
            self._lines = self._whole_lines(path)
        except BaseException:
            self._file.close()
            raise

    @property
    def begun(self) -> Begun | None:
        """With what the run was begun; ``None`` for a new one."""
        return json.loads(self._lines[0])["begun"] if self._lines else None

    @property
    def is_closed(self) -> bool:
        """Whether all of the input was done, and only names were left to change."""
        return bool(self._lines) and self._lines[-1] == _END

    def entry(self, number: int) -> Entry:
        """Return what counted after so many batches."""
        return Entry(**json.loads(self._lines[number])) if number else NOTHING

    @property
    def count(self) -> int:
        """How many batches it tells of."""
        return max(0, len(self._lines) - 1 - self.is_closed)

    def begin(self, begun: Begun) -> None:
        """Begin anew."""
        self._file.cut(0)
        self._lines = []
        self._append(json.dumps({"journal": _NAME, "begun": dict(begun)}).encode() + b"\n")

    def go_back(self, count: int) -> None:
        """Let only the first so many batches count."""
        self._lines = self._lines[: count + 1]
        self._file.cut(sum(map(len, self._lines)))

    def add(self, entry: Entry) -> None:
        """Let a batch count."""
        self._append(json.dumps(asdict(entry)).encode() + b"\n")

    def end(self) -> None:
        """Say that all of the input is done."""
        if not self.is_closed:
            self._append(_END)
            self._file.settle()

    def close(self) -> None:
        """Let go of it."""
        self._file.close()

    def _append(self, line: bytes) -> None:
        self._file.append(line)
        self._lines.append(line)

    def _whole_lines(self, path: Path) -> list[bytes]:
        """Return its lines up to the first that is not whole."""
        found: list[bytes] = []
        if not _HEAD.startswith(self._file.read(0, len(_HEAD))):
            fault = f"{path}: It is no journal of this command."
            raise ResumeError(f"{fault} Cure: Move it away, or name another --output.")
        for line in self._file.lines(0, self._file.size):
            if not _is_sound(line, is_first=not found):
                break
            found.append(line + b"\n")
        return found


def _is_sound(line: bytes, *, is_first: bool) -> bool:
    """Say whether a line is one that we wrote, whole."""
    try:
        value: Any = json.loads(line)
        if is_first:
            return isinstance(value["begun"], dict)
        return line + b"\n" == _END or bool(Entry(**value))
    except (ValueError, TypeError, KeyError, RecursionError):
        return False
