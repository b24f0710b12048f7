"""What stops a command beside a faulty edition: no edition at all, a file not to be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geodata import AtlasError


class NoEditionsError(AtlasError):
    """A command is for all editions, and there is none."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__("There are no editions. Cure: Add an edition's folder.")


class OutputError(AtlasError):
    """A file or folder cannot be written."""


@contextmanager
def writing(path: str | Path) -> Iterator[None]:
    """Turn what the system says against writing ``path`` into an ``OutputError``."""
    try:
        yield
    except OSError as error:
        fault = f"{path}: It cannot be written: {error.strerror or error}."
        raise OutputError(f"{fault} Cure: Name another --output, or mend this one.") from error


class NotOnePlaceError(AtlasError):
    """A place is to be added, and its name leads to none or to several."""

    def __init__(self, name: str, count: int) -> None:
        """Name it, and say how many there are."""
        many = f"{count} places have the name {name!r}" if count else f"No place is named {name!r}"
        cure = "Name the one that is meant (--id)" if count else "Look for another spelling"
        super().__init__(f"{many}. Cure: {cure}.")


class TextFileError(AtlasError):
    """A file that a command is to read holds no text."""

    def __init__(self, name: str, fault: str, cure: str) -> None:
        """Name the file, what is wrong with it, and what to do about it."""
        super().__init__(f"{name}: {fault} Cure: {cure}")
