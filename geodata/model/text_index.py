"""Finds many quotes in one text: where each word stands is known, so none reads all of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, islice

FREQUENT = 1_000
"""Where every word of a stretch stands more often than this, the text is read instead."""
SELDOM = 20
"""A word inside a stretch that stands no more often is rare enough: no other is asked for."""
_LAST = chr(0x10FFFF)
"""Sorts behind every sign of a word."""
_WORD = re.compile(r"\w+")
_Places = list[tuple[list[int], int]]
"""Places of words, and how far before them a stretch would begin."""


def places_by_reading(text: str, wanted: str) -> Iterator[int]:
    """Return every place of a stretch in a text, in order, overlapping ones included."""
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _count(option: _Places) -> int:
    return sum(len(places) for places, _ in option)


def _told_apart(wanted: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """Return the words inside a stretch, and those at its ends, which may go on beyond it."""
    words = list(_WORD.finditer(wanted))
    edges = [word for word in words if word.start() == 0 or word.end() == len(wanted)]
    return [word for word in words if word not in edges], edges


def _beginning(words: list[str], part: str) -> list[str]:
    """Return the words of a sorted list that begin with a part."""
    return words[bisect_left(words, part) : bisect_left(words, part + _LAST)]


class TextIndex:
    """Where the words of a text stand; made once, in time linear in the text."""

    def __init__(self, text: str) -> None:
        """Keep the text; its words are looked up when they are first needed."""
        self.text = text
        self._holding: dict[tuple[str, bool, bool], tuple[tuple[str, int], ...]] = {}

    def find_all(self, wanted: str, most: int) -> list[int]:
        """Return where a stretch stands, in order, at the most ``most`` of its places.

        The same as repeated ``str.find``, overlapping places included. It is looked for where
        its rarest word stands, which is much quicker where a text is searched many times.

        Examples
        --------
        >>> index = TextIndex("Lyon is near. Paris is not near Lyon, is it?")
        >>> index.find_all("near", most=9)
        [8, 27]
        >>> index.find_all("is ", most=2)
        [5, 17]
        """
        starts = (at for at in self._candidates(wanted) if self.text.startswith(wanted, at))
        return list(islice(starts, most))

    def _candidates(self, wanted: str) -> Iterable[int]:
        """Return where the stretch may begin, in ascending order, each place once."""
        inside, edges = _told_apart(wanted)
        options: list[_Places] = [
            [(self._places.get(word[0], []), word.start())] for word in inside
        ]
        if not any(_count(option) <= SELDOM for option in options):
            options += [self._holders(wanted, word) for word in edges]
        rarest = min(options, key=_count, default=None)
        if rarest is None or _count(rarest) > FREQUENT:
            return places_by_reading(self.text, wanted)
        return sorted({at - shift for places, shift in rarest for at in places if at >= shift})

    def _holders(self, wanted: str, word: re.Match[str]) -> _Places:
        """Return the places of the words of the text that a word at an end may be part of."""
        key = (word[0], word.start() == 0, word.end() == len(wanted))
        if key not in self._holding:
            self._holding[key] = tuple(self._words_with(*key))
        return [
            (self._places[whole], word.start() - inside) for whole, inside in self._holding[key]
        ]

    def _words_with(self, part: str, opens: bool, closes: bool) -> Iterator[tuple[str, int]]:
        """Return the words of the text that hold a part, and where in them it begins."""
        if opens and closes:
            for at in places_by_reading(self._listed, part):
                number = bisect_right(self._starts, at) - 1
                yield self._words[number], at - self._starts[number]
        elif opens:
            for turned in _beginning(self._turned, part[::-1]):
                yield turned[::-1], len(turned) - len(part)
        else:
            for whole in _beginning(self._words, part):
                yield whole, 0

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for word in _WORD.finditer(self.text):
            places.setdefault(word[0], []).append(word.start())
        return places

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._places)

    @cached_property
    def _turned(self) -> list[str]:
        """The words from their last sign to their first, sorted: by how they end."""
        return sorted(word[::-1] for word in self._places)

    @cached_property
    def _listed(self) -> str:
        """The words in one text, each on a line."""
        return "\n".join(self._words)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each word begins in that text."""
        return list(accumulate((len(word) + 1 for word in self._words), initial=0))
