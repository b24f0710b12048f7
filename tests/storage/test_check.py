"""The check finds places that lie where they do not belong, and prints counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geodata.storage.check import check_edition

Change = Callable[[dict[str, dict[str, Any]]], None]


def change_places(folder: Path, change: Change) -> None:
    """Change the features of an edition; ``change`` gets them by the ids of their places."""
    path = folder / "places.geojson"
    collection = json.loads(path.read_text("utf-8"))
    change({feature["properties"]["id"]: feature for feature in collection["features"]})
    path.write_text(json.dumps(collection), encoding="utf-8")


def swap_paris(places: dict[str, dict[str, Any]]) -> None:
    places["paris"]["geometry"]["coordinates"] = [48.86, 2.35]


def move_paris_to_london(places: dict[str, dict[str, Any]]) -> None:
    places["paris"]["geometry"]["coordinates"] = [-0.13, 51.51]


def move_the_bridge_3_km(places: dict[str, dict[str, Any]]) -> None:
    places["old-bridge"]["geometry"]["coordinates"] = [4.83, 45.787]


def shrink_the_bounds_of_france(places: dict[str, dict[str, Any]]) -> None:
    places["france"]["properties"]["within_bounds"] = [-6.0, 41.0, 7.0, 52.0]


def flatten_the_alps(places: dict[str, dict[str, Any]]) -> None:
    places["alpine-inns"]["geometry"]["coordinates"] = [
        [[6.0, 45.0], [6.00001, 45.0], [6.00001, 45.00001], [6.0, 45.0]]
    ]


def put_the_alps_label_into_the_centre(places: dict[str, dict[str, Any]]) -> None:
    places["alpine-inns"]["properties"] |= {"label_lon": 6.5, "label_lat": 45.5}


def let_the_alps_reach_beyond_france(places: dict[str, dict[str, Any]]) -> None:
    places["alpine-inns"]["geometry"]["coordinates"] = [
        [[6.0, 45.0], [8.0, 45.0], [8.0, 46.0], [6.0, 46.0], [6.0, 45.0]]
    ]


def let_the_alps_exclude_a_town_that_they_hold(places: dict[str, dict[str, Any]]) -> None:
    places["alpine-inns"]["properties"]["excludes"] = [
        {"name": "Invented-les-Bains", "lon": 6.5, "lat": 45.1},
        {"name": "Lyon", "lon": 4.83, "lat": 45.76},
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            let_the_alps_exclude_a_town_that_they_hold,
            "places.geojson: place alpine-inns: It says that it leaves 'Invented-les-Bains' out, "
            "but its area holds it, 11.1 km inside the edge. Cure: Redraw the area, correct the "
            "point, or take it out of `excludes`.",
        ),
        (
            swap_paris,
            "places.geojson: place paris: It lies 6,150.7 km outside france, but not if its "
            "coordinates are swapped. Cure: Swap longitude and latitude: GeoJSON has the "
            "longitude first.",
        ),
        (
            move_paris_to_london,
            "places.geojson: place paris: It lies 140.3 km outside france; 0 km are allowed. "
            "Cure: Correct the geometry or what it lies in, or state the exception in "
            "`within_note` and `tolerance_km`.",
        ),
        (
            move_the_bridge_3_km,
            "places.geojson: place old-bridge: It lies 3.0 km outside lyon; 2 km are allowed. "
            "Cure: Correct the geometry or what it lies in, or state the exception in "
            "`within_note` and `tolerance_km`.",
        ),
        (
            shrink_the_bounds_of_france,
            "places.geojson: place france: It lies 73.2 km outside its bounds "
            "[-6.0, 41.0, 7.0, 52.0]; 0 km are allowed. Cure: Correct the geometry or what it "
            "lies in, or state the exception in `within_note` and `tolerance_km`.",
        ),
        (
            let_the_alps_reach_beyond_france,
            "places.geojson: place alpine-inns: It lies 56.8 km outside france; 0 km are "
            "allowed. Cure: Correct the geometry or what it lies in, or state the exception in "
            "`within_note` and `tolerance_km`.",
        ),
        (
            flatten_the_alps,
            "places.geojson: place alpine-inns: The area is 0.44 m², as good as none. Cure: Draw "
            "the area, or a point if it is an exactly known spot.",
        ),
        (
            put_the_alps_label_into_the_centre,
            "places.geojson: place alpine-inns: The label of this approximate area stands 0 km "
            "from its centre, where it would look like the spot. Cure: Move it to the edge, at "
            "least 16 km from the centre.",
        ),
    ],
)
def test_a_place_that_lies_wrong_is_a_fault(
    invented_folder: Path, change: Change, fault: str
) -> None:
    change_places(invented_folder, change)
    report = check_edition(invented_folder)
    assert [str(one) for one in report.faults] == [fault]
    assert not report.is_sound


def test_a_place_may_lie_outside_by_its_tolerance(invented_folder: Path) -> None:
    def allow(places: dict[str, dict[str, Any]]) -> None:
        move_the_bridge_3_km(places)
        places["old-bridge"]["properties"]["tolerance_km"] = 3.1

    change_places(invented_folder, allow)
    assert check_edition(invented_folder).faults == ()


def test_an_edition_in_order_is_reported_with_its_counts(invented_folder: Path) -> None:
    report = check_edition(invented_folder)
    assert report.is_sound
    assert report.lines() == [
        "from-lyon-to-paris: 10 mentions: 5 mapped, 2 merged, 3 not mapped "
        "(2 affiliation, 1 too vague)",
        "from-lyon-to-paris: 5 claims by 3 speakers (1 unnamed), 0 compared by a named editor",
        "from-lyon-to-paris: no faults",
    ]


def test_an_edition_that_cannot_be_loaded_is_reported_without_counts(
    invented_folder: Path,
) -> None:
    (invented_folder / "themes.toml").unlink()
    report = check_edition(invented_folder)
    assert report.ledger is None
    assert report.lines() == [
        "from-lyon-to-paris: themes.toml: The file is missing. "
        "Cure: Add themes.toml to the edition.",
        "from-lyon-to-paris: 1 fault",
    ]


def test_a_label_far_from_its_place_is_warned_of(invented_folder: Path) -> None:
    def move(places: dict[str, dict[str, Any]]) -> None:
        places["lyon"]["properties"]["label_lat"] = 48.76

    change_places(invented_folder, move)
    report = check_edition(invented_folder)
    assert report.is_sound
    assert [str(one) for one in report.warnings] == [
        "places.geojson: place lyon: The label stands 334 km outside the place. "
        "Cure: Move it to the place, unless it is meant."
    ]
    assert report.lines()[-1] == "from-lyon-to-paris: no faults, 1 warning"


def test_a_mention_that_is_merged_with_nothing_is_warned_of(invented_folder: Path) -> None:
    path = invented_folder / "mentions.toml"
    content = path.read_text("utf-8")
    path.write_text(
        content.replace('"mapped"\nreading = "France."', '"merged"\nreading = "France."'), "utf-8"
    )
    assert [str(one) for one in check_edition(invented_folder).warnings] == [
        "mentions.toml: mention french: It is merged, but none of its places is named before it. "
        "Cure: Make it mapped, unless it is meant."
    ]


def test_an_area_that_crosses_many_degrees_is_measured_well(invented_folder: Path) -> None:
    def widen(places: dict[str, dict[str, Any]]) -> None:
        places["france"]["properties"]["within_bounds"] = [-180.0, -90.0, 180.0, 90.0]

    change_places(invented_folder, widen)
    assert check_edition(invented_folder).faults == ()
