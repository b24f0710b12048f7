"""Stretches of a text that the gazetteer knows a place by, longest first, none overlapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geodata.gazetteer.entries import Sense
from geodata.geoparse.lookup import ANNOUNCING, STRONG_KINDS, Lookup, Senses
from geodata.geoparse.recognition.common_words import NO_FIRST, is_common
from geodata.geoparse.words import Word, stretches

STRONG_PEOPLE: Final = 300_000
"""A town of so many people is meant by its name, unless something speaks against it."""
_STRONG_UNIT: Final = 740
"""A first-level unit of this importance is as well known."""
_SHORT: Final = 3
"""A name of so few letters is taken as an abbreviation: in capitals only."""
_FIRST: Final = 3
_SHORTENED: Final = frozenset(("province", "country", "territory"))
_LONGEST_INITIALS: Final = 5
"""A word of so few capitals is rather a row of initials than a name in capitals."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch that may be a name of a place."""

    first: int
    """Its first word."""
    last: int
    """The word behind its last one."""
    start: int
    end: int
    text: str
    senses: Senses

    @property
    def is_demonym(self) -> bool:
        """Whether it names people or what is theirs, and so a place only indirectly."""
        return self.senses[0].match == "demonym"

    @property
    def is_country(self) -> bool:
        """Whether it is first of all a country's own name."""
        return self.senses[0].kind == "country" and self.senses[0].match == "name"

    @property
    def is_strong(self) -> bool:
        """Whether the name alone says that a place is meant."""
        best = self.senses[0]
        if best.match == "abbreviation" and len(self.text.strip(".")) <= 2 and "." not in self.text:
            return best.kind == "country"
        if best.kind in STRONG_KINDS:
            return True
        if best.kind == "province":
            return is_well_known(best) and best.match in ("name", "abbreviation")
        if best.kind == "city":
            return is_well_known(best) and best.match == "name"
        if best.kind == "district":
            return self.text.split()[-1].casefold() in ANNOUNCING and " " in self.text
        return self.last - self.first > 1 and best.kind != "city"


def is_well_known(sense: Sense) -> bool:
    """Say whether a place is so well known that its name, in any language, says it by itself."""
    if sense.kind == "province":
        return sense.importance >= _STRONG_UNIT
    if sense.kind == "city":
        return sense.population >= STRONG_PEOPLE
    return sense.kind in STRONG_KINDS


def find_hits(words: Sequence[Word], text: str, lookup: Lookup) -> list[Hit]:
    """Return the stretches that the gazetteer knows, in the order of the text."""
    found: list[Hit] = []
    at = 0
    while at < len(words):
        hit = _longest(words, text, at, lookup) if words[at].capital else None
        if hit:
            found.append(hit)
        at = hit.last if hit else at + 1
    return found


def _longest(words: Sequence[Word], text: str, at: int, lookup: Lookup) -> Hit | None:
    start = words[at].start
    if words[at].text in NO_FIRST:
        return None
    for last, end in stretches(words, text, at):
        name = text[start:end]
        if len(name) <= _SHORT and not name.isupper() and "." not in name:
            continue
        if last - at == 1 and is_common(name):
            continue
        senses = lookup(name) if words[last - 1].capital else lookup.exact(name)
        if (
            senses
            and _is_written(name, senses)
            and (lookup.exact(name) or not _runs_on(words, text, last, name))
        ):
            return Hit(at, last, start, end, name, senses)
    return None


def _runs_on(words: Sequence[Word], text: str, last: int, name: str) -> bool:
    """Say whether a word such as "City" or "State" at a name's end belongs to what follows.

    "Santa Ana City Council", "California State Senator": the name is without it.
    """
    if " " not in name or last >= len(words):
        return False
    after = words[last]
    if text[words[last - 1].end : after.start] != " ":
        return False
    return after.capital or (after.text == "of" and words[last - 1].text.casefold() in ANNOUNCING)


def _is_written(name: str, senses: Senses) -> bool:
    """Refuse what is written otherwise: "Ore." is a state, "Ore" is not; "MAC" is no town."""
    if all(one.match == "abbreviation" for one in senses):
        return name.isupper() or "." in name
    if any(one.match == "abbreviation" for one in senses):
        return True
    if name.isupper() and len(name) <= _LONGEST_INITIALS:
        best = senses[0]
        return best.name.casefold() == name.casefold() and (
            best.kind in STRONG_KINDS or best.population >= STRONG_PEOPLE
        )
    return not name.endswith(".") or is_shortened(name, senses)


def is_shortened(name: str, senses: Senses) -> bool:
    """Say whether a name with a full stop is short for a unit or a country: "Pa.", "W.Va."."""
    letters = name.replace(".", "").casefold()
    return (
        "." in name
        and any(one.kind in _SHORTENED and len(one.name) > len(letters) + 1 for one in senses)
        and all(one.name.casefold() != letters for one in senses[:_FIRST])
    )
