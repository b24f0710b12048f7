"""Checks that ``geometry.toml`` can be read and names places that there are.

The operations and their parameters are the basemap's; building it says what is wrong with them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from geodata.checking.edition_parts import Parts, unknown_keys
from geodata.model.base import shorten
from geodata.storage.files import has_file, read_toml

RECIPE_FILE: Final = "geometry.toml"


def check_recipes(parts: Parts, folder: Path) -> None:
    """Add to ``parts`` what is wrong with an edition's recipes, if it has any."""
    if not has_file(folder, RECIPE_FILE):
        return
    table, faults = read_toml(folder, RECIPE_FILE)
    parts.faults += faults
    if table is None:
        return
    unknown_keys(parts, RECIPE_FILE, table, ("geometry",))
    recipes = table.get("geometry")
    if not isinstance(recipes, list):
        cure = "Begin each recipe with [[geometry]]."
        parts.say(RECIPE_FILE, "", "It holds no list of recipes.", cure)
        return
    for number, recipe in enumerate(recipes, 1):
        place = recipe.get("place") if isinstance(recipe, dict) else None
        if "place" not in parts.incomplete and not parts.has("place", str(place)):
            fault = f"It names the place {shorten(place)}, which does not exist."
            cure = "Correct the id, or add that place to places.geojson."
            parts.say(RECIPE_FILE, f"recipe number {number}", fault, cure)
