"""Writes an edition's changed files: all of them or none, and never one with a fault."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from geodata.model.errors import EditionFaults, Fault
from geodata.storage.check import check_edition


def checked(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make sure that an edition with these files in place of its own has no fault.

    Raises
    ------
    EditionFaults
        With every fault that it would have. Nothing is written.
    """
    with tempfile.TemporaryDirectory() as root:
        trial = _copy(folder, Path(root))
        for name, data in files.items():
            (trial / name).write_bytes(data)
        report = check_edition(trial)
    if not report.is_sound:
        raise EditionFaults(report.faults)


def replace(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files in place of an edition's own; where one cannot be written, none is.

    Raises
    ------
    EditionFaults
        If a file cannot be written.
    """
    before = {name: (folder / name).read_bytes() for name in files if (folder / name).exists()}
    done: list[str] = []
    name = ""
    try:
        for name, data in files.items():
            _write(folder / name, data)
            done.append(name)
    except OSError as error:
        for one in done:
            _write(folder / one, before[one])
        fault = f"It cannot be written: {error.strerror or error}. Nothing was changed."
        raise EditionFaults([Fault(name, "", fault, "Correct its permissions.")]) from error


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
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target) as root:
            copy = _copy(folder, Path(root))
            for name, data in files.items():
                (copy / name).write_bytes(data)
            os.replace(copy, goal)
    except OSError as error:
        fault = f"It cannot be written: {error.strerror or error}."
        cure = "Name a folder that can be written to."
        raise EditionFaults([Fault(str(goal), "", fault, cure)]) from error
    return goal


def _copy(folder: Path, root: Path) -> Path:
    return Path(shutil.copytree(folder, root / folder.resolve().name))


def _write(path: Path, data: bytes) -> None:
    """Replace one file at once, by a file beside it, so that a reader never meets half of it."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
