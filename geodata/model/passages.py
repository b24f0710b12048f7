"""Cut the article into pieces that carry their mention, their claims and their hedges."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from geodata.model.article import Block, Note
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.quotes import TextPosition, anchor

_FIRST_WORD, _LAST_WORD = re.compile(r"\S+"), re.compile(r"\S+$")


@dataclass(frozen=True)
class Piece:
    """A stretch of the article in which nothing begins or ends.

    ``gap`` marks text left out (the edition publishes excerpts only); its ``text`` is empty.
    """

    text: str
    mention: str | None = None
    claims: tuple[str, ...] = ()
    hedge: bool = False
    gap: bool = False


@dataclass(frozen=True)
class BlockView:
    """One block as the reader sees it."""

    id: str
    kind: str
    pieces: tuple[Piece, ...]

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
    spans = tuple(edition.visible_spans())
    shown = (b for b in edition.article.blocks if not b.repeats)
    views = (BlockView(b.id, b.kind, tuple(_block_pieces(edition, b, spans))) for b in shown)
    return tuple(v for v in views if any(p.text for p in v.pieces))


def claim_quotes(edition: Edition, claim: Claim) -> tuple[tuple[Piece, ...], ...]:
    """Give each quote of a claim as pieces with its mentions and hedges marked."""
    hedges = edition.hedge_positions(claim)
    return tuple(
        tuple(_pieces(edition, position, hedges)) for position in edition.quote_positions(claim)
    )


def note_words(edition: Edition, note: Note) -> str:
    """Give the words of the text that a note is about; "" for none, and where they are withheld."""
    if note.quote is None:
        return ""
    withheld = edition.article.publish == "excerpts" and not edition.visible_span_of(
        anchor(edition.article.text, note.quote)
    )
    return "" if withheld else note.quote.exact


def _block_pieces(
    edition: Edition, block: Block, spans: tuple[TextPosition, ...]
) -> Iterator[Piece]:
    end = block.start
    for span in spans:
        start, stop = max(span.start, block.start), min(span.end, block.end)
        if start >= stop:
            continue
        between = edition.article.text[end:start]
        if _has_words(between):
            yield Piece("", gap=True)
        elif between:
            yield Piece(between)
        yield from _pieces(edition, TextPosition(start=start, end=stop), ())
        end = stop
    if end > block.start and _has_words(edition.article.text[end : block.end]):
        yield Piece("", gap=True)


def _has_words(text: str) -> bool:
    return bool(text.strip())


def _pieces(
    edition: Edition, span: TextPosition, hedges: tuple[TextPosition, ...]
) -> Iterator[Piece]:
    mentions = [(m.id, edition.position(m)) for m in edition.mentions]
    claims = [(c.id, p) for c in edition.claims for p in edition.quote_positions(c)]
    cuts = _cuts(span, [p for _, p in mentions], [*(p for _, p in claims), *hedges])
    for start, end in pairwise(cuts):
        yield Piece(
            text=edition.article.text[start:end],
            mention=next((i for i, p in mentions if (p.start, p.end) == (start, end)), None),
            claims=tuple(dict.fromkeys(i for i, p in claims if p.start <= start and end <= p.end)),
            hedge=any(p.start <= start and end <= p.end for p in hedges),
        )


def _cuts(
    span: TextPosition, mentions: Iterable[TextPosition], others: Iterable[TextPosition]
) -> list[int]:
    """Give the points to cut at; no mention inside is cut, since it is one button."""
    whole = tuple(mentions)
    points = {p for part in (*whole, *others) for p in (part.start, part.end)}
    inside = {p for p in points if span.start < p < span.end}
    kept = {p for p in inside if not any(m.start < p < m.end for m in whole)}
    return sorted(kept | {span.start, span.end})


def _held_together(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """Group each mention with the words that touch it, such as a quotation mark or a comma."""
    group: list[Piece] = []
    for piece in _single_words_beside_mentions(pieces):
        if group and not _touches(group[-1], piece):
            yield tuple(group)
            group = []
        group.append(piece)
    if group:
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
                yield replace(piece, text=piece.text[start:end])
