"""The version of the edition's format: which an edition is of, and which can be read.

Format 2 (November 2026) made optional what format 1 asked of every edition, so an edition of
format 1, which has no `format` in its ``edition.toml``, is read as it is;
``geodata.editing.upgrade`` writes the number into its files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from geodata.checking.edition_parts import Parts
from geodata.model.base import shorten

FORMAT: Final = 2
"""The format that is written."""
WITHOUT_NUMBER: Final = 1
"""The format of an edition that does not say its own."""


def read_format(parts: Parts, table: Mapping[str, Any]) -> None:
    """Read the `format` of ``edition.toml`` into ``parts``; an unknown one is a fault."""
    number = table.get("format", WITHOUT_NUMBER)
    if type(number) is int and WITHOUT_NUMBER <= number <= FORMAT:
        parts.format = number
        return
    fault = f"`format` is {shorten(number)}; this version of the app reads 1 and {FORMAT}."
    cure = f"Use a newer version of the app, or write format = {FORMAT}."
    parts.say("edition.toml", "", fault, cure)


def warn_of_an_older_format(parts: Parts, edition: str) -> None:
    """Warn, in a check, of an edition of an older format: it is read, but not kept as it is."""
    if parts.format < FORMAT:
        warning = f"It is of format {parts.format}; the app reads it as format {FORMAT}."
        cure = f"Run: python -m geodata upgrade {edition}"
        parts.warn("edition.toml", "", warning, cure)
