"""Writes several files of a folder as one change: all of them or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from geodata.writing.files import OWN, refuse_protected, stage, sync
from geodata.writing.journal import OLD, PART, Entry, Journal, finish, read_journal, recover
from geodata.writing.locks import WAIT_S, locked


def write_files(
    folder: Path,
    files: Mapping[str, bytes],
    still_so: Callable[[], None] = lambda: None,
    *,
    wait_s: float = WAIT_S,
    make: bool = False,
) -> None:
    """Write files of a folder, by name: all or none, whatever ends the process and when.

    Parameters
    ----------
    folder
        What a killed writer left there is finished or removed first.
    still_so
        Called when nobody else can write any more; it raises if the files are not to be written.
    wait_s
        How long another writer is waited for, in seconds.
    make
        Whether the folder is made where there is none.

    Raises
    ------
    LockedError
        If another process is writing there.
    OSError
        If a file cannot be written. Nothing was changed.
    """
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    with locked(folder, wait_s):
        recover(folder)
        still_so()
        if files:
            _change(folder, files)


def tidy(folder: Path) -> None:
    """Finish or remove what a killed writer left, if that is allowed and nobody is writing."""
    if any(folder.glob(f"{OWN[:-1]}*")):
        with suppress(OSError), locked(folder, wait_s=0):
            recover(folder)


def _change(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write new files beside the old ones, then the journal, then put them in place."""
    for name in files:
        refuse_protected(folder / name)
    try:
        entries = []
        for name, data in files.items():
            beside = stage(folder / name, data, PART)
            entries.append(Entry(name, beside.name, _kept(folder / name, beside)))
        sync(folder)
        journal = Journal("forward", tuple(entries))
        journal.save(folder)
        finish(folder, journal)
    except OSError:
        if _undone(folder):
            raise
    finally:
        with suppress(OSError):  # left to the next writer
            recover(folder)


def _kept(goal: Path, beside: Path) -> str:
    """Keep what stands at the goal under a name of ours; "" where nothing does."""
    if not goal.exists():
        return ""
    old = beside.with_suffix(OLD)
    try:
        os.link(goal, old)
    except OSError:  # a file system without links
        shutil.copy2(goal, old)
    return old.name


def _undone(folder: Path) -> bool:
    """Turn a change back that could not be finished; ``False`` if it was finished after all."""
    journal = read_journal(folder)
    if journal is None:
        return True
    try:
        Journal("back", journal.entries).save(folder)
    except OSError:
        finish(folder, journal)
        return False
    return True
