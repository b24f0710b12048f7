"""Cut the article into pieces that carry their mention, their claims and their hedges."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from geodata.model.article import Block, Note
from geodata.model.claims import Claim
from geodata.model.cutting import Cutter, Piece
from geodata.model.edition import Edition
from geodata.model.note_signs import note_marks, signed
from geodata.model.quotes import TextPosition

__all__ = [
    "BlockView",
    "Piece",
    "article_blocks",
    "claim_quotes",
    "note_numbers",
    "note_words",
    "notes_in_order",
]

LONGEST_HELD = 24
"""How many code points a word may have that is held together with what touches it."""
_FIRST_WORD, _LAST_WORD = re.compile(r"\S+"), re.compile(r"\S+$")


@dataclass(frozen=True)
class BlockView:
    """One block as the reader sees it."""

    id: str
    kind: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The block's words that are shown, in one."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def groups(self) -> tuple[tuple[Piece, ...], ...]:
        """The pieces in groups; a mention is grouped with the marks that touch it.

        A button is a box of its own, after which a line may break: without this, a comma would
        begin the next line.
        """
        return tuple(_held_together(self.pieces))


def article_blocks(edition: Edition) -> tuple[BlockView, ...]:
    """Give the blocks that a reader sees, in text order, cut into pieces.

    Repeated blocks are left out; with ``publish = "excerpts"`` only cited passages remain,
    parted by gaps.
    """
    return edition.once(_blocks)


def claim_quotes(edition: Edition, claim: Claim) -> tuple[tuple[Piece, ...], ...]:
    """Give each quote of a claim as pieces with its mentions and hedges marked."""
    return edition.once(_quotes)[claim.id]


def note_words(edition: Edition, note: Note) -> str:
    """Give the words of the text that a note is about; "" for none, and where they are withheld."""
    if note.quote is None:
        return ""
    withheld = edition.article.publish == "excerpts" and not edition.visible_span_of(
        edition.article.anchor(note.quote)
    )
    return "" if withheld else note.quote.exact


def note_numbers(edition: Edition) -> Mapping[str, int]:
    """Number the notes that are marked in the text that is shown, by where they stand in it."""
    pieces = (piece for block in article_blocks(edition) for piece in block.pieces)
    ids = dict.fromkeys(id for piece in pieces for id in piece.notes)
    return {id: number for number, id in enumerate(ids, start=1)}


def notes_in_order(edition: Edition) -> tuple[Note, ...]:
    """Return the notes by their numbers; those without one, on the whole article, come last."""
    numbers = note_numbers(edition)
    last = len(numbers) + 1
    return tuple(sorted(edition.notes, key=lambda note: numbers.get(note.id, last)))


def _blocks(edition: Edition) -> tuple[BlockView, ...]:
    shown = (block for block in edition.article.blocks if not block.repeats)
    views = (BlockView(one.id, one.kind, tuple(_block_pieces(edition, one))) for one in shown)
    return tuple(view for view in views if any(piece.text for piece in view.pieces))


def _quotes(edition: Edition) -> Mapping[str, tuple[tuple[Piece, ...], ...]]:
    cutter = edition.once(Cutter)
    return {
        claim.id: tuple(
            tuple(cutter.pieces(position, edition.hedge_positions(claim)))
            for position in edition.quote_positions(claim)
        )
        for claim in edition.claims
    }


def _block_pieces(edition: Edition, block: Block) -> Iterator[Piece]:
    cutter, text = edition.once(Cutter), edition.article.text
    marks = edition.once(note_marks)
    end = block.start
    for span in _spans_in(edition, block):
        start, stop = max(span.start, block.start), min(span.end, block.end)
        between = text[end:start]
        if _has_words(between):
            yield Piece("", gap=True)
        elif between:
            yield Piece(between)
        pieces = cutter.pieces(TextPosition(start=start, end=stop))
        yield from signed(pieces, start, marks)
        end = stop
    if end > block.start and _has_words(text[end : block.end]):
        yield Piece("", gap=True)


def _spans_in(edition: Edition, block: Block) -> tuple[TextPosition, ...]:
    """Return the visible stretches that share text with a block."""
    spans = edition.visible_spans()
    first = bisect_right(spans, block.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, block.end, key=lambda span: span.start)]


def _has_words(text: str) -> bool:
    return bool(text.strip())


def _held_together(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """Group each mention with the words that touch it, such as a quotation mark or a comma."""
    group: list[Piece] = []
    for piece in _single_words_beside_mentions(pieces):
        if group and not _touches(group[-1], piece):
            yield from _if_short(group)
            group = []
        group.append(piece)
    yield from _if_short(group)


def _if_short(group: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Give a group, or its pieces apart where a word in it may be wider than a phone's line."""
    words = "".join(piece.text for piece in group).split()
    if any(len(word) > LONGEST_HELD for word in words):
        yield from ((piece,) for piece in group)
    elif group:
        yield tuple(group)


def _touches(one: Piece, following: Piece) -> bool:
    beside = bool(one.mention or following.mention)
    return beside and not one.text[-1:].isspace() and not following.text[:1].isspace()


def _single_words_beside_mentions(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    for before, piece, after in zip((None, *pieces), pieces, (*pieces[1:], None), strict=False):
        if piece.mention or piece.gap:
            yield piece
            continue
        first = _FIRST_WORD.match(piece.text) if before and before.mention else None
        last = _LAST_WORD.search(piece.text) if after and after.mention else None
        cuts = sorted({0, first.end() if first else 0, last.start() if last else 0})
        for start, end in zip(cuts, (*cuts[1:], len(piece.text)), strict=True):
            if start < end:
                notes = piece.notes if end == len(piece.text) else ()
                yield replace(piece, text=piece.text[start:end], notes=notes)
