"""How a place reads: how exactly it is known, and on what basis."""

from __future__ import annotations

from geodata.model.places import Place
from geodata.wording import terms


def precision_words(place: Place) -> str:
    """Say how exactly a place is known; of an outline, what it is the outline of."""
    if place.precision != "administrative":
        return terms.PRECISION[place.precision]
    return f"Outline of the whole {terms.CLASS[place.class_]}; where in it is not said"


def exactness(place: Place) -> str:
    """Say in words how exactly a place is known and on what basis."""
    return f"{precision_words(place)}. {terms.BASIS[place.basis]}."
