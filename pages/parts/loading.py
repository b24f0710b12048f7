"""Tells one loading of an edition from the next: none is shown with parts of another."""

from itertools import count
from typing import Final

from geodata.model.edition import Edition

_numbers: Final = count(1)


def loading(edition: Edition) -> int:
    """Return a number that this edition has as long as it is in memory, and no other ever has.

    An edition that is read again after its files have changed has another.
    """
    return edition.once(_next)


def _next(edition: Edition) -> int:
    return next(_numbers)
