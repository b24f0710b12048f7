"""Titles before names: which there are, which tell a gender, and a name without them."""

from __future__ import annotations

import re
from typing import Final, Literal

from geodata.geoparse.quotations.vocabulary import words

Gender = Literal["f", "m", ""]
TITLES: Final = words(
    """
    mr mrs ms miss dr doctor prof professor sir dame lord lady judge justice president mayor
    governor gov senator sen rep representative congressman congresswoman col colonel gen general lt
    lieutenant capt captain maj major sgt sergeant minister chancellor king queen prince princess
    pope bishop archbishop father sister brother rev reverend pastor sheikh imam rabbi
    superintendent sheriff chief commissioner spokesman spokeswoman spokesperson detective officer
    coach ambassador inspector admiral commander councillor councilman secretary director premier
    """
)
HONORIFICS: Final = words("mr mrs ms miss dr prof sir dame sgt capt rev")
_BEFORE: Final[dict[str, Gender]] = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "father"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady", "queen", "princess"), "f"),
}
_DRESS: Final = re.compile(rf"^(?:(?:{'|'.join(sorted(TITLES))})\b\.?\s+)+(?=\S)", re.IGNORECASE)


def untitled(name: str) -> str:
    """Return a name without the titles before it."""
    return _DRESS.sub("", name)


def is_title(word: str) -> bool:
    """Say whether a word is a title, with or without its stop."""
    return word.lower().rstrip(".") in TITLES


def is_honorific(word: str) -> bool:
    """Say whether a word stands before the names of persons alone: "Ms", "Dr"."""
    return word.lower().rstrip(".") in HONORIFICS


def gender_of_title(word: str) -> Gender:
    """Return the gender that a title tells; "" for most of them."""
    return _BEFORE.get(word.lower().rstrip("."), "")
