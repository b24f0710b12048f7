"""Who does the work: this process alone, or the workers of Dask, for which nothing else changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from geodata.archive.batches import Batch
from geodata.archive.errors import MissingPackagesError
from geodata.archive.work import Done, Parser, Task, version_of, work


class Engine(Protocol):
    """Works on batches."""

    @property
    def version(self) -> str:
        """The geoparser's version."""
        ...

    def done(self, batches: Iterator[Batch]) -> Iterator[tuple[Batch, Done]]:
        """Yield each batch with what came of it, in their order, reading few of them ahead."""
        ...


class OneProcess:
    """Works in this process, one batch after the other."""

    def __init__(self, task: Task) -> None:
        """Open the geoparser."""
        self._task = task
        self._parser: Parser = task.open_parser(quotations=task.quotations)

    @property
    def version(self) -> str:
        """The geoparser's version."""
        return version_of(self._parser)

    def done(self, batches: Iterator[Batch]) -> Iterator[tuple[Batch, Done]]:
        """Yield each batch with what came of it."""
        for batch in batches:
            yield batch, work(self._parser, self._task, batch)


@contextmanager
def engine_of(task: Task, *, workers: int = 0, scheduler: str = "") -> Iterator[Engine]:
    """Open who does the work: the cluster of a scheduler, so many workers here, or this process.

    Raises
    ------
    MissingPackagesError
        If Dask is asked for and not installed.
    WorkersError
        If the workers cannot be had.
    """
    if not workers and not scheduler:
        yield OneProcess(task)
        return
    with archive_packages("Dask"):
        from geodata.archive.on_dask import existing, local
    with existing(task, scheduler) if scheduler else local(task, workers) as engine:
        yield engine


@contextmanager
def archive_packages(what: str) -> Iterator[None]:
    """Say of a package that cannot be imported how it is installed."""
    try:
        yield
    except ImportError as error:
        fault = f"{what} is asked for, and its packages are not installed ({error})."
        raise MissingPackagesError(
            f"{fault} Cure: pip install -r requirements-archive.txt."
        ) from error
