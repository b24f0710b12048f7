"""Writes an edition's changed files: all of them or none, and never one with a fault."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

from geodata.model.errors import EditionFaults, Fault
from geodata.storage.check import check_edition
from geodata.storage.files import EDITION_FILES, read_bytes
from geodata.writing.folders import write_files
from geodata.writing.locks import WAIT_S, LockedError
from geodata.writing.whole_folders import trial, write_new_folder

Seen = Mapping[str, str]
"""What an edition's files held when they were read: a hash of each, by name."""


def seen(folder: Path) -> Seen:
    """Return what an edition's files hold now, to be compared before they are written."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in _files(folder).items()}


def _files(folder: Path) -> dict[str, bytes]:
    found = {name: read_bytes(folder, name)[0] for name in EDITION_FILES}
    return {name: data for name, data in found.items() if data is not None}


def checked(folder: Path, files: Mapping[str, bytes], known: Collection[Fault] = ()) -> None:
    """Make sure that an edition with these files in place of its own has no fault.

    Parameters
    ----------
    known
        Faults that it may have, since it has them already.

    Raises
    ------
    EditionFaults
        With every fault that it would have, or if there is no room to try it.
    """
    try:
        with trial(folder.resolve().name, _files(folder) | dict(files)) as changed:
            report = check_edition(changed)
    except OSError as error:
        fault = f"The changed edition cannot be tried: {error.strerror or error}."
        cure = "Make room in the folder for temporary files (TMPDIR)."
        raise EditionFaults([Fault(folder.name, "", fault, cure)]) from error
    if new := [fault for fault in report.faults if fault not in known]:
        raise EditionFaults(new)


def replace(folder: Path, files: Mapping[str, bytes], as_read: Seen) -> None:
    """Put files in place of an edition's own; where one cannot be written, none is.

    Parameters
    ----------
    as_read
        What the edition held when it was read: if anything was changed since then, nothing is
        written, so that no editor's work is lost.

    Raises
    ------
    EditionFaults
        If a file cannot be written, the edition was changed, or somebody is writing it.
    """

    if not files:
        return

    def still_so() -> None:
        now = seen(folder)
        if changed := sorted(
            name for name in {*now, *as_read} if now.get(name) != as_read.get(name)
        ):
            fault = "It was changed while this was worked out, so nothing was written."
            cure = "Run the command again; look at what changes first (--dry-run)."
            raise EditionFaults([Fault(name, "", fault, cure) for name in changed])

    try:
        write_files(folder, files, still_so, wait_s=WAIT_S)
    except LockedError as error:
        fault = f"It cannot be written: {error.strerror}. Nothing was changed."
        raise EditionFaults(
            [Fault(folder.name, "", fault, "Wait until that is done, then run the command again.")]
        ) from error
    except OSError as error:
        fault = f"It cannot be written: {error.strerror or error}. Nothing was changed."
        raise EditionFaults([Fault(", ".join(files), "", fault, _cure(error))]) from error


def write_copy(folder: Path, target: Path, files: Mapping[str, bytes]) -> Path:
    """Write the whole edition, changed, into a new folder of its name inside ``target``.

    Raises
    ------
    EditionFaults
        If that folder exists already, or cannot be written.
    """
    goal = target / folder.resolve().name
    if goal.exists():
        fault = "It is there already."
        raise EditionFaults([Fault(str(goal), "", fault, "Name another --output, or remove it.")])
    try:
        write_new_folder(goal, folder, files)
    except OSError as error:
        fault = f"It cannot be written: {error.strerror or error}."
        cure = "Name a folder that can be written to."
        raise EditionFaults([Fault(str(goal), "", fault, cure)]) from error
    return goal


def _cure(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "Put the file itself there, or write a copy (--output)."
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return "Make room on the disk." if full else "Correct its permissions."
