"""Exports an edition, lets a test edit the file, and brings it back."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from geodata.editing.import_file import Outcome, import_file
from geodata.editing.writing import replace
from geodata.model.edition import Edition
from geodata.publish.formats import export
from geodata.storage.load import load_edition

Document = dict[str, Any]
SUFFIXES = {"geojson": ".geojson", "annotations": ".jsonld"}


def exported(folder: Path, format: str) -> Document:
    """Return an edition's export, read as JSON."""
    document: Document = json.loads(export(load_edition(folder), format))
    return document


def saved(folder: Path, format: str, document: object) -> Path:
    """Write an edited export beside the edition's folder and return its path."""
    path = folder.parent / f"edited{SUFFIXES[format]}"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def imported(
    folder: Path, format: str, edit: Callable[[Document], object], *, remove: bool = False
) -> Outcome:
    """Export, edit, work out what changes, and change the edition's files."""
    document = exported(folder, format)
    edit(document)
    outcome = import_file(folder, saved(folder, format, document), remove=remove)
    replace(folder, outcome.files, outcome.as_read)
    return outcome


def feature(document: Document, id: str) -> Document:
    """Return the feature with this id."""
    (found,) = (one for one in document["features"] if one["id"] == id)
    result: Document = found
    return result


def annotation(document: Document, mention: str) -> Document:
    """Return the annotation of this mention."""
    (found,) = (one for one in document["first"]["items"] if one["mention"] == mention)
    result: Document = found
    return result


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of an edition."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def changed_lines(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """Return the lines that went, and those that came."""
    lines = list(difflib.ndiff(before.decode().splitlines(), after.decode().splitlines()))
    gone, came = ([one[2:] for one in lines if one.startswith(sign)] for sign in ("- ", "+ "))
    return gone, came


def differences(one: Edition, other: Edition) -> dict[str, tuple[Any, Any]]:
    """Return what two editions have that is not the same: ``claims.bridge-closed.limitation``."""
    found: dict[str, tuple[Any, Any]] = {}
    for kind in Edition.model_fields:
        here, there = getattr(one, kind), getattr(other, kind)
        if kind in ("id", "article") or not isinstance(here, tuple):
            if here != there:
                found[kind] = (here, there)
            continue
        old = {getattr(record, "id", number): record for number, record in enumerate(here)}
        new = {getattr(record, "id", number): record for number, record in enumerate(there)}
        for id in {**old, **new}:
            if id not in old or id not in new:
                found[f"{kind}.{id}"] = (old.get(id), new.get(id))
                continue
            for field in type(old[id]).model_fields:
                values = getattr(old[id], field), getattr(new[id], field)
                if values[0] != values[1]:
                    found[f"{kind}.{id}.{field}"] = values
    return found
