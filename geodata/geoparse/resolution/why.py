"""The sentence that says why a place was proposed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geodata.gazetteer.entries import Sense
from geodata.geoparse.resolution.confidence import NEAR_KM
from geodata.geoparse.resolution.groups import Group
from geodata.geoparse.resolution.home import HOME_KM, distance_km

_WHOLE: Final = ("country", "continent")


def say_why(
    chosen: Sense,
    group: Group,
    holders: Sequence[Sense],
    others: Sequence[Sense],
    home: Sense | None,
) -> str:
    """Return why the likeliest sense of a name was taken, by what speaks for it most."""
    if holders:
        return f"The text names it together with {holders[0].name}, in which it lies."
    if len(group.senses) == 1:
        return "The gazetteer has no other place of this name."
    more = " or more" if group.cut else ""
    of = f"Of {len(group.senses)}{more} places of this name it is the one "
    if home is not None and distance_km(chosen, home) < HOME_KM:
        return f"{of}near the outlet’s home, {home.name}."
    if chosen.kind in _WHOLE:
        return f"{of}that is best known."
    near = [one for one in others if distance_km(one, chosen) < NEAR_KM]
    if near:
        return f"{of}near {near[0].name}, which the text names too."
    beside = [one for one in others if chosen.unit and chosen.unit in (one.unit, one.number)]
    if beside:
        return f"{of}in the same unit as {beside[0].name}, which the text names too."
    same = sum(1 for one in others if one.country and one.country == chosen.country)
    if same > 1:
        return f"{of}in the country of {same} other names of the text."
    return f"{of}that is best known."
