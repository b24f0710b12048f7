"""Which signs no text may hold: those that break files, or show other words than are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

NONCHARACTERS: Final = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17)
)
"""Code points that stand for no sign (Unicode 23.7), and halves of surrogate pairs; for a regular
expression's set. XML cannot hold some of them."""
_NONCHARACTER: Final = re.compile(f"[{NONCHARACTERS}]")
_OVERRIDE: Final = re.compile("[\u202d\u202e]")
_OPENING: Final = {"\u202a": "\u202c", "\u202b": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
"""What sets a direction for the words after it, and what ends that."""


def harmful_signs(text: str) -> Iterator[tuple[str, str]]:
    """Find, in an article, what breaks files or shows its words in another order.

    Marks of direction are needed in Arabic or Hebrew; they must end in the paragraph they begin in.

    Yields
    ------
    fault, cure
        One of each kind, with its position in code points.
    """
    if found := _NONCHARACTER.search(text):
        fault = f"It holds U+{ord(found[0]):04X} at {found.start()}, which stands for no sign."
        yield fault, "Remove it, or put the sign there that was meant."
    if found := _OVERRIDE.search(text):
        fault = f"It holds U+{ord(found[0]):04X} at {found.start()}, which turns words round."
        yield fault, "Remove that invisible sign."
    if (at := _never_ended(text)) is not None:
        fault = f"It holds U+{ord(text[at]):04X} at {at}, whose direction ends nowhere."
        yield fault, "Remove that invisible sign, or end it in the same paragraph."


def _never_ended(text: str) -> int | None:
    """Return where a direction begins that does not end in its line; ``None`` if all end."""
    open_at: list[int] = []
    for found in re.finditer("[\n\u2029\u202a-\u202c\u2066-\u2069]", text):
        sign = found[0]
        if sign in _OPENING:
            open_at.append(found.start())
        elif sign in ("\n", "\u2029"):
            if open_at:
                return open_at[0]
        elif open_at and _OPENING[text[open_at[-1]]] == sign:
            open_at.pop()
    return open_at[0] if open_at else None
