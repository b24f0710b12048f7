"""Several files of one edition's layers are imported together: no edit of one undoes another's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geodata.editing.import_file import import_file
from geodata.model.errors import EditionFaults
from geodata.publish.formats import export
from geodata.storage.load import load_edition


def parts(folder: Path) -> dict[str, dict[str, Any]]:
    edition = load_edition(folder)
    return {shape: json.loads(export(edition, f"geojson-{shape}")) for shape in ("points", "areas")}


def written(folder: Path, documents: dict[str, dict[str, Any]]) -> list[Path]:
    paths = []
    for shape, document in documents.items():
        paths.append(folder.parent / f"{shape}.geojson")
        paths[-1].write_text(json.dumps(document), "utf-8")
    return paths


def test_an_edit_in_each_of_two_files_is_taken(invented_folder: Path) -> None:
    documents = parts(invented_folder)
    for shape, text in (("points", "Edited among the points."), ("areas", "And among the areas.")):
        documents[shape]["features"][0]["properties"]["place_description"] = text
    first, *further = written(invented_folder, documents)
    outcome = import_file(invented_folder, first, further=further)
    assert list(outcome.files) == ["places.geojson"]
    assert all(
        text in outcome.files["places.geojson"]
        for text in (b"Edited among the points.", b"And among the areas.")
    )
    assert outcome.warnings == ()
    assert not [line for line in outcome.lines if "not in the file" in line]


def test_unedited_layers_change_nothing(invented_folder: Path) -> None:
    first, *further = written(invented_folder, parts(invented_folder))
    assert import_file(invented_folder, first, further=further).files == {}
    assert import_file(invented_folder, first).files == {}


def test_files_of_two_states_of_an_edition_are_not_taken_together(invented_folder: Path) -> None:
    documents = parts(invented_folder)
    documents["areas"]["edition"]["version"] = "0" * 16
    first, *further = written(invented_folder, documents)
    with pytest.raises(EditionFaults, match="not exported from the same edition"):
        import_file(invented_folder, first, further=further)


def test_annotations_are_not_taken_together_with_layers(invented_folder: Path) -> None:
    documents = parts(invented_folder)
    documents["areas"] = json.loads(export(load_edition(invented_folder), "annotations"))
    first, *further = written(invented_folder, documents)
    with pytest.raises(EditionFaults, match="not a GeoJSON FeatureCollection"):
        import_file(invented_folder, first, further=further)
