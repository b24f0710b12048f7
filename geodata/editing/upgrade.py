"""Brings the files of an edition of an older format to the present one; comments stay.

From format 1 to 2 nothing but the number is to be written: what changed became optional.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from geodata.editing.writing import checked
from geodata.storage.edition_format import FORMAT, WITHOUT_NUMBER
from geodata.storage.files import read_bytes

FILE = "edition.toml"
_NUMBER = re.compile(r"(?m)^[ \t]*format[ \t]*=[ \t]*1\b")
_FIRST_KEY = re.compile(r"(?m)^(?![ \t]*(?:#.*)?\r?$)")


def upgraded(folder: Path) -> dict[str, bytes]:
    """Return the files that change, by name; none where the edition is of the present format.

    Raises
    ------
    EditionFaults
        With every fault of the edition as it would be. Nothing was written.
    """
    whole = (read_bytes(folder, FILE)[0] or b"").decode("utf-8", "replace")
    text = whole.removeprefix("\ufeff")
    new = _with_format(text)
    mark = whole.removesuffix(text)
    files = {} if new == text else {FILE: (mark + new).encode()}
    checked(folder, files)
    return files


def _with_format(text: str) -> str:
    """Return the text of ``edition.toml`` with the present format's number before its first key."""
    try:
        number = tomllib.loads(text).get("format", WITHOUT_NUMBER)
    except tomllib.TOMLDecodeError:
        return text  # the check will say what is wrong with it
    if number != WITHOUT_NUMBER:
        return text
    line = f"format = {FORMAT}"
    if _NUMBER.search(text):
        return _NUMBER.sub(line, text, count=1)
    end = "\r\n" if "\r\n" in text else "\n"
    return _FIRST_KEY.sub(line + end, text, count=1)
