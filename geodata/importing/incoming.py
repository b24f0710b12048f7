"""What a file brings for each record, and how it is merged with what the edition holds.

One record may stand in a file many times (a place in the feature of each of its claims). An editor
changes one of them; the others still say what the edition says. So a value that differs from the
edition's is the edit, and two different edits of one field are a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from geodata.errors import Fault
from geodata.values import shorten

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
    warnings: list[Fault] = field(default_factory=list)

    def say(self, record: str, fault: str, cure: str) -> None:
        """Add a fault."""
        self.faults.append(Fault(self.file, record, fault, cure))

    def warn(self, record: str, fault: str, cure: str) -> None:
        """Add a warning: something of the file that the edition does not take."""
        warning = Fault(self.file, record, fault, cure)
        if warning not in self.warnings:
            self.warnings.append(warning)


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
            if known is not None and key in known:
                values = [(where, value) for where, value in values if value != known[key]]
            if len(values) > 1:
                (first, one), (second, other) = values[:2]
                fault = f"`{key}` is {shorten(one)} in {first}, but {shorten(other)} in {second}."
                incoming.say(f"{kind} {id}", fault, "Make them the same, or leave one as it was.")
            elif values:
                changed[key] = values[0][1]
        if changed:
            edits.append(Edit(id, changed, is_new=known is None))
    return edits


def _keys(occurrences: Iterable[Occurrence]) -> list[str]:
    return list(dict.fromkeys(key for one in occurrences for key in one.fields))


def _distinct(values: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return the first place of each value; values may be lists and tables, so no set is used."""
    found: list[tuple[str, Any]] = []
    for where, value in values:
        if all(value != other for _, other in found):
            found.append((where, value))
    return found
