"""Sorts the lines between units into borders, lines of control, disputed lines and admin lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

from geodata.basemap.named_lines import LINES
from geodata.basemap.naturalearth import Record
from geodata.basemap.shapes import joined
from geodata.basemap.topology import shared_lines
from geodata.basemap.units import Unit


class Key(NamedTuple):
    """What a line is."""

    kind: str
    name: str = ""
    note: str = ""
    from_zoom: float = 0.0
    """Zoom from which it is worth drawing."""


Vertex = tuple[float, float]
Unsettled = Mapping[str, set[Vertex]]
"""Vertices of the lines that the source does not call settled, by kind."""

VERTEX_DECIMALS = 6
UNSETTLED = {
    "Disputed (please verify)": "disputed",
    "Unrecognized": "disputed",
    "Indeterminant frontier": "disputed",
    "Indefinite (please verify)": "undetermined",
    "Line of control (please verify)": "line-of-control",
}
"""Natural Earth's classes of boundary lines that are not settled borders, and ours."""


def unsettled_vertices(lines: Sequence[Record]) -> dict[str, set[Vertex]]:
    """Return the vertices of Natural Earth's boundary lines that are not settled borders."""
    found: dict[str, set[Vertex]] = defaultdict(set)
    for line in lines:
        if kind := UNSETTLED.get(line["FEATURECLA"]):
            found[kind] |= _vertices(line.geometry)
    return found


def border_lines(
    units: Sequence[Unit],
    unsettled: Unsettled,
    titles: Mapping[str, str],
    *,
    admin1_from: Mapping[str, float],
) -> dict[Key, MultiLineString]:
    """Return the lines between units, joined by what they are.

    Parameters
    ----------
    units
        A coverage.
    titles
        Names for the notes, by country or disputed area.
    admin1_from
        Zoom from which the first-level lines of a country are drawn, by its code; those of the
        others are left out.
    """
    found: dict[Key, list[BaseGeometry]] = defaultdict(list)
    for (first, second), line in shared_lines([unit.geometry for unit in units]).items():
        one, other = units[first], units[second]
        if named := _named(one.tags, other.tags):
            found[named].append(line)
        elif one.country != other.country:
            between = f"{_title(one, titles)} – {_title(other, titles)}"
            for key, part in _by_source(between, line, unsettled):
                found[key].append(part)
        elif one.country in admin1_from:
            found[Key("admin1", from_zoom=admin1_from[one.country])].append(line)
    return {key: joined(parts) for key, parts in sorted(found.items())}


def _title(unit: Unit, titles: Mapping[str, str]) -> str:
    """Return the name of a unit's country, or of the unit where it is of none."""
    return titles.get(unit.country) or titles.get(unit.disputed) or unit.name


def _named(one: set[str], other: set[str]) -> Key | None:
    """Return the first named line that runs between two units."""
    for line in LINES:
        first, second = set(line.one_side), set(line.other_side)
        if (one & first and other & second) or (other & first and one & second):
            return Key(line.kind, line.name, line.note)
    return None


def _by_source(
    between: str, line: MultiLineString, unsettled: Unsettled
) -> list[tuple[Key, BaseGeometry]]:
    """Split a border between countries into its settled and its unsettled stretches."""
    parts: dict[Key, list[BaseGeometry]] = defaultdict(list)
    for step in _steps(line):
        ends = _vertices(step)
        kind = next((kind for kind, known in unsettled.items() if ends <= known), "")
        parts[_source_key(kind, between)].append(step)
    return [(key, joined(steps)) for key, steps in parts.items()]


def _source_key(kind: str, between: str) -> Key:
    """Return kind, name and note of a stretch of border that has no entry in our own table."""
    if kind == "undetermined":
        return Key("disputed", "", f"Not fully settled or marked out, {between}.")
    if kind == "disputed":
        return Key(kind, "", f"Disputed in this stretch, {between}.")
    if kind == "line-of-control":
        return Key(kind, "", f"Line between areas of control, {between}; not an agreed border.")
    return Key("international")


def _steps(line: MultiLineString) -> list[BaseGeometry]:
    """Return the single straight steps of a line."""
    return [
        LineString(ends)
        for part in line.geoms
        for ends in zip(part.coords[:-1], part.coords[1:], strict=True)
    ]


def _vertices(geometry: BaseGeometry) -> set[Vertex]:
    """Return a geometry's vertices, rounded so that equal ones compare equal."""
    points = np.round(shapely.get_coordinates(geometry), VERTEX_DECIMALS)
    return {(float(x), float(y)) for x, y in points}
