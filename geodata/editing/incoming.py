"""What a file brings for each record, and how it is merged with what the edition holds.

One record may stand in a file many times (a place in the feature of each of its claims). An editor
changes one of them; the others still say what the edition says. So a value that differs from the
edition's is the edit, and two different edits of one field are a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from geodata.export.common import version
from geodata.model.base import shorten
from geodata.model.edition import Edition
from geodata.model.errors import Fault

Fields = dict[str, Any]
"""A record as the edition's files hold it: texts, numbers, lists and tables."""


@dataclass(frozen=True)
class Occurrence:
    """What one place of the file says of a record: some of its fields, or all."""

    where: str
    """Names that place in messages, such as ``feature carters-left.lyon``."""
    fields: Fields


@dataclass
class Incoming:
    """What a file says, by the id of the record, and what is wrong with it."""

    file: str
    claims: dict[str, list[Occurrence]] = field(default_factory=dict)
    places: dict[str, list[Occurrence]] = field(default_factory=dict)
    mentions: dict[str, list[Occurrence]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    _warned: dict[Fault, None] = field(default_factory=dict)
    kept: dict[tuple[str, str], None] = field(default_factory=dict)
    """Claims and those of their places that the file does not hold; they stay."""
    outdated: bool = False
    """Whether the edition was changed after the file was exported, so that what differs may be
    old as well as new."""

    def say(self, record: str, fault: str, cure: str) -> None:
        """Add a fault."""
        self.faults.append(Fault(self.file, record, fault, cure))

    def warn(self, record: str, fault: str, cure: str) -> None:
        """Add a warning: something of the file that the edition does not take."""
        self._warned.setdefault(Fault(self.file, record, fault, cure))

    @property
    def warnings(self) -> list[Fault]:
        """The warnings, each once, in the order in which they were added."""
        return list(self._warned)


def same_edition(incoming: Incoming, edition: Edition, about: Any) -> None:
    """Make sure that a file was exported from this edition, as far as it says so.

    A file of an older state is taken, with a warning: many an editor goes on with the file that
    was imported before.
    """
    if not isinstance(about, dict):
        return
    if about.get("id") != edition.id:
        fault = f"It is of the edition {about.get('id')!r}, not of {edition.id!r}."
        incoming.say("", fault, "Name the edition that it was exported from.")
    elif about.get("version") not in (None, version(edition)):
        incoming.outdated = True
        fault = "The edition was changed after this file was exported."
        cure = "Look through what changes: it may be older than what the edition holds."
        incoming.warn("", fault, cure)


@dataclass(frozen=True)
class Edit:
    """How one record changes: new fields of one that exists, or all the fields of a new one."""

    id: str
    fields: Fields
    is_new: bool


def merge(
    incoming: Incoming,
    kind: str,
    found: Mapping[str, list[Occurrence]],
    held: Mapping[str, Fields],
) -> list[Edit]:
    """Return the edits of one kind of record; contradictions become faults of ``incoming``.

    Parameters
    ----------
    kind
        The word for the records in messages, such as ``claim``.
    found
        What the file says, by id.
    held
        What the edition holds, by id, in the same form.
    """
    edits: list[Edit] = []
    for id, occurrences in found.items():
        known = held.get(id)
        changed: Fields = {}
        for key in _keys(occurrences):
            values = _distinct(
                (one.where, one.fields[key]) for one in occurrences if key in one.fields
            )
            # Of an outdated file, nobody can say which of two values is the edit.
            if known is not None and key in known and not (incoming.outdated and len(values) > 1):
                values = [(where, value) for where, value in values if value != known[key]]
            if len(values) > 1:
                (first, one), (second, other) = values[:2]
                fault = f"`{key}` is {shorten(one)} in {first}, but {shorten(other)} in {second}."
                other_way = "edit a new export" if incoming.outdated else "leave one as it was"
                incoming.say(f"{kind} {id}", fault, f"Make them the same, or {other_way}.")
            elif values and _holds_null(values[0][1]):
                fault = f"`{key}` holds null in {values[0][0]}."
                incoming.say(f"{kind} {id}", fault, "Write a value there, or take it out.")
            elif values:
                changed[key] = values[0][1]
        if changed:
            edits.append(Edit(id, changed, is_new=known is None))
    return edits


def _holds_null(value: Any) -> bool:
    """Say whether there is a null inside a list or table; nothing of an edition can be that."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        inner = list(one.values()) if isinstance(one, dict) else one
        if isinstance(inner, list):
            if None in inner:
                return True
            waiting += [each for each in inner if isinstance(each, list | dict)]
    return False


def _keys(occurrences: Iterable[Occurrence]) -> list[str]:
    return list(dict.fromkeys(key for one in occurrences for key in one.fields))


def _distinct(values: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return the first place of each value."""
    found: dict[object, tuple[str, Any]] = {}
    looked_at: set[int] = set()  # a claim's places are one list in all of its features
    for where, value in values:
        if id(value) not in looked_at:
            looked_at.add(id(value))
            found.setdefault(_hashable(value), (where, value))
    return list(found.values())


def _hashable(value: Any) -> object:
    """Return something that is equal where values are; lists and tables have no hash."""
    if isinstance(value, dict):
        return frozenset((key, _hashable(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(_hashable, value))
    return (bool, value) if isinstance(value, bool) else value
