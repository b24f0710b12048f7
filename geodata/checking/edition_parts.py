"""The parts that an edition is put together from, while its files are being read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError

from geodata.checking.readable import contradictions, readable
from geodata.checking.validation import REFUSED, faults_of
from geodata.model.article import Article, Change, Note
from geodata.model.base import Value, repeated, shorten
from geodata.model.claims import Claim
from geodata.model.errors import Fault
from geodata.model.mentions import Mention
from geodata.model.places import Place
from geodata.model.quotes import TextPosition
from geodata.model.routes import Route
from geodata.model.themes import Speaker, Theme

MOST_RECORDS = 20_000
"""Of one kind, in one file."""

_Model = TypeVar("_Model", bound=Value)


@dataclass
class Parts:
    """What has been read so far: the records, and every fault.

    A record that was refused is among the others with what could be read of it, so that all that
    is wrong is told at once. An edition is made only where nothing was refused.
    """

    article: Article | None = None
    format: int = 2
    """The format of the edition's files."""
    themes: tuple[Theme, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()
    changes: tuple[Change, ...] = ()
    routes: tuple[Route, ...] = ()
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    """What looks odd but may be meant."""
    to_do: list[Fault] = field(default_factory=list)
    """What is still to be done before the edition is a checked one."""
    ids: dict[str, set[str]] = field(default_factory=dict)
    """The ids that stand in the files, by kind, those of refused records among them: what refers
    to a refused record is not a fault of its own."""
    optional: set[str] = field(default_factory=set)
    """The kinds that the edition does without: there is no file for them."""
    incomplete: set[str] = field(default_factory=set)
    """The kinds of which the records could not be told apart at all."""
    unread: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """The fields that could not be read, by the kind and the id of the record."""
    positions: dict[str, TextPosition] = field(default_factory=dict)
    """Where mentions stand, by id; only of those that were found."""
    quotes: dict[str, list[TextPosition]] = field(default_factory=dict)
    """Where the quotes of claims stand, by id; only of claims whose quotes were all found."""

    def say(self, file: str, record: str, fault: str, cure: str) -> None:
        """Add a fault."""
        self.faults.append(Fault(file, record, fault, cure))

    def warn(self, file: str, record: str, warning: str, cure: str) -> None:
        """Add a warning."""
        self.warnings.append(Fault(file, record, warning, cure))

    def is_read(self, kind: str, id: str, *fields: str) -> bool:
        """Say whether these fields of one record could be read."""
        return not self.unread.get((kind, id), frozenset()) & set(fields)

    def all_read(self, kind: str, *fields: str) -> bool:
        """Say whether these fields could be read in every record of a kind."""
        unread = [names for (of, _), names in self.unread.items() if of == kind]
        return kind not in self.incomplete and not any(names & set(fields) for names in unread)

    def has(self, kind: str, id: str) -> bool:
        """Say whether a file holds a record of this kind with this id, sound or not."""
        return id in self.ids.get(kind, set())


def read_records(
    parts: Parts, model: type[_Model], kind: str, file: str, records: object
) -> tuple[_Model, ...]:
    """Turn the tables of one list into records; what is wrong with any goes to ``parts``."""
    if not isinstance(records, list):
        parts.say(file, "", f"`{kind}` is not a list of tables.", f"Begin each with [[{kind}]].")
        parts.incomplete.add(kind)
        return ()
    if len(records) > MOST_RECORDS:
        fault = f"It holds {len(records):,} records of {kind}; {MOST_RECORDS:,} are allowed."
        parts.say(file, "", fault, "Split the edition.")
        parts.incomplete.add(kind)
        return ()
    given = [record["id"] for record in records if isinstance(record, dict) and "id" in record]
    ids = [str(id) for id in given if id is not REFUSED]
    parts.ids.setdefault(kind, set()).update(ids)
    for twice in repeated(ids):
        parts.say(
            file, record_name(kind, 0, {"id": twice}), "The id stands twice.", "Change one of them."
        )
    found: dict[str, _Model] = {}
    for number, record in enumerate(records, 1):
        name = record_name(kind, number, record)
        id = name.removeprefix(f"{kind} ")
        if id in found:
            id = f"{id} (number {number})"
        found[id] = _with_id(read_record(parts, model, kind, file, name, record, id), id)
    return tuple(found.values())


def _with_id(record: _Model, id: str) -> _Model:
    """Call a record that has no sound id of its own as messages call it."""
    own = getattr(record, "id", id)
    return record if own == id else record.model_copy(update={"id": id})


def record_name(kind: str, number: int, record: object) -> str:
    """Name a record in messages by its id, or by its number where it has none."""
    id = record.get("id") if isinstance(record, Mapping) else None
    if not isinstance(id, str) or not id:
        return f"{kind} number {number}"
    return f"{kind} {id if id.isprintable() else shorten(id)}"


def read_record(
    parts: Parts,
    model: type[_Model],
    kind: str,
    file: str,
    name: str,
    record: Any,
    id: str = "",
) -> _Model:
    """Turn one table into a record; add what is wrong with it to ``parts``.

    A record that is refused is returned with what could be read of it; ``parts.unread`` has the
    rest under its kind and ``id``.
    """
    try:
        return model.model_validate(record, by_alias=True, by_name=False)
    except ValidationError as error:
        parts.faults += faults_of(error, file, name)
        found, unread = readable(model, record)
        if unread:
            parts.unread[kind, id] = unread
            for fault, cure in contradictions(found, unread):
                parts.say(file, name, fault, cure)
        return found


def unknown_keys(parts: Parts, file: str, table: Mapping[str, Any], known: Iterable[str]) -> None:
    """Add a fault for each key of a file's top level that is not known."""
    for key in table:
        if key not in known:
            cure = f"Remove it, or correct its spelling ({', '.join(known)})."
            parts.say(file, "", f"The key `{shorten(key)[1:-1]}` is not known.", cure)
