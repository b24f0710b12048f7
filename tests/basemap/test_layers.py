"""The basemap: whole, without stray lines, honest about disputed areas, and small."""

from __future__ import annotations

import gzip
from itertools import pairwise

import pytest
from pyproj import Geod
from shapely.geometry import Point, shape

from tests.basemap.layers import (
    BASEMAP,
    Json,
    labels,
    layer,
    line_named,
    longest_step_deg,
    part,
)

LAYERS = ["world", "focus"]
KINDS = {"country", "admin1", "city", "water"}
LANGUAGES = {"ur", "ps", "fa", "ru", "tg", "tr"}


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_has_every_part_and_its_attribution(name: str) -> None:
    parts = {"bbox", "land", "coast", "borders", "lakes", "rivers", "disputed", "attribution"}
    assert set(layer(name)) == parts
    assert "Natural Earth" in layer(name)["attribution"]
    assert "GeoNames" in layer(name)["attribution"]
    assert "no opinion on the status of any territory" in layer(name)["attribution"]


@pytest.mark.parametrize(
    ("name", "limits"),
    [("world", (-180.0, -90.0, 180.0, 90.0)), ("focus", (25.0, 20.0, 82.0, 58.0))],
)
def test_nothing_lies_outside_a_layers_box(
    name: str, limits: tuple[float, float, float, float]
) -> None:
    assert tuple(layer(name)["bbox"]) == limits
    for kind in ("land", "coast", "borders", "lakes", "rivers", "disputed"):
        west, south, east, north = part(name, kind).bounds
        assert (limits[0] <= west, limits[1] <= south) == (True, True), kind
        assert (east <= limits[2], north <= limits[3]) == (True, True), kind


@pytest.mark.parametrize("name", LAYERS)
def test_every_polygon_is_valid(name: str) -> None:
    assert shape(layer(name)["land"]).is_valid
    for kind in ("lakes", "disputed"):
        for item in layer(name)[kind]["features"]:
            assert shape(item["geometry"]).is_valid, item["properties"]


@pytest.mark.parametrize(
    ("name", "lines", "longest"),
    [
        ("world", "coast", 10.0),
        ("world", "rivers", 4.0),
        ("world", "borders", 28.0),  # the 49th parallel, from the Pacific to the Great Lakes
        ("focus", "coast", 0.5),
        ("focus", "rivers", 0.9),
        ("focus", "borders", 5.1),  # the straight borders of deserts
    ],
)
def test_no_line_jumps_across_the_map(name: str, lines: str, longest: float) -> None:
    assert longest_step_deg(part(name, lines)) <= longest


@pytest.mark.parametrize(
    ("name", "lat", "lon", "land"),
    [
        ("world", 34.53, 69.17, True),  # Kabul
        ("world", 55.75, 37.62, True),  # Moscow
        ("world", 45.20, 34.30, True),  # Crimea
        ("world", 24.00, -13.00, True),  # Western Sahara
        ("world", 66.50, -172.50, True),  # Chukotka, east of the antimeridian
        ("world", 41.60, 50.80, False),  # Caspian Sea
        ("world", 43.30, 34.40, False),  # Black Sea
        ("world", 0.00, -150.00, False),  # Pacific
        ("focus", 30.18, 67.00, True),  # Quetta
        ("focus", 35.20, 79.20, True),  # Aksai Chin
        ("focus", 33.00, 35.80, True),  # Golan Heights
        ("focus", 23.00, 64.00, False),  # Arabian Sea
        ("focus", 41.60, 50.80, False),  # Caspian Sea
    ],
)
def test_land_is_land_and_sea_is_sea(name: str, lat: float, lon: float, land: bool) -> None:
    assert part(name, "land").contains(Point(lon, lat)) is land


@pytest.mark.parametrize("name", LAYERS)
def test_a_border_is_no_coast(name: str) -> None:
    shared = part(name, "coast").intersection(part(name, "borders"))
    assert shared.length == 0.0


def test_each_border_stands_once() -> None:
    steps = [
        tuple(sorted((tuple(start), tuple(end))))
        for item in layer("focus")["borders"]["features"]
        for line in item["geometry"]["coordinates"]
        for start, end in pairwise(line)
    ]
    assert len(steps) > 20_000
    assert len(steps) == len(set(steps))


