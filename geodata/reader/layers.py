"""The layers of an edition without themes: its places by their class, all in one neutral colour."""

from __future__ import annotations

from typing import Final

from geodata.model.edition import Edition
from geodata.model.places import Place, PlaceClass
from geodata.model.themes import Shape, Theme

NEUTRAL: Final = ("#5a6470", "#a3adb8")
"""On light ground and on dark; shape and word tell the layers apart."""
CLASSES: Final[dict[PlaceClass, tuple[str, str, Shape]]] = {
    "country": ("Countries", "Countries", "circle"),
    "province": ("Provinces and regions", "Provinces", "square"),
    "city": ("Towns and cities", "Towns", "triangle"),
    "building": ("Buildings and sites", "Sites", "diamond"),
    "former-area": ("Former areas", "Former", "pentagon"),
    "informal-area": ("Informal areas", "Informal", "hexagon"),
}
"""Title, short title and shape of each class's layer."""


def layered(edition: Edition) -> Edition:
    """Return an edition to be shown: where it has no themes, the classes of its places are they.

    A claim then belongs to the layers of its places. The files and the exports stay as they are.
    """
    return edition if edition.themes else edition.once(_by_class)


def _by_class(edition: Edition) -> Edition:
    used = {place.class_ for place in edition.places}
    themes = tuple(_layer(kind) for kind in CLASSES if kind in used)
    claims = tuple(
        claim.model_copy(
            update={"themes": tuple({edition.place(id).class_: None for id in claim.places})}
        )
        for claim in edition.claims
    )
    return edition.model_copy(update={"themes": themes, "claims": claims})


def _layer(kind: PlaceClass) -> Theme:
    title, short, shape = CLASSES[kind]
    colour, dark = NEUTRAL
    return Theme(id=kind, title=title, short=short, colour=colour, colour_dark=dark, shape=shape)


def own_layers(edition: Edition, place: Place) -> tuple[str, ...]:
    """Return the layers that a place of a layered edition is in without any claim.

    A place with claims is in theirs, so it has none of its own.
    """
    known = {theme.id for theme in edition.themes}
    if edition.claims_of_place(place.id) or place.class_ not in known:
        return ()
    return (place.class_,)
