"""GeoJSON (RFC 7946): a feature for each claim and place, with all that is known of both.

A claim whose places cannot be mapped is a feature without geometry, so that no claim is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import shapely

from geodata.export.common import (
    about_the_edition,
    json_lines,
    published_quote,
    quotes_of,
    said,
)
from geodata.export.members import named, placed
from geodata.export.rows import claim_places, places_alone
from geodata.model.circle import crosses, extent
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.wording import field_table
from geodata.wording.claims import NO_PLACE, claim_name, claim_prose
from geodata.wording.notes import claim_notes
from geodata.wording.places import credit, credits


def export(edition: Edition) -> bytes:
    """Return the edition as a GeoJSON FeatureCollection, in UTF-8.

    Claims come in the order of the text, their places in the order of the claim; of an edition
    without claims, its places in the order of the file. Coordinates are
    WGS 84, (longitude, latitude), as stored; outer rings run counterclockwise. What lies on both
    sides of 180° has a ``bbox`` whose west is greater than its east (RFC 7946, section 5.2), since
    programs that work one out would stretch it round the globe.
    """
    features = [feature(edition, claim, place) for claim, place in claim_places(edition)]
    features += [place_alone(edition, place) for place in places_alone(edition)]
    head = {
        "type": "FeatureCollection",
        **_bbox(edition.places),
        "edition": about_the_edition(edition),
        "attribution": credits(edition),
    }
    return json_lines(head, "features", features)


def feature(edition: Edition, claim: Claim, place: Place | None) -> dict[str, Any]:
    """Return the feature of one claim and one of its places, or of a claim without any."""
    return {
        "type": "Feature",
        "id": f"{claim.id}.{place.id}" if place else claim.id,
        **_bbox((place,) if place else ()),
        "geometry": _geometry(place) if place else None,
        "properties": {
            **_readable(edition, claim, place),
            "claim": claim.id,
            "place": place.id if place else None,
            **said(edition, claim),
            "editors_notes": claim_notes(edition, claim),
            **_rest(edition, claim),
            "mentions": _mentions(edition, claim, place) if place else [],
            **(named(field_table.PLACE, "geojson", place) if place else {}),
            "attribution": credit(place) if place else "",
            "rights": edition.article.rights,
        },
    }


def _readable(edition: Edition, claim: Claim, place: Place | None) -> dict[str, str]:
    """Return what map programs show by themselves: no claim without who says it."""
    return {
        "name": place.title if place else NO_PLACE,
        "title": claim_name(edition, claim, place),
        "description": claim_prose(edition, claim),
    }


def _rest(edition: Edition, claim: Claim) -> dict[str, Any]:
    """Return the fields of a claim that stand only here, the titles of its themes after them."""
    own = {"quotes": quotes_of(edition, claim)}
    fields = named(field_table.CLAIM, "geojson", claim, always=False, instead=own)
    titles = [edition.theme(id).title for id in claim.themes]
    return placed(fields, {"themes": {"theme_titles": titles}})


def place_alone(edition: Edition, place: Place) -> dict[str, Any]:
    """Return the feature of a place that no claim is about, in an edition without claims."""
    return {
        "type": "Feature",
        "id": place.id,
        **_bbox((place,)),
        "geometry": _geometry(place),
        "properties": {
            "name": place.title,
            "title": place.title,
            "description": place.description,
            "claim": None,
            "place": place.id,
            **named(field_table.PLACE, "geojson", place),
            "attribution": credit(place),
            "rights": edition.article.rights,
        },
    }


def _bbox(places: Sequence[Place]) -> dict[str, list[float]]:
    """Return the bounds of places as a member, if they cross 180°."""
    if not places:
        return {}
    west, south, east, north = extent(place.bounds for place in places)
    return {"bbox": [west, south, east, north]} if crosses(west, east) else {}


def _geometry(place: Place) -> dict[str, Any]:
    geometry = shapely.orient_polygons(place.geometry, exterior_cw=False)
    return dict(shapely.geometry.mapping(geometry))


def _mentions(edition: Edition, claim: Claim, place: Place) -> list[dict[str, Any]]:
    """Return the mentions inside the claim that mean this place."""
    found: list[dict[str, Any]] = []
    for mention in edition.mentions_of_claim(claim.id):
        position = edition.position(mention)
        quote = published_quote(edition, mention.quote, position)
        fields = named(field_table.MENTION, "geojson", mention)
        for ref in mention.places:
            if ref.id == place.id and quote:
                found.append(
                    {
                        "id": mention.id,
                        **quote.model_dump(),
                        **position.model_dump(),
                        **placed(fields, {"kind": {"certainty": ref.certainty}}),
                    }
                )
    return found
