"""The files of a run under way: records, bad lines, and the journal that says what counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geodata.archive.batches import Batch
from geodata.archive.errors import ResumeError
from geodata.archive.journal import Begun, Entry, Journal, digest
from geodata.archive.work import Done, fault_lines
from geodata.writing.files import put, refuse_protected
from geodata.writing.growing import GrowingFile, remove

_PART: Final = ".part"
"""How the name of a file ends that is not finished."""


@dataclass(frozen=True, slots=True)
class Names:
    """Where the files of a run stand, all beside one another."""

    records: Path

    @property
    def bad(self) -> Path:
        """The bad lines; the file is there only if there are any."""
        return self.records.with_name(f"{self.records.name}.bad")

    @property
    def journal(self) -> Path:
        """The journal, which stays, and says how the records were made."""
        return self.records.with_name(f"{self.records.name}.journal")


class Output:
    """The files of a run, open for going on where the journal says."""

    def __init__(self, names: Names, begun: Begun) -> None:
        """Open them; a run that was begun before is gone on with.

        Raises
        ------
        ResumeError
            If it was begun with another input, version or options.
        LockedError
            If it is under way in another process.
        OSError
            If a file cannot be written.
        """
        for name in (names.records, names.bad):
            refuse_protected(name)  # now, not after hours
        self.names = names
        self._journal = Journal(names.journal)
        self._files: list[GrowingFile] = []
        try:
            self._open(begun)
        except BaseException:
            self.close()
            raise

    def _open(self, begun: Begun) -> None:
        if self._journal.begun is None:
            self._journal.begin(begun)
            for name in (self.names.records, self.names.bad):
                remove(_part(name))
        elif differing := differences(self._journal.begun, begun):
            raise _other(self.names, differing)
        self._records = self._grown(self.names.records)
        self._bad = self._grown(self.names.bad)
        self._go_back()

    @property
    def is_finished(self) -> bool:
        """Whether all of the input is done and every file has its name."""
        return self._journal.is_closed and not _part(self.names.records).exists()

    @property
    def last(self) -> Entry:
        """What counts by now."""
        return self._journal.entry(self._journal.count)

    def add(self, batch: Batch, done: Done) -> None:
        """Write what came of the next batch, and let it count once it is on the disk.

        Raises
        ------
        OSError
            If it cannot be written; the batches before it still count.
        """
        last, faults = self.last, fault_lines(done.bad)
        self._records.append(done.records)
        self._bad.append(faults)
        self._records.settle()
        self._bad.settle()
        self._journal.add(
            Entry(
                batches=last.batches + 1,
                input=batch.end,
                line=batch.last_line,
                records=last.records + done.count,
                bad=last.bad + len(done.bad),
                output=last.output + len(done.records),
                faults=last.faults + len(faults),
                sha256=digest(done.records, faults),
            )
        )

    def finish(self) -> None:
        """Give the files their names, now that all of the input is done."""
        self._journal.end()
        if self.last.faults:
            self._put(self.names.bad)
        else:
            remove(_part(self.names.bad))
            remove(self.names.bad)
        self._put(self.names.records)

    def lines(self, first: int, end: int) -> Iterator[bytes]:
        """Yield the records of batches from ``first`` on, before ``end``, each as its line."""
        start = self._journal.entry(first).output
        return self._records.lines(start, self._journal.entry(end).output)

    def close(self) -> None:
        """Let go of the files; what counts can be gone on with."""
        for file in self._files:
            file.close()
        self._journal.close()

    def _put(self, name: Path) -> None:
        if _part(name).exists():
            put(_part(name), name)

    def _grown(self, name: Path) -> GrowingFile:
        """Open a file where it stands: under its own name once the run has come to its end."""
        is_put = self._journal.is_closed and name.exists() and not _part(name).exists()
        self._files.append(GrowingFile(name if is_put else _part(name)))
        return self._files[-1]

    def _go_back(self) -> None:
        """Go back to the last batch that the files hold whole, and cut off what is behind it."""
        count = self._journal.count
        while count and not self._holds(count):
            count -= 1
        if count < self._journal.count:
            self._journal.go_back(count)
            for file, name in zip(self._files, (self.names.records, self.names.bad), strict=True):
                if file.path == name:
                    put(name, _part(name))
        self._records.cut(self.last.output)
        self._bad.cut(self.last.faults)

    def _holds(self, count: int) -> bool:
        before, last = self._journal.entry(count - 1), self._journal.entry(count)
        if self._records.size < last.output or self._bad.size < last.faults:
            return False
        records = self._records.read(before.output, last.output - before.output)
        faults = self._bad.read(before.faults, last.faults - before.faults)
        return digest(records, faults) == last.sha256


def differences(was: Begun, now: Begun) -> list[str]:
    """Return in words what a run was begun with and is not any more."""
    return [
        f"{key} was {was.get(key, '')!r}, now {now.get(key, '')!r}"
        for key in dict.fromkeys((*was, *now))
        if was.get(key) != now.get(key)
    ]


def _other(names: Names, differing: list[str]) -> ResumeError:
    fault = f"{names.records}: It was begun with something else: {'; '.join(differing)}."
    return ResumeError(
        f"{fault} Cure: Begin with the same again, name another --output, or remove "
        f"{names.journal.name} to begin anew."
    )


def _part(name: Path) -> Path:
    return name.with_name(f"{name.name}{_PART}")
