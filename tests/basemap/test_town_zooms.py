"""From which zoom a town is named: by its people, and by how near a larger one is."""

from __future__ import annotations

from shapely.geometry import box

from geodata.basemap.admin1 import lines_from, named_from
from geodata.basemap.cities import LAST_ZOOM, Town, town_zooms
from geodata.basemap.units import Unit


def town(id: int, people: int, lon: float, lat: float = 0.0, country: str = "BR") -> Town:
    """Return a town with the fields that are asked for."""
    return {
        "geonameid": -id,  # no town of the table by hand
        "population": people,
        "longitude": lon,
        "latitude": lat,
        "countrycode": country,
    }


def zooms(*towns: Town, capitals: set[int] | None = None) -> list[int]:
    """Return the zooms of towns, in their order."""
    order = sorted(towns, key=lambda one: -one["population"])
    found = town_zooms(order, capitals or set())
    return [found[one["geonameid"]] for one in towns]


def test_a_large_town_is_named_sooner_than_a_small_one() -> None:
    towns = [town(1, 6_000_000, 0), town(2, 2_000_000, 20), town(3, 60_000, 40), town(4, 900, 60)]
    assert zooms(*towns) == [4, 5, 6, 9]


def test_a_suburb_waits_for_more_room_than_a_town_of_its_size_elsewhere() -> None:
    suburb, alone = zooms(town(1, 6_000_000, 0), town(2, 600_000, 0.1), town(3, 600_000, 30))[1:]
    assert (suburb, alone) == (9, 5)


def test_of_two_small_towns_side_by_side_the_larger_is_named_first() -> None:
    larger, smaller = zooms(town(1, 31_000, 0), town(2, 30_000, 0.3))
    assert larger < smaller


def test_every_town_is_named_in_the_end() -> None:
    crowd = [town(number, 600, number / 1000) for number in range(1, 60)]
    assert max(zooms(*crowd)) == LAST_ZOOM


def test_capitals_are_named_early_and_towns_without_trusted_figures_late() -> None:
    assert zooms(town(1, 30_000, 0), capitals={-1}) == [5]
    assert zooms(town(1, 4_000_000, 0, country="PK")) == [8]


def test_lines_and_names_of_units_wait_until_there_is_room() -> None:
    large = [Unit(f"L{i}", "AAA", box(i * 5, 0, i * 5 + 5, 5)) for i in range(3)]
    small = [Unit(f"S{i}", "BBB", box(i / 10, 9, i / 10 + 0.1, 9.1)) for i in range(3)]
    found = lines_from([*large, *small])
    assert found["AAA"] == 4.75
    assert 8 < found["BBB"] < 10
    assert named_from(large[0].geometry) == 5
    assert 9 <= named_from(small[0].geometry) <= 11
