"""Follows the recipes of an edition's places: turns units and countries into their geometry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geodata.basemap.areas import band_along, within_country
from geodata.basemap.errors import RecipeError
from geodata.basemap.place_recipes import (
    BandAlong,
    PointAt,
    Recipe,
    UnitsTogether,
    WholeCountry,
    Within,
)
from geodata.basemap.shapes import (
    only_polygons,
    polygons_in,
    rounded,
    valid_polygons,
    without_islets,
)
from geodata.basemap.topology import shared_lines
from geodata.basemap.units import Unit


def place_shapes(
    recipes: Iterable[Recipe], fine: Sequence[Unit], world: Sequence[Unit]
) -> dict[str, BaseGeometry]:
    """Return the geometry that each recipe makes, by the place's id, WGS 84.

    Parameters
    ----------
    fine, world
        The units at the finest and at the coarsest level, each simplified as one coverage.

    Raises
    ------
    RecipeError
        If the source has no such unit, country or border.
    """
    found: dict[str, BaseGeometry] = {}
    for one in recipes:
        if isinstance(one, PointAt):
            found[one.place] = Point(one.lon, one.lat)
            continue
        area = _area(one, world if one.detail == "world" else fine)
        main = without_islets(polygons_in(area), smallest_deg2=one.smallest_deg2)
        found[one.place] = only_polygons(valid_polygons(rounded(main, one.decimals)))
        if found[one.place].is_empty:
            raise RecipeError(f"place {one.place}: nothing is left of it; lower `smallest_deg2`")
    return found


def _area(
    recipe: UnitsTogether | WholeCountry | Within | BandAlong, units: Sequence[Unit]
) -> BaseGeometry:
    match recipe:
        case UnitsTogether():
            return _of_units(recipe, units, recipe.units)
        case WholeCountry():
            return _of_country(recipe, units, recipe.country)
        case Within():
            return within_country(
                _of_units(recipe, units, recipe.units),
                country=_of_country(recipe, units, recipe.country),
                by_km=recipe.by_km,
                smooth_km=recipe.smooth_km,
            )
        case BandAlong():
            return _band(recipe, units)


def _band(recipe: BandAlong, units: Sequence[Unit]) -> BaseGeometry:
    two = [_of_country(recipe, units, code) for code in recipe.countries]
    border = shared_lines(two).get((0, 1))
    if border is None:
        names = " and ".join(recipe.countries)
        raise RecipeError(f"place {recipe.place}: {names} share no border; name two neighbours")
    return band_along(
        border,
        inside=shapely.union_all(two),
        half_width_km=recipe.half_width_km,
        smooth_km=recipe.smooth_km,
    )


def _of_units(recipe: Recipe, units: Sequence[Unit], codes: Sequence[str]) -> BaseGeometry:
    """Return the union of first-level units."""
    for code in codes:
        if all(unit.code != code for unit in units):
            raise RecipeError(f"place {recipe.place}: the source has no unit {code}; correct it")
    return _union(unit for unit in units if unit.code in codes)


def _of_country(recipe: Recipe, units: Sequence[Unit], code: str) -> BaseGeometry:
    """Return a country as the basemap draws it."""
    if all(unit.country != code for unit in units):
        raise RecipeError(f"place {recipe.place}: the source has no country {code}; correct it")
    return _union(unit for unit in units if unit.country == code)


def _union(units: Iterable[Unit]) -> BaseGeometry:
    """Return the union of parts of a coverage."""
    union: BaseGeometry = shapely.coverage_union_all([unit.geometry for unit in units])
    return union
