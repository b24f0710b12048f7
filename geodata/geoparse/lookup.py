"""Looks names up in the gazetteer, an own one first, with what stands around a name proper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final

from geodata.gazetteer.entries import Sense
from geodata.gazetteer.names import LONGEST_NAME, name_key

Senses = tuple[Sense, ...]
SensesOf = Callable[[str, int], Sequence[Sense]]
"""Answers what a key of ``name_key`` may mean, at most so many senses: ``Gazetteer.senses``."""
KEPT: Final = 50_000
"""Names whose answers are kept: most names of a text, and of texts of one outlet, come again."""
MOST: Final = 50

UNITS: Final = frozenset(
    "province district territory informal-area former-area region country".split()
)
STRONG_KINDS: Final = frozenset(
    "country territory continent region informal-area sea ocean gulf strait".split()
)
"""Kinds whose names seldom mean anything else."""
TOWNS: Final = frozenset("city village neighbourhood".split())
SALT_WATERS: Final = frozenset("sea ocean gulf bay strait canal".split())
RELIEF: Final = frozenset(
    "island islands mountain mountain-range volcano pass valley desert peninsula cape".split()
)

# A word beside the name proper, and the kinds of place that it announces.
_BESIDE: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(
        "province state region district prefecture governorate oblast department county parish"
        " territory canton municipality borough republic division shire krai raion voivodeship"
        " emirate kingdom regency commune subdistrict".split(),
        UNITS,
    ),
    **dict.fromkeys("city town village township".split(), TOWNS | {"district"}),
    **dict.fromkeys("river creek stream".split(), frozenset({"river"})),
    **dict.fromkeys("lake loch lough lago lac".split(), frozenset({"lake", "reservoir"})),
    **dict.fromkeys("reservoir dam".split(), frozenset({"reservoir", "lake", "dam"})),
    **dict.fromkeys("sea ocean gulf bay strait straits canal channel".split(), SALT_WATERS),
    **dict.fromkeys(
        "island islands isle isles archipelago".split(), frozenset({"island", "islands"})
    ),
    **dict.fromkeys(
        "mountain mountains mount mt range hills valley desert peninsula cape volcano".split(),
        RELIEF,
    ),
}
ANNOUNCING: Final = frozenset(_BESIDE)
"""Words beside a name that say of what kind the place is."""
_OF: Final = "of"


class Lookup:
    """Answers what a name may mean, and keeps its answers."""

    def __init__(self, senses: SensesOf) -> None:
        """Ask ``Gazetteer.senses``, or another source's."""

        @lru_cache(maxsize=KEPT)
        def by_key(key: str) -> Senses:
            return tuple(senses(key, MOST)) if key else ()

        @lru_cache(maxsize=KEPT)
        def by_name(name: str) -> Senses:
            return by_key(name_key(name)) or _first(_beside(name), by_key)

        self._by_key = by_key
        self._by_name = by_name

    def __call__(self, name: str) -> Senses:
        """Return what a name may mean, the likeliest first."""
        return self._by_name(name)

    def exact(self, name: str) -> Senses:
        """Return what just this name may mean, with all its words."""
        return self._by_key(name_key(name))


def _first(
    variants: Iterable[tuple[str, frozenset[str]]], by_key: Callable[[str], Senses]
) -> Senses:
    for name, kinds in variants:
        if found := tuple(one for one in by_key(name_key(name)) if one.kind in kinds):
            return found
    return ()


def _beside(name: str) -> Iterable[tuple[str, frozenset[str]]]:
    """Yield a name without the word that says what it is, and the kinds that it then may have."""
    parts = name[:LONGEST_NAME].split()
    if len(parts) > 1:
        last, first = parts[-1].casefold().strip("."), parts[0].casefold()
        if last == "co":
            yield " ".join([*parts[:-1], "County"]), UNITS
            last = "county"
        if last in _BESIDE:
            yield " ".join(parts[:-1]), _BESIDE[last]
        if first in _BESIDE:
            rest = parts[2:] if parts[1].casefold() == _OF else parts[1:]
            if rest:
                yield " ".join(rest), _BESIDE[first]
