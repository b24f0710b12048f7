"""The first edition's places: where they lie, how large they are, how soft the vague ones."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
import shapely
from pyproj import Geod, Transformer
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from tests.basemap.layers import (
    BETWEEN,
    border_told,
    borders_within,
    coast_within,
    named,
)
from tests.editions.first_edition import FOLDER

FILE = FOLDER / "places.geojson"
FEATURES = json.loads(FILE.read_text(encoding="utf-8"))["features"]
FACTS = {item["properties"]["id"]: item["properties"] for item in FEATURES}
SHAPES: dict[str, BaseGeometry] = {
    item["properties"]["id"]: shape(item["geometry"]) for item in FEATURES
}
BOKHTAR, QUETTA, PESHAWAR, WANA = (37.84, 68.78), (30.18, 67.0), (34.01, 71.58), (32.3, 69.57)
"""Towns in Khatlon, Balochistan, Khyber Pakhtunkhwa and the former tribal areas."""
CAPITALS = {"Tajikistan": (38.54, 68.78), "Pakistan": (33.72, 73.04)}
REGION = (56.0, 21.0, 84.0, 46.0)
"""Pakistan and Tajikistan, and more."""
EVERY_LINE = BETWEEN | {"admin1"}
ROUNDED = 1e-4
"""Where outlines cross between their points, rounding moves them by up to this, in degrees."""
GRID = 10_000
"""The finest level's units in a degree."""
AREAS = sorted(place for place, found in SHAPES.items() if found.geom_type != "Point")


def test_the_places_are_the_ones_the_article_needs() -> None:
    assert list(FACTS) == [
        "balochistan",
        "quetta",
        "tribal-areas",
        "southern-tajikistan",
        "russia-attack-site",
        "afghanistan",
        "pakistan",
        "russia",
        "turkey",
        "afghan-pakistani-border-region",
        "western-pakistani-provinces",
    ]


@pytest.mark.parametrize("place", AREAS)
def test_an_area_is_valid_and_crosses_no_antimeridian(place: str) -> None:
    assert SHAPES[place].is_valid
    rings = shapely.get_rings(shapely.get_parts(SHAPES[place]))
    steps = [abs(a[0] - b[0]) for ring in rings for a, b in pairwise(ring.coords)]
    assert max(steps) < 6


@pytest.mark.parametrize(
    ("place", "official_km2", "within"),
    [
        ("balochistan", 347_190, 0.01),
        ("tribal-areas", 27_220, 0.02),
        ("afghanistan", 652_230, 0.03),
        ("pakistan", 881_913, 0.02),  # with Azad Kashmir and Gilgit-Baltistan
        ("turkey", 783_562, 0.01),
        ("russia", 17_098_246, 0.02),  # before 2014; coarse, without small islands
    ],
)
def test_an_areas_size_is_about_the_official_one(
    place: str, official_km2: float, within: float
) -> None:
    area_km2 = abs(Geod(ellps="WGS84").geometry_area_perimeter(SHAPES[place])[0]) / 1e6
    assert area_km2 == pytest.approx(official_km2, rel=within)


