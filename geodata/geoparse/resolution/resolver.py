"""Proposes a place for each toponym of a text, with alternatives and a sentence that says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Final

import numpy as np

from geodata.gazetteer.entries import Sense
from geodata.geoparse.contracts import Setting
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.resolution.confidence import Evidence, confidence
from geodata.geoparse.resolution.containment import holdings, holds
from geodata.geoparse.resolution.groups import Field, Floats, Group, group, windows
from geodata.geoparse.resolution.home import distance_km, find_home, home_odds
from geodata.geoparse.resolution.weigh import priors, weigh
from geodata.geoparse.resolution.why import say_why
from geodata.geoparse.values import Candidate, Mention, Place, Toponym

MOST_CANDIDATES: Final = 10
LEAST_SHARE: Final = 0.001
"""A candidate with less than that is not worth offering."""
CLOSE: Final = 0.6
"""Two candidates are about equally likely where the second has this share of the first."""
TOWN: Final = 20_000
AROUND_KM: Final = 80.0
Ranked = tuple[tuple[Sense, float], ...]
NOT_KNOWN: Final = "The gazetteer has no place of this name."
NOT_NAMED: Final = "It names no place by itself; an editor can draw what is meant."


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was found for a name."""

    ranked: Ranked
    """Senses and their shares, the likeliest first."""
    evidence: Evidence
    why: str


class GazetteerResolver:
    """Weighs what the gazetteer offers by what the text says."""

    def __init__(self, lookup: Lookup) -> None:
        """Resolve by a look-up."""
        self._lookup = lookup

    def resolve(
        self, text: str, toponyms: Sequence[Toponym], setting: Setting
    ) -> tuple[Mention, ...]:
        """Return one mention for each toponym, in their order."""
        leaves = [leaf for one in toponyms for leaf in one.parts or (one,)]
        home = find_home(setting.home, self._lookup) if setting.home else None
        mentions = (
            mention for near in windows(leaves) for mention in self._together(text, near, home)
        )
        return tuple(_whole(one, mentions) for one in toponyms)

    def _together(
        self, text: str, leaves: Sequence[Toponym], home: Sense | None
    ) -> Iterator[Mention]:
        """Yield the mentions of toponyms that are weighed against each other."""
        groups = group(leaves, self._lookup)
        chosen = _choose(text, leaves, groups, home) if groups else []
        of_leaf = {
            index: found
            for each, found in zip(groups, chosen, strict=True)
            for index in each.members
        }
        for at, leaf in enumerate(leaves):
            yield _mention(leaf, of_leaf.get(at))


def _choose(
    text: str, leaves: Sequence[Toponym], groups: Sequence[Group], home: Sense | None
) -> list[Chosen]:
    field = Field.of(groups, priors(groups))
    number = {member: at for at, each in enumerate(groups) for member in each.members}
    held = [
        (number[one.inner], number[one.outer], one.weight)
        for one in holdings(text, leaves)
        if one.inner in number and one.outer in number and number[one.inner] != number[one.outer]
    ]
    shares = weigh(groups, field, held, home_odds(field.senses, home) if home else None)
    ranked = [_ranked(field, shares, at) for at in range(len(groups))]
    first = [one[0][0] for one in ranked]
    return [
        _judged(groups[at], ranked[at], _holders(at, held, first), _others(first, at), home)
        for at in range(len(groups))
    ]


def _ranked(field: Field, shares: Floats, group: int) -> Ranked:
    rows = np.flatnonzero(field.group == group)
    order = rows[np.argsort(-shares[rows], kind="stable")]
    return _town_first(tuple((field.senses[row], float(shares[row])) for row in order))


def _town_first(ranked: Ranked) -> Ranked:
    """Put a town before the unit that is called after it and lies around it: Islamabad."""
    unit, share = ranked[0]
    if unit.kind != "province":
        return ranked
    for at, (town, its) in enumerate(ranked):
        inside = town.kind == "city" and town.unit == unit.number
        if inside and town.population > TOWN and distance_km(town, unit) < AROUND_KM:
            return ((town, share + its), *(one for n, one in enumerate(ranked) if n != at))
    return ranked


def _holders(
    group: int, held: Iterable[tuple[int, int, float]], first: Sequence[Sense]
) -> list[Sense]:
    """Return the places that the text says hold a name's place, where the gazetteer agrees."""
    outer = [first[o] for i, o, _ in held if i == group]
    return [one for one in outer if holds(one, first[group])]


def _others(first: Sequence[Sense], group: int) -> list[Sense]:
    return [one for at, one in enumerate(first) if at != group]


def _judged(
    group: Group,
    ranked: Ranked,
    holders: Sequence[Sense],
    others: Sequence[Sense],
    home: Sense | None,
) -> Chosen:
    evidence = Evidence.of(group, ranked, holders, others)
    why = say_why(ranked[0][0], group, holders, others, home)
    return Chosen(ranked, evidence, why)


def _mention(toponym: Toponym, chosen: Chosen | None) -> Mention:
    if chosen is None:
        why = NOT_KNOWN if toponym.names else NOT_NAMED
        return Mention(toponym, None, 0.0, (), why, none_of_these=bool(toponym.names))
    candidates = tuple(
        Candidate(place_of(sense), share)
        for sense, share in chosen.ranked[:MOST_CANDIDATES]
        if share >= LEAST_SHARE
    )
    second = chosen.ranked[1][1] if len(chosen.ranked) > 1 else 0.0
    return Mention(
        toponym,
        candidates[0].place,
        confidence(chosen.evidence),
        candidates,
        chosen.why,
        cannot_choose=second >= CLOSE * chosen.ranked[0][1],
        evidence=astuple(chosen.evidence),
    )


def _whole(toponym: Toponym, mentions: Iterator[Mention]) -> Mention:
    """Return a toponym's mention, with those of the names inside it."""
    if not toponym.parts:
        return next(mentions)
    parts = tuple(next(mentions) for _ in toponym.parts)
    places = {one.place.id: one for one in parts if one.place is not None}
    named = " and ".join(one.place.name for one in places.values() if one.place)
    return Mention(
        toponym,
        None,
        0.0,
        tuple(one.candidates[0] for one in places.values()),
        f"A part of, or something along, {named}; an editor can draw it." if named else NOT_KNOWN,
        none_of_these=True,
        parts=parts,
    )


def place_of(sense: Sense) -> Place:
    """Return a sense as a proposal has it."""
    return Place(
        id=sense.id,
        name=sense.name,
        kind=sense.kind,
        code=sense.code,
        country=sense.country,
        lon=sense.lon,
        lat=sense.lat,
        population=sense.population,
        dispute=sense.dispute,
    )
