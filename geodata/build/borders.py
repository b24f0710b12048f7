"""Sorts the lines between units into borders, lines of control, disputed lines and admin lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import MultiLineString
from shapely.geometry.base import BaseGeometry

from geodata.build.status import LINES
from geodata.build.topology import Pair, shared_lines

Key = tuple[str, str, str]
"""Kind, name and note of a line."""

Vertex = tuple[float, float]
VERTEX_DECIMALS = 6

UNSETTLED = {
    "Disputed (please verify)": "disputed",
    "Unrecognized": "disputed",
    "Indeterminant frontier": "disputed",
    "Indefinite (please verify)": "disputed",
    "Line of control (please verify)": "line-of-control",
}
"""Natural Earth's classes of boundary lines that are not settled borders, and ours."""


def unsettled_vertices(lines: gpd.GeoDataFrame) -> dict[str, set[Vertex]]:
    """Return, for each of our unsettled kinds, the vertices of Natural Earth's lines of it."""
    found: dict[str, set[Vertex]] = defaultdict(set)
    for feature, geometry in zip(lines.FEATURECLA, lines.geometry, strict=True):
        if feature in UNSETTLED:
            found[UNSETTLED[feature]] |= _vertices(geometry)
    return found


def border_lines(
    units: gpd.GeoDataFrame,
    unsettled: Mapping[str, set[Vertex]],
    *,
    admin1_of: frozenset[str] = frozenset(),
) -> dict[Key, MultiLineString]:
    """Return the lines between units, joined by kind, name and note.

    Parameters
    ----------
    units
        A coverage with the columns ``unit``, ``country``, ``disputed`` and ``title``.
    unsettled
        Vertices of lines that the source calls unsettled, by our kind.
    admin1_of
        Countries (three letters) whose first-level lines are wanted too.
    """
    found: dict[Key, list[BaseGeometry]] = defaultdict(list)
    for pair, line in shared_lines(list(units.geometry)).items():
        for key, part in _classified(units, pair, line, unsettled, admin1_of):
            found[key].append(part)
    return {key: _joined(parts) for key, parts in sorted(found.items())}


def _classified(
    units: gpd.GeoDataFrame,
    pair: Pair,
    line: MultiLineString,
    unsettled: Mapping[str, set[Vertex]],
    admin1_of: frozenset[str],
) -> list[tuple[Key, BaseGeometry]]:
    """Return the parts of one line with their kind; none for a line that is not drawn."""
    one, other = units.iloc[pair[0]], units.iloc[pair[1]]
    named = _named(_tags(one), _tags(other))
    if named is not None:
        return [(named, line)]
    if one.country != other.country:
        return _by_source(f"{one.title} – {other.title}", line, unsettled)
    return [(("admin1", "", ""), line)] if one.country in admin1_of else []


def _tags(unit: gpd.GeoSeries) -> set[str]:
    """Return every name by which the table of named lines may call a unit."""
    return {unit.unit, unit.country, unit.disputed} - {""}


def _named(one: set[str], other: set[str]) -> Key | None:
    """Return the first named line that runs between two units."""
    for line in LINES:
        sides = (set(line.one_side), set(line.other_side))
        if (one & sides[0] and other & sides[1]) or (other & sides[0] and one & sides[1]):
            return (line.kind, line.name, line.note)
    return None


def _by_source(
    between: str, line: MultiLineString, unsettled: Mapping[str, set[Vertex]]
) -> list[tuple[Key, BaseGeometry]]:
    """Split a border between countries into its settled and its unsettled parts."""
    parts: dict[Key, list[BaseGeometry]] = defaultdict(list)
    for segment in _segments(line):
        ends = _vertices(segment)
        kind = next((kind for kind, known in unsettled.items() if ends <= known), "")
        note = f"Unsettled or disputed between {between.replace(' – ', ' and ')}."
        parts[(kind, "", note) if kind else ("international", "", "")].append(segment)
    return [(key, _joined(segments)) for key, segments in parts.items()]


def _segments(line: MultiLineString) -> list[BaseGeometry]:
    """Return the single straight steps of a line."""
    steps: list[BaseGeometry] = []
    for part in line.geoms:
        points = shapely.get_coordinates(part)
        steps += list(shapely.linestrings(np.stack([points[:-1], points[1:]], axis=1)))
    return steps


def _vertices(geometry: BaseGeometry) -> set[Vertex]:
    """Return a geometry's vertices, rounded so that equal ones compare equal."""
    rounded = np.round(shapely.get_coordinates(geometry), VERTEX_DECIMALS)
    return {(float(x), float(y)) for x, y in rounded}


def _joined(parts: list[BaseGeometry]) -> MultiLineString:
    """Join lines end to end, in an order that does not depend on the input's."""
    merged = shapely.line_merge(shapely.union_all(parts))
    return MultiLineString(sorted(shapely.get_parts(merged), key=lambda part: part.coords[0]))
