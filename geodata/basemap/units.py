"""Makes one corrected coverage of first-level units, each with its country and status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.basemap.corrections import (
    BORROWED_NAMES,
    COUNTRY_OF_UNIT,
    MERGED,
    UNIT_NAMES,
    WHOLE_COUNTRY_UNITS,
)
from geodata.basemap.disputed_areas import AREA_TITLES, AREAS
from geodata.basemap.naturalearth import Record
from geodata.basemap.shapes import only_polygons

LANGUAGES = ("ur", "fa", "ru")
MATCHING_REACH_DEG = 0.01
"""Units this near to a cut get their vertices matched again."""


@dataclass(frozen=True)
class Unit:
    """A first-level unit, or a part of one, and how it is drawn."""

    code: str
    """Natural Earth's code of the unit, or our own for a part."""
    country: str
    """The country it is drawn in, three letters; "" for none."""
    geometry: BaseGeometry
    name: str = ""
    geonames: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names by language, where the source's are right."""
    disputed: str = ""
    """The id of the disputed area that it is of, or ""."""

    @property
    def tags(self) -> set[str]:
        """Every name by which the tables may call it."""
        return {self.code, self.country, self.disputed} - {""}


def load_units(units: Sequence[Record], countries: Sequence[Record]) -> list[Unit]:
    """Return all units with corrected names and countries; one coverage, WGS 84.

    Parameters
    ----------
    units
        The first-level layer.
    countries
        The country layer, for the few areas that the first-level layer leaves out.
    """
    found = [_unit(record) for record in units]
    known = [unit.geometry for unit in found]
    for record in countries:
        code = record["ADM0_A3"]
        if code in WHOLE_COUNTRY_UNITS:
            rest = record.geometry.difference(shapely.union_all(_near(known, record.geometry)))
            found.append(Unit(code, MERGED[code], only_polygons(rest), record["NAME"]))
    return found


def carve(
    units: Sequence[Unit],
    outline: BaseGeometry,
    *,
    code: str,
    country: str,
    out_of: frozenset[str],
) -> list[Unit]:
    """Make the part of some countries' units that lies inside an outline a unit of its own.

    Parameters
    ----------
    outline
        WGS 84; where it reaches beyond the countries in ``out_of``, their border is the limit.
    """
    kept: list[Unit] = []
    inside: list[BaseGeometry] = []
    for unit in units:
        if unit.country in out_of and unit.geometry.intersects(outline):
            inside.append(only_polygons(unit.geometry.intersection(outline)))
            unit = replace(unit, geometry=only_polygons(unit.geometry.difference(outline)))
        if not unit.geometry.is_empty:
            kept.append(unit)
    area = only_polygons(shapely.union_all(inside))
    kept.append(Unit(code, country, area, AREA_TITLES.get(code, "")))
    return _matched(kept, outline)


def mark_disputed(units: Sequence[Unit]) -> list[Unit]:
    """Return the units, those of disputed areas marked with the area's id."""
    area_of = {code: area.id for area in AREAS for code in area.units}
    return [
        replace(unit, disputed=area_of.get(unit.code, area_of.get(unit.country, "")))
        for unit in units
    ]


def _unit(record: Record) -> Unit:
    """Return a unit of the first-level layer, corrected."""
    code, territory, geonames = record["adm1_code"], record["adm0_a3"], record["gn_id"]
    names = {tag: record[f"name_{tag}"] for tag in LANGUAGES if record[f"name_{tag}"]}
    return Unit(
        code=code,
        country=COUNTRY_OF_UNIT.get(code, MERGED.get(territory, territory)),
        geometry=record.geometry,
        name=UNIT_NAMES.get(geonames) or record["name_en"] or record["name"],
        geonames=geonames,
        names={} if geonames in BORROWED_NAMES else names,
    )


def _near(geometries: Sequence[BaseGeometry], geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return those of some geometries that touch another."""
    found = shapely.STRtree(geometries).query(geometry, predicate="intersects")
    return [geometries[int(index)] for index in found]


def _matched(units: Sequence[Unit], outline: BaseGeometry) -> list[Unit]:
    """Give the units about an outline the same vertices along their shared edges again."""
    reach = outline.buffer(MATCHING_REACH_DEG)
    near = [index for index, unit in enumerate(units) if unit.geometry.intersects(reach)]
    # The type stubs for shapely do not know coverage_clean (new in 2.2) yet.
    shapes = shapely.coverage_clean(  # type: ignore[attr-defined]
        [units[i].geometry for i in near], snapping_distance=0.0
    )
    matched = list(units)
    for index, shape in zip(near, shapes, strict=True):
        matched[index] = replace(units[index], geometry=only_polygons(shape))
    return matched
