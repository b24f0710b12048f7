"""An edition's recipes are data: read strictly, and followed on the basemap's units."""

from __future__ import annotations

from pathlib import Path

import pytest
from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry

from geodata.basemap.errors import RecipeError
from geodata.basemap.place_recipes import read_recipes
from geodata.basemap.place_shapes import place_shapes
from geodata.basemap.units import Unit

UNITS = (
    Unit("AAA-1", "AAA", box(0, 0, 4, 4)),
    Unit("AAA-2", "AAA", box(4, 0, 8, 4)),
    Unit("BBB-1", "BBB", box(8, 0, 12, 4)),
    Unit("CCC-1", "CCC", box(40, 0, 40.05, 0.05)),
)


def made(tmp_path: Path, *recipes: str) -> dict[str, BaseGeometry]:
    """Follow recipes as they stand in a file."""
    path = tmp_path / "geometry.toml"
    path.write_text("\n".join(f"[[geometry]]\n{one}\n" for one in recipes), "utf-8")
    return place_shapes(read_recipes(path), UNITS, UNITS)


def test_points_units_and_countries_are_taken_as_they_are(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        'place = "spot"\noperation = "point"\nlon = 1.5\nlat = 2',
        'place = "one"\noperation = "units"\nunits = ["AAA-2"]',
        'place = "whole"\noperation = "country"\ncountry = "AAA"\ndetail = "world"',
    )
    assert found["spot"] == Point(1.5, 2)
    assert found["one"].equals(box(4, 0, 8, 4))
    assert found["whole"].equals(box(0, 0, 8, 4))


def test_a_band_runs_along_the_border_of_two_countries(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        'place = "border"\noperation = "band_along"\ncountries = ["AAA", "BBB"]\n'
        "half_width_km = 50\nsmooth_km = 20",
    )
    west, _, east, _ = found["border"].bounds
    assert (west, east) == pytest.approx((7.55, 8.45), abs=0.02)
    assert box(0, 0, 12, 4).buffer(0.001).contains(found["border"])


def test_a_soft_area_stays_inside_its_units_and_reaches_the_border(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        'place = "soft"\noperation = "within"\nunits = ["AAA-2"]\ncountry = "AAA"\n'
        "by_km = 20\nsmooth_km = 30",
    )
    west, _, east, _ = found["soft"].bounds
    assert west == pytest.approx(4.18, abs=0.1)
    assert east == pytest.approx(8.0, abs=0.01)


@pytest.mark.parametrize(
    ("recipe", "said"),
    [
        ('place = "x"\noperation = "run"', r"recipe 1 \(x\): `operation`: .*'run'"),
        ('place = "x"', r"recipe 1 \(x\): `operation`"),
        ('place = "x"\noperation = "units"\nunits = []', r"`units\.units`|`units`"),
        ('place = "X y"\noperation = "units"\nunits = ["AAA-1"]', "`place`"),
        ('place = "x"\noperation = "point"\nlon = 200\nlat = 0', "`lon`"),
        ('place = "x"\noperation = "country"\ncountry = "AAA"\nexec = "y"', "`exec`"),
        ('place = "x"\noperation = "units"\nunits = ["ZZZ-1"]', "has no unit ZZZ-1"),
        ('place = "x"\noperation = "country"\ncountry = "ZZZ"', "has no country ZZZ"),
        ('place = "x"\noperation = "country"\ncountry = "CCC"', "nothing is left of it"),
        (
            'place = "x"\noperation = "band_along"\ncountries = ["AAA", "CCC"]\n'
            "half_width_km = 50\nsmooth_km = 20",
            "AAA and CCC share no border",
        ),
        (
            'place = "x"\noperation = "units"\nunits = ["AAA-1"]\n[[geometry]]\nplace = "x"\n'
            'operation = "units"\nunits = ["AAA-2"]',
            "the place x has two recipes",
        ),
    ],
)
def test_a_recipe_that_cannot_be_followed_says_why(tmp_path: Path, recipe: str, said: str) -> None:
    with pytest.raises(RecipeError, match=said):
        made(tmp_path, recipe)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[geometry]", "cannot be read"),
        ("", "no list of recipes"),
        ("x = 1", "no list of recipes"),
    ],
)
def test_a_file_that_holds_no_recipes_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "geometry.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RecipeError, match=said):
        read_recipes(path)


def test_a_recipe_is_never_run(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="has no unit"):
        made(tmp_path, 'place = "x"\noperation = "units"\nunits = ["__import__(\'os\')"]')
