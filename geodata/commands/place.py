"""The command ``python -m geodata place``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from geodata.commands.errors import NotOnePlaceError
from geodata.storage.load import edition_folder
from geodata.wording.terms import CLASS_FOUND

if TYPE_CHECKING:
    from geodata.gazetteer.entries import Entry

HELP = "find a place in the gazetteer, and put it into an edition"
MOST = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("name", help="the place's name, in any script")
    parser.add_argument("--country", help="only in this country, such as PK")
    parser.add_argument(
        "--kind", choices=sorted(CLASS_FOUND), metavar="KIND", help="only this kind, such as river"
    )
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--id", help="the one that is meant, such as geonames:1167528")
    parser.add_argument("--add", metavar="EDITION", help="put it into this edition")


def run(options: argparse.Namespace) -> int:
    """Print the places of a name, or add the one that is meant; return 0, or 1 if there is none.

    Raises
    ------
    NotOnePlaceError
        If one is to be added, and several or none have the name.
    """
    from geodata.editing.add_place import add_place
    from geodata.gazetteer.gazetteer import open_gazetteer

    gazetteer = open_gazetteer()
    found: Sequence[Entry] = (
        (gazetteer.get(options.id),)
        if options.id
        else gazetteer.find(options.name, kind=options.kind, country=options.country, most=MOST)
    )
    if not options.add:
        return _print(found, options.format)
    folder = edition_folder(options.add)
    if len(found) != 1:
        if found:
            _print(found, options.format)
        raise NotOnePlaceError(options.name, len(found))
    properties = add_place(gazetteer, folder, found[0].id)
    print(f"places.geojson: place {properties['id']}: added ({properties['description']})")
    return 0


def _print(found: Sequence[Entry], format: str) -> int:
    if format == "json":
        print(json.dumps([_facts(one) for one in found], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_table(found)) if found else "No place has this name.")
    return 0 if found else 1


def _facts(entry: Entry) -> dict[str, object]:
    """Return an entry as JSON holds it; the extent is west, south, east, north."""
    dispute = entry.dispute
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "code": entry.code,
        "country": entry.country,
        "unit": {"id": entry.unit, "name": entry.unit_name} if entry.unit else None,
        "lon": entry.lon,
        "lat": entry.lat,
        "extent": list(entry.extent) if entry.extent else None,
        "population": entry.population,
        "wikidata": entry.wikidata,
        "has_shape": entry.has_shape,
        "match": entry.match,
        "dispute": ({key: getattr(dispute, key) for key in dispute.__slots__} if dispute else None),
        "source": entry.source.name,
        "licence": entry.source.licence,
    }


def _table(found: Iterable[Entry]) -> list[str]:
    """Return the places as lines; what is disputed stands below the place."""
    rows = [
        (
            one.name,
            CLASS_FOUND[one.kind],
            " ".join(part for part in (one.country, one.unit_name) if part) or "–",
            f"{one.lat:.4f}, {one.lon:.4f}",
            one.id,
            one.wikidata,
        )
        for one in found
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    lines = []
    for row, one in zip(rows, found, strict=True):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append("  ".join(cells).rstrip())
        if one.dispute:
            by = f"Administered by {one.dispute.administered_by}"
            claimed = f"; claimed by {one.dispute.claimed_by}" if one.dispute.claimed_by else ""
            lines.append(f"    disputed: {by}{claimed}. {one.dispute.note}")
    return lines
