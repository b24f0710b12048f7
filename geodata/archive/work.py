"""What is done with a batch, in whichever process: its records as bytes, its bad lines in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from geodata import AtlasError
from geodata.archive.articles import Article, BadLine
from geodata.archive.batches import Batch
from geodata.geoparse.contracts import Setting
from geodata.geoparse.errors import TooLongError
from geodata.geoparse.record import VERSION, record, record_line
from geodata.geoparse.values import Parse
from geodata.model.base import shorten


class Parser(Protocol):
    """A geoparser, as far as a run needs it."""

    @property
    def version(self) -> str:
        """Another one whenever results may be others."""
        ...

    def parse(self, text: str, setting: Setting = ...) -> Parse:
        """Propose what is said of which places."""
        ...


class OpenParser(Protocol):
    """Opens a geoparser; a function of a module, so that other processes find it by its name."""

    def __call__(self, *, quotations: bool = True) -> Parser:
        """Load what it needs."""
        ...


@dataclass(frozen=True, slots=True)
class Task:
    """How every article of a run is read."""

    open_parser: OpenParser
    quotations: bool = True
    claim_text: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a batch."""

    records: bytes
    """A line of JSON for each article that was read, in the order of the input."""
    count: int
    bad: tuple[BadLine, ...]
    version: str
    """That of ``version_of``, where the work was done."""


def work(parser: Parser, task: Task, batch: Batch) -> Done:
    """Read the articles of a batch.

    A text that the geoparser cannot read is a bad line, whatever is wrong with it, and the next one
    is read; what would stop every text (no model, no gazetteer, no disk) is raised.
    """
    lines, bad = list[bytes](), list[BadLine]()
    for item in batch.items:
        found = item if isinstance(item, BadLine) else _read(parser, task, item)
        if isinstance(found, BadLine):
            bad.append(found)
        else:
            lines.append(found)
    return Done(b"".join(lines), len(lines), tuple(bad), version_of(parser))


def version_of(parser: Parser) -> str:
    """Return what a record depends on beside the article and the options."""
    return f"{parser.version}, record {VERSION}"


def fault_lines(bad: Iterable[BadLine]) -> bytes:
    """Return bad lines as lines of JSON."""
    members = (
        {"line": one.line, "id": one.id, "fault": one.fault, "cure": one.cure} for one in bad
    )
    return b"".join(map(record_line, members))


def _read(parser: Parser, task: Task, article: Article) -> bytes | BadLine:
    try:
        parse = parser.parse(article.text, article.setting)
        return record_line(record(parse, article.id, claim_text=task.claim_text))
    except TooLongError as error:
        fault, _, cure = str(error).partition(" Cure: ")
        return BadLine(article.line, fault, cure, article.id)
    except (AtlasError, OSError, MemoryError):
        raise
    except Exception as error:
        said = shorten(str(error), 200)
        fault = f"The geoparser failed with its text: {type(error).__name__}: {said}."
        return BadLine(article.line, fault, "Report it with the text.", article.id)
