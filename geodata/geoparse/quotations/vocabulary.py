"""Writes closed vocabularies as they are read: words with blanks between."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text, parted by blanks."""
    return frozenset(text.split())
