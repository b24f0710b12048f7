"""The ground: whole, without stray lines, honest about disputed areas, and small."""

from __future__ import annotations

import gzip
import math
from collections import Counter
from itertools import pairwise

import pytest
from pyproj import Geod
from shapely.geometry import Point

from geodata.ground.files import files_in, world
from geodata.ground.grid import COARSE, FINE, LEVELS, Level
from tests.basemap.layers import (
    BASEMAP,
    LEVEL_NAMES,
    border_steps,
    border_told,
    cell_names,
    coast_steps,
    covers,
    disputed,
    labels,
    lines,
    longest_step_deg,
    named,
    sheets,
    told,
)

KINDS = {"country", "city", "water"}
LANGUAGES = {"ur", "ps", "fa", "ru", "tg", "tr"}


def test_the_world_has_every_part_and_its_attribution() -> None:
    parts = {"bbox", "unit", "land", "lakes", "borders", "rivers", "disputed", "levels"}
    assert set(world()) == parts | {"attribution"}
    assert "Natural Earth" in world()["attribution"]
    assert "GeoNames" in world()["attribution"]
    assert "no opinion on the status of any territory" in world()["attribution"]


def test_every_cell_that_the_index_names_is_there_and_no_other() -> None:
    files = {path.name for path in BASEMAP.iterdir()}
    everywhere = (-180.0, -90.0, 179.9, 89.9)
    cells = {name for level in LEVELS for name in files_in(level, [everywhere])}
    assert files == cells | {"world.json", "labels.json"}


@pytest.mark.parametrize("level", LEVEL_NAMES)
def test_nothing_lies_outside_its_cell(level: str) -> None:
    for content, unit, (west, south, east, north) in sheets(level):
        for kind in ("land", "lakes"):
            for packed in (ring for rings in content.get(kind, ()) for ring in rings):
                x, y, slack = 0, 0, unit / 2
                for i in range(0, len(packed), 2):
                    x, y = x + packed[i], y + packed[i + 1]
                    assert west - slack <= x * unit <= east + slack, kind
                    assert south - slack <= y * unit <= north + slack, kind


@pytest.mark.parametrize(
    ("level", "kind", "longest"),
    [
        ("world", "rivers", 4.0),
        ("world", "borders", 28.0),  # the 49th parallel, from the Pacific to the Great Lakes
        ("coarse", "rivers", 0.9),
        ("coarse", "borders", 20.0),  # the straight borders of deserts, up to a cell's edge
        ("fine", "rivers", 0.5),
        ("fine", "borders", 5.0),
    ],
)
def test_no_line_jumps_across_the_map(level: str, kind: str, longest: float) -> None:
    assert longest_step_deg(level, kind) <= longest


@pytest.mark.parametrize("level", LEVEL_NAMES)
@pytest.mark.parametrize(
    ("lat", "lon", "land"),
    [
        (34.53, 69.17, True),  # Kabul
        (55.75, 37.62, True),  # Moscow
        (45.20, 34.30, True),  # Crimea
        (24.00, -13.00, True),  # Western Sahara
        (66.50, -172.50, True),  # Chukotka, east of the antimeridian
        (-15.3, 30.4, True),  # the Zambezi's country
        (51.34, 12.37, True),  # Leipzig
        (30.18, 67.00, True),  # Quetta
        (35.20, 79.20, True),  # Aksai Chin
        (33.00, 35.80, True),  # Golan Heights
        (41.60, 50.80, False),  # Caspian Sea
        (43.30, 34.40, False),  # Black Sea
        (0.00, -150.00, False),  # Pacific
        (23.00, 64.00, False),  # Arabian Sea
    ],
)
def test_land_is_land_and_sea_is_sea(level: str, lat: float, lon: float, land: bool) -> None:
    assert covers(level, "land", lat, lon) is land


@pytest.mark.parametrize("level", LEVEL_NAMES)
def test_a_border_is_no_coast_and_stands_once(level: str) -> None:
    steps = border_steps(level)
    assert len(steps) > {"world": 5_000, "coarse": 100_000, "fine": 200_000}[level]
    assert len(steps) - len(set(steps)) <= len(steps) / 1000
    assert len(coast_steps(level) & set(steps)) <= len(steps) / 1000


