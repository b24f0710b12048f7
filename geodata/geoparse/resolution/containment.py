"""What the text itself puts behind or before a name: "Moorefield, W.Va.", "Quetta in Pakistan"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.gazetteer.entries import Sense
from geodata.geoparse.values import Toponym

_HELD: Final = re.compile(r"\s?[,(]\s?(?:in |the |and |near |[a-z]+ )?$|^$")
_IN: Final = re.compile(
    r"(?: [a-z]+,?){0,3},? (?:in|of) (?:the )?(?:[a-z]+ ){0,3}$|(?:'s|’s)? (?:[a-z]+ ){0,2}$"
)
_OWNER: Final = re.compile(r"(?:['’]s|['’])? (?:[a-z]+ ){0,4}(?:of )?$")
LONGEST_GAP: Final = 40
NEAR_DEG: Final = 1.5
HOLDERS: Final = frozenset(
    "country province territory district region informal-area island city continent".split()
)


@dataclass(frozen=True, slots=True)
class Holding:
    """A name, and another that the text says holds it, by their positions; how plainly, 0 to 1."""

    inner: int
    outer: int
    weight: float


def holdings(text: str, toponyms: Sequence[Toponym]) -> Iterator[Holding]:
    """Yield what holds what by the text's own words, for neighbours in the text."""
    for index in range(len(toponyms) - 1):
        before, after = toponyms[index], toponyms[index + 1]
        gap = text[before.span.end : after.span.start]
        if len(gap) > LONGEST_GAP or "\n" in gap:
            continue
        if gap in (", ", ",", " (", ",  "):
            yield Holding(index, index + 1, 1.0)
        elif _HELD.match(gap):
            yield Holding(index, index + 1, 0.5)
        elif _IN.match(gap):
            yield Holding(index, index + 1, 0.6)
        if _OWNER.match(gap) and before.kind in ("name", "adjective"):
            yield Holding(index + 1, index, 0.5)


def holds(outer: Sense, inner: Sense) -> float:
    """Say how far one place holds another: 1 as the gazetteer says, less where it is only near."""
    if outer.number == inner.number:
        return 0.0
    if outer.kind == "province":
        return 1.0 if inner.unit == outer.number else 0.0
    if outer.kind in ("country", "territory"):
        return 1.0 if inner.country == outer.country and inner.kind != "country" else 0.0
    if outer.kind in HOLDERS and inner.country == outer.country and outer.country:
        near = abs(outer.lat - inner.lat) + abs(outer.lon - inner.lon) < NEAR_DEG
        return 0.8 if near and inner.importance <= outer.importance else 0.0
    return 0.0
