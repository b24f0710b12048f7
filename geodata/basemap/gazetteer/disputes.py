"""Marks what lies in a disputed area, so that every answer says so."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import shapely

from geodata.basemap.disputed_areas import AREAS
from geodata.basemap.gazetteer.own import OwnTableError
from geodata.basemap.gazetteer.rows import Collection
from geodata.basemap.units import Unit
from geodata.gazetteer.entries import Dispute
from geodata.gazetteer.names import name_key


def read_disputes(path: Path) -> tuple[dict[str, Dispute], list[dict[str, object]]]:
    """Return all disputes by id: the basemap's and those of our own table, and that table."""
    own = tomllib.loads(path.read_text("utf-8"))["dispute"]
    keys = Dispute.__slots__
    found = {area.id: Dispute(*(getattr(area, key) for key in keys)) for area in AREAS}
    found |= {one["id"]: Dispute(*(one[key] for key in keys)) for one in own}
    return found, own


def mark_by_outlines(into: Collection, units: Sequence[Unit]) -> None:
    """Mark what is made of disputed pieces alone, and every point that lies in one.

    Parameters
    ----------
    units
        In the order of the collection's first pieces.
    """
    numbers = [number for number, unit in enumerate(units) if unit.disputed]
    of = {number: units[number].disputed for number in numbers}
    for row in into.rows.values():
        if row.pieces and all(number in of for number in row.pieces) and not row.cut:
            row.dispute = of[row.pieces[0]]
    rows = [row for row in into.rows.values() if not row.pieces and row.extent is None]
    tree = shapely.STRtree(shapely.points([(row.lon, row.lat) for row in rows]))
    for number in numbers:
        inside = tree.query(into.pieces[number], predicate="intersects")
        for index in inside.tolist():
            rows[index].dispute = of[number]


def mark_by_table(
    into: Collection, own: Sequence[Mapping[str, object]], ids: Mapping[str, str]
) -> None:
    """Mark what our table names: ids and codes with all that lies in them, and towns by name."""
    for one in own:
        named = [str(token) for token in one.get("of", ())]  # type: ignore[attr-defined]
        wanted = {ids.get(token, token) for token in named}
        if lost := sorted(wanted - into.rows.keys()):
            raise OwnTableError(f"dispute {one['id']}: nothing has the id {lost[0]}; correct it")
        country = str(one.get("country", ""))
        towns = {name_key(str(name)) for name in one.get("towns", ())}  # type: ignore[attr-defined]
        countries = {
            into.rows[id].country for id in wanted if into.rows[id].kind in ("country", "territory")
        }
        for row in into.rows.values():
            inside = row.id in wanted or row.unit in wanted or row.country in countries - {""}
            here = bool(country) and row.country == country and row.kind in ("city", "district")
            # A unit by its main name alone; a town by any of its names.
            called = {name_key(row.name)} if row.kind == "district" else row.keys.keys()
            if inside or (here and towns & called):
                row.dispute = str(one["id"])
