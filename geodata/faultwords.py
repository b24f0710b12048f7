"""Turns pydantic's validation errors into faults that an editor understands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from geodata.errors import Fault
from geodata.values import SLUG_PATTERN, shorten

_KINDS = {
    "string_type": ("a text", "Put it in quotes."),
    "int_type": ("a whole number", "Write it without quotes and without a decimal point."),
    "float_type": ("a number", "Write it without quotes."),
    "tuple_type": ("a list", "Write it in square brackets."),
    "model_type": ("a table", "Write it as { key = value }."),
    "mapping_type": ("a table", "Write it as { key = value }."),
    "string_unicode": ("valid Unicode", "Save the file as UTF-8."),
}


def faults_of(error: ValidationError, file: str, record: str) -> list[Fault]:
    """Say each of the errors as a fault of one record of one file."""
    return [Fault(file, record, *_words(detail)) for detail in error.errors(include_url=False)]


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
    if kind == "string_pattern_mismatch" and context.get("pattern") == SLUG_PATTERN:
        return f"{shown}, which is not an id.", "Use a-z, 0-9 and single hyphens, such as my-id."
    if kind == "string_pattern_mismatch":
        return f"{shown}.", f"Write it so that it fits the pattern {context['pattern']}"
    if kind in ("string_too_short", "too_short"):
        return f"{where} is empty.", "Fill it in."
    return f"{shown}.", f"{detail['msg']}."


def _where(location: tuple[int | str, ...]) -> str:
    """Name the key at fault as an editor sees it: ``quotes[2].exact`` counts from 1."""
    name = ""
    for step in location:
        if isinstance(step, int):
            name += f"[{step + 1}]"
        elif step != "[key]":
            name += f".{step}" if name else step
    return f"`{name}`" if name else ""
