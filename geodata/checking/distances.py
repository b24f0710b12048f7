"""Checks of places that need distances and areas: geopandas and pyproj, in metres.

Each place is looked at in projections of WGS 84 that are centred on it: areas in the azimuthal
equal-area one, distances in the azimuthal equidistant one. Lines between two corners are straight
in degrees (RFC 7946), so they get more corners before they are projected. What lies across 180°
from a place is turned to its side first.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import geopandas as gpd
import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geodata.model.base import shorten
from geodata.model.circle import (
    MAP_END,
    Bounds,
    around,
    beyond_the_map,
    continuous,
    crosses,
    long_edge,
    nearest,
)
from geodata.model.places import Place

SMALLEST_AREA_KM2 = 0.0001
"""A house of 10 by 10 metres; less than that is a slip of the hand."""
CENTRE = 0.3
"""How near to its centre the label of an approximate area may not stand, as a part of the radius
of a circle of the same area."""
FARTHEST_LABEL_KM = 50.0
"""How far outside its place a label may stand before it is warned of."""
SHORTEST_LINE_M = 1.0
_STEP_DEGREES = 0.1
"""How far apart the corners of a line may be before it is projected."""
_ROUNDING_KM = 0.05
"""What the bend of a line between two such corners can make out."""
_EQUAL_AREA, _EQUIDISTANT = "+proj=laea", "+proj=aeqd"

Finding = tuple[str, str]
"""A fault (or warning) and its cure."""


def place_faults(place: Place, outer: Place | None) -> Iterator[Finding]:
    """Find what is wrong with where a place lies.

    Parameters
    ----------
    place
        The place.
    outer
        The place that it says it lies in, if it is one of the edition.
    """
    if place.is_line and (length_m := _metric(place, _shape(place)).length) < SHORTEST_LINE_M:
        yield f"The line is {length_m:.2f} m long, as good as none.", "Draw the line."
        return
    if place.is_area:
        area_km2 = _metric(place, _shape(place), _EQUAL_AREA).area / 1e6
        if area_km2 < SMALLEST_AREA_KM2:
            yield (
                f"The area is {area_km2 * 1e6:.2f} m², as good as none.",
                "Draw the area, or a point if it is an exactly known spot.",
            )
            return
    yield from _lies_within(place, outer)
    yield from _holds_what_it_excludes(place)
    yield from _label_off_the_centre(place)


def place_warnings(place: Place) -> Iterator[Finding]:
    """Find what looks odd about where a place's label stands."""
    away_km = (
        _metric(place, _point(place, *place.label)).distance(_metric(place, _shape(place))) / 1000
    )
    if away_km > FARTHEST_LABEL_KM:
        yield (
            f"The label stands {away_km:,.0f} km outside the place.",
            "Move it to the place, unless it is meant.",
        )
    if edge := long_edge(place.geometry):
        yield (
            f"An edge of its outline runs from {edge[0]:g} to {edge[1]:g} in longitude, the long "
            "way round the globe.",
            "If it was to cross 180°, cut the area there, into two parts, as RFC 7946 asks.",
        )
    yield from _off_the_map(place)


def _off_the_map(place: Place) -> Iterator[Finding]:
    """Say of a place that it lies where a Web Mercator map has ended, or reaches there."""
    _, south, _, north = place.bounds
    if not beyond_the_map(place.bounds):
        return
    end = f"{MAP_END:.2f}° {'north' if north > MAP_END else 'south'}"
    if south > MAP_END or north < -MAP_END:
        yield (
            f"It lies beyond the map, which ends at {end}: it is shown at the map's edge.",
            "Leave it so; its card says that the map ends there.",
        )
    else:
        yield (
            f"It reaches beyond the map, which ends at {end}: the rest of it is not drawn.",
            "Leave it so; its card says that the map ends there.",
        )


def _metric(place: Place, geometry: BaseGeometry, projection: str = _EQUIDISTANT) -> BaseGeometry:
    """Project a geometry from degrees to metres around the middle of a place."""
    return _metric_around(_middle(place), geometry, projection)


def _metric_around(
    middle: tuple[float, float], geometry: BaseGeometry, projection: str = _EQUIDISTANT
) -> BaseGeometry:
    lon, lat = middle
    crs = f"{projection} +lat_0={lat} +lon_0={lon} +datum=WGS84"
    fine = shapely.segmentize(geometry, _STEP_DEGREES)
    projected: BaseGeometry = gpd.GeoSeries([fine], crs="EPSG:4326").to_crs(crs).iloc[0]
    return projected


