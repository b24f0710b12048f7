"""Reads the file that is to be imported: JSON, within bounds, of a format that we know."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geodata.model.errors import EditionFaults, Fault
from geodata.storage.json_text import JsonError, json_value

LARGEST_BYTES = 64_000_000


def read_document(path: Path) -> Any:
    """Read a JSON file.

    Raises
    ------
    EditionFaults
        If it is missing, too large, not UTF-8 or not JSON; the fault says where it can.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)  # a device or a pipe does not say how long it is
    except OSError as error:
        fault = f"It cannot be read: {error.strerror or type(error).__name__}."
        raise _refused(path, fault, "Name a file that exists and can be read.") from error
    if len(data) > LARGEST_BYTES:
        fault = f"The file has more than {LARGEST_BYTES:,} bytes."
        raise _refused(path, fault, "Make it smaller.")
    try:
        document = json_value(data.decode("utf-8-sig"))
        json.dumps(document, ensure_ascii=False).encode()
        return document
    except UnicodeEncodeError as error:
        fault = "It is not JSON: it holds half of a surrogate pair."
        raise _refused(path, fault, "Write the sign itself, or both halves.") from error
    except UnicodeDecodeError as error:
        raise _refused(path, "It is not UTF-8.", "Save the file as UTF-8.") from error
    except JsonError as error:
        raise _refused(path, error.fault, error.cure) from error


def read_together(paths: Sequence[Path]) -> Any:
    """Read files as one: GeoJSON of several layers, so that edits in one are not undone by another.

    Raises
    ------
    EditionFaults
        As `read_document`, or if they are not all GeoJSON of one edition in one state.
    """
    documents = [read_document(path) for path in paths]
    if len(documents) == 1:
        return documents[0]
    features: list[Any] = []
    about: Any = None
    for path, document in zip(paths, documents, strict=True):
        held = document.get("features") if isinstance(document, dict) else None
        if not isinstance(held, list):
            fault = "It is not a GeoJSON FeatureCollection."
            raise _refused(path, fault, "Take only such files together.")
        own = document.get("edition")
        if None not in (own, about) and own != about:
            fault = "It was not exported from the same edition in the same state as the others."
            raise _refused(path, fault, "Import it alone.")
        about = own if about is None else about
        features += held
    return {"type": "FeatureCollection", "edition": about, "features": features}


def format_of(file: str, document: Any) -> str:
    """Tell ``geojson`` from ``annotations``.

    Raises
    ------
    EditionFaults
        If it is neither.
    """
    kind = document.get("type") if isinstance(document, dict) else None
    if kind == "FeatureCollection":
        return "geojson"
    if isinstance(document, list) or kind in (
        *("Annotation", "AnnotationPage", "AnnotationCollection"),
    ):
        return "annotations"
    fault = "It is neither a GeoJSON FeatureCollection nor a collection of annotations."
    raise EditionFaults([Fault(file, "", fault, "Export the edition, and edit that file.")])


def _refused(path: Path, fault: str, cure: str) -> EditionFaults:
    return EditionFaults([Fault(path.name, "", fault, cure)])
