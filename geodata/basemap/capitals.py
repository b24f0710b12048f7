"""Finds the capitals among the towns."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Final

Town = Mapping[str, Any]

CAPITALS: Final = {
    "BR": "Brasília",
    "CM": "Yaoundé",
    "CO": "Bogotá",
    "CR": "San José",
    "IS": "Reykjavík",
    "KZ": "Astana",
    "MN": "Ulan Bator",
    "PY": "Asunción",
    "TG": "Lomé",
    "ST": "São Tomé",
    "VU": "Port-Vila",
}
"""Capitals that GeoNames' country table spells differently from its table of towns."""
DISPUTED_CAPITALS: Final = frozenset({281184, 7303419})
"""Jerusalem and East Jerusalem: named once, as a town, without the mark of a capital."""


def capitals_of(towns: Sequence[Town], states: Mapping[str, Town]) -> set[int]:
    """Return the GeoNames ids of the countries' capitals; the towns come largest first."""
    wanted = {
        code: _folded(CAPITALS.get(code) or state["capital"]) for code, state in states.items()
    }
    found: dict[str, int] = {}
    for town in towns:
        code = town["countrycode"]
        if wanted.get(code) and _folded(town["name"]) == wanted[code]:
            found.setdefault(code, town["geonameid"])
    return set(found.values()) - DISPUTED_CAPITALS


def _folded(name: str) -> str:
    """Return a name without accents, apostrophes, hyphens and case, for comparing only."""
    plain = unicodedata.normalize("NFKD", name).lower()
    return "".join(letter for letter in plain if letter.isalpha() and letter.isascii())
