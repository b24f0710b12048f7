"""Keeps how a text is stored, its mark and its line ends, while its records are edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

_MARK = "\ufeff"


@dataclass(frozen=True)
class StoredText:
    """A text with plain line ends, and how it stood in its file."""

    text: str
    mark: str
    """The byte order mark before it, or ""."""
    line_end: str

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Read what a file holds; one with line ends of both kinds is left as it is."""
        whole = data.decode()
        text = whole.removeprefix(_MARK)
        rewritten = "\r\n" in text and text.count("\r\n") == text.count("\n")
        return cls(
            text=text.replace("\r\n", "\n") if rewritten else text,
            mark=_MARK if whole != text else "",
            line_end="\r\n" if rewritten else "\n",
        )

    def stored(self, text: str) -> bytes:
        """Return another text, stored as this one was."""
        ends = text.replace("\n", "\r\n") if self.line_end == "\r\n" else text
        return (self.mark + ends).encode()
