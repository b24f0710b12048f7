"""Derives the geometry of the first edition's places from the simplified units."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geodata.basemap.areas import band_along, within_country
from geodata.basemap.shapes import (
    only_polygons,
    polygons_in,
    rounded,
    valid_polygons,
    without_islets,
)
from geodata.basemap.topology import shared_lines
from geodata.basemap.units import Unit

FATA, KHYBER_PAKHTUNKHWA, BALOCHISTAN, KHATLON = "PAK-1112", "PAK-1123", "PAK-1108", "TJK-367"
QUETTA = Point(67.00141, 30.18414)
CROCUS_CITY_HALL = Point(37.390278, 55.825833)
BORDER_HALF_WIDTH_KM = 50.0
DECIMALS, DECIMALS_RUSSIA = 3, 2
ISLET_DEG2, ISLET_RUSSIA_DEG2 = 0.01, 0.15


class MissingUnitError(Exception):
    """The source has no unit with a code that a place is made of."""


def place_geometry(fine: Sequence[Unit], coarse: Sequence[Unit]) -> dict[str, BaseGeometry]:
    """Return each place's geometry by its id, WGS 84.

    Parameters
    ----------
    fine, coarse
        Units simplified as one coverage each; ``coarse`` is used for Russia only.
    """
    russia = _of_country(coarse, "RUS")
    return {
        "balochistan": _plain(_of_units(fine, BALOCHISTAN)),
        "quetta": QUETTA,
        "tribal-areas": _plain(_of_units(fine, FATA)),
        "southern-tajikistan": _southern_tajikistan(fine),
        "russia-attack-site": CROCUS_CITY_HALL,
        "afghanistan": _plain(_of_country(fine, "AFG")),
        "pakistan": _plain(_of_country(fine, "PAK")),
        "russia": _plain(russia, islet_deg2=ISLET_RUSSIA_DEG2, decimals=DECIMALS_RUSSIA),
        "turkey": _plain(_of_country(fine, "TUR")),
        "afghan-pakistani-border-region": _border_region(fine),
        "western-pakistani-provinces": _western_provinces(fine),
    }


def _of_units(units: Sequence[Unit], *codes: str) -> BaseGeometry:
    """Return the union of first-level units."""
    return _union([unit.geometry for unit in units if unit.code in codes], codes)


def _of_country(units: Sequence[Unit], code: str) -> BaseGeometry:
    """Return a country as the basemap draws it."""
    return _union([unit.geometry for unit in units if unit.country == code], (code,))


def _union(shapes: list[BaseGeometry], codes: tuple[str, ...]) -> BaseGeometry:
    """Return the union of the parts of a coverage, which must not be none."""
    if not shapes:
        raise MissingUnitError(f"no unit with the codes {codes} in the source")
    union: BaseGeometry = shapely.coverage_union_all(shapes)
    return union


def _plain(
    geometry: BaseGeometry, *, islet_deg2: float = ISLET_DEG2, decimals: int = DECIMALS
) -> BaseGeometry:
    """Return polygons as they are written: without islets, rounded, valid."""
    main = without_islets(polygons_in(geometry), smallest_deg2=islet_deg2)
    return only_polygons(valid_polygons(rounded(main, decimals)))


def _southern_tajikistan(fine: Sequence[Unit]) -> BaseGeometry:
    """Return a soft area over Khatlon, down to the state border; Dushanbe is not in it."""
    area = within_country(
        _of_units(fine, KHATLON),
        country=_of_country(fine, "TJK"),
        by_km=8.0,
        smooth_km=28.0,
    )
    return _plain(area)


def _border_region(fine: Sequence[Unit]) -> BaseGeometry:
    """Return a band of equal width to both sides of the Afghan-Pakistani border."""
    two = [_of_country(fine, "AFG"), _of_country(fine, "PAK")]
    band = band_along(
        shared_lines(two)[0, 1],
        inside=shapely.union_all(two),
        half_width_km=BORDER_HALF_WIDTH_KM,
        smooth_km=40.0,
    )
    return _plain(band)


def _western_provinces(fine: Sequence[Unit]) -> BaseGeometry:
    """Return Balochistan and today's Khyber Pakhtunkhwa, softly, out to coast and state border."""
    area = within_country(
        _of_units(fine, BALOCHISTAN, KHYBER_PAKHTUNKHWA, FATA),
        country=_of_country(fine, "PAK"),
        by_km=1.4,
        smooth_km=20.0,
    )
    return _plain(area)