@pytest.mark.parametrize(
    ("place", "inside", "outside"),
    [
        # (latitude, longitude) of towns
        ("balochistan", [(30.18, 67.00), (25.13, 62.33)], [(24.86, 67.01), (31.83, 70.90)]),
        ("tribal-areas", [(33.00, 70.07), (33.90, 70.10), (34.73, 71.52)], [(34.01, 71.58)]),
        (
            "southern-tajikistan",
            # Bokhtar, Kulob, and on the Afghan border Panj, Farkhor and Ayvaj
            [(37.84, 68.78), (37.91, 69.78), (37.236, 69.099), (37.492, 69.404), (36.97, 68.018)],
            # Dushanbe, Hisor, Vahdat, Obigarm, Tavildara; Khujand, and Kunduz beyond the border
            [
                *((38.536, 68.779), (38.525, 68.551), (38.556, 69.014), (38.717, 69.708)),
                *((38.7, 70.48), (40.28, 69.62), (36.73, 68.86)),
            ],
        ),
        ("afghanistan", [(34.53, 69.17), (37.10, 73.00)], [(34.01, 71.58), (38.54, 68.78)]),
        ("pakistan", [(33.72, 73.04), (35.92, 74.31)], [(34.08, 74.80), (35.40, 77.10)]),
        ("turkey", [(39.93, 32.86), (41.20, 28.00)], [(36.20, 37.16), (35.20, 33.50)]),
        (
            "afghan-pakistani-border-region",
            [(30.92, 66.45), (33.34, 69.92), (34.10, 71.14)],
            [(30.18, 67.00), (34.53, 69.17), (33.72, 73.04)],
        ),
        (
            "western-pakistani-provinces",
            # Quetta, Peshawar, Miran Shah; at the edge Gwadar, Jiwani, Hub, Torkham, Parachinar
            [
                *((30.18, 67.00), (34.01, 71.58), (33.00, 70.07), (25.122, 62.325)),
                *((25.049, 61.746), (25.026, 66.885), (34.12, 71.09), (33.90, 70.10)),
            ],
            # Islamabad, Lahore, Karachi, Kabul, Muzaffarabad, Attock
            [
                *((33.72, 73.04), (31.55, 74.34), (24.86, 67.01), (34.53, 69.17)),
                *((34.37, 73.47), (33.77, 72.36)),
            ],
        ),
    ],
)
def test_an_area_holds_its_towns_and_no_others(
    place: str, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    assert all(SHAPES[place].contains(Point(lon, lat)) for lat, lon in inside)
    assert not any(SHAPES[place].contains(Point(lon, lat)) for lat, lon in outside)


def test_russia_is_on_both_sides_of_the_antimeridian() -> None:
    west, _, east, _ = SHAPES["russia"].bounds
    assert (west, east) == (-180.0, 180.0)
    for lat, lon in [(66.3, -179.0), (69.7, 170.3), (54.7, 20.8), (43.2, 132.0), (55.75, 37.62)]:
        assert SHAPES["russia"].contains(Point(lon, lat)), (lat, lon)


def test_russia_holds_neither_crimea_nor_the_occupied_ukrainian_regions() -> None:
    towns = [(44.95, 34.10), (44.60, 33.60), (48.00, 37.80), (48.57, 39.30), (47.10, 37.60)]
    for lat, lon in towns:
        assert not SHAPES["russia"].contains(Point(lon, lat)), (lat, lon)
    assert "68/262" in FACTS["russia"]["dispute_note"]


@pytest.mark.parametrize(
    "place", ["balochistan", "tribal-areas", "afghanistan", "pakistan", "turkey"]
)
def test_an_exact_outline_lies_on_the_basemaps_lines(place: str) -> None:
    edge, around = _steps([SHAPES[place].boundary]), SHAPES[place].bounds
    known = _steps(borders_within("fine", around, EVERY_LINE))
    known |= _steps(coast_within("fine", around))
    # Where a line crosses from one cell into the next it has a point more.
    assert len(edge & known) / len(edge) > 0.985


@pytest.mark.parametrize(
    ("place", "country"),
    [("southern-tajikistan", "Tajikistan"), ("western-pakistani-provinces", "Pakistan")],
)
def test_a_soft_area_ends_where_its_country_ends(place: str, country: str) -> None:
    soft, whole = SHAPES[place], _face(*CAPITALS[country])
    assert whole.buffer(ROUNDED).covers(soft)
    assert _share_along(soft, whole.boundary, ROUNDED) > 0.4


@pytest.mark.parametrize(
    ("place", "country", "provinces", "nearest_km", "farthest_km"),
    [
        ("southern-tajikistan", "Tajikistan", [BOKHTAR], 3.4, 17.0),
        ("western-pakistani-provinces", "Pakistan", [QUETTA, PESHAWAR, WANA], 0.0, 10.0),
    ],
)
def test_inside_its_country_a_soft_area_keeps_off_the_provinces_border(
    place: str,
    country: str,
    provinces: list[tuple[float, float]],
    nearest_km: float,
    farthest_km: float,
) -> None:
    meant = _metres(shapely.union_all([_face(*town) for town in provinces]))
    whole = _metres(_face(*CAPITALS[country]))
    inner = meant.boundary.difference(whole.boundary.buffer(100))
    soft = _metres(SHAPES[place])
    edge = soft.boundary.difference(whole.boundary.buffer(15_000))
    assert edge.distance(inner) / 1000 > nearest_km
    assert meant.covers(edge)
    corners = shapely.points(shapely.get_coordinates(meant))
    assert shapely.distance(corners, soft).max() / 1000 < farthest_km
    assert f"{farthest_km:.0f} km inside at most" in FACTS[place]["precision_note"]


def test_what_the_soft_areas_leave_out_is_as_they_say() -> None:
    khatlon, west = _face(*BOKHTAR), [_face(*town) for town in (QUETTA, PESHAWAR, WANA)]
    provinces = shapely.union_all(west)
    assert _left_out(khatlon, "southern-tajikistan") == pytest.approx(0.09, abs=0.005)
    assert _left_out(provinces, "western-pakistani-provinces") == pytest.approx(0.007, abs=0.0005)
    assert "leaves out 0.7 % of them" in FACTS["western-pakistani-provinces"]["precision_note"]


def test_a_place_names_the_towns_that_it_leaves_out() -> None:
    named = {
        place: [one["name"] for one in facts["excludes"]]
        for place, facts in FACTS.items()
        if "excludes" in facts
    }
    assert named == {
        "southern-tajikistan": ["Dushanbe", "Hisor", "Vahdat"],
        "pakistan": ["Srinagar", "Jammu", "Leh"],
        "russia": ["Simferopol", "Sevastopol", "Donetsk", "Luhansk", "Melitopol", "Kherson"],
        "western-pakistani-provinces": ["Karachi", "Islamabad"],
    }


@pytest.mark.parametrize("place", ["afghanistan", "pakistan", "afghan-pakistani-border-region"])
def test_every_place_along_the_durand_line_has_the_basemaps_note_on_it(place: str) -> None:
    note = border_told("Durand Line")["note"]
    assert note in FACTS[place]["dispute_note"]


def test_russia_and_pakistan_tell_what_each_side_holds() -> None:
    russia, pakistan = FACTS["russia"]["dispute_note"], FACTS["pakistan"]["dispute_note"]
    assert "Russia controls Crimea and parts of the four regions" in russia
    assert "holds all of them to be Russian; Ukraine holds all of them to be Ukrainian" in russia
    assert "Japan holds them to be Japanese" in russia
    assert "India holds all of Jammu and Kashmir to be Indian" in pakistan
    assert "each claims the parts that the other administers" in pakistan
    assert "Gilgit-Baltistan" in FACTS["afghan-pakistani-border-region"]["dispute_note"]


def test_names_are_there_in_the_languages_of_those_who_live_there() -> None:
    assert FACTS["balochistan"]["names"]["bal"] == "بلوچستان"
    assert FACTS["balochistan"]["names"]["tg"] == "Балуҷистон"
    assert FACTS["quetta"]["names"]["bal"] == "کوئٹہ"
    assert FACTS["quetta"]["names"]["tg"] == "Кветта"
    assert FACTS["tribal-areas"]["names"]["ps"] == "فدرالي قبايلي سيمې"
    assert FACTS["tribal-areas"]["local"] == ["ps", "ur"]
    assert FACTS["russia"]["names"]["ps"] == "روسیه"
    assert FACTS["turkey"]["names"]["ps"] == "ترکي"
    informal = [facts for facts in FACTS.values() if facts["class"] == "informal-area"]
    assert [list(facts["names"]) for facts in informal] == [["en"]] * 3  # none is invented


def test_the_border_region_reaches_fifty_kilometres_and_no_further() -> None:
    border = _metres(shapely.union_all(named("fine", "Durand Line")))
    band = _metres(SHAPES["afghan-pakistani-border-region"])
    farthest = shapely.distance(shapely.points(shapely.get_coordinates(band)), border).max() / 1000
    both = _metres(SHAPES["afghanistan"].union(SHAPES["pakistan"]))
    missed = border.buffer(45_000).intersection(both).difference(band)
    assert missed.area / band.area < 0.01
    assert 48 < farthest < 62  # rounding off bends moves the edge out a little
    assert "50 km" in FACTS["afghan-pakistani-border-region"]["precision_note"]


@pytest.mark.parametrize(
    ("place", "outer"),
    [
        ("quetta", "balochistan"),
        ("balochistan", "pakistan"),
        ("tribal-areas", "pakistan"),
        ("western-pakistani-provinces", "pakistan"),
        ("russia-attack-site", "russia"),
    ],
)
def test_a_place_lies_within_the_place_it_names(place: str, outer: str) -> None:
    assert FACTS[place]["within"] == outer
    assert FACTS[place]["tolerance_km"] == 0
    assert SHAPES[outer].buffer(ROUNDED).covers(SHAPES[place])


@pytest.mark.parametrize(
    "place", [one for one in AREAS if FACTS[one]["precision"] == "approximate"]
)
def test_the_label_of_a_vague_area_stands_on_its_edge(place: str) -> None:
    label = Point(FACTS[place]["label_lon"], FACTS[place]["label_lat"])
    assert SHAPES[place].boundary.distance(label) < 0.05


def test_the_attack_site_is_a_bare_inferred_point() -> None:
    facts = FACTS["russia-attack-site"]
    assert SHAPES["russia-attack-site"].equals(Point(37.390278, 55.825833))
    assert facts["title"] == "Site of the March 2024 attack (inferred, not in the text)"
    assert facts["basis"] == "inferred"
    assert "Wikipedia" in facts["basis_source"]
    assert "UN Security Council" in facts["basis_source"]
    assert "not checked against an independent source" in facts["precision_note"]
    assert "A second published value lies 99 m away" in facts["precision_note"]
    assert "IS-K" not in json.dumps(facts)


def test_the_file_is_small_enough_to_stand_in_the_page() -> None:
    geometry_bytes = sum(
        len(json.dumps(one["geometry"], separators=(",", ":"))) for one in FEATURES
    )
    assert geometry_bytes < 240_000
    assert FILE.stat().st_size < 260_000


def _metres(value: BaseGeometry) -> BaseGeometry:
    """Return a shape in metres, true to distance about the middle of the Durand Line."""
    plane = Transformer.from_crs(
        "EPSG:4326", "+proj=aeqd +lat_0=33 +lon_0=68 +datum=WGS84", always_xy=True
    )
    found: BaseGeometry = shapely.transform(
        value, lambda points: np.column_stack(plane.transform(points[:, 0], points[:, 1]))
    )
    return found


def _steps(lines: Sequence[BaseGeometry]) -> set[tuple[tuple[int, ...], ...]]:
    """Return every straight step of some lines, whichever way it runs, in the grid's units."""
    return {
        tuple(sorted((start, end)))
        for line in shapely.get_parts(lines)
        for start, end in pairwise((round(x * GRID), round(y * GRID)) for x, y in line.coords)
    }


@cache
def _face(lat: float, lon: float) -> BaseGeometry:
    """Return the province or, for a capital in ``CAPITALS``, the country that a town lies in."""
    kinds = BETWEEN if (lat, lon) in CAPITALS.values() else EVERY_LINE
    borders = borders_within("fine", REGION, kinds)
    edge = shapely.box(*REGION).boundary
    lines = shapely.node(shapely.union_all([*borders, *coast_within("fine", REGION), edge]))
    (face,) = [one for one in shapely.polygonize([lines]).geoms if one.contains(Point(lon, lat))]
    found: BaseGeometry = face
    return found


def _share_along(area: BaseGeometry, line: BaseGeometry, within_deg: float) -> float:
    """Return how much of an area's edge runs along a line, as a part of one."""
    edge = area.boundary
    return float(edge.intersection(line.buffer(within_deg)).length / edge.length)


def _left_out(whole: BaseGeometry, place: str) -> float:
    """Return how much of an area a place leaves out, as a part of one."""
    return float(_metres(whole).difference(_metres(SHAPES[place])).area / _metres(whole).area)
