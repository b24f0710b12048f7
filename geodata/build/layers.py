"""Puts together one layer file of the basemap from simplified units, lakes and rivers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from geodata.build.borders import Vertex, border_lines
from geodata.build.shapes import (
    clipped,
    lines_in,
    polygons_in,
    rounded,
    valid_polygons,
    without_islets,
)
from geodata.build.status import AREAS, NO_OPINION
from geodata.build.topology import coast_lines
from geodata.build.write import Json, collection, feature, geometry_json

ATTRIBUTION = "Made with Natural Earth (public domain). " + NO_OPINION


@dataclass(frozen=True)
class Detail:
    """How finely, and where, one layer file is drawn."""

    name: str
    bbox: tuple[float, float, float, float]
    """West, south, east, north, degrees."""
    tolerance_deg: float
    """Of the Visvalingam simplification: triangles smaller than its square go."""
    decimals: int
    islet_deg2: float
    """Islands smaller than this are left out."""
    lake_deg2: float
    """Lakes smaller than this are left out."""
    admin1_of: frozenset[str]
    """Countries (three letters) whose first-level lines are drawn."""
    river_ranks: int
    """Rivers up to this rank are drawn."""


@dataclass(frozen=True)
class Sources:
    """All that a layer is made of, in WGS 84."""

    units: gpd.GeoDataFrame
    unsettled: Mapping[str, set[Vertex]]
    lakes: gpd.GeoDataFrame
    rivers: gpd.GeoDataFrame


def build_layer(sources: Sources, detail: Detail) -> Json:
    """Return a layer file as one JSON object; see docs/geodata.md for its keys."""
    units = simplified(sources.units, detail)
    land = MultiPolygon(
        polygons_in(valid_polygons(rounded(shapely.coverage_union_all(units.geometry), 6)))
    )
    return {
        "bbox": list(detail.bbox),
        "land": geometry_json(_area(land, detail)),
        "coast": geometry_json(_line(coast_lines([_main(land, detail)]), detail)),
        "borders": _borders(units, sources, detail),
        "lakes": _lakes(sources.lakes, detail),
        "rivers": _rivers(sources.rivers, detail),
        "disputed": _disputed(units, detail),
        "attribution": ATTRIBUTION,
    }


def simplified(units: gpd.GeoDataFrame, detail: Detail) -> gpd.GeoDataFrame:
    """Return the units of a layer, dissolved as far as it allows, simplified as one coverage."""
    near = units[units.intersects(shapely.box(*detail.bbox).buffer(0.5))]
    wanted = near.country.isin(detail.admin1_of) | near.unit.str.startswith(("western", "SAH"))
    near = near.assign(piece=near.unit.where(wanted, near.country + "/" + near.disputed))
    rows = [
        (group.iloc[0], shapely.coverage_union_all(group.geometry))
        for _, group in near.groupby("piece", sort=True)
    ]
    shapes = shapely.coverage_simplify([shape for _, shape in rows], detail.tolerance_deg)
    table = {key: [row[key] for row, _ in rows] for key in ("unit", "country", "disputed", "title")}
    return gpd.GeoDataFrame(table, geometry=list(shapes), crs=4326)


def _main(land: MultiPolygon, detail: Detail) -> MultiPolygon:
    """Return the land without islets."""
    return without_islets(list(land.geoms), smallest_deg2=detail.islet_deg2)


def _area(
    geometry: BaseGeometry, detail: Detail, *, smallest_deg2: float | None = None
) -> MultiPolygon:
    """Return polygons as they are written: no islets, clipped, rounded, valid."""
    least = detail.islet_deg2 if smallest_deg2 is None else smallest_deg2
    main = without_islets(polygons_in(geometry), smallest_deg2=least)
    return valid_polygons(rounded(clipped(valid_polygons(main), detail.bbox), detail.decimals))


def _line(geometry: BaseGeometry, detail: Detail) -> BaseGeometry:
    """Return lines as they are written: clipped, joined, rounded."""
    inside = lines_in(clipped(geometry, detail.bbox))
    return lines_in(rounded(shapely.line_merge(inside), detail.decimals))


def _borders(units: gpd.GeoDataFrame, sources: Sources, detail: Detail) -> Json:
    """Return the lines between countries and, where wanted, between first-level units."""
    found = border_lines(units, sources.unsettled, admin1_of=detail.admin1_of)
    features = []
    for (kind, name, note), geometry in found.items():
        line = _line(geometry, detail)
        if not line.is_empty:
            features.append(feature(line, {"kind": kind, "name": name, "note": note}))
    return collection(features)


def _lakes(lakes: gpd.GeoDataFrame, detail: Detail) -> Json:
    """Return the lakes that are not too small for the layer."""
    features = []
    for name, shape in zip(lakes.name, lakes.geometry, strict=True):
        thin = shape.simplify(detail.tolerance_deg, preserve_topology=True)
        area = _area(thin, detail, smallest_deg2=detail.lake_deg2)
        if not area.is_empty:
            features.append(feature(area, {"name": name}))
    return collection(features)


def _rivers(rivers: gpd.GeoDataFrame, detail: Detail) -> Json:
    """Return the rivers of the layer's ranks, as lines with name and rank (1 = longest)."""
    features = []
    chosen = rivers[rivers["rank"] <= detail.river_ranks]
    for name, rank, shape in zip(chosen.name, chosen["rank"], chosen.geometry, strict=True):
        line = _line(shape.simplify(detail.tolerance_deg), detail)
        if not line.is_empty:
            features.append(feature(line, {"name": name, "rank": int(rank)}))
    return collection(features)


def _disputed(units: gpd.GeoDataFrame, detail: Detail) -> Json:
    """Return the disputed areas, each with who administers it, who claims it, and a note."""
    features = []
    for area in AREAS:
        of_it = units[units.disputed == area.id]
        shape = _area(shapely.coverage_union_all(of_it.geometry), detail) if len(of_it) else None
        if shape is not None and not shape.is_empty:
            facts = {
                "id": area.id,
                "title": area.title,
                "administered_by": area.administered_by,
                "claimed_by": area.claimed_by,
                "note": area.note,
            }
            features.append(feature(shape, facts))
    return collection(features)
