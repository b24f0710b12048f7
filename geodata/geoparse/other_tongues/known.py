"""Names in a language, each with the places that it may mean: by the gazetteer, and by a table.

``names.csv`` is the project's own (under its licence, written by hand): seas, rivers, mountains and
other names of the gazetteer that it has in English only, or that the language writes in more ways.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from geodata.gazetteer.entries import Sense
from geodata.gazetteer.names import name_key
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.other_tongues.tongue import Tongue
from geodata.geoparse.recognition.hits import is_well_known

FILE: Final = Path(__file__).with_name("names.csv")
_FIRST: Final = frozenset(("country", "territory", "continent"))
_GREAT_TOWN: Final = 2_000_000
"""A town of so many people is rather meant than a river or an island of its name."""
_TOWN: Final = 50_000
"""A town of so many people may be meant rather than a country or a unit of its name."""
_NOUNS: Final[Mapping[str, str]] = {
    "river": "stream",
    "lake": "loch",
    **dict.fromkeys(("sea", "ocean", "gulf", "strait", "bay", "canal"), "channel"),
    **dict.fromkeys(("island", "islands"), "isle"),
    **dict.fromkeys(
        ("mountain-range", "mountain", "volcano", "desert", "peninsula", "valley", "cape"), "range"
    ),
}
"""Nouns before a name that leave its own kind only (``Lookup``)."""
_KEPT: Final = 20_000


@dataclass(frozen=True, slots=True)
class Known:
    """A name that is known, with what it is looked up by, the best known place's name first."""

    names: tuple[str, ...]
    best: Sense
    has_words: bool
    """Whether the name has several words."""
    is_tabled: bool
    """Whether the table has it."""

    @property
    def is_strong(self) -> bool:
        """Whether the name seldom means anything else."""
        if is_well_known(self.best):
            return True
        if self.best.kind in ("city", "province"):
            return False
        return self.has_words or (self.is_tabled and self.best.kind != "river")


class KnownNames:
    """Answers whether a name of one language is known; it keeps its answers."""

    def __init__(self, tongue: Tongue, lookup: Lookup) -> None:
        """Look up by the forms of a name, and by the language's column of the table."""
        self._tongue = tongue
        self._lookup = lookup
        self._table = table_of(tongue.code)
        self._find = lru_cache(maxsize=_KEPT)(self._found)

    def __call__(self, name: str) -> Known | None:
        """Return what is known of a name; ``None`` where nothing is."""
        return self._find(name)

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return what a name is looked up by, known or not."""
        for one in (name, self._tongue.shorter(name)):
            if found := self(one):
                return found.names
        return self._tongue.forms(name)

    def of_kind(self, kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return names with the noun of a kind, such as "lake", where such places are known."""
        found = []
        for name in names:
            senses = self._lookup(f"{kind} {name}")
            if senses and (kind != "city" or senses[0].population >= _TOWN):
                found.append(f"{kind} {name}")
        return tuple(found)

    def _narrowed(self, name: str) -> str:
        """Return a name of the table with a noun before it that leaves its own kind only.

        "Persian Gulf" is a county's name somewhere, too; "channel Persian Gulf" is a water's.
        """
        senses = self._lookup(name)
        noun = _NOUNS.get(senses[0].kind) if senses else None
        narrow = f"{noun} {name.removesuffix(' River')}"
        return narrow if noun and self._lookup(narrow) else name

    def fuller(self, name: str, alone: str) -> tuple[str, ...]:
        """Return the names of one with an article, where it is better known than without."""
        found, other = self(name), self(alone)
        if found and (other is None or found.best.importance > other.best.importance):
            return found.names
        return ()

    def _found(self, name: str) -> Known | None:
        for forms in (self._tongue.forms, self._tongue.guesses):
            if found := self._best(name, forms(name)):
                return found
        return None

    def _best(self, name: str, forms: tuple[str, ...]) -> Known | None:
        tabled = [
            self._narrowed(one) for form in forms for one in self._table.get(name_key(form), ())
        ]
        senses = {one: found for one in (*tabled, *forms) if (found := self._lookup(one))}
        if not senses:
            return None
        ranked = sorted(senses, key=lambda one: _rank(senses[one][0], one in tabled))
        rest = [one for one in forms if one not in senses]
        best = senses[ranked[0]][0]
        return Known((*ranked, *rest), best, " " in name, ranked[0] in tabled)


def _rank(best: Sense, is_tabled: bool) -> tuple[int, int]:
    """Return what ranks a name before another: countries, great towns, the table, the rest."""
    first = best.kind in _FIRST or (best.kind == "city" and best.population >= _GREAT_TOWN)
    return (0 if first else 1 if is_tabled else 2, -best.importance)


@cache
def table_of(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the table's names of a language by their keys, with what the gazetteer calls each."""
    found: dict[str, tuple[str, ...]] = {}
    with FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in filter(None, row[language].split("|")):
                key = name_key(name)
                found[key] = (*found.get(key, ()), row["name"])
    return MappingProxyType(found)
