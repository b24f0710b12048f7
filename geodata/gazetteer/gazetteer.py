"""Finds places by name or id, with their outlines, in the unpacked file; it never writes."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any, Final

import shapely
from shapely import MultiLineString, MultiPolygon, Point, Polygon

from geodata.gazetteer.entries import MATCHES, Dispute, Entry, Extent, Match, Sense, Source
from geodata.gazetteer.errors import UnknownEntryError
from geodata.gazetteer.names import name_key
from geodata.gazetteer.packing import joined, unpack
from geodata.gazetteer.schema import COORDINATE_STEPS
from geodata.gazetteer.unpacking import unpacked

Shape = Point | MultiLineString | MultiPolygon

MOST: Final = 200
"""No more entries are given at once."""
_GEONAMES: Final = "geonames:"
_COLUMNS: Final = """
p.n, p.own_id, p.geonames, p.name, p.kind, p.code, p.country, p.lon, p.lat, p.population,
p.wikidata, p.west, p.south, p.east, p.north, p.dispute, p.source,
u.own_id as unit_own_id, u.geonames as unit_geonames, u.name as unit_name,
exists (select 1 from parts where parts.place = p.n) as has_shape
"""
_FROM: Final = "places p left join places u on u.n = p.unit"
# A name of its own weighs most; then how much is known under it (kind, population).
_BEST: Final = "p.importance - case n.match when 0 then 0 when 1 then 80 else 120 end"


class Gazetteer:
    """The gazetteer's unpacked file, open for reading; several threads may ask at once."""

    def __init__(self, path: Path) -> None:
        """Open a file as ``unpacked`` returns it."""
        self._path = path
        self._threads = threading.local()
        self._sources = {
            row["n"]: Source(row["name"], row["licence"])
            for row in self._ask("select n, name, licence from sources")
        }
        self._disputes = {
            row["n"]: Dispute(*(row[key] for key in Dispute.__slots__))
            for row in self._ask("select * from disputes")
        }

    def find(
        self,
        name: str,
        *,
        kind: str | None = None,
        country: str | None = None,
        within: str | None = None,
        most: int = 20,
    ) -> tuple[Entry, ...]:
        """Return the places of a name, the likeliest first; none where no place has it.

        Parameters
        ----------
        name
            In any script; ``name_key`` says what does not count.
        kind
            Only places of this kind, such as ``city``.
        country
            Only places of this country, ISO 3166-1 alpha-2.
        within
            Only places in the one of this id: of a country or first-level unit by what the source
            says of them, else by the extent.
        most
            At most so many, and never more than ``MOST``.

        Raises
        ------
        UnknownEntryError
            If ``within`` is no id of the gazetteer.
        """
        conditions, values = ["n.key = ?"], [name_key(name)]
        for column, value in (("p.kind", kind), ("p.country", country and country.upper())):
            if value is not None:
                conditions.append(f"{column} = ?")
                values.append(value)
        if within is not None:
            condition, more = self._inside(within)
            conditions.append(condition)
            values += more
        rows = self._ask(
            f"select {_COLUMNS}, n.match as match from names n join places p on p.n = n.place "
            f"left join places u on u.n = p.unit where {' and '.join(conditions)} "
            f"order by {_BEST} desc, p.n limit ?",
            *values,
            max(0, min(most, MOST)),
        )
        return tuple(self._entry(row, MATCHES[row["match"]]) for row in rows)

    def senses(self, key: str, most: int = 50) -> tuple[Sense, ...]:
        """Return what a key of ``name_key`` may mean, the likeliest first; ``find`` tells more."""
        rows = self._ask(
            "select n.match as match, p.n, p.own_id, p.geonames, p.name, p.kind, p.code, p.country,"
            " p.lon, p.lat, p.population, p.importance, p.unit, p.dispute"
            f" from names n join places p on p.n = n.place where n.key = ? order by {_BEST} desc,"
            " p.n limit ?",
            key,
            most,
        )
        return tuple(self._sense(row) for row in rows)

    def get(self, id: str) -> Entry:
        """Return the place of an id.

        Raises
        ------
        UnknownEntryError
            If the gazetteer has no such place.
        """
        return self._entry(self._row(id), "")

    def shape(self, id: str) -> Shape:
        """Return a place's outline or course, else its point: WGS 84, (longitude, latitude).

        Outlines are put together from pieces of one coverage: neighbours share their border
        vertex for vertex, and a country's is that of its units.

        Raises
        ------
        UnknownEntryError
            If the gazetteer has no such place.
        """
        row = self._row(id)
        pieces = self._ask(
            "select data from parts join pieces on n = piece where place = ? order by n", row["n"]
        )
        shapes = [unpack(one["data"]) for one in pieces]
        if not shapes:
            return Point(row["lon"] / COORDINATE_STEPS, row["lat"] / COORDINATE_STEPS)
        whole = _together(shapes)
        extent = _extent(row)
        if row["cut"] and extent is not None:
            parts = shapely.get_parts(whole)
            whole = MultiPolygon([one for one in parts if _lies_in(one, extent)])
        return whole

    def facts(self) -> dict[str, str]:
        """Return what the builder wrote down of the file: counts, and how it was made."""
        return {row["key"]: row["value"] for row in self._ask("select * from facts")}

    def languages(self, country: str) -> tuple[str, ...]:
        """Return the languages that are spoken in a country, ISO 3166-1, the most usual first."""
        found = self._ask("select languages from countries where code = ?", country)
        return tuple(found[0]["languages"].split()) if found else ()

    def country_name(self, country: str) -> str:
        """Return the English name of a country, ISO 3166-1; the code where it is not known."""
        found = self._ask("select name from countries where code = ?", country)
        return str(found[0]["name"]) if found else country

    def sources(self) -> tuple[Source, ...]:
        """Return the data sets that the entries come from."""
        return tuple(self._sources.values())

    def _inside(self, id: str) -> tuple[str, list[Any]]:
        """Return a condition, and its values, for being inside a place."""
        row = self._row(id)
        if row["kind"] in ("country", "territory") and row["country"]:
            return "p.country = ? and p.n <> ?", [row["country"], row["n"]]
        if row["code"] == "A.ADM1":
            return "p.unit = ?", [row["n"]]
        extent = _extent(row) or (row["lon"], row["lat"], row["lon"], row["lat"])
        west, south, east, north = (round(one * COORDINATE_STEPS) for one in extent)
        across = "or" if west > east else "and"
        condition = f"p.n <> ? and p.lat between ? and ? and (p.lon >= ? {across} p.lon <= ?)"
        return condition, [row["n"], south, north, west, east]

    def _row(self, id: str) -> sqlite3.Row:
        columns = f"{_COLUMNS}, p.cut"
        if id.startswith(_GEONAMES) and id.removeprefix(_GEONAMES).isdecimal():
            condition, value = "p.geonames = ? and p.geonames > 0", id.removeprefix(_GEONAMES)[:12]
        else:
            condition, value = "p.own_id = ? and p.own_id > ''", id
        for row in self._ask(f"select {columns} from {_FROM} where {condition}", value):
            return row
        raise UnknownEntryError(
            f"The gazetteer has no place with the id {id[:80]!r}. "
            "Cure: Take one that `python -m geodata place NAME` prints."
        )

    def _sense(self, row: sqlite3.Row) -> Sense:
        dispute = self._disputes.get(row["dispute"])
        return Sense(
            number=row["n"],
            id=_id(row["own_id"], row["geonames"]),
            name=row["name"],
            kind=row["kind"],
            code=row["code"],
            country=row["country"],
            unit=row["unit"] or 0,
            lon=row["lon"] / COORDINATE_STEPS,
            lat=row["lat"] / COORDINATE_STEPS,
            population=row["population"],
            importance=row["importance"],
            match=MATCHES[row["match"]],
            dispute=dispute.note if dispute else "",
        )

    def _entry(self, row: sqlite3.Row, match: Match) -> Entry:
        spelled = self._ask("select language, name from spellings where place = ?", row["n"])
        unit = row["unit_name"] is not None
        return Entry(
            id=_id(row["own_id"], row["geonames"]),
            name=row["name"],
            kind=row["kind"],
            code=row["code"],
            country=row["country"],
            unit=_id(row["unit_own_id"], row["unit_geonames"]) if unit else "",
            unit_name=row["unit_name"] or "",
            lon=row["lon"] / COORDINATE_STEPS,
            lat=row["lat"] / COORDINATE_STEPS,
            extent=_extent(row),
            population=row["population"],
            geonames=str(row["geonames"] or ""),
            wikidata=row["wikidata"],
            names={one["language"]: one["name"] for one in spelled},
            has_shape=bool(row["has_shape"]),
            dispute=self._disputes.get(row["dispute"]),
            source=self._sources[row["source"]],
            match=match,
        )

    def _ask(self, query: str, *values: Any) -> list[sqlite3.Row]:
        """Ask the file; each thread has a connection of its own."""
        connection = getattr(self._threads, "connection", None)
        if connection is None:
            address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True)
            connection.row_factory = sqlite3.Row
            self._threads.connection = connection
        found: list[sqlite3.Row] = connection.execute(query, values).fetchall()
        return found


