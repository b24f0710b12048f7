"""Many texts by ``python -m geodata geoparse --jsonl``: what is told of the run meanwhile."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from typing import Final

from geodata.archive.articles import BadLine
from geodata.archive.engines import engine_of
from geodata.archive.journal import Entry
from geodata.archive.output import Names
from geodata.archive.run import Job, run
from geodata.archive.work import OpenParser, Task
from geodata.commands.progress import Progress
from geodata.geoparse.contracts import Setting

_log = logging.getLogger(__name__)
_MOST_TOLD: Final = 100
"""Bad lines that are told on standard error; all of them stand in the file."""


def run_many(options: argparse.Namespace, usual: Setting, open_parser: OpenParser) -> int:
    """Do it, and tell what came of it; return 1 if a line was bad, else 0.

    Raises
    ------
    AtlasError
        If the input, the workers or the geoparser cannot be had, or another run was begun there.
    OSError
        If a file cannot be written.
    """
    task = Task(open_parser, not options.no_quotations, options.claim_text)
    parquet = Path(options.parquet) if options.parquet else None
    job = Job(Path(options.jsonl), Path(options.output), task, usual, parquet)
    teller = Teller()
    with engine_of(task, workers=options.workers or 0, scheduler=options.scheduler or "") as engine:
        try:
            last = run(job, engine, teller)
        finally:
            teller.progress.clear()
    _tell_sums(last, Names(job.goal))
    return 1 if last.bad else 0


class Teller:
    """Tells bad lines as they come, and on a terminal how far it is."""

    def __init__(self) -> None:
        """Tell nothing yet."""
        self.progress = Progress(sys.stderr)
        self._told = 0

    def begin(self, size: int, last: Entry) -> None:
        """Hear of the input's size, and of an earlier run."""
        if last.batches:
            _log.info(
                "Resumed after line %s, with %s records and %s bad lines so far.",
                *(f"{one:,}" for one in (last.line, last.records, last.bad)),
            )
        self.progress.begin(size, last.input, last.records)

    def step(self, last: Entry, bad: tuple[BadLine, ...]) -> None:
        """Tell what came of a batch."""
        if bad and self._told < _MOST_TOLD:
            self.progress.clear()
            self._tell(bad[: _MOST_TOLD - self._told])
        self.progress.show(last.input, last.records)

    def _tell(self, bad: tuple[BadLine, ...]) -> None:
        for one in bad:
            _log.error("%s", one)
        self._told += len(bad)
        if self._told == _MOST_TOLD:
            _log.error("Further bad lines are not told here; all stand in the file.")


def _tell_sums(last: Entry, names: Names) -> None:
    _log.info("%s: %s records.", names.records, f"{last.records:,}")
    if last.bad:
        _log.info("%s: %s bad lines, which have no record.", names.bad, f"{last.bad:,}")
