"""Nouns of speakers that must not be mistaken: of bodies and papers, of men and of women."""

from __future__ import annotations

from typing import Final

from geodata.geoparse.quotations import verbs
from geodata.geoparse.quotations.vocabulary import words

MALE: Final = frozenset(
    words(
        """
    man spokesman chairman father son brother husband king boy uncle grandfather widower
    businessman fisherman nephew grandson policeman gentleman
    """
    )
)
FEMALE: Final = frozenset(
    words(
        """
    woman spokeswoman chairwoman mother daughter sister wife queen girl aunt grandmother widow
    businesswoman niece granddaughter policewoman lady midwife nun actress
    """
    )
)
BODIES: Final = verbs.SOURCES | frozenset(
    words(
        """
    ministry government company agency office council court bank party union police army
    navy university league authority commission committee department firm group team club
    board parliament administration regulator operator organisation organization federation
    church school hospital charity institute association embassy newspaper station channel
    site website release
    """
    )
)
"""Nouns of what is no person and yet says things: "it" may go back to them."""
GENERAL: Final = frozenset(
    words(
        """
    player athlete sportsman sportswoman politician lawmaker legislator officer scientist researcher
    academic executive artist author writer musician medic lawyer diplomat skipper cleric
    """
    )
)
"""General nouns with which a text takes up somebody of a narrower one: a striker, a senator."""
NOT_PEOPLE: Final = frozenset(
    words(
        """
    government parliament statement document department paper newspaper report letter order
    ministry number member center centre tender agreement regulator operator investment
    """
    )
)
"""Their endings are those of people."""
