"""Makes the ground at one level of detail: land, lines, water, disputed areas of the world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import shapely
from shapely.geometry import MultiLineString, MultiPolygon

from geodata.basemap.admin1 import lines_from
from geodata.basemap.borders import Key, Unsettled, border_lines
from geodata.basemap.corrections import COUNTRY_NAMES
from geodata.basemap.detail import Detail
from geodata.basemap.disputed_areas import AREA_TITLES, AREAS, DisputedArea
from geodata.basemap.naturalearth import Record
from geodata.basemap.rivers import River
from geodata.basemap.shapes import lines_in, polygons_in, valid_polygons, without_islets
from geodata.basemap.units import Unit

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


@dataclass(frozen=True)
class Ground:
    """The ground at one level of detail, WGS 84, not rounded yet."""

    land: MultiPolygon
    borders: dict[Key, MultiLineString]
    lakes: MultiPolygon
    rivers: list[River]
    disputed: list[tuple[DisputedArea, MultiPolygon]]


def build_ground(
    sources: Sources, units: Sequence[Unit], rivers: Sequence[River], detail: Detail
) -> Ground:
    """Return the ground of the whole world.

    Parameters
    ----------
    units
        The units as ``simplified`` returns them for this detail.
    rivers
        Their courses mended.
    """
    whole = valid_polygons(shapely.coverage_union_all([unit.geometry for unit in units]))
    return Ground(
        land=without_islets(list(whole.geoms), smallest_deg2=detail.islet_deg2),
        borders=_borders(units, sources, detail),
        lakes=_lakes(sources.lakes, detail),
        rivers=_rivers(rivers, detail),
        disputed=_disputed(units, detail),
    )


def simplified(units: Sequence[Unit], detail: Detail, *, dissolved: bool) -> list[Unit]:
    """Return the units of a level, simplified as one coverage.

    Parameters
    ----------
    dissolved
        Whether units are joined as far as no line between countries or disputed areas is lost.
    """
    groups = _groups(units) if dissolved else [[unit] for unit in units]
    unions = [shapely.coverage_union_all([unit.geometry for unit in group]) for group in groups]
    shapes = shapely.coverage_simplify(unions, detail.tolerance_deg)
    return [replace(group[0], geometry=shape) for group, shape in zip(groups, shapes, strict=True)]


def _groups(units: Sequence[Unit]) -> list[list[Unit]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        apart = unit.code in ALWAYS_APART
        found[unit.code if apart else f"{unit.country}/{unit.disputed}"].append(unit)
    return [group for _, group in sorted(found.items())]


def _borders(units: Sequence[Unit], sources: Sources, detail: Detail) -> dict[Key, MultiLineString]:
    """Return the lines between countries and, where they are wanted, between first-level units."""
    names = {record["ADM0_A3"]: record["NAME_LONG"] for record in sources.countries}
    titles = names | COUNTRY_NAMES | AREA_TITLES
    zooms = lines_from(sources.units)
    wanted = {country: zoom for country, zoom in zooms.items() if zoom < detail.until_zoom}
    return border_lines(units, sources.unsettled, titles, admin1_from=wanted)


def _lakes(lakes: Sequence[Record], detail: Detail) -> MultiPolygon:
    """Return the lakes that are not too small for the level; what touches is one coverage."""
    shapes = shapely.coverage_simplify([lake.geometry for lake in lakes], detail.tolerance_deg)
    parts = MultiPolygon([part for shape in shapes for part in polygons_in(shape)])
    return without_islets(polygons_in(valid_polygons(parts)), smallest_deg2=detail.lake_deg2)


def _rivers(rivers: Sequence[River], detail: Detail) -> list[River]:
    """Return the rivers of the level's ranks."""
    found = []
    for river in rivers:
        if river.rank > detail.river_ranks:
            continue
        course = river.course.simplify(detail.line_deg)
        parts = [part for part in lines_in(course).geoms if part.length >= detail.river_part_deg]
        if parts:
            found.append(replace(river, course=MultiLineString(parts)))
    return found


def _disputed(units: Sequence[Unit], detail: Detail) -> list[tuple[DisputedArea, MultiPolygon]]:
    """Return the disputed areas that are not too small for the level."""
    found = []
    for area in AREAS:
        of_it = [unit.geometry for unit in units if unit.disputed == area.id]
        whole = polygons_in(valid_polygons(shapely.coverage_union_all(of_it)))
        shape = without_islets(whole, smallest_deg2=detail.islet_deg2)
        if not shape.is_empty:
            found.append((area, shape))
    return found
