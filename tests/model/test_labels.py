"""A label stands where its editor put it, or where the geometry has room for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from shapely import MultiPolygon, Point, Polygon, box

from geodata.model.labels import label_of, with_label
from geodata.storage.check import check_edition
from geodata.storage.load import load_edition
from tests.storage.test_check import change_places
from tests.storage.test_load import faults_of

HOOK = Polygon([(0, 0), (10, 0), (10, 2), (2, 2), (2, 10), (0, 10)])
"""Its centroid lies outside."""


@pytest.mark.parametrize(
    ("geometry", "on_the_edge", "expected"),
    [
        (Point(67.00141, 30.18414), False, (67.00141, 30.18414)),
        (box(10, 40, 14, 44), False, (12.0, 42.0)),
        (MultiPolygon([box(0, 0, 1, 1), box(10, 40, 14, 44)]), False, (12.0, 42.0)),
        (box(10, 40, 14, 44), True, (14.0, 44.0)),
        # A band from west to east has its label at an end, not above its middle.
        (Polygon([(0, 50), (10, 50.5), (20, 50), (20, 49), (0, 49)]), True, (20.0, 49.0)),
    ],
)
def test_a_label_stands_in_the_widest_part_or_at_the_farthest_end(
    geometry: Point | Polygon | MultiPolygon, on_the_edge: bool, expected: tuple[float, float]
) -> None:
    assert label_of(geometry, on_the_edge=on_the_edge) == pytest.approx(expected, abs=0.05)


def test_the_label_of_an_area_is_in_it_even_where_its_centroid_is_not() -> None:
    assert not HOOK.contains(HOOK.centroid)
    assert HOOK.contains(Point(label_of(HOOK, on_the_edge=False)))


def test_a_label_that_is_given_stays() -> None:
    place = {"label_lon": 1.5, "label_lat": 2.5, "geometry": box(10, 40, 14, 44)}
    assert with_label(place) == place


def test_an_edition_may_leave_labels_to_the_app(invented_folder: Path) -> None:
    def leave_out(places: dict[str, dict[str, object]]) -> None:
        for id in ("lyon", "france", "alpine-inns"):
            properties = places[id]["properties"]
            assert isinstance(properties, dict)
            del properties["label_lon"]
            properties["label_lat"] = None  # as a GIS program leaves it
            if id == "lyon":
                del properties["label_lat"]

    change_places(invented_folder, leave_out)
    edition = load_edition(invented_folder)
    assert edition.place("lyon").label == (4.83, 45.76)
    assert edition.place("france").geometry.contains(Point(edition.place("france").label))
    assert edition.place("alpine-inns").label in (
        (7.0, 46.0),
        (6.0, 46.0),
        (7.0, 45.0),
        (6.0, 45.0),
    )
    report = check_edition(invented_folder)
    assert (report.faults, report.warnings) == ((), ())


def test_half_a_position_is_a_fault(invented_folder: Path) -> None:
    def halve(places: dict[str, dict[str, object]]) -> None:
        properties = places["paris"]["properties"]
        assert isinstance(properties, dict)
        del properties["label_lat"]

    change_places(invented_folder, halve)
    assert faults_of(invented_folder) == [
        "places.geojson: place paris: The key `label_lat` is missing. Cure: Add `label_lat`."
    ]
