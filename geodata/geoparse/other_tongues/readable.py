"""What a model is given of a text: pieces without runs of signs that are no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from geodata.geoparse.english.reading import pieces

LONGEST_PIECE: Final = 10_000
"""Code points that are read at once: memory grows with what is read together."""
_NO_WORD: Final = re.compile(r"\S{200,}")
"""No word, address or number is so long; a model's time would grow with the square of it."""

_LETTER: Final = re.compile(r"[^\W\d_]")


def readable(text: str) -> Iterator[tuple[int, str]]:
    """Yield pieces of a text that hold a letter, each with where it begins in the text."""
    plain = _NO_WORD.sub(lambda run: " " * len(run.group()), text)
    for start, piece in pieces(plain, LONGEST_PIECE):
        if _LETTER.search(piece):
            yield start, piece
