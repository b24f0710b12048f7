"""Places: entries of an edition's gazetteer, read from GeoJSON features.

Coordinates are WGS 84 degrees, (longitude, latitude). Precision (how exactly the geometry is
known), basis (named in the text, or inferred) and certainty (held by each mention) are three
independent fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainSerializer, model_validator
from shapely import Point

from geodata.model.base import (
    GeonamesId,
    Language,
    Latitude,
    Line,
    LineOrNone,
    Longitude,
    ParagraphOrNone,
    Slug,
    SlugOrNone,
    Value,
    WikidataId,
    refusal,
    refusals,
    shorten,
)
from geodata.model.circle import bounds_of
from geodata.model.geometry import Geometry, geometry_fault
from geodata.model.geometry import Line as DrawnLine
from geodata.model.kinds import KINDS, Kind, listed, nearest
from geodata.model.labels import with_label

Precision = Literal["exact", "administrative", "approximate"]
Bounds = tuple[Longitude, Latitude, Longitude, Latitude]
"""West, south, east, north; with west > east they cross 180° (RFC 7946)."""
WIDEST_TOLERANCE_KM = 500.0
MOST_EXCLUDED = 100

Names = Annotated[
    Mapping[Language, Line],
    AfterValidator(lambda names: MappingProxyType(dict(names))),
    PlainSerializer(dict),
]


def _known(id: str) -> str:
    if id in KINDS:
        return id
    near = nearest(id)
    raise refusal(
        f"{shorten(id)} is no kind of place.",
        f"Choose {' or '.join(near)}; docs/editing.md lists all."
        if near
        else "Choose one of the kinds that docs/editing.md lists.",
    )


PlaceClass = Annotated[str, AfterValidator(_known)]
"""The id of a kind of place: ``geodata.model.kinds``."""


def _sound(geometry: Geometry) -> Geometry:
    if found := geometry_fault(geometry):
        raise refusal(*found)
    return geometry


class Excluded(Value):
    """A point that a place's area does not hold, by its own account; the check proves it."""

    name: Line
    lon: Longitude
    lat: Latitude


def _few(points: tuple[Excluded, ...]) -> tuple[Excluded, ...]:
    if len(points) > MOST_EXCLUDED:
        raise refusal(
            f"The list has {len(points)} points; {MOST_EXCLUDED} are allowed.",
            "Keep those that a reader would look for.",
        )
    return points


