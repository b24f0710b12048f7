"""Takes an edition's text for its first responses: what it publishes, bounded in size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.model.edition import Edition
from geodata.model.ledger import ledger
from geodata.model.passages import BlockView, article_blocks
from geodata.wording.cards import edition_card_words
from geodata.wording.counts import checked_words
from geodata.wording.overview import Overview, overview

MOST_TEXT: Final = 40_000
"""How many code points of the article stand in the first response; the app brings the rest."""
_GAP: Final = " […] "


@dataclass(frozen=True)
class FirstText:
    """What is the same in every first response of an edition, made once."""

    blocks: tuple[tuple[str, str], ...]
    """Kind and text of each block that is shown, in text order; a block's id is left out."""
    whole: bool
    """Whether these are all the blocks that the edition publishes."""
    overview: Overview
    description: str
    checked: str
    """How many claims a named editor has checked, as a sentence without its stop."""
    draft: bool
    """Whether that is none."""


def first_text(edition: Edition) -> FirstText:
    """Return an edition's text and description for its first responses.

    With ``publish = "excerpts"`` only cited passages are in it, parted by ``[…]``.
    """
    counts = ledger(edition)
    blocks = article_blocks(edition)
    kept = tuple(_bounded(blocks))
    length = sum(len(_words(block)) for block in blocks)
    return FirstText(
        blocks=kept,
        whole=length == sum(len(text) for _, text in kept),
        overview=edition.once(overview),
        description=edition_card_words(edition, counts),
        checked=checked_words(counts),
        draft=counts.verified == 0,
    )


def cut(text: str, most: int) -> str:
    """Return a text, its end replaced by "…" where it is longer than ``most`` code points."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _bounded(blocks: Sequence[BlockView]) -> Iterator[tuple[str, str]]:
    """Give kind and text of the blocks until there are `MOST_TEXT` code points of text."""
    left = MOST_TEXT
    for block in blocks:
        words = _words(block)
        if len(words) > left:
            if left == MOST_TEXT:  # one block alone that is too long
                yield block.kind, cut(words, left)
            return
        yield block.kind, words
        left -= len(words)


def _words(block: BlockView) -> str:
    return "".join(_GAP if piece.gap else piece.text for piece in block.pieces).strip()
