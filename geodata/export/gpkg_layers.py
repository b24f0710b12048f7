"""The tables of the GeoPackage: one for each kind of geometry, and one of what has none.

QGIS shows a table of mixed geometries as several layers, and the rows without one in none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from geodata.export.common import NO_THEME
from geodata.export.geojson_layers import SHAPES, Shape, shape_of
from geodata.export.members import Row, joined
from geodata.export.qgis_forms import Kind
from geodata.export.rows import (
    certainty,
    claim_places,
    claim_row,
    edition_row,
    mention_row,
    place_row,
)
from geodata.model.edition import Edition
from geodata.model.geometry import Geometry
from geodata.model.places import Place
from geodata.wording.claims import passage
from geodata.wording.editions import LAYERS, UNMAPPED

_Pair = tuple[Row, Place | None]
_ORDER = {shape: number for number, shape in enumerate(SHAPES)}


@dataclass(frozen=True)
class Layer:
    """One table."""

    kind: Kind
    shape: Shape | None
    """``None`` for rows without geometry."""
    rows: Sequence[Row]
    geometries: Sequence[Geometry | None]

    @property
    def name(self) -> str:
        """Its name in the file."""
        return f"{self.kind}_{self.shape or 'unmapped'}"

    @property
    def description(self) -> str:
        """What it holds, in words."""
        return f"{LAYERS[self.kind]}: {self.shape or UNMAPPED}"


def layers_of(edition: Edition) -> list[Layer]:
    """Return the layers that hold something: ``places_points``, … , ``claims_unmapped``.

    Claims come with each of their places, mentions with each place meant.
    """
    kinds: tuple[tuple[Kind, Iterator[_Pair]], ...] = (
        ("places", _places(edition)),
        ("mentions", _mentions(edition)),
        ("claims", _claims(edition)),
    )
    found = [layer for kind, pairs in kinds for layer in _by_shape(kind, pairs)]
    return found or [Layer("places", "points", (), ())]  # a file has to have one


def _by_shape(kind: Kind, pairs: Iterator[_Pair]) -> Iterator[Layer]:
    """Sort rows by the geometry of their places; within one kind of it they keep their order."""

    def order(pair: _Pair) -> int:
        return _ORDER[shape_of(pair[1])] if pair[1] else len(_ORDER)

    for _, group in groupby(sorted(pairs, key=order), key=order):
        found = list(group)
        place = found[0][1]
        shape = shape_of(place) if place else None
        geometries = [place.geometry if place else None for _, place in found]
        yield Layer(kind, shape, [row for row, _ in found], geometries)


def _claims(edition: Edition) -> Iterator[_Pair]:
    for claim, place in claim_places(edition):
        words: Row = {
            "passage": passage(claim),
            "certainty": certainty(edition, claim, place),
            "first_theme": claim.themes[0] if claim.themes else NO_THEME.id,
        }
        yield claim_row(edition, claim) | words | place_row(place) | edition_row(edition), place


def _places(edition: Edition) -> Iterator[_Pair]:
    for place in edition.places:
        belonging: Row = {
            "themes": joined(theme.id for theme in edition.themes_of_place(place.id)),
            "claims": joined(claim.id for claim in edition.claims_of_place(place.id)),
        }
        yield place_row(place) | belonging | edition_row(edition), place


def _mentions(edition: Edition) -> Iterator[_Pair]:
    for mention in edition.mentions:
        for ref in mention.places or (None,):
            if row := mention_row(edition, mention, ref):
                yield row | edition_row(edition), edition.place(ref.id) if ref else None
