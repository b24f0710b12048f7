"""A check says what is wrong with an edition's recipes of outlines; loading does not read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.check import check_edition
from geodata.storage.load import load_edition

RECIPE = '[[geometry]]\nplace = "{}"\noperation = "country"\ncountry = "FRA"\n'


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (RECIPE.format("france"), []),
        (
            RECIPE.format("france") + RECIPE.format("spain"),
            [
                "geometry.toml: recipe number 2: It names the place 'spain', which does not "
                "exist. Cure: Correct the id, or add that place to places.geojson."
            ],
        ),
        (
            "geometry = 1\n",
            [
                "geometry.toml: It holds no list of recipes. "
                "Cure: Begin each recipe with [[geometry]]."
            ],
        ),
    ],
)
def test_recipes_name_places_of_the_edition(
    invented_folder: Path, text: str, faults: list[str]
) -> None:
    (invented_folder / "geometry.toml").write_text(text, "utf-8")
    assert [str(fault) for fault in check_edition(invented_folder).faults] == faults
    assert load_edition(invented_folder).id == "from-lyon-to-paris"