@pytest.mark.parametrize("level", ["coarse", "fine"])
def test_rivers_have_no_gaps_along_borders(level: str) -> None:
    """The Danube between Serbia, Romania and Bulgaria, and the Zambezi at Victoria Falls."""
    courses = [line for item, line in lines(level, "rivers") if item["rank"] <= 2]
    for south, west, north, east in ((43.6, 22.9, 44.2, 27.0), (-18.2, 25.0, -17.0, 27.0)):
        steps = [
            sorted((one[0], other[0]))
            for line in courses
            for one, other in pairwise(line.tolist())
            if all(south <= lat <= north for _, lat in (one, other))
        ]
        reached, widest = west, 0.0
        for start, end in sorted(step for step in steps if step[1] >= west and step[0] <= east):
            widest, reached = max(widest, start - reached), max(reached, end)
        assert reached >= east
        assert widest < 0.1


def test_the_durand_line_is_named_and_tells_its_status() -> None:
    assert border_told("Durand Line") == {
        "kind": "disputed",
        "name": "Durand Line",
        "note": "The Durand Line was agreed in 1893 between the Emir of Afghanistan and British "
        "India, affirmed by treaties of 1919 and 1921, and has lain between Afghanistan and "
        "Pakistan since 1947. Pakistan recognises it as the international border; Afghan "
        "governments since then, that of the Taliban included, have not.",
    }
    geod = Geod(ellps="WGS84")
    length_km = sum(geod.geometry_length(line) for line in named("fine", "Durand Line")) / 1000
    assert 2_200 < length_km < 2_670  # 2,670 km by survey; generalised lines are shorter
    bounds = [line.bounds for line in named("fine", "Durand Line")]
    edges = [min(one[0] for one in bounds), min(one[1] for one in bounds)]
    edges += [max(one[2] for one in bounds), max(one[3] for one in bounds)]
    assert [round(edge, 1) for edge in edges] == [60.8, 29.4, 74.5, 37.0]


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
    assert border_told(name)["kind"] == kind
    assert border_told(name)["note"]
    for level in ("coarse", "fine"):
        kinds = {item["kind"] for item, _ in lines(level, "borders") if item.get("name") == name}
        assert kinds == {kind}, level


def test_only_settled_borders_have_no_note() -> None:
    for facts in world()["borders"]:
        assert facts["kind"] in {"international", "disputed", "line-of-control"}
        assert bool(facts["note"]) is (facts["kind"] != "international"), facts


@pytest.mark.parametrize("level", ["coarse", "fine"])
def test_lines_of_units_say_from_which_zoom_they_are_drawn(level: str) -> None:
    kinds = Counter(item["kind"] for item, _ in lines(level, "borders"))
    assert set(kinds) == {"international", "disputed", "line-of-control", "admin1"}
    zooms = {item["from"] for item, _ in lines(level, "borders") if item["kind"] == "admin1"}
    assert min(zooms) == 4.75
    assert max(zooms) < (FINE.from_zoom if level == "coarse" else math.inf)


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
        ("essequibo", 5.3, -59.5, "Guyana", "Venezuela"),
    ],
)
def test_a_disputed_area_says_who_administers_and_who_claims_it(
    area: str, lat: float, lon: float, administered: str, claimed: str
) -> None:
    assert told(area)["administered_by"] == administered
    assert told(area)["claimed_by"] == claimed
    assert told(area)["note"]
    for level in ("coarse", "fine"):
        assert disputed(level, area).contains(Point(lon, lat)), level


def test_no_disputed_line_runs_inside_crimea() -> None:
    # The line between the peninsula and Sevastopol is at 44.6.
    assert min(line.bounds[1] for line in named("fine", "Northern edge of Crimea")) > 45.5


def test_crimeas_edge_is_said_to_lie_within_russia_to_russia_since_2022() -> None:
    assert border_told("Northern edge of Crimea")["note"] == (
        "Russia held it to be an international border from 2014 and holds it to lie within Russia "
        "since 2022; Ukraine holds it to lie within Ukraine. UN General Assembly resolution 68/262 "
        "calls on all states not to recognise a change of Crimea's status."
    )


def test_crimea_and_the_four_regions_are_told_of_in_one_wording() -> None:
    notes = {area: told(area)["note"] for area in ("crimea", "donetsk-oblast", "luhansk-oblast")}
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
    assert told("southern-kuril-islands")["administered_by"] == "Russia"
    assert told("southern-kuril-islands")["claimed_by"] == "Japan"
    islands = disputed("fine", "southern-kuril-islands")
    # Iturup, Kunashir, Shikotan; the Habomai islands' Polonskogo.
    for lat, lon in [(45.0, 147.7), (44.3, 146.2), (43.8, 146.75), (43.63, 146.32)]:
        assert islands.distance(Point(lon, lat)) < 0.1
    for lat, lon in [(45.9, 150.0), (43.4, 145.2), (50.0, 143.0)]:  # Urup, Hokkaido, Sakhalin
        assert islands.distance(Point(lon, lat)) > 0.3


