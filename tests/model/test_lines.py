"""Lines as places: what a sound one is, where its label stands, and which kinds can be one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely import LineString, MultiLineString

from geodata.model.geometry import MOST_CORNERS, geometry_fault, read_geometry
from geodata.model.labels import label_of
from geodata.storage.check import check_edition
from geodata.storage.load import load_edition
from tests.invented import write_lined_edition
from tests.storage.test_load import faults_of

BENT = LineString([(0, 0), (4, 0), (4, 4)])


def change(folder: Path, id: str, act: Callable[[dict[str, Any]], object]) -> Path:
    """Change one feature of an edition's places."""
    path = folder / "places.geojson"
    places = json.loads(path.read_text("utf-8"))
    act(next(one for one in places["features"] if one["properties"]["id"] == id))
    path.write_text(json.dumps(places), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("member", "line"),
    [
        ({"type": "LineString", "coordinates": [[0, 0], [4, 0], [4, 4]]}, BENT),
        (
            {"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]], [[2, 2], [3, 3]]]},
            MultiLineString([[(0, 0), (1, 1)], [(2, 2), (3, 3)]]),
        ),
    ],
)
def test_a_line_is_a_geometry(member: dict[str, Any], line: shapely.Geometry) -> None:
    assert read_geometry(member).equals(line)
    assert geometry_fault(read_geometry(member)) is None


def test_a_line_may_cross_itself() -> None:
    assert geometry_fault(LineString([(0, 0), (2, 2), (2, 0), (0, 2)])) is None


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (LineString(), "The geometry is empty."),
        (LineString([(1, 1), (1, 1)]), "A part of the line has no length."),
        (
            MultiLineString([[(0, 0), (1, 1)], [(2, 2), (2, 2)]]),
            "A part of the line has no length.",
        ),
        (
            LineString([(n / 1000, 0) for n in range(MOST_CORNERS + 1)]),
            "The line has 20,001 corners; 20,000 are allowed.",
        ),
        (LineString([(179, 0), (181, 0)]), "The geometry reaches from 179 to 181 in longitude"),
    ],
)
def test_a_line_that_is_not_sound_is_said(line: LineString, fault: str) -> None:
    found = geometry_fault(line)
    assert found is not None
    assert found[0].startswith(fault)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        (BENT, (4.0, 0.0)),
        # On the longest part as the globe has it: a degree at 60° north is half as long.
        (MultiLineString([[(0, 60), (6, 60)], [(10, 58), (10, 62)]]), (10.0, 60.0)),
        (LineString([(0, 0), (10, 0), (10, 1e-9)]), (5.0, 0.0)),
    ],
)
@pytest.mark.parametrize("vague", [True, False])
def test_the_label_of_a_line_stands_half_way_along_its_longest_part(
    line: LineString, label: tuple[float, float], vague: bool
) -> None:
    assert label_of(line, on_the_edge=vague) == pytest.approx(label, abs=0.01)


def test_an_edition_with_lines_is_sound(tmp_path: Path) -> None:
    report = check_edition(write_lined_edition(tmp_path))
    assert (report.faults, report.warnings) == ((), ())
    edition = load_edition(tmp_path / "with-lines")
    river, street = edition.place("alpine-inns"), edition.place("old-bridge")
    assert (river.is_line, river.is_point, river.is_area) == (True, False, False)
    assert river.geometry.geom_type == "MultiLineString"
    assert shapely.Point(street.label).distance(street.geometry) < 1e-4


@pytest.mark.parametrize(
    ("id", "changes", "fault"),
    [
        (
            "alpine-inns",
            {"class": "city", "precision": "exact"},
            "The geometry is a line, but the place is of class city. Cure: A line stands for one "
            "of these: former area, informal area, street, road, railway, bridge, dam, river, "
            "canal, strait, mountain range, mountain pass, valley, border, front line.",
        ),
        (
            "france",
            {"class": "front-line"},
            "The geometry is an area, but the place is of class front-line. Cure: Draw it as a "
            "line.",
        ),
        (
            "paris",
            {"class": "river"},
            "The geometry is a point, but the place is of class river and exact. Cure: A river is "
            "no spot: draw it as a line or an area.",
        ),
        (
            "paris",
            {"class": "rivers"},
            "`class`: 'rivers' is no kind of place. Cure: Choose river",
        ),
        (
            "alpine-inns",
            {"excludes": [{"name": "Lyon", "lon": 4.8, "lat": 45.7}]},
            "The geometry is a line, but `excludes` says what its area leaves out.",
        ),
    ],
)
def test_a_shape_that_does_not_fit_the_kind_is_said(
    tmp_path: Path, id: str, changes: dict[str, Any], fault: str
) -> None:
    folder = write_lined_edition(tmp_path)
    change(folder, id, lambda feature: feature["properties"].update(changes))
    assert any(fault in one for one in faults_of(folder)), faults_of(folder)


def test_a_line_out_of_what_it_lies_in_is_measured(tmp_path: Path) -> None:
    folder = write_lined_edition(tmp_path)
    line = {"type": "LineString", "coordinates": [[5, 46], [12, 46]]}
    change(folder, "alpine-inns", lambda feature: feature.update(geometry=line))
    (fault,) = check_edition(folder).faults
    assert "km outside france; 0 km are allowed" in str(fault)


def test_a_line_of_no_length_to_speak_of_is_said(tmp_path: Path) -> None:
    folder = write_lined_edition(tmp_path)
    line = {"type": "LineString", "coordinates": [[5, 46], [5.000001, 46]]}
    change(folder, "alpine-inns", lambda feature: feature.update(geometry=line))
    (fault,) = check_edition(folder).faults
    assert "The line is 0.08 m long, as good as none." in str(fault)
