"""Turn an edition into the data that the map's frame draws: places, themes, routes, first view."""

import json
import math
from collections.abc import Sequence
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.model.circle import around, continuous, crosses, extent, nearest
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.model.routes import Route
from geodata.reader import contract
from geodata.reader.contract import MapConfig
from geodata.reader.frames import EARTH_RADIUS_KM, frames_km
from geodata.reader.layers import layered, own_layers
from geodata.reader.symbols import SIGNS, look, sign_of, theme_data
from geodata.wording.notes import route_note

COORDINATE_DECIMALS: Final = 4
"""Decimals of a degree that are sent for areas: 4 are at most 11 m. Points and lines have 5."""
HUGE_KM2: Final = 5_000_000
"""Areas above this do not stretch the first view; their label counts instead."""
HOME_PADDING: Final[contract.Padding] = {
    "paddingTopLeft": [20, 22],
    "paddingBottomRight": [64, 30],
}
"""Room for labels, more on the east side: names stand to the right of their places."""
ONE_SPOT_DEGREES: Final = 0.003
"""Places that are no farther apart are one spot: the first view shows `AROUND_DEGREES` about it."""
AROUND_DEGREES: Final = 0.08
TOWN_DEGREES: Final = 0.3
NEAR_DEGREES: Final = 15
"""How far from the other places the label of a huge area may lie and still be in the first view."""


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
    home = home_bounds(places)
    drawn = {place.id: around(place.geometry, _centre(home)) for place in places}
    frames = frames_km(places)
    return {
        "title": edition.article.title,
        "articleLanguage": edition.article.language,
        "home": home,
        "homePadding": HOME_PADDING,
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


def area_km2(geometry: BaseGeometry) -> float:
    """Give the area of a geometry on a sphere, in square kilometres.

    Longitude is scaled by the cosine of latitude (the sinusoidal projection, which keeps areas);
    good to a percent, enough to order places by size. Points have area 0.
    """

    def project(lonlat: np.ndarray) -> np.ndarray:
        radians = np.radians(lonlat)
        return np.column_stack((radians[:, 0] * np.cos(radians[:, 1]), radians[:, 1]))

    return float(shapely.transform(geometry, project).area) * EARTH_RADIUS_KM**2


def home_bounds(places: list[Place]) -> list[float]:
    """Give the first view: the extent of all places but the huge ones, the shortest there is.

    Russia reaches round to Alaska; to fit it would leave the rest a speck. Of a huge place only
    the label is kept in view, and only where it is near the others.

    Returns
    -------
    bounds
        [west, south, east, north] in degrees, WGS 84, continuous: the east is beyond 180 where
        they cross it. The whole world where no place is drawn.
    """
    usual = [p.bounds for p in places if area_km2(p.geometry) <= HUGE_KM2]
    if not usual:
        usual = [p.bounds for p in places] or [(-170.0, -60.0, 170.0, 75.0)]
    west, south, east, north = continuous(extent(usual))
    for place in places:
        lon, lat = nearest(place.label_lon, (west + east) / 2), place.label_lat
        near_lon = west - NEAR_DEGREES <= lon <= east + NEAR_DEGREES
        if near_lon and south - NEAR_DEGREES <= lat <= north + NEAR_DEGREES:
            west, south, east, north = (
                min(west, lon),
                min(south, lat),
                max(east, lon),
                max(north, lat),
            )
    if max(east - west, north - south) < ONE_SPOT_DEGREES:
        west, east = west - AROUND_DEGREES, east + AROUND_DEGREES
        south, north = south - AROUND_DEGREES, north + AROUND_DEGREES
    return _rounded((west, south, east, north))


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
        "bbox": _rounded(drawn.bounds),
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


def _rounded(bounds: Sequence[float]) -> list[float]:
    """Round bounds outward: to a hundredth of a degree, those of a town finer."""
    west, south, east, north = bounds
    parts = 100 if max(east - west, north - south) > TOWN_DEGREES else 10_000
    return [
        sign * math.ceil(sign * degrees * parts) / parts
        for degrees, sign in zip(bounds, (-1, -1, 1, 1), strict=True)
    ]
