"""How often a proposal like this one is right, as measured (docs/geoparsing.md)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Final

from geodata.gazetteer.entries import Sense
from geodata.geoparse.lookup import STRONG_KINDS
from geodata.geoparse.resolution.groups import Group
from geodata.geoparse.resolution.home import distance_km

NEAR_KM: Final = 150.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the first sense of a name, as numbers that a confidence is made of."""

    share: float
    """Logarithm of the odds of its share."""
    big: float
    """1 for a country, a continent, a region, a sea: names that seldom mean anything else."""
    unit: float
    only: float
    """1 where the gazetteer has no other place of the name."""
    held: float
    """1 where the text itself says what it lies in."""
    near: float
    """1 where another place of the text lies near it."""
    country: float
    """What part of the other places of the text lies in its country."""
    alias: float
    """1 where the name is not the place's first one."""

    @classmethod
    def of(
        cls,
        group: Group,
        ranked: Sequence[tuple[Sense, float]],
        holders: Sequence[Sense],
        others: Sequence[Sense],
    ) -> Evidence:
        """Collect the evidence for a name's likeliest sense."""
        sense, share = ranked[0]
        share = min(max(share, 0.001), 0.999)
        same = sum(1 for one in others if one.country and one.country == sense.country)
        return cls(
            share=math.log(share / (1 - share)),
            big=float(sense.kind in STRONG_KINDS),
            unit=float(sense.kind == "province"),
            only=float(len(group.senses) == 1),
            held=float(bool(holders)),
            near=float(any(distance_km(one, sense) < NEAR_KM for one in others)),
            country=same / (len(others) + 1),
            alias=float(sense.match == "alias"),
        )


CONSTANT: Final = 0.53
FACTORS: Final = Evidence(
    share=0.68, big=0.39, unit=0.8, only=-2.86, held=0.5, near=1.0, country=0.59, alias=-1.28
)
"""Fitted by ``python -m tests.geoparse.measure --fit`` on the development corpora. ``only`` is
negative since a single sense has the whole share whatever is meant."""
_MOST: Final = 0.99


def confidence(evidence: Evidence) -> float:
    """Return how often a proposal with such evidence is right, from 0 to 1, rounded."""
    odds = CONSTANT + sum(a * b for a, b in zip(astuple(FACTORS), astuple(evidence), strict=True))
    return round(min(_MOST, 1 / (1 + math.exp(-odds))), 3)
