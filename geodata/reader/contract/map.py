"""What the map gets: places, routes and views as data, and what only its drawing takes."""

# No `from __future__ import annotations`: the declarations are read from these types.

from typing import Any, Literal, NotRequired, TypedDict

from geodata.model.kinds import Group
from geodata.reader.contract.common import Box, Leg, Look, Pixels, PlaceBasis, Position, Theme


class Frame(TypedDict):
    """What a click on a place shows."""

    frameKm: NotRequired[float]
    """How much at least, in kilometres; the map's own measures where it is left out."""


class MapPlace(Frame):
    """A place as the map draws it."""

    id: str
    title: str
    names: dict[str, str]
    """The place's name by language."""
    label: Position
    """Where its label is tied to."""
    bbox: Box
    precision: Look
    basis: PlaceBasis
    placeClass: str
    themes: list[str]
    """The themes of its claims."""
    weight: int
    """How often the text means it: what is meant most has its name first where room is scarce."""


class MapRoute(TypedDict):
    """A route as the map draws it."""

    id: str
    title: str
    note: str
    """What the drawing does not say, and where more of it is said."""
    legs: list[Leg]


class Padding(TypedDict):
    """Pixels left free around a view, as Leaflet's ``fitBounds`` takes them."""

    paddingTopLeft: Pixels
    paddingBottomRight: Pixels


class Signs(TypedDict):
    """What stands in the marks of points."""

    signs: NotRequired[dict[str, str]]
    """The outlines of those that are used, in a box of 24 by 24."""


class MapFacts(Signs):
    """What is said of the map to whoever draws it."""

    title: str
    articleLanguage: str
    home: Box
    """The first view."""
    homePadding: Padding
    aside: list[str]
    """The ids of the places that lie outside of the first view: the map's edge tells of them."""
    places: list[MapPlace]
    """Largest first."""
    themes: list[Theme]
    routes: list[MapRoute]


class MapData(MapFacts):
    """What the map's frame gets."""

    assets: str
    """Where static/ is served, relative to the frame's document, with a slash at the end."""
    streets: NotRequired[str]
    """Where the host's own street map is served, relative to the frame's document."""


# What only the drawing of the map takes: it is not sent as data.


class FeatureProperties(TypedDict):
    """What a place's look follows from."""

    precision: Look
    basis: PlaceBasis
    sign: NotRequired[Group]


class Feature(TypedDict):
    """A place as GeoJSON."""

    type: Literal["Feature"]
    id: str
    properties: FeatureProperties
    geometry: dict[str, Any]


class Features(TypedDict):
    """The places as GeoJSON, largest first."""

    type: Literal["FeatureCollection"]
    features: list[Feature]


class MapConfig(MapFacts):
    """What `atlas_map` draws: `features` goes to folium, the rest to our browser module."""

    features: Features
