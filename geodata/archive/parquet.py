"""The same records as Parquet: a folder of files, each written whole, for programs of analysis.

Every file holds the records of ``BATCHES`` batches, so that what is in which one follows from the
input alone; whatever reads a folder of Parquet files (pyarrow, DuckDB, Dask, pandas) reads it.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from geodata.archive.errors import ResumeError
from geodata.archive.journal import Begun
from geodata.archive.output import Output
from geodata.writing.files import write_file
from geodata.writing.growing import ready_folder

BATCHES: Final = 64
"""Batches of a file: some 4,000 records."""
_ROWS: Final = 1_000
"""From so many records on, a group of rows is written."""
_ABOUT: Final = "_begun.json"
"""With what the files were made; programs that read the folder pass over names that begin so."""

_SPAN = [pa.field("start", pa.int32()), pa.field("end", pa.int32())]
_PLACE = [
    pa.field("id", pa.string()),
    pa.field("name", pa.string()),
    pa.field("country", pa.string()),
    pa.field("latitude", pa.float64()),
    pa.field("longitude", pa.float64()),
    pa.field("class", pa.string()),
    pa.field("kind", pa.string()),
    pa.field("dispute", pa.string()),
]
_MENTION = [
    *_SPAN,
    pa.field("text", pa.string()),
    pa.field("kind", pa.string()),
    pa.field("confidence", pa.float64()),
    pa.field("level", pa.string()),
    pa.field("place", pa.struct(_PLACE)),
    pa.field("candidates", pa.list_(pa.struct([*_PLACE, pa.field("score", pa.float64())]))),
    pa.field("why", pa.string()),
    pa.field("cannot_choose", pa.bool_()),
    pa.field("none_of_these", pa.bool_()),
    pa.field("inside", pa.int32()),
]
_DATE = [*_SPAN, pa.field("edtf", pa.string()), pa.field("basis", pa.string())]
_CLAIM = [
    *_SPAN,
    pa.field("text", pa.string()),
    pa.field("mentions", pa.list_(pa.int32())),
    pa.field("speaker", pa.struct([pa.field("name", pa.string()), *_SPAN])),
    pa.field("form", pa.string()),
    pa.field("verb_class", pa.string()),
    pa.field("chain", pa.list_(pa.string())),
    pa.field("hedge", pa.list_(pa.struct(_SPAN))),
    pa.field("dates", pa.list_(pa.struct(_DATE))),
]
SCHEMA: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("language", pa.string()),
        pa.field("remarks", pa.list_(pa.string())),
        pa.field("mentions", pa.list_(pa.struct(_MENTION))),
        pa.field("claims", pa.list_(pa.struct(_CLAIM))),
    ]
)
"""The members of a record; one that it lacks is null."""


class ParquetFolder:
    """A folder that follows the records of a run."""

    def __init__(self, folder: Path, begun: Begun, output: Output) -> None:
        """Open it, and write the files that a killed run did not come to.

        Raises
        ------
        ResumeError
            If it holds something else.
        OSError
            If it cannot be written.
        """
        self._folder, self._output = folder, output
        ready_folder(folder)
        self._claim(json.dumps(dict(begun)).encode())
        for number in range(output.last.batches // BATCHES):
            if not self._path(number).exists():
                self._write(number)

    def follow(self) -> None:
        """Write the file that the last batch filled, if it filled one."""
        if (count := self._output.last.batches) % BATCHES == 0:
            self._write(count // BATCHES - 1)

    def finish(self) -> None:
        """Write the last file, which no batch filled; without any record, an empty one."""
        if (count := self._output.last.batches) % BATCHES or not count:
            self._write(count // BATCHES)

    def _claim(self, about: bytes) -> None:
        """Refuse a folder of others, and of another run."""
        path = self._folder / _ABOUT
        if path.is_file() and path.read_bytes() == about:
            return
        if any(one.name != _ABOUT or one.stat().st_size for one in self._folder.iterdir()):
            fault = f"{self._folder}: It holds other files, or those of another run."
            raise ResumeError(f"{fault} Cure: Name an empty folder, or empty this one.")
        write_file(path, about)

    def _path(self, number: int) -> Path:
        return self._folder / f"part-{number:06}.parquet"

    def _write(self, number: int) -> None:
        """Write a file from the records; groups of rows end with a batch, so memory is bounded."""
        first = number * BATCHES
        file = io.BytesIO()
        with pq.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
            rows: list[Any] = []
            for one in range(first, min(first + BATCHES, self._output.last.batches)):
                rows += map(json.loads, self._output.lines(one, one + 1))
                if len(rows) >= _ROWS:
                    writer.write_table(pa.Table.from_pylist(rows, schema=SCHEMA))
                    rows = []
            if rows or not first:
                writer.write_table(pa.Table.from_pylist(rows, schema=SCHEMA))
        write_file(self._path(number), file.getvalue())
