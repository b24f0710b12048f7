"""Which edition the bench reads, and which theme's switch hides a place of it."""

import json
import os
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

EDITIONS = Path(
    os.environ.get("ARTICLE_ATLAS_EDITIONS")
    or Path(__file__).resolve().parents[2] / "geodata" / "editions"
)
EDITION = EDITIONS / "taliban-is-k"


def text() -> str:
    """Return the article's text."""
    return (EDITION / "article.txt").read_bytes().decode("utf-8")


def places() -> list[Any]:
    """Return the places, as GeoJSON features."""
    found: list[Any] = json.loads((EDITION / "places.geojson").read_text("utf-8"))["features"]
    return found


def records(name: str) -> list[Any]:
    """Return the records of a file: ``mention``, ``claim`` or ``theme``."""
    found: list[Any] = tomllib.loads((EDITION / f"{name}s.toml").read_text("utf-8"))[name]
    return found


def theme_with_a_place_of_its_own() -> tuple[dict[str, Any], str]:
    """Return a theme without which some place is not shown, and that place's id.

    Raises
    ------
    LookupError
        If every place is shown by two themes at least, so that no switch hides any.
    """
    themes_of: dict[str, set[str]] = defaultdict(set)
    for claim in records("claim"):
        for place in claim["places"]:
            themes_of[place] |= set(claim["themes"])
    for theme in records("theme"):
        for place, its in sorted(themes_of.items()):
            if its == {theme["id"]}:
                return theme, place
    raise LookupError("no theme of the edition has a place of its own")
