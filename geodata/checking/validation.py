"""Turns pydantic's validation errors into faults that an editor understands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from geodata.model.base import PATTERNS, shorten
from geodata.model.errors import Fault

REFUSED: Final = object()
"""Stands in a record for a value whose fault has been told already."""

_KINDS = {
    "string_type": ("a text", "Put it in quotes."),
    "int_type": ("a whole number", "Write it without quotes and without a decimal point."),
    "float_type": ("a number", "Write it without quotes."),
    "tuple_type": ("a list", "Write it in square brackets."),
    "model_type": ("a table", "Write it as { key = value }."),
    "mapping_type": ("a table", "Write it as { key = value }."),
    "string_unicode": ("valid Unicode", "Save the file as UTF-8."),
}


_LIMITS = {
    "string_too_long": "Shorten it to {} signs.",
    "too_long": "Shorten it to {} signs.",
    "greater_than_equal": "Write a number of at least {:g}.",
    "less_than_equal": "Write a number of at most {:g}.",
}


def faults_of(error: ValidationError, file: str, record: str) -> list[Fault]:
    """Say each of the errors as a fault of one record of one file."""
    details = error.errors(include_url=False)
    return [
        Fault(file, record, *words)
        for one in details
        if one["input"] is not REFUSED and not _follows(one, details)
        for words in (_words(one), *_also(one))
    ]


def _also(detail: ErrorDetails) -> list[tuple[str, str]]:
    """Return the further faults and cures of an error that tells several."""
    also: list[tuple[str, str]] = detail.get("ctx", {}).get("also", [])
    return also


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Say whether a list is called empty only because what is in it was refused."""
    where = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(where)] == where for other in details if other is not detail
    )


def _words(detail: ErrorDetails) -> tuple[str, str]:
    """Return the fault and the cure of one error."""
    where, kind, value = _where(detail["loc"]), detail["type"], detail["input"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    if kind == "refused":
        fault = f"{where}: {context['fault']}" if where else str(context["fault"])
        return fault, str(context["cure"])
    if kind == "missing":
        return f"The key {where} is missing.", f"Add {where}."
    if kind == "extra_forbidden":
        return f"The key {where} is not known.", "Remove it, or correct its spelling."
    shown = f"{where} is {shorten(value)}"
    if kind == "literal_error":
        return f"{shown}.", f"Choose one of {context['expected']}."
    if kind in _KINDS:
        wanted, cure = _KINDS[kind]
        return f"{shown}, which is not {wanted}.", cure
    if kind == "string_pattern_mismatch":
        return f"{shown}.", PATTERNS[context["pattern"]]
    if kind in ("string_too_short", "too_short"):
        return f"{where} is empty.", "Fill it in."
    if kind in _LIMITS:
        (name,) = context.keys() & {"max_length", "ge", "le"}
        return f"{shown}.", _LIMITS[kind].format(context[name])
    return f"{shown}.", f"{detail['msg']}."


def _where(location: tuple[int | str, ...]) -> str:
    """Name the key at fault as an editor sees it: ``quotes[2].exact`` counts from 1."""
    name = ""
    for step in location:
        if isinstance(step, int):
            name += f"[{step + 1}]"
        elif step != "[key]":
            shown = step if step.isprintable() else shorten(step)
            name += f".{shown}" if name else shown
    return f"`{name}`" if name else ""
