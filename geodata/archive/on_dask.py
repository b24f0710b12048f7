"""The work on Dask: a cluster of this machine's own, or one that stands; imported only when asked.

Batches are sent out a few ahead and taken back in their order. One whose worker dies goes to
another worker; one that takes several workers with it is done article by article, so that the text
that does it is found and set aside. Each worker opens one geoparser, once, and reads one text at a
time.
"""

from __future__ import annotations

import logging
import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import Any, Final

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, WorkerPlugin, wait
from distributed.comm.core import CommClosedError

from geodata.archive.articles import BadLine
from geodata.archive.batches import Batch
from geodata.archive.errors import WorkersError
from geodata.archive.interrupts import heard
from geodata.archive.work import Done, Parser, Task, version_of, work

_AHEAD: Final = 2
"""How many batches a worker's thread may have: the one that it works on, and the next."""
_PATIENCE_S: Final = 60
"""How long the first worker is waited for."""
_LOOK_S: Final = 1.0
_LOOKS: Final = 300
"""So often is looked whether there is a worker again, where all are gone."""
_LOCAL: Final = "127.0.0.1"
_COMES_BACK: Final = {"distributed.deploy.lost-worker-timeout": "10 minutes"}
"""A worker that died is started again; the 15 seconds of Dask are too few where imports are slow,
and a worker that has not come back by then never does."""
_opening = threading.Lock()
_reading = threading.Lock()
_parsers: dict[Task, Parser] = {}
"""The geoparser of this process, if it is a worker."""


@contextmanager
def local(task: Task, workers: int) -> Iterator[OnDask]:
    """Start so many workers on this machine, one thread each, heard on this machine alone.

    Raises
    ------
    WorkersError
        If they cannot be started.
    """
    with dask.config.set(_COMES_BACK), _started(workers) as cluster, Client(cluster) as client:
        client.register_plugin(_LeftToTheParent())
        yield OnDask(client, task)


def _started(workers: int) -> LocalCluster:
    try:
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host=_LOCAL,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        )
    except (RuntimeError, OSError, TimeoutError) as error:
        fault = f"{workers} workers cannot be started here: {error}."
        raise WorkersError(f"{fault} Cure: Ask for fewer, or make room for them.") from error


@contextmanager
def existing(task: Task, address: str) -> Iterator[OnDask]:
    """Use a cluster that stands, such as ``tcp://10.0.0.5:8786``.

    Raises
    ------
    WorkersError
        If there is no scheduler, or it has no worker.
    """
    try:
        client = Client(address, timeout=_PATIENCE_S)
    except (OSError, ValueError, TimeoutError) as error:
        fault = f"{address}: No scheduler of Dask answers there: {error}."
        raise WorkersError(f"{fault} Cure: Start it, or mend the address.") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE_S)
        except TimeoutError as error:
            fault = f"{address}: The scheduler has no worker."
            raise WorkersError(f"{fault} Cure: Start workers: dask worker {address}.") from error
        yield OnDask(client, task)


class _LeftToTheParent(WorkerPlugin):  # type: ignore[misc]
    """Keeps Ctrl-C, which a terminal sends to all its processes, from the workers: the parent ends
    them, and they have nothing to say.
    """

    def setup(self, worker: object) -> None:
        """Begin with it; called in each worker, also in one that was started again."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)


class OnDask:
    """Works on the workers of a cluster."""

    def __init__(self, client: Client, task: Task) -> None:
        """Ask a worker for its version, which opens its geoparser."""
        self._client, self._task = client, task
        self._stopped = threading.Event()
        try:
            self._version: str = self._result(self._submit(_version, task))
        except KilledWorker as error:
            fault = "Workers die as soon as they open the geoparser."
            raise WorkersError(f"{fault} Cure: Give each of them more memory.") from error
        except ImportError as error:
            fault = f"A worker lacks what is needed: {error}."
            raise WorkersError(f"{fault} Cure: Install this version with all it needs.") from error

    @property
    def version(self) -> str:
        """The geoparser's version."""
        return self._version

    def done(self, batches: Iterator[Batch]) -> Iterator[tuple[Batch, Done]]:
        """Yield each batch with what came of it, in their order."""
        sent: deque[tuple[Batch, Future]] = deque()
        with heard() as self._stopped:
            for batch in batches:
                sent.append((batch, self._submit(_work, self._task, batch)))
                if len(sent) >= self._most():
                    yield self._taken(*sent.popleft())
            while sent:
                yield self._taken(*sent.popleft())

    def _most(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return _AHEAD * max(1, threads)

    def _taken(self, batch: Batch, future: Future) -> tuple[Batch, Done]:
        try:
            done: Done = self._result(future)
        except KilledWorker:
            done = self._one_by_one(batch)
        if done.version != self.version:
            fault = f"A worker has the geoparser {done.version!r}, the first {self.version!r}."
            raise WorkersError(f"{fault} Cure: Install the same version on all of them.")
        return batch, done

    def _one_by_one(self, batch: Batch) -> Done:
        """Work on the items of a batch that workers died of, each alone."""
        all = [self._alone(Batch(batch.number, (one,), batch.end)) for one in batch.items]
        return Done(
            b"".join(one.records for one in all),
            sum(one.count for one in all),
            tuple(bad for one in all for bad in one.bad),
            self.version,
        )

    def _alone(self, batch: Batch) -> Done:
        try:
            done: Done = self._result(self._submit(_work, self._task, batch))
        except KilledWorker:
            fault = "Several workers died of its text, one after the other."
            cure = "Give each worker more memory, or cut the text into several."
            item = batch.items[0]
            return Done(b"", 0, (BadLine(item.line, fault, cure, item.id),), self.version)
        return done

    def _submit(self, function: Any, *arguments: Any) -> Future:
        return self._client.submit(function, *arguments, pure=False)

    def _result(self, future: Future) -> Any:
        try:
            self._wait(future)
            return future.result()
        except (CommClosedError, CancelledError, TimeoutError) as error:
            fault = f"The scheduler was lost: {type(error).__name__}."
            raise WorkersError(f"{fault} Cure: Start it, and run again.") from error

    def _wait(self, future: Future) -> None:
        """Wait for a result, unless the user stops it or all workers stay away."""
        away = 0
        while away < _LOOKS:
            if self._stopped.is_set():
                raise KeyboardInterrupt
            try:
                wait(future, timeout=_LOOK_S)
            except TimeoutError:
                away = 0 if self._client.nthreads() else away + 1
            else:
                return
        fault = "All workers were lost, and none came back."
        raise WorkersError(f"{fault} Cure: Start workers, and run again.")


def _parser(task: Task) -> Parser:
    """Return this process's geoparser, opened the first time."""
    with _opening:
        if task not in _parsers:
            _parsers.clear()
            _parsers[task] = task.open_parser(quotations=task.quotations)
        return _parsers[task]


def _version(task: Task) -> str:
    return version_of(_parser(task))


def _work(task: Task, batch: Batch) -> Done:
    parser = _parser(task)
    with _reading:
        return work(parser, task, batch)
