"""Makes a whole feature of places.geojson out of an entry of the gazetteer.

WGS 84 degrees, (longitude, latitude).
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Collection, Sequence
from itertools import chain, count
from typing import Any, Final

import shapely
from shapely import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.checking.distances import km_outside
from geodata.gazetteer.entries import Entry, Extent
from geodata.gazetteer.errors import NoOutlineError
from geodata.gazetteer.gazetteer import Gazetteer, Shape
from geodata.model.circle import around
from geodata.model.geometry import Geometry
from geodata.model.kinds import KINDS
from geodata.model.labels import label_of
from geodata.model.places import WIDEST_TOLERANCE_KM, Place
from geodata.wording.terms import CLASS_FOUND

AREAS_WITH_AGREED_EDGES: Final = frozenset({"country", "province", "district", "territory"})
VAGUE: Final = frozenset({"region", "informal-area", "continent", "former-area"})
MOST_BEYOND: Final = 0.05
"""A place lies in another if no more than this part of its area lies beyond."""
SHORTEST_ID: Final = "place"


def new_feature(gazetteer: Gazetteer, id: str, places: Sequence[Place]) -> dict[str, Any]:
    """Return a feature with every property of a place, for an edition that has these places.

    Raises
    ------
    UnknownEntryError
        If the gazetteer has no place of this id.
    """
    entry = gazetteer.get(id)
    geometry, precision, note, method = _geometry(gazetteer, entry)
    if isinstance(geometry, Point):
        precision = "exact"
    names = {"en": entry.name, **{tag: name for tag, name in entry.names.items() if tag != "en"}}
    languages = gazetteer.languages(entry.country)
    label = label_of(geometry, on_the_edge=precision == "approximate")
    dispute = entry.dispute
    properties: dict[str, Any] = {
        "id": _new_id(entry.name, {place.id for place in places}),
        "title": entry.name,
        "description": _described(gazetteer, entry),
        "class": entry.kind,
        "names": names,
        "local": [tag for tag in languages if tag in names],
        "precision": precision,
        "precision_note": note,
        "basis": "text",
        "basis_source": "",
        "as_of": "",
        **_within(geometry, places, entry),
        "label_lon": label[0],
        "label_lat": label[1],
        "geonames": entry.geonames if entry.geonames != "0" else "",
        "wikidata": entry.wikidata,
        "source": entry.source.name,
        "licence": entry.source.licence,
        "method": method,
        "administered_by": dispute.administered_by if dispute else "",
        "claimed_by": dispute.claimed_by if dispute else "",
        "dispute_note": dispute.note if dispute else "",
    }
    shape = json.loads(shapely.to_geojson(geometry))
    return {"type": "Feature", "properties": properties, "geometry": shape}


def _geometry(gazetteer: Gazetteer, entry: Entry) -> tuple[Geometry, str, str, str]:
    """Return the geometry, its precision, a note on that, and how it was made."""
    if entry.has_shape:
        shape = _single(gazetteer.shape(entry.id))
        note = "Generalised for a scale of 1:10 million; edges are true to about half a kilometre."
        method = "The gazetteer's outline, simplified to 0.004° with its neighbours."
        if entry.kind in VAGUE:
            vague = "It has no agreed edge; drawn as the union of countries or units named for it."
            return shape, "approximate", vague, method
        edges = entry.kind in AREAS_WITH_AGREED_EDGES
        return shape, "administrative" if edges else "exact", note, method
    if entry.extent is not None and entry.kind not in ("city", "building"):
        note = "A rectangle about it, set by hand: it says no more than where it lies."
        return _rectangle(entry.extent), "approximate", note, "The gazetteer's extent."
    if "p" not in KINDS[entry.kind].shapes:
        raise NoOutlineError(
            f"The gazetteer knows where {entry.name} ({CLASS_FOUND[entry.kind]}) lies, but no "
            "outline of it. Cure: Draw it in a map program, and import that."
        )
    note = "A point; its limits are not drawn."
    return Point(entry.lon, entry.lat), "exact", note, "The gazetteer's point."


def _single(shape: Shape) -> Geometry:
    """Return a shape of one part as that part."""
    if isinstance(shape, Point) or len(shape.geoms) > 1:
        return shape
    (part,) = shape.geoms
    return part


def _rectangle(extent: Extent) -> Polygon | MultiPolygon:
    """Return an extent as an area, cut at 180° where it crosses that."""
    west, south, east, north = extent
    if west <= east:
        return shapely.box(west, south, east, north)
    return MultiPolygon(
        [shapely.box(west, south, 180, north), shapely.box(-180, south, east, north)]
    )


def _within(geometry: Geometry, places: Sequence[Place], entry: Entry) -> dict[str, Any]:
    """Return what it lies in: the smallest place of the edition that holds it, or a note."""
    shape = around(geometry, entry.lon)
    areas = {one.id: around(one.geometry, entry.lon) for one in places if one.is_area}
    holding = [id for id, area in areas.items() if area.area > shape.area and _holds(area, shape)]
    none = {"within": "", "within_bounds": None, "tolerance_km": 0.0}
    unit = f"{entry.unit_name}, " if entry.unit_name else ""
    note = f"In {unit}{entry.country}, which is no place of this edition."
    if not (unit or entry.country):
        note = "It lies in none of the edition's places."
    if not holding:
        return none | {"within_note": note}
    outer = min(holding, key=lambda id: (areas[id].area, id))
    beyond = km_outside(shape, areas[outer])
    if beyond > WIDEST_TOLERANCE_KM:
        return none | {"within_note": note}
    if beyond == 0:
        return none | {"within": outer, "within_note": ""}
    return none | {
        "within": outer,
        "within_note": "Two sources generalise the same edge in different ways.",
        "tolerance_km": math.ceil(beyond * 10 + 1) / 10,
    }


def _holds(outer: BaseGeometry, inner: BaseGeometry) -> bool:
    if isinstance(inner, Point):
        return bool(shapely.covers(outer, inner))
    if not shapely.intersects(outer, inner):
        return False
    size = inner.area or inner.length
    beyond = shapely.difference(inner, outer)
    return (beyond.area if inner.area else beyond.length) <= MOST_BEYOND * size


def _described(gazetteer: Gazetteer, entry: Entry) -> str:
    """Return what it is, and where, in a few words."""
    words = CLASS_FOUND[entry.kind]
    country = gazetteer.country_name(entry.country) if entry.country else ""
    where = [one for one in (entry.unit_name, country) if one and one != entry.name]
    return f"{words} in {', '.join(where)}" if where else words


def _new_id(name: str, taken: Collection[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or SHORTEST_ID
    further = (f"{stem}-{number}" for number in count(2))
    return next(one for one in chain((stem,), further) if one not in taken)
