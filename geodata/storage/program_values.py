"""Turns the values that GIS programs, GDAL or a text editor leave in a file into an edition's own.

They keep lists and tables as texts that hold JSON, and empty texts as null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from geodata.storage.json_text import JsonError, json_value
from geodata.wording import field_table
from geodata.wording.field_table import Shape, shapes_of

PROGRAMS_OWN: Final = frozenset({"fid", "ogc_fid"})
"""Columns that programs add for themselves."""


def place_properties(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a place's properties as an edition holds them: null is the empty value.

    A word or a label's position that is null is left out, so that it counts as not given.
    """
    shapes = shapes_of(field_table.PLACE)
    found: dict[str, Any] = {}
    for key, value in properties.items():
        shape = shapes.get(key, "text")
        if key.lower() in PROGRAMS_OWN:
            continue
        if value is None and key == "tolerance_km":
            found[key] = 0.0
        elif key not in shapes or (shape == "text" and value is not None):
            found[key] = value
        elif is_said(shape, value):
            found[key] = given(shape, value)
    return found


def is_said(shape: Shape, value: Any) -> bool:
    """Tell whether a value says something: null does not, in a field that no null can empty.

    One of a fixed few words cannot be empty, nor can a number.
    """
    return value is not None or shape not in ("word", "number")


def given(shape: Shape, value: Any) -> Any:
    """Return a value of a field as the edition is to hold it; null is the empty one."""
    return _READERS.get(shape, text)(value)


def text(value: Any) -> Any:
    """Return a text; null is the empty one."""
    return "" if value is None else value


def nested(value: Any) -> Any:
    """Return a list or table; a text that holds one as JSON is read."""
    if isinstance(value, str) and value.lstrip()[:1] in ("[", "{"):
        try:
            return json_value(value)
        except JsonError:
            return value
    return value


def items(value: Any) -> Any:
    """Return a list; null is the empty one."""
    value = nested(value)
    return [] if value in (None, "") else value


def table(value: Any) -> Any:
    """Return a table; null is the empty one."""
    value = nested(value)
    return {} if value in (None, "") else value


def dating(value: Any) -> Any:
    """Return a date without what is derived from it; ``None`` for none."""
    value = nested(value)
    if value in (None, "", {}):
        return None
    if not isinstance(value, dict):
        return value
    kept = {"edtf": "", "basis": "", "from": ""} | {
        key: text(one) for key, one in value.items() if key not in ("words", "earliest", "latest")
    }
    return kept


def limits(value: Any) -> Any:
    """Return west, south, east and north; ``None`` for none."""
    return nested(value) or None


def number(value: Any) -> Any:
    """Return a number as it stands there."""
    return value


_READERS: Final[Mapping[Shape, Callable[[Any], Any]]] = {
    "number": number,
    "list": items,
    "tables": items,
    "table": table,
    "limits": limits,
    "dating": dating,
}
