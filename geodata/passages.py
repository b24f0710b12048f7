"""Cut the article into pieces that carry their mention, their claims and their hedges."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geodata.article import Block
from geodata.claims import Claim
from geodata.edition import Edition
from geodata.text import TextPosition


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


def _block_pieces(
    edition: Edition, block: Block, spans: tuple[TextPosition, ...]
) -> Iterator[Piece]:
    end = block.start
    for span in spans:
        start, stop = max(span.start, block.start), min(span.end, block.end)
        if start >= stop:
            continue
        if _has_words(edition.article.text[end:start]):
            yield Piece("", gap=True)
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
    for start, end in zip(cuts, cuts[1:], strict=False):
        yield Piece(
            text=edition.article.text[start:end],
            mention=next((i for i, p in mentions if p.start <= start and end <= p.end), None),
            claims=tuple(dict.fromkeys(i for i, p in claims if p.start <= start and end <= p.end)),
            hedge=any(p.start <= start and end <= p.end for p in hedges),
        )


def _cuts(
    span: TextPosition, mentions: Iterable[TextPosition], others: Iterable[TextPosition]
) -> list[int]:
    """Give the points to cut at; a mention is never cut, since it is one button."""
    whole = tuple(mentions)
    points = {span.start, span.end}
    for part in (*whole, *others):
        points.update(p for p in (part.start, part.end) if span.start < p < span.end)
    return sorted(p for p in points if not any(m.start < p < m.end for m in whole))
