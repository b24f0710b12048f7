"""The contract with the browser: every field of the page's data and of the map's data.

``static/atlas/data.d.ts`` is derived from it (``make contract``), so that the browser code is
checked against the same words. Keys are written as the browser writes names. A field that ends in
``Words`` is to be read by people; an id never is. A list named after records holds their ids.
Positions are [longitude, latitude] and boxes [west, south, east, north], in degrees, WGS 84.
"""

# No `from __future__ import annotations`: the declarations are read from these types.

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from geodata.model.base import Status
from geodata.model.claims import Form, Mode, Source
from geodata.model.mentions import Outcome
from geodata.model.places import PlaceClass, Precision

PlaceBasis = Literal["text", "inferred"]
KindField = Literal["form", "source", "mode"]
Direction = Literal["ltr", "rtl"]
Position = Annotated[list[float], 2]
Box = Annotated[list[float], 4]
Pixels = Annotated[list[int], 2]


class ThemeMark(TypedDict):
    """A theme's mark: its colours in a light and a dark scheme, and its shape."""

    colour: str
    colourDark: str
    path: str
    """The shape: an SVG path in a box of 24."""


class Theme(ThemeMark):
    """A subject of claims."""

    id: str
    title: str


class EditionFacts(TypedDict):
    """What a citation says of an edition."""

    id: str
    title: str
    authors: list[str]
    publisher: str
    """Empty where it was not supplied."""
    language: str
    """The article's, as a tag such as ``en``."""
    direction: Direction
    """Which way text of that language runs."""
    dated: str
    """In words: when the article was published, or else when it was written."""


class Speaker(TypedDict):
    """Somebody who says something; the name stands in each claim's words."""

    id: str
    source: Source


class KindOption(TypedDict):
    """One kind of claim."""

    id: str
    title: str


class KindGroup(TypedDict):
    """A group of the filter "kind of claim"; its id is the claims' field that it is about."""

    id: KindField
    title: str
    options: list[KindOption]


class Language(TypedDict):
    """A language that names can be shown in."""

    id: str
    title: str


class LocalName(TypedDict):
    """A place's name where it lies."""

    lang: str
    text: str
    dir: Direction


class PagePlace(TypedDict):
    """A place as its card shows it."""

    id: str
    title: str
    description: str
    names: dict[str, str]
    """The place's name by language."""
    local: list[LocalName]
    precision: Precision
    precisionWords: str
    precisionNote: str
    basis: PlaceBasis
    """Whether the text names it, or it is inferred from outside."""
    basisWords: str
    basisSource: str
    asOf: str
    dispute: str
    administeredBy: str
    claimedBy: str
    outlineSource: str
    outlineLicence: str
    mentions: list[str]
    claims: list[str]
    layers: NotRequired[list[str]]
    """Ids of the layers (themes) that it is in by itself, where it has no claim."""


class PlaceMeant(TypedDict):
    """A place that a mention means, and how sure it is that this one is meant."""

    id: str
    certaintyWords: str


class Mention(TypedDict):
    """A place expression of the text."""

    id: str
    exact: str
    places: list[PlaceMeant]
    outcome: Outcome
    reasonWords: str
    """Why it is not on the map; "" where it is."""
    reading: str
    """The interpretation taken, or why there is none."""
    claims: list[str]
    status: Status
    statusWords: str


class Piece(TypedDict):
    """A stretch of a quote."""

    text: str
    mention: NotRequired[str]
    hedge: NotRequired[bool]


class Dating(TypedDict):
    """When a claim says that something was."""

    words: str
    inferred: bool
    """Whether the editors inferred it; the text states it otherwise."""
    earliest: str | None
    """The first day, as "2015-01-31"; null where that side is open."""
    latest: str | None
    """The last day, in the same way."""


class Claim(TypedDict):
    """What is said of places, and all that keeps it a claim."""

    id: str
    speakerId: str
    according: str
    form: Form
    source: Source
    mode: Mode
    kindWords: str
    quotes: list[list[Piece]]
    limitation: str
    pointer: str
    """The words of the limitation that point to the first of the notes; "" for none."""
    notes: list[str]
    """The editors' notes that bear on it."""
    themes: list[str]
    places: list[str]
    mentions: list[str]
    refersTo: list[str]
    """Mentions elsewhere that the claim refers to without naming them itself."""
    about: Dating | None
    saidWords: str
    """When it was said."""
    status: Status
    statusWords: str
    statusShort: str
    """The same words, where the whole has been said once."""


class PageNote(TypedDict):
    """An editors' note: its text stands below the article; here is how it is named."""

    id: str
    title: str


class Leg(TypedDict):
    """One step of a route, with the verb of the text."""

    fromPlace: str
    toPlace: str
    verb: str


class PageLeg(Leg):
    """One step of a route, and the mention at which the reader stands while on it."""

    mention: str


class PageRoute(TypedDict):
    """A claim that names several places in an order."""

    id: str
    claim: str
    note: str
    """What the drawing does not say."""
    notes: list[str]
    """The editors' notes that bear on it."""
    legs: list[PageLeg]


class PageData(TypedDict):
    """What a page gets of an edition."""

    edition: EditionFacts
    themes: list[Theme]
    speakers: list[Speaker]
    kinds: list[KindGroup]
    places: list[PagePlace]
    mentions: list[Mention]
    """In the order of the text."""
    claims: list[Claim]
    notes: list[PageNote]
    routes: list[PageRoute]
    languages: list[Language]


class MapPlace(TypedDict):
    """A place as the map draws it."""

    id: str
    title: str
    names: dict[str, str]
    """The place's name by language."""
    label: Position
    """Where its label is tied to."""
    bbox: Box
    precision: Precision
    basis: PlaceBasis
    placeClass: PlaceClass
    themes: list[str]
    """The themes of its claims."""


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


class MapFacts(TypedDict):
    """What is said of the map to whoever draws it."""

    title: str
    articleLanguage: str
    home: Box
    """The first view."""
    homePadding: Padding
    places: list[MapPlace]
    """Largest first."""
    themes: list[Theme]
    routes: list[MapRoute]


class MapData(MapFacts):
    """What the map's frame gets."""

    assets: str
    """Where static/ is served, relative to the frame's document, with a slash at the end."""


# What only the drawing of the map takes: it is not sent as data.


class FeatureProperties(TypedDict):
    """What a place's look follows from."""

    precision: Precision
    basis: PlaceBasis


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
