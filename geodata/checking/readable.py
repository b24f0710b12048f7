"""Reads what can be read of a record that was refused, so that the rest of it is looked at too.

One faulty field must not hide the others: a claim whose speaker is missing still has quotes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_origin

from pydantic import ValidationError, create_model
from pydantic.fields import FieldInfo

from geodata.model.base import Value

_Model = TypeVar("_Model", bound=Value)


def readable(model: type[_Model], record: object) -> tuple[_Model, frozenset[str]]:
    """Return a record of its sound fields, and the names of those that could not be read.

    In place of a field that could not be read stands nothing: an empty list, "" or ``None``. The
    record is for looking at alone: no edition is made of it.
    """
    table = record if isinstance(record, Mapping) else {}
    sound: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        try:
            sound[name] = _read(model, name, field, table)
        except ValidationError:
            continue
    unread = frozenset(model.model_fields.keys() - sound.keys())
    nothing = {name: _nothing(model.model_fields[name]) for name in unread}
    return model.model_construct(None, **sound, **nothing), unread


def contradictions(record: _Model, unread: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return what does not agree between the fields of a refused record: faults with cures.

    A refused record was not asked for it. Where it cannot be said, since one of the fields that
    must agree could not be read, nothing is returned.
    """
    known = {name: value for name, value in record.__dict__.items() if name not in unread}
    bare = type(record).__new__(type(record))
    object.__setattr__(bare, "__dict__", known)
    try:
        return tuple(bare.contradictions())
    except AttributeError:
        return ()


def _read(model: type[Value], name: str, field: FieldInfo, table: Mapping[str, Any]) -> object:
    key = field.validation_alias if isinstance(field.validation_alias, str) else name
    given = {key: table[key]} if key in table else {}
    return getattr(_alone(model, name).model_validate(given, by_alias=True, by_name=False), name)


@cache
def _alone(model: type[Value], name: str) -> type[Value]:
    """Return a model that has one field of another, and its rules."""
    field = model.model_fields[name]
    fields: dict[str, Any] = {name: (field.annotation, field)}
    return create_model(f"{model.__name__}_{name}", __base__=Value, **fields)


def _nothing(field: FieldInfo) -> object:
    kind = get_origin(field.annotation) or field.annotation
    if kind is tuple:
        return ()
    if kind is Mapping:
        return MappingProxyType({})
    return "" if kind is str or kind is Literal else None
