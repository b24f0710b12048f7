"""Writes the gazetteer's file: the same bytes for the same places, and packs it."""

from __future__ import annotations

import hashlib
import json
import lzma
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geodata.basemap.gazetteer.rows import Collection, Row
from geodata.gazetteer.entries import Dispute
from geodata.gazetteer.packing import pack
from geodata.gazetteer.schema import COORDINATE_STEPS, DIGEST, INDEXES, PACKED, TABLES
from geodata.writing.folders import write_files
from geodata.writing.whole_folders import scratch

_VERSION_AT: Final = 96
"""Where a SQLite file says which version wrote it last: the one thing that is not of the data."""
_VERSION: Final = (3_040_000).to_bytes(4, "big")


@dataclass(frozen=True)
class SourceRow:
    """A data set, as the file tells of it."""

    id: str
    name: str
    licence: str
    url: str
    taken: str


def write_gazetteer(
    folder: Path,
    into: Collection,
    disputes: Mapping[str, Dispute],
    sources: Sequence[SourceRow],
    facts: Mapping[str, str],
    countries: Sequence[tuple[str, str, str]],
) -> dict[str, int]:
    """Write the packed file and its digest; return its size and the unpacked one's, in bytes."""
    with scratch() as work:
        path = work / "gazetteer.sqlite"
        database = sqlite3.connect(path)
        database.executescript("pragma page_size = 4096; pragma journal_mode = off;" + TABLES)
        _fill(database, into, disputes, sources, facts)
        database.executemany("insert into countries values (?, ?, ?)", sorted(countries))
        database.executescript(INDEXES)
        database.commit()
        database.execute("vacuum")
        database.close()
        data = bytearray(path.read_bytes())
    data[_VERSION_AT : _VERSION_AT + 4] = _VERSION
    packed = lzma.compress(bytes(data), preset=9)
    digest = f"{hashlib.sha256(data).hexdigest()} {len(data)}\n"
    write_files(folder, {PACKED.name: packed, DIGEST.name: digest.encode()}, make=True)
    return {PACKED.name: len(packed), "unpacked": len(data)}


def _fill(
    database: sqlite3.Connection,
    into: Collection,
    disputes: Mapping[str, Dispute],
    sources: Sequence[SourceRow],
    facts: Mapping[str, str],
) -> None:
    rows = sorted(into.rows.values(), key=lambda row: (row.country, row.kind, row.geonames, row.id))
    number = {row.id: index for index, row in enumerate(rows, 1)}
    dispute = {id: index for index, id in enumerate(sorted(disputes), 1)}
    source = {one.id: index for index, one in enumerate(sources, 1)}
    database.executemany(
        "insert into sources values (?, ?, ?, ?, ?)",
        [(source[one.id], one.name, one.licence, one.url, one.taken) for one in sources],
    )
    database.executemany(
        "insert into disputes values (?, ?, ?, ?, ?, ?)",
        [
            (dispute[id], *(getattr(disputes[id], key) for key in Dispute.__slots__))
            for id in dispute
        ],
    )
    database.executemany(
        f"insert into places values ({', '.join('?' * 20)})",
        [
            _place(row, number[row.id], number.get(row.unit), dispute.get(row.dispute), source)
            for row in rows
        ],
    )
    names = sorted((key, number[row.id], match) for row in rows for key, match in row.keys.items())
    database.executemany("insert into names values (?, ?, ?)", names)
    database.executemany(
        "insert into spellings values (?, ?, ?)",
        sorted((number[row.id], tag, name) for row in rows for tag, name in row.spelled.items()),
    )
    used = sorted({(number[row.id], piece) for row in rows for piece in row.pieces})
    database.executemany("insert into parts values (?, ?)", used)
    database.executemany(
        "insert into pieces values (?, ?)",
        [(piece, pack(into.pieces[piece])) for piece in sorted({one for _, one in used})],  # type: ignore[arg-type]
    )
    database.executemany("insert into facts values (?, ?)", sorted(facts.items()))


def _place(
    row: Row, number: int, unit: int | None, dispute: int | None, source: Mapping[str, int]
) -> tuple[object, ...]:
    extent = row.extent or (None,) * 4
    return (
        number,
        None if row.geonames else row.id,
        row.geonames,
        row.name,
        row.kind,
        row.code,
        row.country,
        unit,
        _steps(row.lon),
        _steps(row.lat),
        row.population,
        row.importance,
        row.wikidata,
        *(None if one is None else _steps(one) for one in extent),
        int(row.cut),
        dispute,
        source[row.source],
    )


def _steps(degrees: float) -> int:
    return round(degrees * COORDINATE_STEPS)


def as_facts(counts: Mapping[str, int]) -> dict[str, str]:
    """Return counts by kind as the file tells them."""
    return {"kinds": json.dumps(dict(sorted(counts.items())))}
