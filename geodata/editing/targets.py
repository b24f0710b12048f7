"""Reads where an annotation stands: the quote and the position of its one target."""

from __future__ import annotations

from typing import Any, Final

from geodata.editing.incoming import Fields, Incoming
from geodata.model.base import shorten

_READ: Final = {
    "TextQuoteSelector": ("exact", "prefix", "suffix"),
    "TextPositionSelector": ("start", "end"),
}
"""What is taken of each kind of selector."""
_KEYS: Final = tuple(key for keys in _READ.values() for key in keys)


def read_target(incoming: Incoming, where: str, target: Any) -> Fields:
    """Return quote and position of an annotation's target as one table; empty if it has neither.

    An annotation with several targets is about each of them, and a mention stands at one place:
    the first that can be read counts, and a warning names the others.
    """
    found: Fields = {}
    for one in target if isinstance(target, list) else [target]:
        read = _selectors(incoming, where, one)
        if not read and one not in (None, {}):
            fault = f"Its target {shorten(_shown(one))} is not taken: it has no quote of the text."
            incoming.warn(where, fault, "Give it a TextQuoteSelector.")
        elif found and read and read != found:
            fault = f"A further target, {shorten(_shown(one))}, is not taken."
            incoming.warn(where, fault, "Make it an annotation of its own, without `mention`.")
        found = found or read
    return found


def _selectors(incoming: Incoming, where: str, target: Any) -> Fields:
    """Return what the selectors of one target say; the first of each kind counts."""
    found: Fields = {}
    selectors = target.get("selector") if isinstance(target, dict) else None
    for one in selectors if isinstance(selectors, list) else [selectors]:
        if not isinstance(one, dict):
            continue
        read = {key: one[key] for key in _keys(one.get("type")) if one.get(key) is not None}
        if any(found.get(key, value) != value for key, value in read.items()):
            fault = f"A further selector of one target, {shorten(read)}, is not taken."
            incoming.warn(where, fault, "Leave one of each kind.")
        else:
            found |= read
    return found


def _keys(kind: Any) -> tuple[str, ...]:
    return _KEYS if kind is None else _READ.get(kind, ()) if isinstance(kind, str) else ()


def _shown(target: Any) -> Any:
    """Return what names a target in a message: its first quote, or else all of it."""
    selectors = target.get("selector") if isinstance(target, dict) else None
    for one in selectors if isinstance(selectors, list) else [selectors]:
        if isinstance(one, dict) and "exact" in one:
            parts = (one.get("prefix"), one["exact"], one.get("suffix"))
            return "".join(str(part) for part in parts if part)
    return target
