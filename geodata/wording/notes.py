"""How the editors' notes read: whose words they are, of what day, and where they are pointed to."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.model.article import Note
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.wording.dates import in_words

POINTERS = tuple(f"{see}editors’ {note}" for see in ("see the ", "") for note in ("notes", "note"))
"""The words by which a limitation points to an editors' note, the longer before the shorter."""


def note_label(note: Note) -> str:
    """Say who says a note, and when: ``Editors’ note, 26 November 2026``."""
    kind = "Editors’ note (their inference)" if note.inference else "Editors’ note"
    return f"{kind}, {in_words(note.date, inferred=False)}"


def whole_note(note: Note) -> str:
    """Return a note with who says it and what it rests on, as one text."""
    source = f" Source: {note.source}" if note.source else ""
    return f"{note_label(note)}: {note.text}{source}"


def claim_notes(edition: Edition, claim: Claim) -> list[str]:
    """Return the editors' notes that bear on a claim, each with its day and sources, as texts."""
    return [whole_note(edition.note(id)) for id in claim.notes]


def pointer(text: str) -> tuple[str, str, str]:
    """Cut a limitation at the words that point to an editors' note, so that they can lead there.

    Returns
    -------
    parts
        What stands before the words, the words, what stands after them; without such words all of
        the text, "" and "".
    """
    cuts = (text.partition(words) for words in POINTERS)
    # The first in the text; of those that begin together the longest, which stands first.
    return min(cuts, key=lambda cut: len(cut[0]))


def route_note(note: str, notes: Sequence[Note]) -> str:
    """Add to what a route's drawing does not say where the editors say more, and of what day."""
    more = "; ".join(note_label(one) for one in notes)
    return f"{note.removesuffix('.')}. Below the article: {more}." if more else note
