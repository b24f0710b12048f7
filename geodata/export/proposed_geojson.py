"""GeoJSON of what a machine proposes for a text: a feature for each place, with its mentions.

A mention without a place is no feature; it stands in ``unplaced``, so that none is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from geodata.export.common import json_lines
from geodata.geoparse.record import rounded
from geodata.geoparse.values import Mention, Parse, Place
from geodata.wording.terms import STATUS

PROPOSED: Final = "proposed"
CREDITS: Final = {
    "geonames": "GeoNames (CC BY 4.0)",
    "naturalearth": "Natural Earth (public domain)",
}
"""Whose data a place is, by how its id begins."""


def export(parse: Parse, id: str) -> bytes:
    """Return a parse as a GeoJSON FeatureCollection of points, in UTF-8.

    Places come in the order in which the text first names them; coordinates are WGS 84,
    (longitude, latitude). Each feature says that a machine proposes it.
    """
    mentions = [rounded(one) for one in parse.mentions]
    features = [_feature(place, named) for place, named in _by_place(mentions)]
    head = {
        "type": "FeatureCollection",
        "text": id,
        "language": parse.language,
        "status": PROPOSED,
        "remarks": list(parse.remarks),
        "attribution": credits([place for place, _ in _by_place(mentions)]),
        "unplaced": [mention_facts(one) for one in mentions if not one.place],
    }
    return json_lines(head, "features", features)


def credits(places: Sequence[Place]) -> list[str]:
    """Return whose data the places are, each source once."""
    sources = (CREDITS.get(place.id.partition(":")[0], "") for place in places)
    return [one for one in dict.fromkeys(sources) if one]


def mention_facts(mention: Mention) -> dict[str, Any]:
    """Return a mention without its place: where it stands, as what, how surely and why."""
    return {
        "exact": mention.toponym.text,
        "start": mention.toponym.span.start,
        "end": mention.toponym.span.end,
        "kind": mention.toponym.kind,
        "status": PROPOSED,
        "confidence": mention.confidence,
        "level": mention.level,
        "why": mention.why,
        "cannot_choose": mention.cannot_choose,
        "none_of_these": mention.none_of_these,
    }


def _by_place(mentions: Sequence[Mention]) -> list[tuple[Place, list[Mention]]]:
    """Return each place with its mentions, in the order of their first ones."""
    found: dict[str, tuple[Place, list[Mention]]] = {}
    for one in mentions:
        if one.place:
            found.setdefault(one.place.id, (one.place, []))[1].append(one)
    return list(found.values())


def _feature(place: Place, mentions: Sequence[Mention]) -> dict[str, Any]:
    """Return a place's feature; how sure it is, is how sure the surest mention is."""
    surest = max(mentions, key=lambda one: one.confidence)
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "description": f"{STATUS[PROPOSED]}. {surest.why}".rstrip(),
            "place": place.id,
            "class": place.code,
            "kind": place.kind,
            "country": place.country,
            **({"dispute": place.dispute} if place.dispute else {}),
            "status": PROPOSED,
            "confidence": surest.confidence,
            "level": surest.level,
            "times": len(mentions),
            "mentions": [mention_facts(one) for one in mentions],
        },
    }
