"""The check takes distances, limits and outlines across 180°, and says where the map ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geodata.storage.check import check_edition
from tests.pacific import write_pacific

Change = Callable[[dict[str, dict[str, Any]]], None]


def checked(root: Path, change: Change) -> tuple[list[str], list[str]]:
    """Change places of the edition by their ids; return the faults and warnings of places."""
    folder = write_pacific(root)
    path = folder / "places.geojson"
    collection = json.loads(path.read_text("utf-8"))
    change({feature["properties"]["id"]: feature for feature in collection["features"]})
    path.write_text(json.dumps(collection), encoding="utf-8")
    result = check_edition(folder)
    return (
        [str(one) for one in result.faults if "places.geojson" in str(one)],
        [str(one) for one in result.warnings if "places.geojson" in str(one)],
    )


def point(id: str, lon: float, lat: float) -> Change:
    def change(places: dict[str, dict[str, Any]]) -> None:
        places[id]["geometry"] = {"type": "Point", "coordinates": [lon, lat]}
        for key in ("label_lon", "label_lat"):
            places[id]["properties"].pop(key, None)

    return change


def bounds(*limits: float) -> Change:
    def change(places: dict[str, dict[str, Any]]) -> None:
        places["chukotka"]["properties"]["within_bounds"] = list(limits)

    return change


def outline(id: str, *ring: tuple[float, float], **properties: Any) -> Change:
    def change(places: dict[str, dict[str, Any]]) -> None:
        places[id]["geometry"] = {
            "type": "Polygon",
            "coordinates": [[list(at) for at in (*ring, ring[0])]],
        }
        places[id]["properties"] |= {"within": "", "within_bounds": None, **properties}
        for key in ("label_lon", "label_lat"):
            places[id]["properties"].pop(key, None)

    return change


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (lambda places: None, []),
        (bounds(160, 60, -160, 80), []),
        (bounds(-180, -90, 180, 90), []),
        (
            bounds(160, 60, -175, 80),
            [
                "places.geojson: place chukotka: It lies 141.5 km outside its bounds [160.0, 60.0, "
                "-175.0, 80.0], across 180°; 0 km are allowed. Cure: Correct the geometry or what "
                "it lies in, or state the exception in `within_note` and `tolerance_km`."
            ],
        ),
        (
            bounds(170, 60, 170, 80),
            [
                "places.geojson: place chukotka: `within_bounds` is [170.0, 60.0, 170.0, 80.0], "
                "which holds no area. Cure: Write it as [west, south, east, north]; west is "
                "greater than east only across 180°."
            ],
        ),
        # 0.1 degrees east of Fiji's eastern edge, which lies at -178.
        (
            point("suva", -177.9, -18),
            [
                "places.geojson: place suva: It lies 10.6 km outside fiji; 0 km are allowed. Cure: "
                "Correct the geometry or what it lies in, or state the exception in `within_note` "
                "and `tolerance_km`."
            ],
        ),
        (point("suva", -179.99, -18), []),
    ],
)
def test_limits_and_distances_cross_180(tmp_path: Path, change: Change, faults: list[str]) -> None:
    found, _ = checked(tmp_path, change)
    assert found[: len(faults) or None] == faults


def test_a_label_on_the_other_side_is_near(tmp_path: Path) -> None:
    def change(places: dict[str, dict[str, Any]]) -> None:
        places["suva"]["geometry"]["coordinates"] = [179.9, -18]
        places["suva"]["properties"] |= {"label_lon": -179.9, "label_lat": -18}

    assert checked(tmp_path, change) == ([], [])


def test_an_outline_that_is_not_cut_at_180_is_warned_of(tmp_path: Path) -> None:
    change = outline("chukotka", (172, 63), (-172, 63), (-172, 69), (172, 69))
    faults, warnings = checked(tmp_path, change)
    assert faults == []
    assert warnings == [
        "places.geojson: place chukotka: An edge of its outline runs from 172 to -172 in "
        "longitude, the long way round the globe. Cure: If it was to cross 180°, cut the area "
        "there, into two parts, as RFC 7946 asks."
    ]


@pytest.mark.parametrize(("lat", "end"), [(-90, "south"), (90, "north"), (-85.06, "south")])
def test_a_place_beyond_the_map_is_said_to_be_shown_at_its_edge(
    tmp_path: Path, lat: float, end: str
) -> None:
    def change(places: dict[str, dict[str, Any]]) -> None:
        point("wake", 0, lat)(places)
        places["wake"]["properties"]["within_bounds"] = None
        places["wake"]["properties"]["within_note"] = "Nowhere else."

    assert checked(tmp_path, change) == (
        [],
        [
            f"places.geojson: place wake: It lies beyond the map, which ends at 85.05° {end}: it "
            "is shown at the map's edge. Cure: Leave it so; its card says that the map ends there."
        ],
    )


def test_antarctica_is_told_to_end_with_the_map_and_holds_the_pole(tmp_path: Path) -> None:
    def change(places: dict[str, dict[str, Any]]) -> None:
        ring = (-180, -90), (180, -90), (180, -65), (-180, -65)
        outline("chukotka", *ring)(places)
        point("wake", 0, -90)(places)
        point("suva", 179, -89)(places)
        for id in ("wake", "suva"):
            places[id]["properties"] |= {"within": "chukotka", "within_bounds": None}

    faults, warnings = checked(tmp_path, change)
    assert faults == []
    assert (
        "places.geojson: place chukotka: It reaches beyond the map, which ends at 85.05° south: "
        "the rest of it is not drawn. Cure: Leave it so; its card says that the map ends there."
    ) in warnings


def test_a_place_outside_antarctica_is_told_how_far(tmp_path: Path) -> None:
    def change(places: dict[str, dict[str, Any]]) -> None:
        ring = (-180, -90), (180, -90), (180, -65), (-180, -65)
        outline("chukotka", *ring)(places)
        point("wake", 180, -64)(places)
        places["wake"]["properties"] |= {"within": "chukotka", "within_bounds": None}

    (fault,) = checked(tmp_path, change)[0]
    assert fault.startswith("places.geojson: place wake: It lies 111.5 km outside chukotka; ")
