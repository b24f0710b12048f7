"""Pairs quotation marks by kind and paragraph, and tells them from apostrophes and from titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_CLOSED_BY: Final = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "‘": "’'", "'": "'’"}
_SINGLE: Final = "‘'"
_MARK: Final = re.compile("[“”„«»\"‘’']")
_ELIDED: Final = re.compile(r"['’‘](?:\d\ds?\b|(?:tis|twas|em|til|cause|n)\b)", re.IGNORECASE)
_WORD: Final = re.compile(r"\w[\w'’-]*")
_BEFORE_NO_OPENING: Final = '.,!?…;)"”'
_LONG_ENOUGH: Final = 4
_APOSTROPHES: Final = 100
"""Marks through which the end of a single one is looked for."""
_CASED: Final = 4
"""Shorter words are written small inside a title: "of", "the", "and"."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between two marks, [start, end) with the marks themselves."""

    start: int
    end: int
    words: int
    last: str
    """The last sign inside the marks: a comma or a question mark expects to be followed up."""
    title: bool
    """It looks like the title of a work."""
    runs_on: bool = False
    """It is not closed in its paragraph: the next one goes on with it."""

    @property
    def is_long(self) -> bool:
        """Say whether it has too many words for scare quotes."""
        return self.words >= _LONG_ENOUGH and not self.title


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs, [start, end): parted by empty lines, or by lines if there is none."""
    parted = re.compile(r"\n[ \t\r]*\n\s*" if re.search(r"\n[ \t\r]*\n", text) else r"\n\s*")
    start = 0
    for gap in parted.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return the outermost quoted stretches in the order of the text; a pass over its marks."""
    found: list[Stretch] = []
    spans = list(paragraphs(text))
    for (start, end), following in zip(spans, [*spans[1:], (len(text), len(text))], strict=True):
        found += _in_paragraph(text, start, end, text[following[0] : following[0] + 1])
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int, next_sign: str) -> Iterator[Stretch]:
    marks = [found.start() for found in _MARK.finditer(text, start, end)]
    at, never_closed = 0, set[str]()
    while at < len(marks):
        opening = marks[at]
        at += 1
        sign = text[opening]
        if sign in never_closed or not _opens(text, opening, start, end):
            continue
        closing = _closing(text, marks, at, end)
        if closing is not None:
            one = _stretch(text, opening, marks[closing] + 1, marks[closing])
            at = closing + 1
            if one.words:
                yield one
        elif sign not in _SINGLE:
            never_closed.add(sign)
            if next_sign == sign:
                yield _stretch(text, opening, end, end, runs_on=True)
                return


def _opens(text: str, at: int, start: int, end: int) -> bool:
    before, after = text[at - 1 : at] if at > start else "", text[at + 1 : at + 2]
    if text[at] not in _CLOSED_BY or at + 1 >= end or after.isspace():
        return False
    if text[at] in _SINGLE and _ELIDED.match(text, at):
        return False
    return text[at] in "“„«" or not (before.isalnum() or (before and before in _BEFORE_NO_OPENING))


def _closing(text: str, marks: list[int], at: int, end: int) -> int | None:
    """Return which mark closes the one before ``at``; ``None`` where none does."""
    single = text[marks[at - 1]] in _SINGLE
    closes = _CLOSED_BY[text[marks[at - 1]]]
    weak = None
    for index in range(at, min(len(marks), at + _APOSTROPHES) if single else len(marks)):
        here = marks[index]
        if text[here] in closes and not text[here - 1].isspace() and here > marks[at - 1] + 1:
            after = text[here + 1 : here + 2] if here + 1 < end else ""
            if not single:
                return index
            if not after.isalnum():
                if not _may_be_possessive(text, here, after):
                    return index
                weak = index if weak is None else weak
                continue
        if single and _opens_single(text, here, end):
            break
    return weak


def _opens_single(text: str, at: int, end: int) -> bool:
    return text[at] in _SINGLE and text[at - 1].isspace() and _opens(text, at, 0, end)


def _may_be_possessive(text: str, at: int, after: str) -> bool:
    return text[at - 1] in "sSxz" and after.isspace()


def _stretch(text: str, start: int, end: int, close: int, *, runs_on: bool = False) -> Stretch:
    inside = text[start + 1 : close]
    words = _WORD.findall(inside)
    long_words = [word for word in words if len(word) >= _CASED]
    cased = bool(long_words) and all(word[0].isupper() or word[0].isdigit() for word in long_words)
    return Stretch(
        start=start,
        end=end,
        words=len(words),
        last=inside.rstrip(" '’\"”")[-1:],
        title=cased and len(words) > 1 and inside.rstrip()[-1:] not in ".,!?…",
        runs_on=runs_on,
    )