def open_gazetteer() -> Gazetteer:
    """Open the project's gazetteer, unpacking it where that was not done yet.

    Raises
    ------
    MissingGazetteerError
        If it is not there, or not the one of this version.
    """
    return Gazetteer(unpacked())


def _id(own: str | None, geonames: int | None) -> str:
    return own or f"{_GEONAMES}{geonames}"


def _extent(row: sqlite3.Row) -> Extent | None:
    if row["west"] is None:
        return None
    west, south, east, north = (
        row[key] / COORDINATE_STEPS for key in ("west", "south", "east", "north")
    )
    return west, south, east, north


def _together(shapes: list[MultiPolygon | MultiLineString]) -> MultiPolygon | MultiLineString:
    """Return pieces of one coverage, or of one course, as one."""
    if len(shapes) == 1:
        return shapes[0]
    if any(isinstance(one, MultiLineString) for one in shapes):
        return MultiLineString([line for one in shapes for line in shapely.get_parts(one)])
    return joined(shapes)


def _lies_in(polygon: Polygon, extent: Extent) -> bool:
    """Say whether a polygon lies in an extent, which may cross 180°."""
    west, south, east, north = polygon.bounds
    if south < extent[1] or north > extent[3]:
        return False
    if extent[0] <= extent[2]:
        return west >= extent[0] and east <= extent[2]
    return west >= extent[0] or east <= extent[2]
