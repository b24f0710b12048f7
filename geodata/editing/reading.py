"""Reads the file that is to be imported: JSON, within bounds, of a format that we know."""

from __future__ import annotations

import json
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