def _middle(place: Place) -> tuple[float, float]:
    return _middle_of(continuous(place.bounds))


def _middle_of(bounds: Bounds) -> tuple[float, float]:
    west, south, east, north = bounds
    return (west + east) / 2, (south + north) / 2


def _shape(place: Place) -> BaseGeometry:
    """Return a place's geometry in one piece, with no jump at 180°."""
    return around(place.geometry, _middle(place)[0])


def _point(place: Place, lon: float, lat: float) -> Point:
    """Return a point on the side of 180° that is nearer to a place."""
    return Point(nearest(lon, _middle(place)[0]), lat)


def _outer_area(place: Place, outer: Place | None) -> tuple[BaseGeometry, str] | None:
    """Return the area that a place is to lie in, turned to it, and its name."""
    lon, _ = _middle(place)
    if outer:
        return around(outer.geometry, lon), outer.id
    if bounds := place.within_bounds:
        across = ", across 180°" if crosses(bounds[0], bounds[2]) else ""
        area = around(shapely.box(*continuous(bounds)), lon)
        return area, f"its bounds {list(bounds)}{across}"
    return None


def _lies_within(place: Place, outer: Place | None) -> Iterator[Finding]:
    area = _outer_area(place, outer)
    if area is None:
        return
    geometry, name = area
    if (outside_km := km_outside(_shape(place), geometry)) <= place.tolerance_km + _ROUNDING_KM:
        return
    swapped = shapely.transform(place.geometry, lambda pairs: pairs[:, ::-1])
    if shapely.intersects(geometry, swapped) and not shapely.intersects(geometry, place.geometry):
        yield (
            f"It lies {outside_km:,.1f} km outside {name}, but not if its coordinates are swapped.",
            "Swap longitude and latitude: GeoJSON has the longitude first.",
        )
        return
    yield (
        f"It lies {outside_km:,.1f} km outside {name}; {place.tolerance_km:g} km are allowed.",
        "Correct the geometry or what it lies in, or state the exception in `within_note` and "
        "`tolerance_km`.",
    )


def km_outside(inner: BaseGeometry, outer: BaseGeometry) -> float:
    """Return how far the farthest part of a geometry lies outside an area, in kilometres.

    Both in WGS 84 degrees, (longitude, latitude), without a jump at 180° and on the same side of
    it (`geodata.model.circle.around`).
    """
    if shapely.covers(outer, inner):
        return 0.0
    nearby = _clip(inner, outer)
    if nearby.is_empty:
        nearby = shapely.get_point(shapely.shortest_line(outer, inner), 0)
    middle = _middle_of(inner.bounds)
    outer_m, inner_m = _metric_around(middle, nearby), _metric_around(middle, inner)
    outside = shapely.difference(inner_m, outer_m)
    corners = [Point(corner) for corner in shapely.get_coordinates(outside)]
    return max((corner.distance(outer_m) for corner in corners), default=0.0) / 1000


def _clip(inner: BaseGeometry, outer: BaseGeometry) -> BaseGeometry:
    """Cut a large area down to the surroundings of a place, so that it can be projected well."""
    west, south, east, north = inner.bounds
    room = 10.0
    box = shapely.box(west - room, south - room, east + room, north + room)
    return shapely.intersection(shapely.make_valid(outer), box)


def _holds_what_it_excludes(place: Place) -> Iterator[Finding]:
    for one in place.excludes:
        point = _point(place, one.lon, one.lat)
        if not shapely.covers(_shape(place), point):
            continue
        edge = _metric(place, shapely.boundary(_shape(place)))
        inside_km = _metric(place, point).distance(edge) / 1000
        yield (
            f"It says that it leaves {shorten(one.name)} out, but its area holds it, "
            f"{inside_km:,.1f} km inside the edge.",
            "Redraw the area, correct the point, or take it out of `excludes`.",
        )


def _label_off_the_centre(place: Place) -> Iterator[Finding]:
    if place.precision != "approximate" or not place.is_area:
        return
    area = _metric(place, _shape(place), _EQUAL_AREA)
    radius = math.sqrt(area.area / math.pi)
    away = _metric(place, _point(place, *place.label), _EQUAL_AREA).distance(area.centroid)
    if away < CENTRE * radius:
        yield (
            f"The label of this approximate area stands {away / 1000:,.0f} km from its centre, "
            f"where it would look like the spot.",
            f"Move it to the edge, at least {CENTRE * radius / 1000:,.0f} km from the centre.",
        )
