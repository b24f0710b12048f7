"""Brings what was edited in an exported file back into the edition that it came from.

Places and claims come from our GeoJSON, mentions and claims from our annotations. The text stays
as it is. What the file says no word about stays too; an edition with a fault is never written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from geodata.editing import from_annotations, from_geojson
from geodata.editing.comparable import held_claims, held_mentions, held_places
from geodata.editing.derived import derived_warnings
from geodata.editing.geojson_edits import PlacesFile
from geodata.editing.incoming import Edit, Incoming, merge
from geodata.editing.missing import missing
from geodata.editing.moved_labels import labels_along
from geodata.editing.reading import format_of, read_together
from geodata.editing.text_files import StoredText
from geodata.editing.toml_edits import LayoutError, TomlFile
from geodata.editing.writing import Seen, checked, seen
from geodata.model.edition import Edition
from geodata.model.errors import EditionFaults, Fault, QuoteError
from geodata.model.quotes import TextQuote, anchor
from geodata.storage.files import read_bytes
from geodata.storage.load import load_edition

READERS: Final[Mapping[str, Callable[[Edition, str, Any, bool], Incoming]]] = {
    "annotations": from_annotations.read,
    "geojson": from_geojson.read,
}
"""What reads each format."""
FILES: Final = {"claim": "claims.toml", "mention": "mentions.toml", "place": "places.geojson"}


@dataclass(frozen=True)
class Outcome:
    """What an import would change; nothing is written yet."""

    files: dict[str, bytes]
    """The files that change, by name, with what they are to hold. They are checked."""
    lines: tuple[str, ...]
    """What changes, one sentence a record."""
    warnings: tuple[Fault, ...]
    """What the file says and the edition does not take."""
    as_read: Seen
    """What the edition's files held when they were read."""


def import_file(
    folder: Path,
    source: Path,
    format: str | None = None,
    *,
    further: Sequence[Path] = (),
    remove: bool = False,
) -> Outcome:
    """Work out what a file changes in an edition, and check the changed edition.

    Parameters
    ----------
    folder
        The edition's folder; it must load.
    source
        The edited file.
    format
        ``geojson`` or ``annotations``; told from the file when absent.
    further
        More files that are taken together with it: GeoJSON of the edition's other layers.
    remove
        Whether records that an export holds and the file does not are taken out. They stay
        otherwise, and a line says so.

    Raises
    ------
    EditionFaults
        With every fault of the file, or of the edition as it would be. Nothing was written.
    """
    as_read = seen(folder)
    edition = load_edition(folder)
    document = read_together((source, *further))
    name = ", ".join(one.name for one in (source, *further))
    kind = format or format_of(name, document)
    incoming = READERS[kind](edition, name, document, remove)
    edits = {
        "place": merge(incoming, "place", incoming.places, edition.once(held_places)),
        "mention": merge(incoming, "mention", incoming.mentions, edition.once(held_mentions)),
        "claim": merge(incoming, "claim", incoming.claims, edition.once(held_claims)),
    }
    if incoming.faults:
        raise EditionFaults(dict.fromkeys(incoming.faults))
    edits["place"] = labels_along(incoming, edition, edits["place"], _writes_labels(folder))
    gone = missing(edition, kind, incoming)
    lines = [_line(kind, edit) for kind, found in edits.items() for edit in found]
    lines += [_kept_line(claim, place) for claim, place in incoming.kept]
    lines += [_missing_line(kind, id, remove) for kind, id in gone]
    files = _files(folder, edition, edits, gone if remove else [])
    if files:
        _checked(folder, files, name)
    derived_warnings(incoming, edition, kind, document, edits)
    return Outcome(files, tuple(lines), tuple(incoming.warnings), as_read)


def _line(kind: str, edit: Edit) -> str:
    what = "added" if edit.is_new else f"{', '.join(edit.fields)} changed"
    return f"{FILES[kind]}: {kind} {edit.id}: {what}"


def _missing_line(kind: str, id: str, remove: bool) -> str:
    what = "removed" if remove else "not in the file, and kept (--remove takes it out)"
    return f"{FILES[kind]}: {kind} {id}: {what}"


def _kept_line(claim: str, place: str) -> str:
    what = f"place {place} not in the file, and kept (--remove takes it out)"
    return f"{FILES['claim']}: claim {claim}: {what}"


def _checked(folder: Path, files: Mapping[str, bytes], source: str) -> None:
    """Check the changed edition; as it was sound before, what is wrong comes from the source."""
    try:
        checked(folder, files)
    except EditionFaults as error:
        raise EditionFaults(
            replace(fault, file=f"{source} (for {fault.file})") for fault in error.faults
        ) from error


def _writes_labels(folder: Path) -> Callable[[str], bool]:
    """Return what says of a place whether places.geojson gives its label's position."""

    @cache
    def file() -> PlacesFile:
        return PlacesFile(StoredText.of(_bytes(folder, FILES["place"])).text)

    return lambda id: file().holds(id, "label_lon")


def _bytes(folder: Path, name: str) -> bytes:
    """Return what a file of an edition holds; nothing where there is none."""
    return read_bytes(folder, name)[0] or b""


def _files(
    folder: Path,
    edition: Edition,
    edits: Mapping[str, list[Edit]],
    gone: list[tuple[str, str]],
) -> dict[str, bytes]:
    """Return the changed files; those in which nothing changes are not among them."""
    files: dict[str, bytes] = {}
    for kind, name in FILES.items():
        ids = [id for other, id in gone if other == kind]
        if edits[kind] or ids:
            old = StoredText.of(_bytes(folder, name))
            try:
                files[name] = old.stored(_changed(edition, kind, old.text, edits[kind], ids))
            except LayoutError as error:
                cure = "Write the file with one table a record."
                fault = f"It cannot be edited line by line: {error}."
                raise EditionFaults([Fault(name, "", fault, cure)]) from error
    return files


def _changed(edition: Edition, kind: str, text: str, edits: list[Edit], gone: list[str]) -> str:
    file = PlacesFile(text) if kind == "place" else TomlFile(text, kind)
    for edit in edits:
        file.apply(edit)
    for id in gone:
        file.remove(id)
    if kind == "mention" and isinstance(file, TomlFile):
        _in_text_order(edition, file, edits)
    return file.text


def _in_text_order(edition: Edition, file: TomlFile, edits: list[Edit]) -> None:
    """Move mentions that stand elsewhere now to where the order of the text wants them."""
    starts = {mention.id: edition.position(mention).start for mention in edition.mentions}
    moved: set[str] = set()
    for edit in edits:
        if quote := edit.fields.get("quote"):
            try:
                start = anchor(edition.article.text, TextQuote(**quote)).start
            except QuoteError:
                continue
            if starts.get(edit.id) != start:
                starts[edit.id] = start
                moved.add(edit.id)
    file.sort(moved, lambda id: starts.get(id, 0))
