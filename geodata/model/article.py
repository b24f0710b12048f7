"""The article: its text as supplied, its facts, its blocks, and what the editors say about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from geodata.model.base import (
    Language,
    Line,
    LineOrNone,
    Offset,
    Paragraph,
    ParagraphOrNone,
    Slug,
    SlugOrNone,
    Slugs,
    Value,
    WebAddress,
    refusal,
    repeated,
    shorten,
)
from geodata.model.dates import CalendarDay, EdtfOrNone, Written
from geodata.model.quotes import TextPosition, TextQuote, anchor
from geodata.model.text_index import TextIndex

BlockFault = tuple[str, str, str]
"""Of a fault in the division into blocks: the block's id ("" for all of them), fault, cure."""


class Block(Value):
    """A stretch of the article that is set as one: its title, standfirst, a paragraph, a byline."""

    id: Slug
    kind: Literal["title", "standfirst", "paragraph", "byline"]
    start: Offset
    end: Offset
    repeats: SlugOrNone = ""
    """The block that this one says again; it is then shown once, as that block. "" otherwise."""

    @model_validator(mode="after")
    def _refuse_an_empty_stretch(self) -> Block:
        if self.start >= self.end:
            raise refusal(
                f"The block starts at {self.start} and ends at {self.end}, so it holds no text.",
                "Make `end` greater than `start`.",
            )
        return self

    @property
    def position(self) -> TextPosition:
        """The block's stretch of the text."""
        return TextPosition(start=self.start, end=self.end)


class Article(Value):
    """The article's facts and its text, stored unchanged; positions are code points into it."""

    title: Line
    language: Language
    authors: tuple[Line, ...]
    publisher: LineOrNone
    """ "" where it was not supplied; it is never guessed."""
    date_published: EdtfOrNone
    url: WebAddress
    rights: Paragraph
    publish: Literal["full", "excerpts"]
    """Whether the whole text may be shown, or only the cited passages."""
    written: Written
    limits: tuple[Paragraph, ...] = ()
    """What readers should know of the article as a whole, such as whom it does not quote."""
    overview: ParagraphOrNone = ""
    """What the article says, and where, in a sentence of the editors; "" for none."""
    text: Annotated[str, Field(min_length=1)]
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _refuse_blocks_that_do_not_fit(self) -> Article:
        for block, fault, cure in block_faults(self.text, self.blocks):
            raise refusal(f"{block}: {fault}" if block else fault, cure)
        return self

    def anchor(self, quote: TextQuote) -> TextPosition:
        """Find the one place in the text where a quote stands; each quote is looked for once.

        Raises
        ------
        QuoteError
            If it stands there not at all, or more than once.
        """
        if quote not in self._anchored:
            self._anchored[quote] = anchor(self._text_index, quote)
        return self._anchored[quote]

    @cached_property
    def _text_index(self) -> TextIndex:
        return TextIndex(self.text)

    @cached_property
    def _anchored(self) -> dict[TextQuote, TextPosition]:
        return {}

    def block_at(self, start: int) -> Block | None:
        """Return the block that holds the code point ``start``; ``None`` between blocks."""
        at = bisect_right(self.blocks, start, key=lambda block: block.start) - 1
        return self.blocks[at] if at >= 0 and start < self.blocks[at].end else None


class Note(Value):
    """An editors' note: dated, shown outside the text, never a change of it."""

    id: Slug
    date: CalendarDay
    text: Paragraph
    source: LineOrNone
    """ "" only where the note is about the text itself."""
    quote: TextQuote | None = None
    """The passage that it is about; ``None`` for the article as a whole."""
    inference: bool = False
    """Whether the editors infer what it says, beyond what its sources state."""


class Change(Value):
    """An entry of the public log of changes: who did what, when and why."""

    date: CalendarDay
    who: Line
    what: Line
    why: Line
    verified: Slugs = ()
    """The ids of the claims and mentions that this person has checked."""


def block_faults(text: str, blocks: tuple[Block, ...]) -> Iterator[BlockFault]:
    """Find what is wrong with the division of a text into blocks.

    Blocks must lie inside the text, in its order, without overlap; together they hold all of it
    but blanks; a repetition names a block that is not itself one.
    """
    reached = 0
    for block in blocks:
        if block.end > len(text):
            yield (
                block.id,
                f"The block ends at {block.end}, but the text has {len(text)} code points.",
                "Correct `end`.",
            )
        if block.start < reached:
            yield (
                block.id,
                f"The block starts at {block.start}, before the end of an earlier one ({reached}).",
                "Put the blocks in the order of the text, without overlap.",
            )
        elif left_out := text[reached : block.start].strip():
            yield block.id, *_left_out(left_out)
        reached = max(reached, block.end)
    if left_out := text[reached:].strip():
        yield "", *_left_out(left_out)
    yield from _naming_faults(blocks)


def _left_out(text: str) -> tuple[str, str]:
    return (
        f"No block holds the text {shorten(text)}.",
        "Correct the blocks' limits, or add a block for it.",
    )


def _naming_faults(blocks: tuple[Block, ...]) -> Iterator[BlockFault]:
    for twice in repeated([block.id for block in blocks]):
        yield twice, "Two blocks have this id.", "Give each block an id of its own."
    own = {block.id for block in blocks if not block.repeats}
    for block in blocks:
        if block.repeats and block.repeats not in own:
            yield (
                block.id,
                f"`repeats` is {block.repeats!r}, which is no block or itself a repetition.",
                "Name the block that is to be shown.",
            )
