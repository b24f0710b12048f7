"""The journal of a change to several files: what is to be put in place, if its writer is killed.

It is written once all new files stand beside the old ones; from then on the change counts as made.
Whoever reads the folder reads through it, and the next writer finishes it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from geodata.writing.files import OWN, clear, put, staged, sync

JOURNAL: Final = ".article-atlas.journal"
PART: Final = ".part"
"""How the names of new files end that a journal names."""
OLD: Final = ".old"
"""How the names of what they replace end, until all are in place."""
State = tuple[tuple[str, int, int, int], ...]
"""Name, inode, time of the last change in ns and size in bytes of each file of a folder."""
_LARGEST: Final = 1_000_000
"""Bytes of a journal."""
_MODE: Final = 0o644
_NOTHING: Final = f"{OWN}nothing"


@dataclass(frozen=True)
class Entry:
    """One file of a change."""

    name: str
    new: str
    """The name of the file that comes."""
    old: str
    """The name under which what was there is kept; "" where nothing was."""

    @property
    def is_sound(self) -> bool:
        """Whether all its names are of files of the folder itself, ours by their beginning."""
        ours = (self.new, *([self.old] if self.old else []))
        inside = all(Path(one).name == one and "\0" not in one for one in (self.name, *ours))
        return inside and all(one.startswith(OWN) for one in ours)


@dataclass(frozen=True)
class Journal:
    """A change that is under way: forward to the new files, or back to the old ones."""

    way: Literal["forward", "back"]
    entries: tuple[Entry, ...]

    def save(self, folder: Path) -> None:
        """Write it into the folder; from now on it counts."""
        files = [[one.name, one.new, one.old] for one in self.entries]
        data = json.dumps({"way": self.way, "files": files}).encode()
        goal = folder / JOURNAL
        with staged(goal, data) as beside:
            # Names alone stand in it, and the folder guards them: who reads files there needs it.
            with suppress(OSError):  # not every file system has permissions
                os.chmod(beside, _MODE)
            put(beside, goal)

    def waiting(self, entry: Entry) -> str:
        """Return the name of the file that is to be put in place; "" where none is to be there."""
        return entry.new if self.way == "forward" else entry.old


def read_journal(folder: Path) -> Journal | None:
    """Return the journal of a change that was not finished, if there is one of ours.

    Raises
    ------
    OSError
        If there is one that cannot be read: nobody knows then what the folder holds.
    """
    try:
        with (folder / JOURNAL).open("rb") as file:
            found = json.loads(file.read(_LARGEST))
        entries = tuple(Entry(*map(str, one)) for one in found["files"])
        way: Literal["forward", "back"] = "back" if found["way"] == "back" else "forward"
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        fault = f"{JOURNAL}, of a change that was not finished, cannot be read: {error.strerror}"
        raise OSError(error.errno, fault, str(folder / JOURNAL)) from error
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    return Journal(way, entries) if all(one.is_sound for one in entries) else None


def finish(folder: Path, journal: Journal) -> None:
    """Put the files of a journal in place, then take it out; what was done already is left."""
    for entry in journal.entries:
        goal, waiting = folder / entry.name, journal.waiting(entry)
        if not waiting:
            goal.unlink(missing_ok=True)
        elif (folder / waiting).exists():
            os.replace(folder / waiting, goal)
    sync(folder)
    (folder / JOURNAL).unlink(missing_ok=True)


def recover(folder: Path) -> None:
    """Finish what a killed writer began, and remove what it left; the lock must be held."""
    if journal := read_journal(folder):
        finish(folder, journal)
    (folder / JOURNAL).unlink(missing_ok=True)
    _remove(one for end in (PART, OLD) for one in folder.glob(f"{OWN}*{end}"))
    clear(folder)


def standing(folder: Path, name: str) -> Path:
    """Return where a file of a folder is to be read: in its place, or where a journal has it.

    Raises
    ------
    OSError
        If there is a journal that cannot be read.
    """
    if journal := read_journal(folder):
        for entry in journal.entries:
            waiting = journal.waiting(entry)
            if entry.name == name and not waiting:
                return folder / _NOTHING
            if entry.name == name and (folder / waiting).exists():
                return folder / waiting
    return folder / name


def state(folder: Path) -> State:
    """Return what differs as soon as a file of the folder was written; nothing for no folder.

    Hidden files do not count, but for the journal: editors and writers keep theirs for a while.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        own = [one for one in entries if one.name == JOURNAL or not one.name.startswith(".")]
        return tuple(sorted(mark for one in own if (mark := _mark(one))))
    return ()


def _mark(entry: os.DirEntry[str]) -> tuple[str, int, int, int] | None:
    """Return what changes with a file; of a link that leads nowhere, what changes with the link."""
    for follow in (True, False):
        with suppress(OSError):
            found = entry.stat(follow_symlinks=follow)
            return entry.name, found.st_ino, found.st_mtime_ns, found.st_size
    return None  # gone meanwhile


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