@pytest.mark.parametrize(
    "area", ["western-sahara", "kosovo", "somaliland", "taiwan", "spratly-islands"]
)
def test_every_disputed_area_is_told_of_whole(area: str) -> None:
    facts = {key: value for key, value in told(area).items() if key != "polygons"}
    assert set(facts) == {"id", "title", "administered_by", "claimed_by", "note"}
    assert all(facts.values())
    assert not disputed("fine", area).is_empty


@pytest.mark.parametrize(
    ("files", "raw", "packed"),
    [("world.json", 360_000, 130_000), ("labels.json", 100_000, 25_000)],
)
def test_what_every_reader_fetches_stays_small(files: str, raw: int, packed: int) -> None:
    content = (BASEMAP / files).read_bytes()
    assert len(content) <= raw
    assert len(gzip.compress(content, 6)) <= packed


def test_the_whole_ground_stays_below_its_bound() -> None:
    sizes = {path.name: path.stat().st_size for path in BASEMAP.iterdir()}
    assert sum(sizes.values()) <= 30_000_000
    assert max(size for name, size in sizes.items() if name.startswith("coarse")) <= 200_000
    assert max(size for name, size in sizes.items() if name.startswith("fine")) <= 500_000


def test_every_label_has_all_its_fields() -> None:
    assert 400 < len(labels()) <= 700
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


@pytest.mark.parametrize("grid", LEVELS, ids=lambda grid: grid.name)
def test_every_name_of_a_cell_lies_in_it_and_is_written_once(grid: Level) -> None:
    for content, unit, (west, south, east, north) in sheets(grid.name):
        for letter, name, x, y, zoom, *others in content.get("names", ()):
            assert letter in "caw", name
            assert name, content
            assert west <= x * unit <= east, name
            assert south <= y * unit <= north, name
            assert COARSE.from_zoom <= zoom <= 11, name
            assert all(set(names) <= LANGUAGES for names in others), name


@pytest.mark.parametrize(
    ("name", "kind", "lat", "lon", "capital"),
    [
        ("Kabul", "city", 34.53, 69.17, True),
        ("Islamabad", "city", 33.72, 73.04, True),
        ("Dushanbe", "city", 38.54, 68.78, True),
        ("Moscow", "city", 55.75, 37.62, True),
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


@pytest.mark.parametrize(
    ("letter", "name", "lat", "lon", "zoom"),
    [
        ("c", "Quetta", 30.18, 67.00, 5),
        ("c", "Jerusalem", 31.77, 35.22, 6),
        ("c", "Tete", -16.16, 33.59, 6),
        ("c", "Leipzig", 51.34, 12.37, 6),
        ("a", "Khyber Pakhtunkhwa", 35.0, 72.6, 6),
        ("a", "Panjshir", 35.4, 69.8, 7),
        ("a", "Daykundi", 33.9, 66.1, 7),
        ("a", "Bavaria", 49.0, 11.5, 6),
        # The source shifts the names of these among the units of their country.
        ("a", "Upper Takutu-Upper Essequibo", 2.9, -59.3, 6),
        ("a", "Cuyuni-Mazaruni", 6.2, -60.2, 6),
        ("a", "Northern Red Sea", 16.8, 38.6, 6),
        ("a", "Tungurahua", -1.3, -78.5, 8),
        ("w", "Lake Chad", 13.1, 14.3, 8),
    ],
)
def test_a_town_and_a_unit_are_named_everywhere_from_a_zoom_on(
    letter: str, name: str, lat: float, lon: float, zoom: int
) -> None:
    (found,) = [
        one
        for one in cell_names("fine")
        if one[:2] == [letter, name] and math.dist(one[2:4], (lon, lat)) < 0.8
    ]
    assert abs(found[4] - zoom) <= 1


def test_no_unit_bears_a_name_that_the_source_mixes_up() -> None:
    names = {entry[1] for entry in cell_names("fine") if entry[0] == "a"}
    outdated = {"Northern Areas", "Sind", "K.P.", "F.C.T.", "Leninabad", "F.A.T.A.", "Baluchistan"}
    assert not outdated & names
    assert not {name for name in names if name.islower() or "-west" in name}
