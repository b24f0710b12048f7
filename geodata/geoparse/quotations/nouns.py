"""Nouns of speakers: which are of people, which of bodies and papers, and of which gender."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from geodata.geoparse.quotations import verbs
from geodata.geoparse.quotations.vocabulary import words

MALE: Final = frozenset(
    words(
        """
    man spokesman chairman father son brother husband king boy uncle
    """
    )
)
FEMALE: Final = frozenset(
    words(
        """
    woman spokeswoman chairwoman mother daughter sister wife queen girl aunt
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
    site website
    """
    )
)
"""Nouns of what is no person and yet says things: "it" may go back to them."""
_HUMAN: Final = re.compile(
    r"(?:er|or|ist|ian|man|woman|person|ant|ent|ee|official|guard|source|one|president|chief|"
    r"aide|ally|witness|mother|father|diplomat|analyst|expert|head|captain|relative|victim)$"
)
_THINGS: Final = frozenset(
    words(
        """
    government parliament statement document department paper newspaper report letter order
    ministry number member center center tender agreement ombudsperson regulator operator
    """
    )
)


def is_human(roles: Iterable[str]) -> bool:
    """Guess whether a noun is of a person, by its ending: "teacher", "activist", "spokesman"."""
    return any(_HUMAN.search(role) and role not in _THINGS for role in roles)
