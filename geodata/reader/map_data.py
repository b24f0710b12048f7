"""Turn an edition into the data that the map's frame draws: places, themes, routes, first view."""

import json
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.model.circle import around, crosses, nearest
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.model.routes import Route
from geodata.reader import contract
from geodata.reader.areas import area_km2
from geodata.reader.contract import MapConfig
from geodata.reader.first_view import first_view, round_outward
from geodata.reader.frames import frames_km
from geodata.reader.layers import layered, own_layers
from geodata.reader.symbols import SIGNS, look, sign_of, theme_data
from geodata.wording.notes import route_note

COORDINATE_DECIMALS: Final = 4
"""Decimals of a degree that are sent for areas: 4 are at most 11 m. Points and lines have 5."""
HOME_PADDING: Final[contract.Padding] = {
    "paddingTopLeft": [20, 22],
    "paddingBottomRight": [64, 30],
}
"""Room for labels, more on the east side: names stand to the right of their places."""


def map_config(edition: Edition) -> MapConfig:
    """Give the map's data for an edition, the same value for the same edition.

    Returns
    -------
    config
        As `geodata.reader.contract` has it. Longitudes are continuous, without a jump at 180°:
        where the first view crosses it, places lie within 180° of the middle of that view.
    """
    edition = layered(edition)
    # Lines lie on areas and under points.
    places = sorted(edition.places, key=lambda p: (-area_km2(p.geometry), p.is_point))
    view = first_view(places)
    home = view.bounds
    drawn = {place.id: around(place.geometry, _centre(home)) for place in places}
    frames = frames_km(places)
    return {
        "title": edition.article.title,
        "articleLanguage": edition.article.language,
        "home": home,
        "homePadding": HOME_PADDING,
        "aside": list(view.aside),
        "places": [
            _place(edition, place, drawn[place.id], frames.get(place.id)) for place in places
        ],
        "themes": [theme_data(theme) for theme in edition.themes],
        **_signs(places),
        "routes": [_route(edition, route) for route in edition.routes],
        "features": {
            "type": "FeatureCollection",
            "features": [_feature(place, drawn[place.id]) for place in places],
        },
    }


def _centre(home: list[float]) -> float:
    """Give the longitude that all places are drawn nearest to: 0, where stored ones will do."""
    west, _, east, _ = home
    return (west + east) / 2 if crosses(west, east) else 0.0


def _place(
    edition: Edition, place: Place, drawn: BaseGeometry, frame_km: float | None
) -> contract.MapPlace:
    west, _, east, _ = drawn.bounds
    used = {theme for claim in edition.claims_of_place(place.id) for theme in claim.themes}
    used |= set(own_layers(edition, place))
    return {
        "id": place.id,
        "title": place.title,
        "names": dict(place.names),
        "label": [
            round(nearest(place.label_lon, (west + east) / 2), 5),
            round(place.label_lat, 5),
        ],
        "precision": look(place),
        "bbox": round_outward(drawn.bounds),
        "basis": place.basis,
        "placeClass": place.class_,
        "themes": [theme.id for theme in edition.themes if theme.id in used],
        "weight": len(edition.mentions_of_place(place.id)),
        **_frame(frame_km),
    }


def _frame(km: float | None) -> contract.Frame:
    return {"frameKm": km} if km else {}


def _signs(places: list[Place]) -> contract.Signs:
    used = {sign for place in places if (sign := sign_of(place))}
    return {"signs": {sign: path for sign, path in SIGNS.items() if sign in used}} if used else {}


def _route(edition: Edition, route: Route) -> contract.MapRoute:
    return {
        "id": route.id,
        "title": route.title,
        "note": route_note(route.note, [edition.note(id) for id in route.notes]),
        "legs": [
            {"fromPlace": leg.from_, "toPlace": leg.to, "verb": leg.verb} for leg in route.legs
        ],
    }


def _feature(place: Place, drawn: BaseGeometry) -> contract.Feature:
    decimals = COORDINATE_DECIMALS + (place.precision == "exact" or place.is_line)
    geometry = shapely.transform(drawn, lambda lonlat: np.round(lonlat, decimals))
    return {
        "type": "Feature",
        "id": place.id,
        "properties": _looks(place),
        "geometry": json.loads(shapely.to_geojson(geometry)),
    }


def _looks(place: Place) -> contract.FeatureProperties:
    looks: contract.FeatureProperties = {"precision": look(place), "basis": place.basis}
    if sign := sign_of(place):
        looks["sign"] = sign
    return looks