def test_the_durand_line_is_named_and_tells_its_status() -> None:
    line = line_named("focus", "Durand Line")
    assert line["properties"] == {
        "kind": "disputed",
        "name": "Durand Line",
        "note": "The Durand Line was agreed in 1893 between the Emir of Afghanistan and British "
        "India, affirmed by treaties of 1919 and 1921, and has lain between Afghanistan and "
        "Pakistan since 1947. Pakistan recognises it as the international border; Afghan "
        "governments since then, that of the Taliban included, have not.",
    }
    length_km = Geod(ellps="WGS84").geometry_length(shape(line["geometry"])) / 1000
    assert 2_150 < length_km < 2_670  # 2,670 km by survey; generalised lines are shorter
    west, south, east, north = shape(line["geometry"]).bounds
    assert (round(west, 1), round(south, 1), round(east, 1), round(north, 1)) == (
        60.8,
        29.4,
        74.5,
        37.0,
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Line of Control", "line-of-control"),
        ("Line of Actual Control", "line-of-control"),
        ("Working Boundary", "line-of-control"),
        ("Edge of the Siachen area", "disputed"),
        ("India's claim line, Aksai Chin", "disputed"),
        ("Northern edge of Crimea", "disputed"),
        ("Eastern edge of Donetsk and Luhansk", "disputed"),
        ("Northern ceasefire line in Cyprus", "line-of-control"),
        ("Ceasefire line of 1974, Golan Heights", "line-of-control"),
    ],
)
def test_a_line_that_is_no_agreed_border_is_drawn_as_such(name: str, kind: str) -> None:
    line = line_named("focus", name)
    assert line["properties"]["kind"] == kind
    assert line["properties"]["note"]


@pytest.mark.parametrize("name", LAYERS)
def test_only_admin_lines_and_settled_borders_have_no_note(name: str) -> None:
    kinds = {"international", "disputed", "line-of-control", "admin1"}
    for item in layer(name)["borders"]["features"]:
        facts = item["properties"]
        assert facts["kind"] in kinds
        assert bool(facts["note"]) or facts["kind"] in ("international", "admin1"), facts


@pytest.mark.parametrize(
    ("area", "lat", "lon", "administered", "claimed"),
    [
        ("azad-kashmir", 33.9, 73.8, "Pakistan", "India"),
        ("gilgit-baltistan", 35.9, 74.3, "Pakistan", "India"),
        ("jammu-and-kashmir", 34.1, 74.8, "India", "Pakistan"),
        ("ladakh", 34.2, 77.6, "India", "Pakistan; in parts China"),
        ("siachen-glacier", 35.4, 77.1, "India", "Pakistan"),
        ("aksai-chin", 35.2, 79.2, "China", "India"),
        ("shaksgam-valley", 36.1, 76.3, "China", "India"),
        ("crimea", 45.2, 34.3, "Russia", "Ukraine"),
        ("donetsk-oblast", 48.0, 37.8, "Ukraine, in part Russia", "Ukraine and Russia"),
        ("kherson-oblast", 46.6, 32.6, "Ukraine, in part Russia", "Ukraine and Russia"),
        ("golan-heights", 33.0, 35.8, "Israel", "Syria"),
        ("northern-cyprus", 35.25, 33.5, "Turkish Cypriot authorities", "Republic of Cyprus"),
    ],
)
def test_a_disputed_area_says_who_administers_and_who_claims_it(
    area: str, lat: float, lon: float, administered: str, claimed: str
) -> None:
    (item,) = _disputed("focus", area)
    assert item["properties"]["administered_by"] == administered
    assert item["properties"]["claimed_by"] == claimed
    assert item["properties"]["note"]
    assert shape(item["geometry"]).contains(Point(lon, lat))


def test_no_disputed_line_runs_inside_crimea() -> None:
    edge = shape(line_named("focus", "Northern edge of Crimea")["geometry"])
    assert edge.bounds[1] > 45.5  # the line between the peninsula and Sevastopol is at 44.6


@pytest.mark.parametrize("name", LAYERS)
def test_crimeas_edge_is_said_to_lie_within_russia_to_russia_since_2022(name: str) -> None:
    assert line_named(name, "Northern edge of Crimea")["properties"]["note"] == (
        "Russia held it to be an international border from 2014 and holds it to lie within Russia "
        "since 2022; Ukraine holds it to lie within Ukraine. UN General Assembly resolution 68/262 "
        "calls on all states not to recognise a change of Crimea's status."
    )


