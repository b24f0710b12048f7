"""Builds the list of names that the basemap writes, each with the zoom from which it stands."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.basemap.admin1 import named_from
from geodata.basemap.corrections import COUNTRY_NAMES, COUNTRY_NAMES_BY_HAND
from geodata.basemap.naturalearth import Record
from geodata.basemap.shapes import label_point
from geodata.basemap.towns import WATERS
from geodata.basemap.units import Unit
from geodata.basemap.write import Json

COUNTRY_LANGUAGES = {"ur": "NAME_UR", "fa": "NAME_FA", "ru": "NAME_RU", "tr": "NAME_TR"}
COUNTRY_POINTS = {
    "AFG": (34.1, 65.3),
    "PAK": (30.1, 71.9),
    "TUR": (39.1, 33.6),
    "RUS": (58.9, 52.0),
}
"""Label points set by hand, clear of the places' own labels; latitude, longitude."""

NOT_LABELLED = frozenset(
    {"ATC", "BJN", "BRI", "BRT", "CLP", "CNM", "CSI", "CYN", "ESB", "IOA", "KAB", "KAS"}
    | {"PGA", "SCR", "SER", "SOL", "SPI", "UMI", "USG", "WSB"}
)
"""Entries of the country layer that are reefs, bases, buffer zones, or part of a country here."""

NOT_A_UNIT_NOW = "PAK-1112"
"""The former tribal areas, part of Khyber Pakhtunkhwa since 2018."""


def build_labels(
    countries: Sequence[Record],
    units: Sequence[Unit],
    lakes: Sequence[Record],
    cities: Sequence[Json],
) -> list[Json]:
    """Return all labels, the most important first.

    Parameters
    ----------
    countries
        Natural Earth's countries, for names and label points.
    units
        First-level units, simplified; WGS 84.
    lakes
        Natural Earth's lakes.
    cities
        The towns' labels.
    """
    waters = [label("water", *water) for water in WATERS]
    found = [*_countries(countries), *_admin1(units), *waters, *_lakes(lakes), *cities]
    return sorted(found, key=lambda entry: (entry["min_zoom"], entry["rank"], entry["name"]))


def rank_of(zoom: int) -> int:
    """Return the rank of a unit or a lake that is named from a zoom on."""
    return min(9, zoom - 2)


def label(kind: str, name: str, lat: float, lon: float, rank: int, min_zoom: int) -> Json:
    """Return one entry, as yet without foreign names."""
    return {
        "name": name,
        "names": {},
        "kind": kind,
        "lat": round(lat, 3),
        "lon": round(lon, 3),
        "rank": rank,
        "min_zoom": min_zoom,
        "capital": False,
    }


def _countries(countries: Sequence[Record]) -> list[Json]:
    """Return the countries' names at Natural Earth's label points."""
    found = []
    for record in countries:
        code = record["ADM0_A3"]
        if code in NOT_LABELLED:
            continue
        source_point = (float(record["LABEL_Y"]), float(record["LABEL_X"]))
        lat, lon = COUNTRY_POINTS.get(code, source_point)
        name = COUNTRY_NAMES.get(code, record["NAME_LONG"])
        zoom = max(2, round(float(record["MIN_LABEL"])))
        entry = label("country", name, lat, lon, int(record["LABELRANK"]), zoom)
        names = {tag: record[column] for tag, column in COUNTRY_LANGUAGES.items()}
        names |= COUNTRY_NAMES_BY_HAND.get(code, {})
        entry["names"] = {tag: text for tag, text in names.items() if text}
        found.append(entry)
    return found


def _admin1(units: Sequence[Unit]) -> list[Json]:
    """Return the names of first-level units, at the middle of their widest part."""
    found = []
    for unit in units:
        if unit.code == NOT_A_UNIT_NOW or not unit.name:
            continue
        lon, lat = label_point(unit.geometry)
        zoom = named_from(unit.geometry)
        entry = label("admin1", unit.name, lat, lon, rank_of(zoom), zoom)
        entry["names"] = dict(unit.names)
        found.append(entry)
    return found


def _lake_name(lake: Record) -> str:
    """Return a lake's name, with the word "Lake" that the source's English one leaves out."""
    name, english = lake["name"], lake["name_en"]
    return name if english in name else english


def _lakes(lakes: Sequence[Record]) -> list[Json]:
    """Return the names of lakes that are not among those set by hand."""
    by_hand = {water[0] for water in WATERS}
    found = []
    for lake in lakes:
        name = _lake_name(lake)
        if name and name not in by_hand:
            lon, lat = label_point(lake.geometry)
            zoom = named_from(lake.geometry)
            found.append(label("water", name, lat, lon, rank_of(zoom), zoom))
    return found
