"""Reads JSON from a text as strictly as editions need it, each failure with its cure."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from geodata import AtlasError


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
        return json.loads(text, object_pairs_hook=_members, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise JsonError("It is nested too deeply.", "Write it flat.") from error
    except ValueError as error:
        said = str(error).strip().rstrip(".")
        raise JsonError(f"It is not JSON: {said}.", "Mend the syntax there.") from error


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for key, value in pairs:
        if key in members:
            raise ValueError(f"the key {key!r} stands twice in one object")
        members[key] = value
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")
