"""Inputs and runs for the tests of archives, all with the geoparser's double."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from geodata.archive import batches
from geodata.archive.articles import BadLine
from geodata.archive.engines import OneProcess
from geodata.archive.journal import Entry
from geodata.archive.run import Job, run
from geodata.archive.work import Task
from tests.geoparse.double import open_double

TASK = Task(open_double)
BAD = b'{"id": 7, "text": "Paris"}\n'


def line(id: str, text: str, **more: str) -> bytes:
    """Return a line of the input."""
    return json.dumps({"id": id, "text": text, **more}).encode() + b"\n"


def some(count: int) -> bytes:
    """Return an input of so many lines, of which every fifth is bad."""
    good = (
        line(f"a{n}", f"In 19{n % 100:02} Anna was in Paris. Kashmir {n}.") for n in range(count)
    )
    return b"".join(BAD if n % 5 == 4 else one for n, one in enumerate(good))


class Silent:
    """Watches a run, tells nothing, and can stop it as Ctrl-C does after so many batches."""

    def __init__(self, stop_after: int = -1) -> None:
        self.left = stop_after
        self.begun_at: Entry | None = None
        self.bad: list[BadLine] = []

    def begin(self, size: int, last: Entry) -> None:
        self.begun_at = last

    def step(self, last: Entry, bad: tuple[BadLine, ...]) -> None:
        self.bad += bad
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt


@contextmanager
def small_batches(lines: int = 3) -> Iterator[None]:
    """Let batches have few lines, so that there are many of them."""
    with mock.patch.object(batches, "MOST_LINES", lines):
        yield


def job(folder: Path, data: bytes, task: Task = TASK, parquet: bool = False) -> Job:
    """Write an input into a folder, and return the job of it."""
    source = folder / "in.jsonl"
    if not source.exists() or source.read_bytes() != data:
        source.write_bytes(data)
    return Job(source, folder / "out.jsonl", task, parquet=folder / "parquet" if parquet else None)


def do(job: Job, watch: Silent | None = None) -> Entry:
    """Run it in this process."""
    return run(job, OneProcess(job.task), watch or Silent())


def results(folder: Path) -> dict[str, bytes]:
    """Return the finished files of a run, by their names; the journal is none of them."""
    names = [one for one in folder.rglob("*") if one.is_file() and one.name != "in.jsonl"]
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in sorted(names)
        if not one.name.endswith(".journal")
    }
