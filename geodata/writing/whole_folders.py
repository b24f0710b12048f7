"""Writes a folder whole: built beside its goal, then put in place or exchanged at once."""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from geodata.writing.files import OWN, refuse_protected, sync
from geodata.writing.folders import write_files
from geodata.writing.journal import read_journal, standing
from geodata.writing.locks import grab, locked

FOLDER: Final = ".folder"
"""How the name of a folder ends that is not in place yet."""
_HERE, _EXCHANGE = -100, 2
"""Of Linux: paths are taken as they are; two of them change places."""


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold these files, by name, in place of those that it held.

    A folder that holds nothing else is exchanged as a whole, so that nobody ever meets files of
    two writings. One in which other things lie, or in which this process works, stays; its files
    change as one, by a journal.

    Raises
    ------
    OSError
        If it cannot be written. What stood there still stands.
    """
    folder = Path(os.path.realpath(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists() and not _exchangeable(folder, files):
        clear_folders(folder.parent)
        write_files(folder, files)
        return
    with built(folder.parent, files) as beside:
        if not _placed(beside, folder) and not _exchanged(beside, folder):
            write_files(folder, files)


def write_new_folder(folder: Path, source: Path, files: Mapping[str, bytes]) -> None:
    """Copy a folder to where nothing stands yet, some of its files changed.

    Raises
    ------
    OSError
        If it cannot be written, or something stands there by now.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with built(folder.parent, {}) as beside:
        shutil.copytree(source, beside, dirs_exist_ok=True, ignore=_not_copied)
        begun = read_journal(source)
        names = [one.name for one in begun.entries] if begun else []
        _fill(beside, {name: standing(source, name).read_bytes() for name in names} | dict(files))
        if not _placed(beside, folder):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder for work in between; it is gone at the end, or at the next such work."""
    with built(Path(tempfile.gettempdir()), {}, mode=0o700) as folder:
        yield folder


@contextmanager
def trial(name: str, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Give a folder of this name with these files to try something with; it is gone at the end."""
    with scratch() as root:
        folder = root / name
        folder.mkdir()
        for file, data in files.items():
            (folder / file).write_bytes(data)
        yield folder


@contextmanager
def built_in(parent: Path) -> Iterator[Path]:
    """Give a folder for work in between inside another, which is made if it is not there."""
    parent.mkdir(parents=True, exist_ok=True)
    with built(parent, {}) as folder:
        yield folder


@contextmanager
def built(parent: Path, files: Mapping[str, bytes], mode: int = 0o777) -> Iterator[Path]:
    """Make a folder of ours with these files; it is gone at the end unless it was moved."""
    clear_folders(parent)
    beside, file = _made(parent, mode)
    try:
        _fill(beside, files)
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if file is not None:
            os.close(file)


def write_inside(folder: Path, name: str, source: Path) -> None:
    """Move a file that lies in a folder of ours, in ``folder``, to its place there."""
    with source.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(source, folder / name)
    sync(folder)


def clear_folders(parent: Path) -> None:
    """Remove the folders that a writer left behind when it was killed; those in use stay."""
    for path in parent.glob(f"{OWN}*{FOLDER}"):
        with suppress(OSError):
            file = _opened(path)
            try:
                if file is None or grab(file):
                    shutil.rmtree(path, ignore_errors=True)
            finally:
                if file is not None:
                    os.close(file)


def _made(parent: Path, mode: int) -> tuple[Path, int | None]:
    """Make a folder of ours and lock it, before another process clears it away."""
    while True:
        path = parent / f"{OWN}{secrets.token_hex(6)}{FOLDER}"
        path.mkdir(mode)
        with suppress(FileNotFoundError):
            file = _opened(path)
            if file is None or _is_ours(file, path):
                return path, file


def _is_ours(file: int, path: Path) -> bool:
    """Lock a new folder; where that does not succeed, close it and take it away."""
    ours = False
    try:
        ours = grab(file) and path.exists()
    finally:
        if not ours:
            os.close(file)
            with suppress(OSError):
                path.rmdir()
    return ours


def _opened(folder: Path) -> int | None:
    """Open a folder, so that it can be locked; Windows opens none, but moves none in use either."""
    if sys.platform == "win32":
        return None
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder of ours, which nobody reads yet, and have them on the disk."""
    for name, data in files.items():
        with (folder / name).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _exchangeable(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Say whether a folder holds nothing of others, and may be moved at all.

    One that is, or holds, the working directory may not: the process would be left in the old one.

    Raises
    ------
    OSError
        If its owner has protected one of the files.
    """
    names = os.listdir(folder)
    for name in files:
        refuse_protected(folder / name)
    ours = all(name in files or name.startswith(OWN[:-1]) for name in names)
    moves = os.access(folder.parent, os.W_OK) and not os.path.ismount(folder)
    return ours and moves and not _is_worked_in(folder)


def _is_worked_in(folder: Path) -> bool:
    try:
        return Path.cwd().is_relative_to(folder)
    except FileNotFoundError:  # it was removed
        return False


def _placed(beside: Path, folder: Path) -> bool:
    """Move a folder to where none stands; ``False`` if one does."""
    try:
        os.rename(beside, folder)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST) or folder.exists():
            return False
        raise
    sync(folder.parent)
    return True


def _exchanged(beside: Path, folder: Path) -> bool:
    """Let two folders change places at once, where the system can; say whether it did."""
    if sys.platform != "linux":
        return False
    exchange = getattr(ctypes.CDLL(None), "renameat2", None)
    with locked(folder):
        for name in ("", *os.listdir(beside)):
            if (folder / name).exists():
                shutil.copymode(folder / name, beside / name)
        paths = os.fsencode(beside), os.fsencode(folder)
        if exchange is None or exchange(_HERE, paths[0], _HERE, paths[1], _EXCHANGE):
            return False
    sync(folder.parent)
    return True


def _not_copied(folder: str, names: list[str]) -> set[str]:
    """Return what is no plain file and no folder, and what is ours alone."""
    found = {name: Path(folder, name) for name in names}
    return {
        name
        for name, path in found.items()
        if name.startswith(OWN[:-1])
        or not (path.is_file() or (path.is_dir() and not path.is_symlink()))
    }
