"""Where the editors' notes belong in the text, and by which numbers they are marked there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from geodata.model.cutting import Piece
from geodata.model.edition import Edition

Mark = tuple[int, str]
"""Where in the text the passage of a note ends, and the note's id."""
_LAST: Final = "\U0010ffff"  # behind every id


def note_marks(edition: Edition) -> tuple[Mark, ...]:
    """Return where the passages of the notes end, in text order; those without one have none."""
    anchored = (
        (edition.article.anchor(note.quote).end, note.id) for note in edition.notes if note.quote
    )
    return tuple(sorted(anchored))


def signed(pieces: Iterable[Piece], start: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cut pieces that follow each other where a note's passage ends, and say so of what is before.

    A mention is one button and is never cut: a note that ends in it stands behind it.

    Parameters
    ----------
    pieces
        Pieces of the text without a gap between them.
    start
        Where the first of them begins, in code points.
    marks
        What `note_marks` gives.
    """
    for piece in pieces:
        end = start + len(piece.text)
        first, last = (bisect_right(marks, (at, _LAST)) for at in (start, end))
        yield from _cut(piece, start, marks[first:last])
        start = end


def _cut(piece: Piece, start: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    whole = start + len(piece.text)
    ends = sorted({whole, *(() if piece.mention else (end for end, _ in marks))})
    at = start
    for end in ends:
        notes = tuple(id for one, id in marks if at < one <= end)
        yield replace(piece, text=piece.text[at - start : end - start], notes=notes)
        at = end
