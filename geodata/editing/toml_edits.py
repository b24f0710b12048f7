"""Edits a file of TOML tables record by record; every line that is not of an edited record stays.

The file is cut into its records as text, so that comments between them, their order and their
layout are kept; only a record that changes is read and written, by tomlkit.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import tomlkit
from tomlkit.items import AbstractTable

from geodata import AtlasError
from geodata.editing.incoming import Edit
from geodata.wording import field_table


def _order(kind: str) -> tuple[str, ...]:
    """Return the order in which the editions write the fields of a record."""
    tables = {"claim": field_table.CLAIM, "mention": field_table.MENTION}
    return tuple(field.key for field in tables.get(kind, ()))


class LayoutError(AtlasError):
    """A file is written in a way in which its records cannot be told apart line by line."""


@dataclass
class _Record:
    """One record: its lines, and the blank lines and comments that follow it."""

    id: str
    body: str
    tail: str


class TomlFile:
    """A file that is one list of tables, such as claims.toml."""

    def __init__(self, text: str, kind: str) -> None:
        """Cut a file into its records.

        Raises
        ------
        LayoutError
            If the records are not tables that each begin with ``[[kind]]`` on a line.
        """
        self.kind = kind
        first, *rest = re.split(rf"(?m)^(?=[ \t]*\[\[[ \t]*{kind}[ \t]*\]\])", text)
        self._head = first
        self._records = [self._record(part) for part in rest]
        self._by_id = {one.id: one for one in self._records}
        whole = tomllib.loads(text).get(kind, [])
        if [tomllib.loads(one.body)[kind][0] for one in self._records] != whole:
            raise LayoutError(f"its records do not each begin with [[{kind}]]")

    def _record(self, part: str) -> _Record:
        lines = part.splitlines(keepends=True)
        end = len(lines)
        while end > 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
            end -= 1
        body, tail = "".join(lines[:end]), "".join(lines[end:])
        try:
            (table,) = tomllib.loads(body)[self.kind]
        except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
            raise LayoutError(f"a record cannot be read by itself: {error}") from error
        return _Record(str(table.get("id", "")), body, tail)

    def apply(self, edit: Edit) -> None:
        """Change a record, or add a new one at the end; ``None`` takes a key out."""
        if edit.is_new:
            self._end_with_a_blank_line()
            self._by_id[edit.id] = _Record(edit.id, self._new(edit), "")
            self._records.append(self._by_id[edit.id])
            return
        record = self._by_id[edit.id]
        (wanted,) = tomllib.loads(record.body)[self.kind]
        for key, value in edit.fields.items():
            record.body = self._set(record.body, key, value)
            wanted = {one: wanted[one] for one in wanted if one != key}
            wanted |= {} if value is None else {key: value}
        if tomllib.loads(record.body)[self.kind] != [wanted]:
            raise LayoutError(f"the {self.kind} {edit.id} is not written a key a line")

    def _set(self, body: str, key: str, value: Any) -> str:
        """Return a record's lines with one key changed, added where it belongs, or taken out."""
        document = tomlkit.parse(body)
        table = document[self.kind][0]
        assert isinstance(table, AbstractTable)
        following = _order(self.kind)
        following = following[following.index(key) + 1 :] if key in following else ()
        before = next((one for one in following if one in table), None)
        if value is None:
            table.pop(key, None)
        elif key in table or before is None:
            table[key] = tomlkit.value(toml(value))
        else:
            line = f"{key} = {toml(value)}\n"
            return re.sub(rf"(?m)^(?=[ \t]*{before}[ \t]*=)", lambda _: line, body, count=1)
        return tomlkit.dumps(document)

    def remove(self, id: str) -> None:
        """Take a record out; the comments after it stay."""
        self._take_out({id})

    def sort(self, moved: set[str], key: Callable[[str], int]) -> None:
        """Put the records ``moved`` where ``key`` of their ids wants them; the others stay."""
        moving = sorted(self._take_out(moved), key=lambda one: key(one.id))
        staying, self._records = self._records, []
        at = 0
        for record in moving:
            while at < len(staying) and key(staying[at].id) <= key(record.id):
                self._records.append(staying[at])
                at += 1
            if at == len(staying):
                self._end_with_a_blank_line()
            record.tail = "" if at == len(staying) else "\n"
            self._records.append(record)
        self._records += staying[at:]

    @property
    def text(self) -> str:
        """The whole file."""
        return self._head + "".join(one.body + one.tail for one in self._records)

    def _take_out(self, ids: set[str]) -> list[_Record]:
        """Take records out and return them; the comments after each stay with the one before."""
        left: list[_Record] = []
        taken: list[_Record] = []
        for record in self._records:
            if record.id not in ids:
                left.append(record)
                continue
            taken.append(record)
            tail = record.tail if record.tail.strip() else ""  # comments; blank lines go with it
            if left:
                left[-1].tail += tail.lstrip("\n")
            else:
                self._head += tail.lstrip("\n")
        self._records = left
        return taken

    def _end_with_a_blank_line(self) -> None:
        if not self._records:
            return
        last = self._records[-1]
        if not last.body.endswith("\n") and not last.tail:
            last.body += "\n"
        if not (last.body + last.tail).endswith("\n\n"):
            last.tail += "\n"

    def _new(self, edit: Edit) -> str:
        fields = {"id": edit.id} | {
            key: edit.fields[key] for key in _order(self.kind) if key in edit.fields
        }
        lines = (
            f"{key} = {toml(value)}\n"
            for key, value in (fields | edit.fields).items()
            if value is not None
        )
        return f"[[{self.kind}]]\n{''.join(lines)}"


def toml(value: Any) -> str:
    """Return a value as the editions write it: on one line, tables inline."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(key)} = {toml(one)}' for key, one in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(toml(one) for one in value)}]"
    return str(tomlkit.item(value).as_string())


def _key(key: str) -> str:
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else str(tomlkit.item(key).as_string())
