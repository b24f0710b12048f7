"""Reads JSON from a text as strictly as editions need it, each failure with its cure."""

from __future__ import annotations

import json
import math
from typing import Any, Final, NoReturn

from geodata import AtlasError
from geodata.model.base import shorten

DEEPEST: Final = 100
"""How deep lists and objects may stand in one another; GeoJSON of ours needs eight."""


class JsonError(AtlasError):
    """A text is not JSON that we take."""

    def __init__(self, fault: str, cure: str) -> None:
        """Keep what is wrong, and what to do about it."""
        super().__init__(f"{fault} {cure}")
        self.fault, self.cure = fault, cure


def json_value(text: str) -> Any:
    """Return the value that a text holds as JSON.

    Raises
    ------
    JsonError
        If it is not JSON, nested too deeply, or an object in it has a key twice; what is wrong
        says the line where it can.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=_members,
            parse_constant=_refuse_constant,
            parse_float=_finite,
        )
    except RecursionError as error:
        raise JsonError("It is nested too deeply.", "Write it flat.") from error
    except ValueError as error:
        said = str(error).strip().rstrip(".")
        raise JsonError(f"It is not JSON: {said}.", "Mend the syntax there.") from error
    if _is_deep(value):
        raise JsonError("It is nested too deeply.", "Write it flat.")
    return value


def _is_deep(value: Any) -> bool:
    """Say whether lists and objects stand in one another more than ``DEEPEST`` times."""
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, list | dict)
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, list | dict)
        ]
        if not level:
            return False
    return True


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(f"the number {shorten(number)[1:-1]} is too large")
    return value


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for key, value in pairs:
        if key in members:
            raise ValueError(f"the key {key!r} stands twice in one object")
        members[key] = value
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")
