"""How a place reads: how exactly it is known, on what basis, and whom its outline is owed to."""

from __future__ import annotations

import re
from typing import Final

from geodata.model.circle import MAP_END, beyond_the_map
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.wording import terms

_BRACKETS: Final = re.compile(r"\s*\((?P<inner>[^()]*)\)")
_INFERRED: Final = "inferred, not in the text"


def precision_words(place: Place) -> str:
    """Say how exactly a place is known; of an outline or a line, what it is the line of."""
    kind = terms.CLASS[place.class_]
    if place.is_line:
        return terms.LINE_PRECISION[place.precision].format(kind=kind)
    if place.is_point and place.kind.group not in ("city", "building"):
        return terms.POINT.format(kind=kind)
    if place.is_area and place.precision == "exact":
        return f"Outline: {kind}"
    if place.precision != "administrative":
        return terms.PRECISION[place.precision]
    return f"Outline of the whole {kind}; where in it is not said"


def precision_on_the_map(place: Place) -> str:
    """Say how exactly a place is known, and of one beyond a Mercator map's end how it is shown."""
    if not beyond_the_map(place.bounds):
        return precision_words(place)
    _, south, _, north = place.bounds
    end = f"{MAP_END:.2f}° {'north' if north > MAP_END else 'south'}"
    if south > MAP_END or north < -MAP_END:
        return (
            f"{precision_words(place)}; it lies beyond the map’s end at {end}, and is shown there"
        )
    return f"{precision_words(place)}; what lies beyond the map’s end at {end} is not drawn"


def exactness(place: Place) -> str:
    """Say in words how exactly a place is known and on what basis."""
    return f"{precision_words(place)}. {terms.BASIS[place.basis]}."


def credit(place: Place) -> str:
    """Return the credit for a place's geometry."""
    return f"{place.source} ({place.licence})"


def credits(edition: Edition) -> list[str]:
    """Return the credits for the geometry of all places, each once."""
    return list(dict.fromkeys(credit(place) for place in edition.places))


def part_of(outer: Place) -> str:
    """Say of a place that it lies in another."""
    return f"part of {title_in_lists(outer)}"


def title_in_lists(place: Place) -> str:
    """Return a place's title for gazetteers, which strike out what stands in brackets.

    It says of an inferred place that it is one.
    """
    title = without_brackets(place.title)
    if place.basis == "inferred" and "inferred" not in title:
        title += f", {_INFERRED}"
    return title


def without_brackets(name: str) -> str:
    """Return a name with what stood in brackets behind a comma.

    Examples
    --------
    >>> without_brackets("Tribal areas (read as the former FATA)")
    'Tribal areas, read as the former FATA'
    """
    while (plain := _BRACKETS.sub(r", \g<inner>", name).removeprefix(", ")) != name:
        name = plain
    return name
