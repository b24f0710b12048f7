"""Puts together one layer file of the basemap from simplified units, lakes and rivers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import shapely
from shapely.geometry import MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from geodata.basemap.borders import Unsettled, border_lines
from geodata.basemap.corrections import COUNTRY_NAMES
from geodata.basemap.detail import Detail
from geodata.basemap.disputed_areas import AREA_TITLES, AREAS, NO_OPINION
from geodata.basemap.naturalearth import Record
from geodata.basemap.rivers import River
from geodata.basemap.shapes import (
    clipped,
    lines_in,
    polygons_in,
    rounded,
    valid_polygons,
    without_islets,
)
from geodata.basemap.topology import coast_lines
from geodata.basemap.units import Unit
from geodata.basemap.write import Json, collection, feature, geometry_json

ATTRIBUTION = "Natural Earth (public domain); towns: GeoNames (CC BY 4.0). " + NO_OPINION
ALWAYS_APART = frozenset({"western-sahara-west", "SAH+00?"})
"""Units with a line of control between them, though of one country and one disputed area."""


@dataclass(frozen=True)
class Sources:
    """All that a layer is made of, in WGS 84."""

    units: Sequence[Unit]
    countries: Sequence[Record]
    unsettled: Unsettled
    lakes: Sequence[Record]
    rivers: Sequence[River]
    raw_units: Sequence[Record] = ()
    """The first-level layer as it stands in the source, with all of its attributes."""


def build_layer(sources: Sources, units: Sequence[Unit], detail: Detail) -> Json:
    """Return a layer file as one JSON object; docs/geodata.md describes its keys.

    Parameters
    ----------
    units
        The units as ``simplified`` returns them for this detail.
    """
    whole = valid_polygons(shapely.coverage_union_all([unit.geometry for unit in units]))
    land = without_islets(list(whole.geoms), smallest_deg2=detail.islet_deg2)
    return {
        "bbox": list(detail.bbox),
        "land": geometry_json(_area(land, detail, detail.islet_deg2)),
        "coast": geometry_json(_line(coast_lines([land]), detail)),
        "borders": _borders(units, sources, detail),
        "lakes": _lakes(sources.lakes, detail),
        "rivers": _rivers(sources.rivers, detail),
        "disputed": _disputed(units, detail),
        "attribution": ATTRIBUTION,
    }


def simplified(units: Sequence[Unit], detail: Detail) -> list[Unit]:
    """Return the units of a layer, dissolved as far as it allows, simplified as one coverage."""
    reach = shapely.box(*detail.bbox).buffer(0.5)
    pieces: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        apart = unit.country in detail.admin1_of or unit.code in ALWAYS_APART
        if unit.geometry.intersects(reach):
            pieces[unit.code if apart else f"{unit.country}/{unit.disputed}"].append(unit)
    groups = [group for _, group in sorted(pieces.items())]
    unions = [shapely.coverage_union_all([unit.geometry for unit in group]) for group in groups]
    shapes = shapely.coverage_simplify(unions, detail.tolerance_deg)
    return [replace(group[0], geometry=shape) for group, shape in zip(groups, shapes, strict=True)]


def _area(geometry: BaseGeometry, detail: Detail, smallest_deg2: float) -> MultiPolygon:
    """Return polygons as they are written: no islets, clipped, rounded, valid."""
    main = without_islets(polygons_in(geometry), smallest_deg2=smallest_deg2)
    return valid_polygons(rounded(clipped(valid_polygons(main), detail.bbox), detail.decimals))


def _line(geometry: BaseGeometry, detail: Detail) -> MultiLineString:
    """Return lines as they are written: clipped, joined, rounded."""
    inside = lines_in(clipped(geometry, detail.bbox))
    return lines_in(rounded(shapely.line_merge(inside), detail.decimals))


def _borders(units: Sequence[Unit], sources: Sources, detail: Detail) -> Json:
    """Return the lines between countries and, where wanted, between first-level units."""
    names = {record["ADM0_A3"]: record["NAME_LONG"] for record in sources.countries}
    titles = names | COUNTRY_NAMES | AREA_TITLES
    found = border_lines(units, sources.unsettled, titles, admin1_of=detail.admin1_of)
    features = []
    for (kind, name, note), geometry in found.items():
        line = _line(geometry, detail)
        if not line.is_empty:
            features.append(feature(line, {"kind": kind, "name": name, "note": note}))
    return collection(features)


def _lakes(lakes: Sequence[Record], detail: Detail) -> Json:
    """Return the lakes that are not too small for the layer."""
    features = []
    for lake in lakes:
        area = _area(lake.geometry.simplify(detail.tolerance_deg), detail, detail.lake_deg2)
        if not area.is_empty:
            features.append(feature(area, {"name": lake["name_en"] or lake["name"]}))
    return collection(features)


def _rivers(rivers: Sequence[River], detail: Detail) -> Json:
    """Return the rivers of the layer's ranks, as lines with name and rank (1 = longest)."""
    features = []
    for river in rivers:
        parts = [part for part in river.course.geoms if part.length >= detail.river_part_deg]
        line = _line(MultiLineString(parts).simplify(detail.tolerance_deg), detail)
        if river.rank <= detail.river_ranks and not line.is_empty:
            features.append(feature(line, {"name": river.name, "rank": river.rank}))
    return collection(features)


def _disputed(units: Sequence[Unit], detail: Detail) -> Json:
    """Return the disputed areas, each with who administers it, who claims it, and a note."""
    features = []
    for area in AREAS:
        of_it = [unit.geometry for unit in units if unit.disputed == area.id]
        shape = _area(shapely.coverage_union_all(of_it), detail, detail.islet_deg2)
        if not shape.is_empty:
            facts = {
                "id": area.id,
                "title": area.title,
                "administered_by": area.administered_by,
                "claimed_by": area.claimed_by,
                "note": area.note,
            }
            features.append(feature(shape, facts))
    return collection(features)
