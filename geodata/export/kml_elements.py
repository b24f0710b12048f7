"""The elements of KML that the export is put together from."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping

import shapely
from shapely import LineString, Point, Polygon

from geodata.export.members import Cell
from geodata.model.circle import Bounds, continuous, crosses, wrapped
from geodata.model.dates import Dating
from geodata.model.geometry import Geometry

KML = "http://www.opengis.net/kml/2.2"
ATOM = "http://www.w3.org/2005/Atom"
_DEGREE_M = 111_195
_FARTHEST_M = 12_000_000
"""From where one sees as much of the globe as there is to see."""
# What XML 1.0 cannot hold at all, escaped or not.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def child(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element of KML; a sign that XML cannot hold becomes U+FFFD."""
    element = ET.SubElement(parent, f"{{{KML}}}{tag}", attributes)
    element.text = _NOT_IN_XML.sub("\ufffd", text) or None
    return element


def data(parent: ET.Element, values: Mapping[str, Cell]) -> None:
    """Add named values that programs can read; empty ones are left out."""
    extended = child(parent, "ExtendedData")
    for name, value in values.items():
        if value not in ("", None):
            child(child(extended, "Data", name=name), "value", str(value))


def time_span(parent: ET.Element, when: Dating) -> None:
    """Add the days between which something was; an open end is left out."""
    span = child(parent, "TimeSpan")
    for name, day in (("begin", when.earliest), ("end", when.latest)):
        if day:
            child(span, name, day.isoformat())


def paint(colour: str, opacity: str) -> str:
    """Turn ``#rrggbb`` and an opacity from 00 to ff into KML's ``aabbggrr``."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"{opacity}{blue}{green}{red}"


def look_at(parent: ET.Element, bounds: Bounds) -> None:
    """Add a view of bounds that cross 180°; of others, programs find it themselves.

    It stands above their middle, as high as they are wide; KML wants its longitude in [-180, 180].
    """
    if not crosses(bounds[0], bounds[2]):
        return
    west, south, east, north = continuous(bounds)
    lat = (south + north) / 2
    wide = (east - west) * math.cos(math.radians(lat))
    view = child(parent, "LookAt")
    child(view, "longitude", f"{round(wrapped((west + east) / 2), 5):g}")
    child(view, "latitude", f"{round(lat, 5):g}")
    child(view, "range", f"{min(_FARTHEST_M, _DEGREE_M * max(wide, north - south, 0.1)) * 1.2:.0f}")


def geometry(parent: ET.Element, shape: Geometry, label: tuple[float, float] | None = None) -> None:
    """Add a geometry in degrees, longitude first; outer rings run counterclockwise.

    A line or an area has a point at its ``label``, if given: map programs name points alone.
    """
    if isinstance(shape, Point):
        point(parent, shape.x, shape.y)
        return
    parts = list(shapely.get_parts(shape))
    many = child(parent, "MultiGeometry") if label or len(parts) > 1 else parent
    if label:
        point(many, *label)
    for part in parts:
        (_polygon if isinstance(part, Polygon) else _line)(many, part)


def point(parent: ET.Element, lon: float, lat: float) -> None:
    """Add a point in degrees."""
    child(child(parent, "Point"), "coordinates", f"{lon!r},{lat!r}")


def _line(parent: ET.Element, line: LineString) -> None:
    drawn = child(parent, "LineString")
    child(drawn, "tessellate", "1")
    _positions(drawn, line)


def _polygon(parent: ET.Element, shape: Polygon) -> None:
    wound = shapely.orient_polygons(shape, exterior_cw=False)
    polygon = child(parent, "Polygon")
    child(polygon, "tessellate", "1")
    _ring(child(polygon, "outerBoundaryIs"), wound.exterior)
    for hole in wound.interiors:
        _ring(child(polygon, "innerBoundaryIs"), hole)


def _ring(parent: ET.Element, ring: shapely.LinearRing) -> None:
    _positions(child(parent, "LinearRing"), ring)


def _positions(parent: ET.Element, line: LineString) -> None:
    positions = (f"{float(x)!r},{float(y)!r}" for x, y in line.coords)
    child(parent, "coordinates", " ".join(positions))
