"""Finds many quotes in one text: where each word stands is known, so none reads all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

FREQUENT = 1_000
"""Where every word of a stretch stands more often than this, the text is read instead."""
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
        options = [self._places_of(wanted, word) for word in _WORD.finditer(wanted)]
        rarest = min(options, key=_count, default=None)
        if rarest is None or _count(rarest) > FREQUENT:
            return places_by_reading(self.text, wanted)
        return sorted({at - shift for places, shift in rarest for at in places if at >= shift})

    def _places_of(self, wanted: str, word: re.Match[str]) -> _Places:
        """Return the places of the words of the text that a word of the stretch may be part of.

        A word that touches an end of the stretch may go on in the text beyond it.
        """
        opens, closes = word.start() == 0, word.end() == len(wanted)
        if not opens and not closes:
            return [(self._places.get(word[0], []), word.start())]
        key = (word[0], opens, closes)
        if key not in self._holding:
            self._holding[key] = tuple(self._words_with(*key))
        return [
            (self._places[whole], word.start() - inside) for whole, inside in self._holding[key]
        ]

    def _words_with(self, part: str, opens: bool, closes: bool) -> Iterator[tuple[str, int]]:
        """Return the words of the text that hold a part, and where in them it begins."""
        for whole in self._places:
            if opens and closes:
                at = whole.find(part)
                while at >= 0:
                    yield whole, at
                    at = whole.find(part, at + 1)
            elif opens and whole.endswith(part):
                yield whole, len(whole) - len(part)
            elif closes and whole.startswith(part):
                yield whole, 0

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for word in _WORD.finditer(self.text):
            places.setdefault(word[0], []).append(word.start())
        return places
