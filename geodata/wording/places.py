"""How a place reads: how exactly it is known, and on what basis."""

from __future__ import annotations

from geodata.model.places import Place
from geodata.wording import terms


def exactness(place: Place) -> str:
    """Say in words how exactly a place is known and on what basis."""
    return f"{terms.PRECISION[place.precision]}. {terms.BASIS[place.basis]}."
