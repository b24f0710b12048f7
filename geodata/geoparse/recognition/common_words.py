"""Words that are also names of places somewhere, and nearly always mean something else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("common_words.txt")
NO_FIRST: Final = frozenset(("The", "THE", "A", "An"))
"""No name begins with them that is not found without them."""
_COUNTRY: Final = "US"
"""The one abbreviation that is written as a common word is, but in capitals."""


def is_common(name: str) -> bool:
    """Say whether a single word usually means no place, however it is written."""
    if name == _COUNTRY or (name.isupper() and "." in name):
        return False
    return name.strip(".").casefold() in _common()


@cache
def _common() -> frozenset[str]:
    lines = FILE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
