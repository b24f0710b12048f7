"""GeoJSON (RFC 7946): a feature for each claim and place, with all that is known of both.

A claim whose places cannot be mapped is a feature without geometry, so that no claim is lost.
"""

from __future__ import annotations

from typing import Any

import shapely

from geodata.export.common import (
    about_the_edition,
    credit,
    credits,
    dating,
    editors_notes,
    json_lines,
    published_quote,
    quotes_of,
    said,
)
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.wording.dates import claim_time, said_words


def export(edition: Edition) -> bytes:
    """Return the edition as a GeoJSON FeatureCollection, in UTF-8.

    Claims come in the order of the text, their places in the order of the claim; of an edition
    without claims, its places in the order of the file. Coordinates are
    WGS 84, (longitude, latitude), as stored; outer rings run counterclockwise.
    """
    features = [
        feature(edition, claim, edition.place(id) if id else None)
        for claim in edition.claims_in_text_order
        for id in claim.places or ("",)
    ]
    if not edition.claims:
        features = [place_alone(edition, place) for place in edition.places]
    head = {
        "type": "FeatureCollection",
        "edition": about_the_edition(edition),
        "attribution": credits(edition),
    }
    return json_lines(head, "features", features)


def feature(edition: Edition, claim: Claim, place: Place | None) -> dict[str, Any]:
    """Return the feature of one claim and one of its places, or of a claim without any."""
    return {
        "type": "Feature",
        "id": f"{claim.id}.{place.id}" if place else claim.id,
        "geometry": _geometry(place) if place else None,
        "properties": {
            "claim": claim.id,
            "place": place.id if place else None,
            **said(edition, claim),
            "editors_notes": editors_notes(edition, claim),
            "quotes": quotes_of(edition, claim),
            "refers_to": list(claim.refers_to),
            "themes": list(claim.themes),
            "theme_titles": [edition.theme(id).title for id in claim.themes],
            "about": dating(claim.about, claim_time(claim)),
            "said": dating(claim.said, said_words(claim.said)),
            "mentions": _mentions(edition, claim, place) if place else [],
            **(_place(place) if place else {}),
            "attribution": credit(place) if place else "",
            "rights": edition.article.rights,
        },
    }


def place_alone(edition: Edition, place: Place) -> dict[str, Any]:
    """Return the feature of a place that no claim is about, in an edition without claims."""
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": _geometry(place),
        "properties": {
            "claim": None,
            "place": place.id,
            **_place(place),
            "attribution": credit(place),
            "rights": edition.article.rights,
        },
    }


def _geometry(place: Place) -> dict[str, Any]:
    geometry = shapely.orient_polygons(place.geometry, exterior_cw=False)
    return dict(shapely.geometry.mapping(geometry))


def _mentions(edition: Edition, claim: Claim, place: Place) -> list[dict[str, Any]]:
    """Return the mentions inside the claim that mean this place."""
    found: list[dict[str, Any]] = []
    for mention in edition.mentions_of_claim(claim.id):
        position = edition.position(mention)
        quote = published_quote(edition, mention.quote, position)
        for ref in mention.places:
            if ref.id == place.id and quote:
                found.append(
                    {
                        "id": mention.id,
                        **quote.model_dump(),
                        **position.model_dump(),
                        "kind": mention.kind,
                        "certainty": ref.certainty,
                        "outcome": mention.outcome,
                        "reading": mention.reading,
                        "status": mention.status,
                    }
                )
    return found


def _place(place: Place) -> dict[str, Any]:
    return {
        "place_title": place.title,
        "place_description": place.description,
        "place_class": place.class_,
        "place_names": dict(place.names),
        "place_local": list(place.local),
        "precision": place.precision,
        "precision_note": place.precision_note,
        "basis": place.basis,
        "basis_source": place.basis_source,
        "as_of": place.as_of,
        "within": place.within,
        "within_bounds": place.within_bounds,
        "within_note": place.within_note,
        "tolerance_km": place.tolerance_km,
        "label_lon": place.label_lon,
        "label_lat": place.label_lat,
        "geonames": place.geonames,
        "wikidata": place.wikidata,
        "geometry_source": place.source,
        "geometry_licence": place.licence,
        "geometry_method": place.method,
        "administered_by": place.administered_by,
        "claimed_by": place.claimed_by,
        "dispute_note": place.dispute_note,
        "excludes": [one.model_dump() for one in place.excludes],
    }