class Place(Value):
    """A place that mentions can mean, with its geometry and all that is known of it."""

    id: Slug
    title: Line
    description: Line
    class_: PlaceClass = Field(validation_alias="class")
    names: Names
    """Local and foreign names, by language."""
    local: tuple[Language, ...]
    """The languages whose names stand on the card as the local ones."""
    precision: Precision
    precision_note: Line
    basis: Literal["text", "inferred"]
    """Whether the text names it, or it is inferred from outside."""
    basis_source: LineOrNone
    as_of: LineOrNone
    within: SlugOrNone
    """The place that it lies in; "" for none in this edition."""
    within_bounds: Bounds | None
    """The limits of a named area outside the edition that it lies in."""
    within_note: LineOrNone
    tolerance_km: Annotated[float, Field(strict=True, ge=0, le=WIDEST_TOLERANCE_KM)]
    """How far it may lie outside ``within``, in kilometres, since borders are generalised."""
    label_lon: Longitude
    label_lat: Latitude
    """Where the label stands; worked out from the geometry where neither is given."""
    geonames: GeonamesId
    wikidata: WikidataId
    source: Line
    """Of the geometry: the data set and its version."""
    licence: Line
    method: Line
    """How the geometry was made from its source."""
    administered_by: LineOrNone = ""
    claimed_by: LineOrNone = ""
    dispute_note: ParagraphOrNone = ""
    excludes: Annotated[tuple[Excluded, ...], AfterValidator(_few)] = ()
    """Towns and the like that it says it leaves out."""
    geometry: Annotated[Geometry, AfterValidator(_sound)]

    @model_validator(mode="before")
    @classmethod
    def _place_the_label(cls, place: object) -> object:
        return with_label(place) if isinstance(place, Mapping) else place

    @model_validator(mode="after")
    def _say_what_belongs_together(self) -> Place:
        if found := self.contradictions():
            raise refusals(found)
        return self

    def contradictions(self) -> list[tuple[str, str]]:
        """Return what does not agree between the fields: each fault with its cure."""
        return _contradictions(self)

    @property
    def label(self) -> tuple[float, float]:
        """Where the label stands: (longitude, latitude)."""
        return self.label_lon, self.label_lat

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north of the geometry, in degrees; west > east across 180°."""
        return bounds_of(self.geometry)

    @property
    def local_names(self) -> tuple[tuple[str, str], ...]:
        """The local names as (language, name), in the order of ``local``, each spelling once."""
        once: dict[str, str] = {}
        for language in self.local:
            once.setdefault(self.names[language], language)
        return tuple((language, name) for name, language in once.items())

    @property
    def kind(self) -> Kind:
        """What kind of place it is."""
        return KINDS[self.class_]

    @property
    def is_point(self) -> bool:
        """Whether the geometry is a point."""
        return isinstance(self.geometry, Point)

    @property
    def is_line(self) -> bool:
        """Whether the geometry is a line, or several."""
        return isinstance(self.geometry, DrawnLine)

    @property
    def is_area(self) -> bool:
        """Whether the geometry is an area, or several."""
        return not (self.is_point or self.is_line)


_POINT_CURE = "A point stands for an exactly known spot; draw anything else as an area."


def _instead_of_a_point(kind: Kind) -> str:
    shape = {"l": "a line", "a": "an area", "la": "a line or an area"}[kind.shapes]
    return f"A {kind.words} is no spot: draw it as {shape}."


def _contradictions(place: Place) -> list[tuple[str, str]]:
    """List (fault, cure) of fields that do not agree with one another."""
    found: list[tuple[str, str]] = []

    def say(wrong: bool, fault: str, cure: str) -> None:
        if wrong:
            found.append((fault, cure))

    missing = [language for language in place.local if language not in place.names]
    say(
        bool(missing),
        f"`local` names the language {missing[:1]}, in which `names` has no name.",
        "Add the name, or take the language out of `local`.",
    )
    say(
        place.is_point and (place.precision != "exact" or "p" not in place.kind.shapes),
        f"The geometry is a point, but the place is of class {place.class_} and {place.precision}.",
        _POINT_CURE if "p" in place.kind.shapes else _instead_of_a_point(place.kind),
    )
    say(
        place.is_line and "l" not in place.kind.shapes,
        f"The geometry is a line, but the place is of class {place.class_}.",
        f"A line stands for one of these: {listed('l')}. Draw anything else as a point or an area.",
    )
    say(
        place.is_area and "a" not in place.kind.shapes,
        f"The geometry is an area, but the place is of class {place.class_}.",
        "Draw it as a line.",
    )
    say(
        place.basis == "inferred" and not place.basis_source,
        "The place is inferred, but `basis_source` is empty.",
        "Name the outside source that it is inferred from.",
    )
    say(
        place.basis == "text" and bool(place.basis_source),
        "The place is named in the text, but `basis_source` names an outside source.",
        'Make `basis` inferred, or `basis_source` "".',
    )
    say(
        bool(place.within) and place.within_bounds is not None,
        f"`within` names {place.within!r}, and `within_bounds` is given too.",
        "Keep one of them.",
    )
    say(
        not place.within and not place.within_note,
        "Nothing says what the place lies in.",
        "Give `within`; or `within_bounds` and `within_note`; or the exception in `within_note`.",
    )
    say(
        place.tolerance_km > 0 and not place.within_note,
        f"It may lie {place.tolerance_km:g} km outside, but `within_note` does not say why.",
        "State the tolerance and its reason in `within_note`.",
    )
    bounds = place.within_bounds
    say(
        bounds is not None and (bounds[0] == bounds[2] or bounds[1] >= bounds[3]),
        f"`within_bounds` is {list(bounds or ())}, which holds no area.",
        "Write it as [west, south, east, north]; west is greater than east only across 180°.",
    )
    say(
        bool(place.administered_by or place.claimed_by) and not place.dispute_note,
        "It is administered or claimed by someone, but `dispute_note` is empty.",
        "Say in `dispute_note` what is disputed.",
    )
    say(
        not place.is_area and bool(place.excludes),
        f"The geometry is a {'point' if place.is_point else 'line'}, but `excludes` says what its "
        "area leaves out.",
        "Take `excludes` out: only an area can leave something out.",
    )
    return found
