"""Lines come back from GeoJSON: moved ones with their labels, unmoved ones byte for byte."""

from __future__ import annotations

from pathlib import Path

from geodata.storage.load import load_edition
from tests.editing.roundtrip import Document, contents, imported
from tests.invented import write_lined_edition

LINE = {"type": "LineString", "coordinates": [[5.0, 46.0], [6.0, 46.0], [7.0, 46.0]]}


def test_lines_that_are_not_edited_change_nothing(tmp_path: Path) -> None:
    folder = write_lined_edition(tmp_path)
    before = contents(folder)
    imported(folder, "geojson", lambda document: None)
    assert contents(folder) == before


def test_a_river_that_is_drawn_anew_comes_back_with_its_label(tmp_path: Path) -> None:
    def redraw(document: Document) -> None:
        for feature in document["features"]:
            if feature["properties"]["place"] == "alpine-inns":
                feature["geometry"] = LINE

    folder = write_lined_edition(tmp_path)
    imported(folder, "geojson", redraw)
    river = load_edition(folder).place("alpine-inns")
    assert river.geometry.wkt == "LINESTRING (5 46, 6 46, 7 46)"
    assert river.label == (6.0, 46.0)
