"""Adds the project's own tables, and proves what can be proved of them against the outlines."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import shapely
from shapely import Point, STRtree

from geodata.basemap.errors import BasemapError
from geodata.basemap.gazetteer.pieces import extent, middle, union
from geodata.basemap.gazetteer.rows import ABBREVIATION, ALIAS, DEMONYM, NAME, Collection, Row
from geodata.gazetteer.entries import Extent

CODES: Final[Mapping[str, str]] = {
    **{
        "continent": "L.CONT",
        "region": "L.RGN",
        "informal-area": "L.AREA",
        "former-area": "A.ADM1H",
    },
    **{"sea": "H.SEA", "ocean": "H.OCN", "gulf": "H.GULF", "bay": "H.BAY", "strait": "H.STRT"},
    **{"canal": "H.CNL", "island": "T.ISL", "islands": "T.ISLS", "mountain": "T.MT"},
    **{"mountain-range": "T.MTS", "volcano": "T.VLC", "pass": "T.PASS", "valley": "T.VAL"},
    **{"desert": "T.DSRT", "peninsula": "T.PEN", "cape": "T.CAPE", "lake": "H.LK"},
    **{"dam": "S.DAM", "border-crossing": "S.PSTB", "forest": "V.FRST", "park": "L.PRK"},
}
"""GeoNames' feature codes of the kinds in our table."""
WATERS: Final = frozenset({"sea", "ocean", "gulf", "bay", "strait"})
OFFSHORE: Final = frozenset({"cape", "islands", "dam", "lake"})
"""Kinds whose points may lie on water."""
NARROW_DEG: Final = 0.1
ISLANDS: Final = frozenset({"island", "islands"})
MATCHES: Final = {"alias": ALIAS, "abbreviation": ABBREVIATION, "demonym": DEMONYM, "name": NAME}


class OwnTableError(BasemapError):
    """A row of our own table contradicts the outlines, or itself."""


class OwnTables:
    """Reads the tables of a folder into a collection that holds everything else."""

    def __init__(self, into: Collection, ids: Mapping[str, str], land: int) -> None:
        """Take the ids of countries and units by ISO code, and the count of the land's pieces."""
        self._into, self._ids = into, ids
        self._land = into.pieces[:land]
        self._tree = STRtree(self._land)

    def add_places(self, path: Path) -> None:
        """Add the places of ``places.csv``."""
        for table in _rows(path):
            row = Row(
                id=f"atlas:{table['id']}",
                name=table["name"],
                kind=table["kind"],
                code=CODES[table["kind"]],
                source=f"atlas/{table['source']}",
                country=table["country"],
            )
            row.call(*table["aliases"].split("|"))
            self._into.add(row)
            box = [table[key] for key in ("west", "south", "east", "north")]
            if all(box):
                west, south, east, north = map(float, box)
                row.extent = (west, south, east, north)
            if table["of"]:
                self._of_others(row, table["of"].split())
            elif row.kind in ISLANDS:
                self._islands(row)
            if table["lon"]:
                row.lon, row.lat = float(table["lon"]), float(table["lat"])
            self._prove(row)

    def add_names(self, path: Path) -> None:
        """Add more names, abbreviations and demonyms of what is there."""
        for table in _rows(path):
            row = self._into.rows[self._id(table["of"], path.name)]
            row.call(*table["names"].split("|"), match=MATCHES[table["match"]])

    def set_points(self, path: Path) -> None:
        """Put countries and continents where GeoNames does, as geoparsers are measured by.

        Not where that lies on water, between a country's islands: a mark there has no ground.
        """
        for table in _rows(path):
            row = self._into.rows[self._id(table["of"], path.name)]
            lon, lat = float(table["lon"]), float(table["lat"])
            land = [self._into.pieces[number] for number in row.pieces]
            if not land or any(piece.intersects(Point(lon, lat)) for piece in land):
                row.lon, row.lat = lon, lat

    def _id(self, token: str, where: str) -> str:
        id = self._ids.get(token, token)
        if id not in self._into.rows:
            raise OwnTableError(f"{where}: nothing has the id or code {token}; correct it")
        return id

    def _of_others(self, row: Row, tokens: Iterable[str]) -> None:
        """Make an area of the pieces of countries and units."""
        rows = [self._into.rows[self._id(token, row.id)] for token in tokens]
        row.pieces = sorted({number for one in rows for number in one.pieces})
        if not row.pieces:
            raise OwnTableError(f"{row.id}: what it is made of has no outline; give an extent")
        shape = union(self._into.pieces[number] for number in row.pieces)
        row.extent = extent([shape])
        row.lon, row.lat = middle(shape)

    def _islands(self, row: Row) -> None:
        """Find the land that lies wholly in the extent; the extent becomes that of the land."""
        if row.extent is None:
            raise OwnTableError(f"{row.id}: an island needs an extent; give it")
        west, south, east, north = row.extent
        boxes = [shapely.box(west, south, east, north)] if west <= east else []
        if west > east:
            boxes = [shapely.box(west, south, 180, north), shapely.box(-180, south, east, north)]
        found: list[shapely.Polygon] = []
        numbers: set[int] = set()
        for box in boxes:
            near = sorted(int(one) for one in self._tree.query(box, predicate="intersects"))
            for polygon in union(self._land[one] for one in near).geoms:
                if box.contains(polygon):
                    found.append(polygon)
            numbers |= {
                number
                for number in near
                if any(box.contains(one) for one in shapely.get_parts(self._land[number]))
            }
            numbers |= {n for n in near if any(self._land[n].intersects(one) for one in found)}
        if not found:
            raise OwnTableError(f"{row.id}: no land lies in its extent; correct it")
        row.pieces, row.cut = sorted(numbers), True
        tight = extent([union(found)] if len(boxes) == 1 else found)
        row.extent = (tight[0] - 1e-4, tight[1] - 1e-4, tight[2] + 1e-4, tight[3] + 1e-4)
        row.lon, row.lat = middle(max(found, key=lambda one: one.area))

    def _prove(self, row: Row) -> None:
        """Make sure that a point lies in its extent, waters in the sea, and the rest on land."""
        if row.extent is not None and not _holds(row.extent, row.lon, row.lat):
            raise OwnTableError(f"{row.id}: its point lies outside its extent; correct one")
        point = Point(row.lon, row.lat)
        if row.kind == "strait":
            # Some are narrower than the generalised shores leave room for.
            near = self._tree.query(point.buffer(NARROW_DEG), predicate="intersects")
            shores = union(self._land[int(one)] for one in near)
            on_land = shores.contains(point.buffer(NARROW_DEG))
        else:
            on_land = len(self._tree.query(point, predicate="intersects")) > 0
        if row.kind in WATERS and on_land:
            raise OwnTableError(f"{row.id}: its point lies on land; correct it")
        if row.kind not in WATERS and not on_land and row.kind not in OFFSHORE:
            raise OwnTableError(f"{row.id}: its point does not lie on land; correct it")


def _holds(box: Extent, lon: float, lat: float) -> bool:
    west, south, east, north = box
    across = lon >= west or lon <= east if west > east else west <= lon <= east
    return across and south <= lat <= north


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{key: value or "" for key, value in row.items()} for row in csv.DictReader(file)]
