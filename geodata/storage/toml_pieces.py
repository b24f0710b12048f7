"""Reads a TOML file of which some tables cannot be read: the others are looked at all the same.

One missing quotation mark must not hide what is wrong with a hundred other records.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from geodata.checking.validation import REFUSED
from geodata.model.errors import Fault

MOST_BROKEN = 20
"""Tables that cannot be read, in one file; with more than that it is no file of tables."""

_TABLE = re.compile(r"^(?=\[\[?[ \t]*[\w-]+[ \t]*\]\]?[ \t]*(?:#.*)?$)", re.MULTILINE)
_KIND = re.compile(r"\[\[[ \t]*([\w-]+)")
_KEY = re.compile(r"[\w-]+")
_INNER = re.compile(r"\[\[?[ \t]*[\w-]+[ \t]*\.[ \t]*([\w-]+)")


def read_pieces(name: str, text: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """Read a file that is not TOML table by table.

    Returns
    -------
    table
        What could be read. A record that could not be has those of its lines that can be read by
        themselves, and ``REFUSED`` for the other keys.
        ``None`` where anything else cannot be read, such as the keys before the first table.
    faults
        One for each piece that cannot be read; none where every piece can be.
    """
    table: dict[str, Any] = {}
    faults: list[Fault] = []
    line, readable = 1, True
    for piece in _TABLE.split(text):
        try:
            _add(table, tomllib.loads(piece))
        except (ValueError, RecursionError) as error:
            faults.append(_fault(name, error, line))
            readable = _add_broken(table, piece) and readable
            if len(faults) == MOST_BROKEN:
                return None, faults
        line += piece.count("\n")
    return table if readable else None, faults


def _add(table: dict[str, Any], piece: dict[str, Any]) -> None:
    for key, value in piece.items():
        held = table.setdefault(key, value)
        if held is not value and isinstance(held, list) and isinstance(value, list):
            held += value


def _add_broken(table: dict[str, Any], piece: str) -> bool:
    """Put what can be read of a record into its list; ``False`` if the piece is no record."""
    kind = _KIND.match(piece)
    held = table.setdefault(kind[1], []) if kind else None
    if isinstance(held, list):
        held.append(_line_by_line(piece))
    return isinstance(held, list)


def _line_by_line(piece: str) -> dict[str, Any]:
    record: dict[str, Any] = {}
    inner = False
    for line in piece.splitlines()[1:]:
        if table := _INNER.match(line):
            record[table[1]], inner = REFUSED, True
        elif not inner and (key := _KEY.match(line)):
            try:
                record |= tomllib.loads(line)
            except (ValueError, RecursionError):
                record[key[0]] = REFUSED
    return record


def _fault(name: str, error: Exception, line: int) -> Fault:
    """Say an error of a piece that begins in a line, counting lines from the file's beginning."""
    if isinstance(error, RecursionError):
        return Fault(name, "", "It is nested too deeply.", "Write it flat.")
    said = str(error).strip().rstrip(".")
    said = re.sub(r"at line (\d+)", lambda found: f"at line {int(found[1]) + line - 1}", said)
    if line > 1:
        said = said.replace("at end of document", f"in the table that begins in line {line}")
    return Fault(name, "", f"It is not TOML: {said}.", "Mend the syntax there.")
