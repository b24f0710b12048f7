"""The layers of an edition without themes: its places by their kind, all in one neutral colour."""

from __future__ import annotations

from typing import Final

from geodata.model.edition import Edition
from geodata.model.kinds import Group
from geodata.model.places import Place
from geodata.model.themes import Shape, Theme
from geodata.reader.symbols import SIGNS, sign_of

NEUTRAL: Final = ("#5a6470", "#a3adb8")
"""On light ground and on dark; shape and word tell the layers apart."""
GROUPS: Final[dict[Group, tuple[str, str, Shape]]] = {
    "country": ("Countries", "Countries", "circle"),
    "province": ("Provinces and regions", "Provinces", "square"),
    "city": ("Towns and cities", "Towns", "triangle"),
    "building": ("Buildings and sites", "Sites", "diamond"),
    "former-area": ("Former areas", "Former", "pentagon"),
    "informal-area": ("Informal areas", "Informal", "hexagon"),
    "transport": ("Streets and transport", "Transport", "cross"),
    "water": ("Rivers, lakes and seas", "Water", "shield"),
    "relief": ("Islands, mountains and land", "Land", "trapezoid"),
    "border": ("Borders and crossings", "Borders", "slant"),
}
"""Title, short title and shape of the layer of each group of kinds."""


def layered(edition: Edition) -> Edition:
    """Return an edition to be shown: where it has no themes, the kinds of its places are they.

    A claim then belongs to the layers of its places. The files and the exports stay as they are.
    """
    return edition if edition.themes else edition.once(_by_class)


def _by_class(edition: Edition) -> Edition:
    used = {place.kind.group for place in edition.places}
    themes = tuple(_layer(group) for group in GROUPS if group in used)
    claims = tuple(
        claim.model_copy(
            update={"themes": tuple({edition.place(id).kind.group: None for id in claim.places})}
        )
        for claim in edition.claims
    )
    return edition.model_copy(update={"themes": themes, "claims": claims})


def _layer(group: Group) -> Theme:
    title, short, shape = GROUPS[group]
    colour, dark = NEUTRAL
    return Theme(id=group, title=title, short=short, colour=colour, colour_dark=dark, shape=shape)


def key_signs(edition: Edition) -> list[tuple[str, str]]:
    """Return the signs in the marks of an edition's points: outline in a box of 24, and words."""
    used = {sign_of(place) for place in edition.places}
    return [(SIGNS[group], GROUPS[group][0]) for group in GROUPS if group in used]


def own_layers(edition: Edition, place: Place) -> tuple[str, ...]:
    """Return the layers that a place of a layered edition is in without any claim.

    A place with claims is in theirs, so it has none of its own.
    """
    known = {theme.id for theme in edition.themes}
    if edition.claims_of_place(place.id) or place.kind.group not in known:
        return ()
    return (place.kind.group,)