def test_crimea_and_the_four_regions_are_told_of_in_one_wording() -> None:
    notes = {
        area: _disputed("focus", area)[0]["properties"]["note"]
        for area in ("crimea", "donetsk-oblast", "luhansk-oblast")
    }
    assert notes["crimea"] == (
        "Russia declared the annexation of Crimea in March 2014 and holds it to be Russian; "
        "Ukraine holds it to be Ukrainian and, where Russia controls it, unlawfully occupied. UN "
        "General Assembly resolution 68/262 calls on all states not to recognise a change of its "
        "status; drawn here as part of Ukraine."
    )
    assert notes["luhansk-oblast"] == notes["donetsk-oblast"]
    assert notes["donetsk-oblast"] == (
        notes["crimea"]
        .replace("Crimea", "this region")
        .replace("March 2014", "September 2022")
        .replace("68/262", "ES-11/4")
        + " The front is not drawn."
    )


def test_the_southern_kurils_are_hatched_and_the_next_island_is_not() -> None:
    (item,) = _disputed("world", "southern-kuril-islands")
    assert item["properties"]["administered_by"] == "Russia"
    assert item["properties"]["claimed_by"] == "Japan"
    islands = shape(item["geometry"])
    for lat, lon in [(45.0, 147.7), (44.3, 146.2)]:  # Iturup, Kunashir
        assert islands.distance(Point(lon, lat)) < 0.15
    for lat, lon in [(45.9, 150.0), (43.4, 145.2), (50.0, 143.0)]:  # Urup, Hokkaido, Sakhalin
        assert islands.distance(Point(lon, lat)) > 0.3


@pytest.mark.parametrize("area", ["western-sahara", "kosovo", "somaliland", "taiwan"])
def test_disputed_areas_far_away_are_on_the_world_layer(area: str) -> None:
    (item,) = _disputed("world", area)
    assert set(item["properties"]) == {"id", "title", "administered_by", "claimed_by", "note"}
    assert all(item["properties"].values())


def _disputed(name: str, area: str) -> list[Json]:
    features = layer(name)["disputed"]["features"]
    return [item for item in features if item["properties"]["id"] == area]


@pytest.mark.parametrize(
    ("file", "raw", "packed"),
    [
        ("world.json", 700_000, 240_000),
        ("focus.json", 1_100_000, 350_000),
        ("labels.json", 140_000, 35_000),
    ],
)
def test_a_layer_stays_small(file: str, raw: int, packed: int) -> None:
    content = (BASEMAP / file).read_bytes()
    assert len(content) <= raw
    assert len(gzip.compress(content, 6)) <= packed


def test_every_label_has_all_its_fields() -> None:
    assert 500 < len(labels()) <= 1000
    for label in labels():
        assert set(label) == {
            *("name", "names", "kind", "lat", "lon", "rank", "min_zoom", "capital"),
        }, label
        assert label["kind"] in KINDS, label
        assert -90 <= label["lat"] <= 90, label
        assert -180 <= label["lon"] <= 180, label
        assert 1 <= label["rank"] <= 10, label
        assert 1 <= label["min_zoom"] <= 8, label
        assert label["name"], label
        assert set(label["names"]) <= LANGUAGES, label
        assert all(label["names"].values()), label


@pytest.mark.parametrize(
    ("name", "kind", "lat", "lon", "capital"),
    [
        ("Kabul", "city", 34.53, 69.17, True),
        ("Islamabad", "city", 33.72, 73.04, True),
        ("Dushanbe", "city", 38.54, 68.78, True),
        ("Moscow", "city", 55.75, 37.62, True),
        ("Quetta", "city", 30.18, 67.00, False),
        ("Jerusalem", "city", 31.77, 35.22, False),
        ("Khyber Pakhtunkhwa", "admin1", 35.0, 72.6, False),
        ("Panjshir", "admin1", 35.4, 69.8, False),
        ("Daykundi", "admin1", 33.9, 66.1, False),
        ("Arabian Sea", "water", 17.5, 64.5, False),
    ],
)
def test_a_label_stands_where_it_belongs(
    name: str, kind: str, lat: float, lon: float, capital: bool
) -> None:
    (label,) = [one for one in labels() if one["name"] == name and one["kind"] == kind]
    assert (label["lat"], label["lon"]) == (
        pytest.approx(lat, abs=0.6),
        pytest.approx(lon, abs=0.6),
    )
    assert label["capital"] is capital


def test_no_label_bears_a_name_that_the_source_mixes_up() -> None:
    names = [label["name"] for label in labels() if label["kind"] == "admin1"]
    assert len(names) == len(set(names)) == 46  # 34 Afghan, 7 Pakistani, 5 Tajik units
    outdated = {"Northern Areas", "Sind", "K.P.", "F.C.T.", "Leninabad", "F.A.T.A.", "Baluchistan"}
    assert not outdated & set(names)
