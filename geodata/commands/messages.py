"""Where a command's messages go: to standard error; standard output is the result alone."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from geodata import AtlasError

_log = logging.getLogger(__name__)


class _Words(logging.Formatter):
    """Messages as sentences; only a warning says what it is."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a message."""
        words = super().format(record)
        return f"warning: {words}" if record.levelno == logging.WARNING else words


@contextmanager
def messages() -> Iterator[None]:
    """Print what is logged while a command runs to standard error."""
    root = logging.getLogger("geodata")
    before = root.level
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Words())
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(before)


def tell(error: AtlasError | OSError) -> None:
    """Say on one line, or on one a fault, what stopped a command."""
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        _log.error("%s%s. Cure: Mend that, and run again.", where, error.strerror or error)
    else:
        _log.error("%s", error)
