"""One line of the input becomes an article, or a bad line that says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from geodata.archive.errors import LineError
from geodata.geoparse.contracts import Setting
from geodata.model.base import shorten
from geodata.storage.files import LARGEST_TEXT
from geodata.storage.json_text import JsonError, json_value

LONGEST_LINE: Final = 16_000_000
"""Bytes: more than the longest text has, each sign spelled as \\u1234."""
LONGEST_ID: Final = 500
LONGEST_HOME: Final = 200
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}")
_HALF: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Article:
    """A text of the input, with what is known of it."""

    line: int
    """Counted from 1."""
    id: str
    text: str
    setting: Setting


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that gives no record: what is wrong with it, and how to put it right."""

    line: int
    fault: str
    cure: str
    id: str = ""
    """Of a line whose text is at fault; "" where no id could be read."""

    def __str__(self) -> str:
        """Return number, fault and cure on one line."""
        return f"line {self.line}: {self.fault} Cure: {self.cure}"


def article_of(line: int, data: bytes, usual: Setting) -> Article | BadLine:
    """Read one line of the input; members beside those that are known are passed over.

    Parameters
    ----------
    line
        Its number, from 1.
    usual
        What holds of an article that does not say it itself.
    """
    id = ""
    try:
        members = _members(data)
        id = _id(members)
        return Article(line, id, _text(members), setting_of(members, usual))
    except (LineError, JsonError) as error:
        return BadLine(line, error.fault.replace(": line 1 column", ": column"), error.cure, id)


def setting_of(members: Mapping[str, Any], usual: Setting = Setting()) -> Setting:
    """Return what is known of an article: ``home``, ``date`` (a day) and ``language``.

    Raises
    ------
    LineError
        If one of them is not what it must be.
    """
    home = _words(members, "home", LONGEST_HOME) or usual.home
    language = _words(members, "language", LONGEST_HOME) or usual.language
    if language and not _LANGUAGE.fullmatch(language):
        raise LineError(f"No language is written {shorten(language)}.", "Write it as en or pt-BR.")
    return Setting(home, _day(_words(members, "date", LONGEST_HOME)) or usual.date, language)


def _members(data: bytes) -> dict[str, Any]:
    try:
        value = json_value(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        fault = f"Its byte {error.start + 1:,} is 0x{data[error.start]:02X}, which is not UTF-8."
        raise LineError(fault, "Save the file as UTF-8.") from error
    if not isinstance(value, dict):
        raise LineError("It is not a JSON object.", 'Write {"id": "…", "text": "…"}.')
    return value


def _id(members: Mapping[str, Any]) -> str:
    id = _words(members, "id", LONGEST_ID)
    if not id:
        raise LineError("It has no id.", 'Give each line its own "id", a text.')
    return id


def _text(members: Mapping[str, Any]) -> str:
    text = _words(members, "text", LARGEST_TEXT)
    if not text.strip():
        raise LineError("It has no text.", 'Give "text", or leave the line out.')
    return text


def _words(members: Mapping[str, Any], key: str, most: int) -> str:
    """Return a member that is a text of at most so many code points; "" where it is not there."""
    value = members.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LineError(f"{key!r} is {shorten(value)}, which is no text.", "Put it in quotes.")
    if len(value) > most:
        fault = f"{key!r} has {len(value):,} code points; {most:,} are allowed."
        raise LineError(fault, "Make it shorter.")
    if found := _HALF.search(value):
        fault = f"{key!r} holds U+{ord(found[0]):04X}, the half of a sign."
        raise LineError(fault, "Write the whole sign.")
    return value


def _day(text: str) -> str:
    """Return the day of a date of ISO 8601, with or without a time; "" for none."""
    try:
        return datetime.fromisoformat(text).date().isoformat() if text else ""
    except ValueError as error:
        raise LineError(f"{shorten(text)} is no date.", "Write it as 2026-11-28.") from error
