"""Finds place names in a text: whole words, the longest name, in one pass.

The names are a tree of words, so the time taken grows with the text alone, however many names
there are and however alike they begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from geodata.model.quotes import TextPosition

LONGEST_NAME = 12
"""In words and signs; what is longer is a description, not a name."""

_WORD = re.compile(r"\w+|[^\w\s]")
_LOOK_ALIKES = str.maketrans("‐‑–—’‘ʼ`", "----''''")

ALSO_WORDS = frozenset(
    {"Batman", "Bath", "Buffalo", "Male", "Man", "Mobile", "Most", "Nice", "Of", "Orange"}
    | {"Reading", "Same", "Split", "Tank", "The Valley", "Van", "Wells", "West Island", "Worms"}
    | {"Bay", "Central", "Centre", "Coast", "East", "Eastern", "Erode", "Far North", "Free State"}
    | {"Gulf", "Lakes", "Littoral", "Meta", "North", "North Eastern", "North West", "North-West"}
    | {"Northern", "Northwest", "Oriental", "Perm", "Phoenix", "Pool", "San", "Savannah", "South"}
    | {"Southern", "Southwest", "Unity", "Upper West", "West Coast", "Western"}
)
"""Towns and units that are English words too, or somebody else; with a capital at the head of a
sentence or in a title they would be found where nobody means them. An edition's own places are
always found."""
ALSO_PERSONS = frozenset(
    {"Alexandria", "Austin", "Berlin", "Chad", "Charlotte", "Dallas", "Douglas", "Farah"}
    | {"Florence", "France", "Georgia", "Hamilton", "Houston", "Ireland", "Israel", "Jersey"}
    | {"Jordan", "Kazan", "Kingston", "Lima", "Lincoln", "London", "Najaf", "Paris", "Samara"}
    | {"Santiago", "Sofia", "Stanley", "Sydney", "Troy", "Victoria"}
    | {"Vladimir", "Washington", "Wellington"}
    | {
        "Adelaide",
        "Alberta",
        "Cleveland",
        "Columbus",
        "Darwin",
        "Denver",
        "Devon",
        "Diana",
        "Eugene",
    }
    | {"Jackson", "Lara", "Madison", "Mary", "Mendoza", "Montana", "Nancy", "Orlando", "Raleigh"}
    | {"Regina", "Salem", "Salvador", "Soria", "Sucre", "Trujillo", "Tyler", "Valencia", "Virginia"}
    | {"Zamora"}
)
"""Places that are given or family names too; they are passed over beside another capitalised word
that is no place name, as in “Michael Jordan” and “Chad Smith”."""


@dataclass
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    name: str = ""
    """The name that ends here; "" for none."""


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    words: str

    @property
    def key(self) -> str:
        return self.words.translate(_LOOK_ALIKES).casefold()


class PlaceNames:
    """Names to be found."""

    def __init__(self, own: Iterable[str], others: Iterable[str]) -> None:
        """Take an edition's own names, which are always found, and others."""
        self._own = frozenset(own)
        self._root = _Node()
        for name in {*self._own, *(one for one in others if one not in ALSO_WORDS)}:
            self._add(name)

    def _add(self, name: str) -> None:
        words = [word.key for word in _words(name, 0, len(name))]
        if not 0 < len(words) <= LONGEST_NAME or name[0].islower():
            return
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        node.name = name

    def find(self, text: str, within: TextPosition) -> Iterator[tuple[str, TextPosition]]:
        """Find the names in a stretch of a text, none overlapping another.

        A name is found in capitals too, and with the typography of the text, but not where it
        begins with a small letter.
        """
        words = list(_words(text, within.start, within.end))
        at = 0
        while at < len(words):
            name, length = self._longest(words, at)
            if name and not self._is_a_person(name, words, at, length):
                yield name, TextPosition(start=words[at].start, end=words[at + length - 1].end)
            at += length or 1

    def _longest(self, words: list[_Word], at: int) -> tuple[str, int]:
        """Return the longest name that begins with a word, and how many words it has."""
        if words[at].words[0].islower():
            return "", 0
        node, best = self._root, ("", 0)
        for length, word in enumerate(words[at : at + LONGEST_NAME], 1):
            if (following := node.following.get(word.key)) is None:
                break
            node = following
            if node.name:
                best = node.name, length
        return best

    def _is_a_person(self, name: str, words: list[_Word], at: int, length: int) -> bool:
        if name not in ALSO_PERSONS or name in self._own:
            return False
        beside = words[max(at - 1, 0) : at] + words[at + length : at + length + 1]
        return any(one.words[0].isupper() and not self._longest([one], 0)[0] for one in beside)


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    for found in _WORD.finditer(text, start, end):
        yield _Word(found.start(), found.end(), found[0])
