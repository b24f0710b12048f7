"""Cuts a text into words with their positions, and finds stretches that may be names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

LONGEST_WORD: Final = 60
"""Code points of a word that are looked at; a longer run of letters is no word of a name."""
MOST_WORDS: Final = 6
"""No more words of a name are looked up together."""
JOINING: Final = frozenset(
    "of the and de del della di da do dos das la le les el al ul ad an y e du des van von der den"
    " am im in on sur sous upon under next by à au aux es lès bin ibn bint i".split()
)
"""Small words that may stand inside a name."""
CLOSING: Final = frozenset(
    "world states countries peninsula subcontinent delta basin islands region coast".split()
)
"""Words that may end a name though they are not written with a capital: "the Arab world"."""

# Letters; full stops of an abbreviation (U.S., W.Va.); apostrophes inside.
_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]{1,4}\.(?:[^\W\d_]{1,4}\.)+"
    r"|[^\W\d_](?:[^\W_]|[\u0300-\u036f\u0900-\u0dff\u064b-\u0652\u200c]|(?<=\w)['’ʻʼ`](?=[^\W\d_]))*"
)
_GAPS: Final = frozenset((" ", "-", "\u2010", "\u2011", "–", "\u00a0", " \n", "\n"))
_LONGEST_SHORT: Final = 3
"""Letters of a word whose full stop may stand inside a name: St. Louis, Ft. Hood."""
_LONGEST_STATE: Final = 5
"""Letters of the longest abbreviation of a state: Calif., Phila."""
_POSSESSIVE: Final = re.compile(r"['’ʼ`][sS]$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, [start, end) in code points."""

    start: int
    end: int
    text: str
    capital: bool
    """Whether it begins with a capital letter, or with a letter of a script without capitals."""


def words_of(text: str) -> list[Word]:
    """Return the words of a text; a possessive 's does not belong to its word."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) > LONGEST_WORD:
            continue
        if owned := _POSSESSIVE.search(word):
            word = word[: owned.start()]
        start = match.start()
        found.append(Word(start, start + len(word), word, not word[:1].islower()))
    return found


def stretches(words: Sequence[Word], text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield (end in words, end in the text) of what may be a name from a word on, longest first."""
    ends = []
    for index in range(at, min(at + MOST_WORDS, len(words))):
        if index > at and not _joined(
            text[words[index - 1].end : words[index].start], len(words[index - 1].text)
        ):
            break
        if words[index].capital:
            ends.append(index)
        elif index == at or words[index].text not in JOINING:
            if index > at and words[index].text in CLOSING:
                ends.append(index)
            if words[index].text[:2] not in ("d'", "d’", "l'", "l’"):
                break
            ends.append(index)
    for index in reversed(ends):
        end = words[index].end
        if end < len(text) and text[end] == "." and _may_be_short(words[index].text):
            yield index + 1, end + 1
        yield index + 1, end


def _joined(gap: str, length: int) -> bool:
    """Say whether words may be of one name: one blank, a hyphen, or a short word's full stop."""
    if gap in ("'s ", "’s "):
        return True
    return gap in _GAPS or (gap == ". " and length <= _LONGEST_SHORT)


def _may_be_short(word: str) -> bool:
    """Say whether a full stop behind a word may be its own: "Tenn.", not "UK." or "Kabul."."""
    return 1 < len(word) <= _LONGEST_STATE and word[0].isupper() and word[1:].islower()
