"""Geometry is a sound point or area in degrees, or it is refused with what to do."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError
from shapely import MultiPolygon, Point, Polygon

from geodata.model.geometry import geometry_fault, read_geometry

SQUARE = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]


@pytest.mark.parametrize(
    ("member", "geometry"),
    [
        ({"type": "Point", "coordinates": [67.00141, 30.18414]}, Point(67.00141, 30.18414)),
        ({"type": "Polygon", "coordinates": SQUARE}, Polygon(SQUARE[0])),
        ({"type": "MultiPolygon", "coordinates": [SQUARE]}, MultiPolygon([Polygon(SQUARE[0])])),
    ],
)
def test_points_and_areas_are_read(
    member: dict[str, object], geometry: Point | Polygon | MultiPolygon
) -> None:
    read = read_geometry(member)
    assert read == geometry
    assert geometry_fault(read) is None


@pytest.mark.parametrize(
    ("member", "fault"),
    [
        (
            None,
            "The geometry is None, not one of Point, LineString, MultiLineString, Polygon, "
            "MultiPolygon.",
        ),
        ({}, "The geometry is None, not one of"),
        ("Point", "The geometry is 'Point', not one of"),
        ({"type": ["Point"]}, "The geometry is ['Point'], not one of"),
        ({"type": "Circle", "coordinates": [0, 0]}, "The geometry is 'Circle'"),
        ({"type": "GeometryCollection", "geometries": []}, "The geometry is 'GeometryCollection'"),
        ({"type": "Point"}, "The geometry cannot be read:"),
        ({"type": "Point", "coordinates": None}, "The geometry cannot be read:"),
        ({"type": "Point", "coordinates": ["67", "30"]}, "The geometry cannot be read:"),
        ({"type": "Point", "coordinates": [67]}, "The geometry cannot be read:"),
        ({"type": "Point", "coordinates": [True, False]}, "The geometry cannot be read:"),
        ({"type": "Point", "coordinates": [1, 2, 3, 4]}, "The geometry cannot be read:"),
        ({"type": "Point", "coordinates": [1, 2, 3]}, "The geometry has heights."),
        ({"type": "Polygon", "coordinates": [0, 0]}, "The geometry cannot be read:"),
        ({"type": "Polygon", "coordinates": [SQUARE[0][:-1]]}, "The geometry cannot be read:"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [0, 0]]]}, "The geometry cannot be read:"),
    ],
)
def test_what_is_no_geometry_of_a_place_is_refused(member: object, fault: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_geometry(member)
    assert str(refused.value).startswith(fault)


@pytest.mark.parametrize(
    ("geometry", "fault", "cure"),
    [
        (Polygon(), "The geometry is empty.", "Draw the place."),
        (
            Point(30.0, 167.0),
            "The geometry reaches from 30 to 30 in longitude and from 167 to 167 in latitude, "
            "beyond ±180 or ±90 degrees.",
            "Swap longitude and latitude: GeoJSON has the longitude first.",
        ),
        (
            Point(200.0, 95.0),
            "The geometry reaches from 200 to 200 in longitude and from 95 to 95 in latitude, "
            "beyond ±180 or ±90 degrees.",
            "Correct the coordinates; cut a line or an area at the 180th meridian.",
        ),
        (
            Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]),
            "The geometry is not valid: Self-intersection[1 1] (longitude latitude).",
            "Mend it, in QGIS with “Fix geometries”.",
        ),
    ],
)
def test_a_geometry_that_is_not_sound_is_said(
    geometry: Point | Polygon, fault: str, cure: str
) -> None:
    assert geometry_fault(geometry) == (fault, cure)
