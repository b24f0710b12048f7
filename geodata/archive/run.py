"""A run over many texts: read, worked on, written by batches, gone on with after a death."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from geodata.archive.articles import BadLine
from geodata.archive.batches import MOST_LINES, MOST_SIGNS, batches
from geodata.archive.engines import Engine, archive_packages
from geodata.archive.errors import InputError
from geodata.archive.ids import SeenIds
from geodata.archive.journal import Begun, Entry
from geodata.archive.lines import Mark, mark_of, opened, same_still
from geodata.archive.output import Names, Output
from geodata.archive.work import Task
from geodata.geoparse.contracts import Setting


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done."""

    source: Path
    """JSON lines, each an article."""
    goal: Path
    """Gets the records as JSON lines."""
    task: Task
    usual: Setting = Setting()
    """What holds of an article that does not say it itself."""
    parquet: Path | None = None
    """A folder that gets the same records as Parquet."""


class Watch(Protocol):
    """Is told how far a run is."""

    def begin(self, size: int, last: Entry) -> None:
        """Hear how many bytes the input has, and what an earlier run has done of it."""

    def step(self, last: Entry, bad: tuple[BadLine, ...]) -> None:
        """Hear what is done by now, and the bad lines of the last batch."""


def run(job: Job, engine: Engine, watch: Watch) -> Entry:
    """Do it, going on where an earlier run of the same job was stopped; return the sums.

    Raises
    ------
    InputError
        If the input cannot be read, or changed meanwhile.
    ResumeError
        If something else was begun under the same names.
    WorkersError
        If the workers were lost.
    OSError
        If a file cannot be written. What was done by then counts for the next run.
    """
    with opened(job.source) as file:
        _refuse_itself(job, file)
        before, mark = os.fstat(file.fileno()), mark_of(file)
        begun = _begun(job, mark, engine.version)
        with closing(Output(Names(job.goal), begun)) as output:
            folders = _folders(job, begun, output)
            watch.begin(mark.size, output.last)
            if not output.is_finished:
                _go_on(job, file, engine, output, folders, watch)
                _refuse_changed(job, file, before)
            for one in folders:
                one.finish()
            output.finish()
            return output.last


class _Folder(Protocol):
    def follow(self) -> None: ...

    def finish(self) -> None: ...


def _go_on(
    job: Job,
    file: BinaryIO,
    engine: Engine,
    output: Output,
    folders: Sequence[_Folder],
    watch: Watch,
) -> None:
    """Do the batches that are not done yet; those that are, are read again for their ids."""
    first = output.last.batches
    with closing(SeenIds()) as seen:
        todo = (one for one in batches(file, job.usual, seen) if one.number >= first)
        for batch, done in engine.done(todo):
            output.add(batch, done)
            for folder in folders:
                folder.follow()
            watch.step(output.last, done.bad)


def _folders(job: Job, begun: Begun, output: Output) -> Sequence[_Folder]:
    if not job.parquet:
        return ()
    with archive_packages("Parquet"):
        from geodata.archive.parquet import ParquetFolder
    return (ParquetFolder(job.parquet, begun, output),)


def _begun(job: Job, mark: Mark, version: str) -> Begun:
    """Return all that the records depend on."""
    return {
        "input bytes": mark.size,
        "input sha256": mark.sha256,
        "version": version,
        "quotations": job.task.quotations,
        "claim text": job.task.claim_text,
        "home": job.usual.home,
        "date": job.usual.date,
        "language": job.usual.language,
        "lines of a batch": MOST_LINES,
        "signs of a batch": MOST_SIGNS,
    }


def _refuse_itself(job: Job, file: BinaryIO) -> None:
    if job.goal.exists() and os.path.samestat(os.fstat(file.fileno()), job.goal.stat()):
        fault = f"{job.goal}: It is the input itself."
        raise InputError(f"{fault} Cure: Name another --output.")


def _refuse_changed(job: Job, file: BinaryIO, before: os.stat_result) -> None:
    if not same_still(file, before):
        fault = f"{job.source}: It changed while it was read."
        raise InputError(f"{fault} Cure: Let it be, and begin anew with another --output.")
