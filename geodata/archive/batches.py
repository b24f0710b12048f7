"""Cuts the input into batches, always the same ones: how the work is shared changes no byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from geodata.archive.articles import LONGEST_LINE, Article, BadLine, article_of
from geodata.archive.ids import SeenIds
from geodata.archive.lines import Line, read_lines
from geodata.geoparse.contracts import Setting
from geodata.model.base import shorten

MOST_LINES: Final = 64
MOST_SIGNS: Final = 1_000_000
"""A batch ends with the article that makes its texts as long as that, in code points: so none holds
more than two million, whatever the articles are."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Lines that are worked on, written and told together."""

    number: int
    """Counted from 0."""
    items: tuple[Article | BadLine, ...]
    end: int
    """Where the next batch begins in the input, in bytes."""

    @property
    def last_line(self) -> int:
        """The number of its last line."""
        return self.items[-1].line


def batches(file: BinaryIO, usual: Setting, seen: SeenIds) -> Iterator[Batch]:
    """Yield the batches of a file that is at its beginning; lines of blanks alone are passed over.

    Parameters
    ----------
    usual
        What holds of an article that does not say it itself.
    seen
        Remembers the ids; an id that stands a second time makes a line bad.
    """
    number, items, signs, end = 0, list[Article | BadLine](), 0, 0
    for line in read_lines(file, LONGEST_LINE):
        if not line.data.strip():
            continue
        item, end = _item(line, usual, seen), line.end
        items.append(item)
        signs += len(item.text) if isinstance(item, Article) else 0
        if len(items) == MOST_LINES or signs >= MOST_SIGNS:
            yield Batch(number, tuple(items), end)
            number, items, signs = number + 1, [], 0
    if items:
        yield Batch(number, tuple(items), end)


def _item(line: Line, usual: Setting, seen: SeenIds) -> Article | BadLine:
    if not line.is_whole:
        fault = f"It is longer than {LONGEST_LINE:,} bytes."
        return BadLine(line.number, fault, "Cut the text into several.")
    item = article_of(line.number, line.data, usual)
    if isinstance(item, BadLine):
        return item
    if (first := seen.first(item.id, item.line)) != item.line:
        fault = f"The id {shorten(item.id)} stands in line {first} already."
        return BadLine(item.line, fault, "Give each line an id of its own.", item.id)
    return item
