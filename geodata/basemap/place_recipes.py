"""Reads the recipes of an edition's places, ``geometry.toml``: data that is never run as code.

How the geometry of a place is made from the basemap is the edition's to say, not the build's.

Each ``[[geometry]]`` names a place, an operation and its parameters. What the operations do is in
``geodata.basemap.place_shapes``. Coordinates are WGS 84 degrees.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from geodata.basemap.errors import RecipeError

RECIPE_FILE: Final = "geometry.toml"
LARGEST_FILE: Final = 1_000_000
"""Bytes."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""A country as the basemap draws it, by the three letters of Natural Earth."""
UnitCode = Annotated[str, StringConstraints(min_length=1, max_length=80)]
"""A first-level unit, by Natural Earth's code, such as ``PAK-1108``."""
UnitCodes = Annotated[tuple[UnitCode, ...], Field(min_length=1, max_length=500)]
Km = Annotated[float, Field(gt=0, le=1_000, allow_inf_nan=False)]


class _Recipe(BaseModel):
    """What every recipe has."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    place: Id
    """The place whose geometry is made."""


class PointAt(_Recipe):
    """A point, for an exactly known town or building."""

    operation: Literal["point"]
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]


class _Area(_Recipe):
    detail: Literal["fine", "world"] = "fine"
    """Whether it is taken from the ground's finest level, on whose lines it then lies, or from that
    of the whole world, for what would be too large otherwise."""
    smallest_deg2: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)] = 0.01
    """Parts smaller than this, in square degrees, are left out."""
    decimals: Annotated[int, Field(ge=0, le=6)] = 4
    """To which its coordinates are rounded."""


class UnitsTogether(_Area):
    """First-level units as one area."""

    operation: Literal["units"]
    units: UnitCodes


class WholeCountry(_Area):
    """A country as the basemap draws it."""

    operation: Literal["country"]
    country: Country


class Within(_Area):
    """A soft area over units that ends where their country ends."""

    operation: Literal["within"]
    units: UnitCodes
    country: Country
    by_km: Km
    """How far inside the units its edge runs."""
    smooth_km: Km
    """Bends of the edge with a smaller radius are rounded off."""


class BandAlong(_Area):
    """A band of equal width to both sides of the border between two countries."""

    operation: Literal["band_along"]
    countries: tuple[Country, Country]
    half_width_km: Km
    smooth_km: Km


Recipe = PointAt | UnitsTogether | WholeCountry | Within | BandAlong
_ONE: TypeAdapter[Recipe] = TypeAdapter(Annotated[Recipe, Field(discriminator="operation")])


def read_recipes(path: Path) -> list[Recipe]:
    """Return the recipes of a file, in its order.

    Raises
    ------
    RecipeError
        If it cannot be read, or holds anything but recipes, one a place.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise RecipeError(f"{path}: it has more than {LARGEST_FILE:,} bytes; make it smaller")
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RecipeError(f"{path}: it cannot be read: {error}; mend it") from error
    given = table.get("geometry")
    if table.keys() != {"geometry"} or not isinstance(given, list):
        raise RecipeError(f"{path}: it is no list of recipes; begin each with [[geometry]]")
    recipes = [_recipe(path, number, one) for number, one in enumerate(given, 1)]
    seen: set[str] = set()
    for one in recipes:
        if one.place in seen:
            raise RecipeError(f"{path}: the place {one.place} has two recipes; keep one")
        seen.add(one.place)
    return recipes


def _recipe(path: Path, number: int, given: object) -> Recipe:
    try:
        return _ONE.validate_python(given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(step) for step in first["loc"][1:]) or "operation"
        name = given.get("place", "") if isinstance(given, dict) else ""
        said = f"{path}: recipe {number} ({name}): `{where}`: {first['msg']}"
        raise RecipeError(f"{said}; see docs/editing.md for what it takes") from error
