"""Lays a record's fields out as the table of fields has them: as JSON members, or as cells."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from geodata.model.dates import Dating
from geodata.wording.field_table import Carrier, Field, carried

Cell = str | int | float | None
Row = dict[str, Cell]
_T = TypeVar("_T")
BETWEEN = " | "
"""Between the items of a list, a sign that no id holds."""


def joined(items: Iterable[str]) -> str:
    """Return the items of a list as one text."""
    return BETWEEN.join(items)


def named(
    fields: tuple[Field, ...],
    carrier: Carrier,
    record: Any,
    *,
    always: bool | None = None,
    instead: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the fields that a format carries by their names in exports.

    Dates have their words and their days. ``always`` takes only those that stand wherever a claim
    does, or only the others. ``instead`` has the values that a format says in its own way.
    """
    own = instead or {}
    return {
        field.exported: own[field.key] if field.key in own else _member(field, record)
        for field in carried(fields, carrier)
        if always in (None, field.always)
    }


def keyed(fields: tuple[Field, ...], carrier: Carrier, record: object) -> dict[str, Any]:
    """Return the fields that a format carries by their keys, for a record that stands alone."""
    return {field.key: field.of(record) for field in carried(fields, carrier)}


def _member(field: Field, record: Any) -> Any:
    if field.shape == "dating":
        value = getattr(record, field.attribute or field.key)
        return dating(value, field.words(record) if field.words else "")
    return field.of(record)


def dating(value: Dating | None, words: str) -> dict[str, Any] | None:
    """Return a date with its words and its limits as ISO days; ``None`` for none."""
    if value is None:
        return None
    return {
        "edtf": value.edtf,
        "basis": value.basis,
        "from": value.from_,
        "words": words,
        "earliest": value.earliest.isoformat() if value.earliest else None,
        "latest": value.latest.isoformat() if value.latest else None,
    }


def cells(
    fields: Iterable[Field],
    record: object | None,
    after: Mapping[str, Row] | None = None,
    *,
    plain: bool = False,
) -> Row:
    """Return the cells of fields in the order of the table; empty ones where there is no record.

    Parameters
    ----------
    after
        Further cells, by the column that they follow.
    plain
        Whether to leave out what says a value again in words.
    """
    later = {name: dict(row) for name, row in (after or {}).items()}
    first: Row = {}
    for field in fields:
        found = _cells(field, record, plain)
        (later.setdefault(field.column_after, {}) if field.column_after else first).update(found)
    return placed(first, later)


def placed(values: Mapping[str, _T], later: Mapping[str, Mapping[str, _T]]) -> dict[str, _T]:
    """Put the values that follow another after it, and what follows those after them."""
    ordered: dict[str, _T] = {}
    for name, value in values.items():
        ordered[name] = value
        ordered |= placed(later.get(name, {}), later)
    return ordered


def _cells(field: Field, record: Any, plain: bool) -> Row:
    """Return a field's own cell and those that say the same in words or days."""
    name, value = field.exported, field.of(record) if record is not None else None
    words = field.words(record) if field.words and record is not None else ""
    if field.shape == "dating":
        held = getattr(record, field.attribute or field.key) if value else None
        found = dating(held, words) or {}
        days = {f"{name}_{key}": found.get(key) or "" for key in _DATING}
        return {name: found.get("edtf", "")} | days
    own: Row = {name: _cell(field, value)}
    return own | ({f"{name}_words": words} if field.words and not plain else {})


_DATING = ("words", "basis", "from", "earliest", "latest")


def _cell(field: Field, value: Any) -> Cell:
    if field.shape == "number":
        return value if value is None else float(value)
    if not value:
        return ""
    if field.shape == "list":
        return joined(value)
    if field.shape == "table":
        return joined(f"{key}: {one}" for key, one in value.items())
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
