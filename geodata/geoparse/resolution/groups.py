"""Names of a text, each once, with what they may mean: a text rather uses a name in one sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.gazetteer.entries import Sense
from geodata.geoparse.lookup import Lookup, Senses
from geodata.geoparse.values import Toponym

Floats = NDArray[np.float64]
MOST: Final = 40
"""Senses of a name that are weighed."""
MOST_NAMES: Final = 250
"""Names that are weighed together; an article names some sixty, and a list of more is cut."""
MOST_SENSES: Final = 2_500
"""Senses that are weighed together: time and memory grow with the square of them."""


@dataclass(frozen=True, slots=True)
class Group:
    """All toponyms of one name, by their positions, and the name's senses."""

    name: str
    members: tuple[int, ...]
    senses: Senses
    cut: bool = False
    """Whether the name has more senses than are weighed."""
    with_article: bool = False
    """Whether "the" stands before it somewhere."""
    filed: bool = False
    """Whether it says where a report was filed."""


def group(toponyms: Sequence[Toponym], lookup: Lookup) -> list[Group]:
    """Return the names that the gazetteer knows, in the order in which the text first has them.

    Of many names, each has its likeliest senses alone: ``MOST_SENSES`` in all.
    """
    members: dict[tuple[str, bool], list[int]] = {}
    names: dict[tuple[str, bool], str] = {}
    for index, toponym in enumerate(toponyms):
        for name in toponym.names:
            if lookup(name):
                key = (name.casefold().replace(".", ""), toponym.kind == "adjective")
                members.setdefault(key, []).append(index)
                names.setdefault(key, name)
                break
    senses = {key: _fitting(lookup(name), name, adjective=key[1]) for key, name in names.items()}
    most = MOST
    if sum(map(len, senses.values())) > MOST_SENSES:
        most = max(1, MOST_SENSES // len(senses))
    return [
        Group(
            names[key],
            tuple(found),
            senses[key][:most],
            cut=len(senses[key]) >= MOST or len(senses[key]) > most,
            with_article=any(toponyms[one].with_article for one in found),
            filed=any(toponyms[one].kind == "dateline" for one in found),
        )
        for key, found in members.items()
    ]


def windows(toponyms: Sequence[Toponym]) -> Iterator[Sequence[Toponym]]:
    """Yield toponyms in stretches of at most ``MOST_NAMES`` different words; mostly one."""
    start, seen = 0, set[str]()
    for at, toponym in enumerate(toponyms):
        word = toponym.text.casefold()
        if word not in seen and len(seen) == MOST_NAMES:
            yield toponyms[start:at]
            start, seen = at, set()
        seen.add(word)
    yield toponyms[start:]


def _fitting(senses: Senses, name: str, *, adjective: bool) -> Senses:
    """Return the senses that a name so written may have: a demonym's, for an adjective."""
    if adjective:
        return tuple(one for one in senses if one.match == "demonym")[:MOST] or senses[:MOST]
    if "." in name:
        short = tuple(one for one in senses if is_longer(one, name))
        return short[:MOST] or senses[:MOST]
    return senses[:MOST]


def is_longer(sense: Sense, name: str) -> bool:
    """Say whether a unit's or a country's name is longer than what is written: "Pa."."""
    return sense.kind in ("province", "country", "territory") and len(sense.name) > len(
        name.replace(".", "")
    )


@dataclass(frozen=True, slots=True)
class Field:
    """All senses of all groups of a text as arrays, one row a sense."""

    group: NDArray[np.int64]
    unit_vectors: Floats
    """Places on the unit sphere, three columns."""
    country: NDArray[np.int64]
    """A number for each country; -1 where the place lies in none."""
    unit: NDArray[np.int64]
    """The first-level unit that it lies in, or that it is; 0 where it is not known."""
    prior: Floats
    senses: tuple[Sense, ...]

    @classmethod
    def of(cls, groups: Sequence[Group], prior: Floats) -> Field:
        """Lay the senses of all groups out."""
        senses = tuple(one for each in groups for one in each.senses)
        codes = {
            code: number for number, code in enumerate(sorted({one.country for one in senses}))
        }
        lon, lat = np.radians(
            np.array([[one.lon, one.lat] for one in senses], np.float64).reshape(-1, 2)
        ).T
        return cls(
            group=np.repeat(np.arange(len(groups)), [len(each.senses) for each in groups]),
            unit_vectors=np.stack(
                [np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1
            ),
            country=np.array([codes[one.country] if one.country else -1 for one in senses]),
            unit=np.array([one.number if one.kind == "province" else one.unit for one in senses]),
            prior=prior,
            senses=senses,
        )
