"""The gazetteer finds what articles name, on every continent, and says what is disputed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import shapely

from geodata.gazetteer.errors import UnknownEntryError
from geodata.gazetteer.gazetteer import MOST, Gazetteer
from geodata.gazetteer.unpacking import unpacked

FIRST = [
    # A name as texts have it; kind, country, and longitude and latitude of the place that it
    # must lead to first, to within two degrees (ten for what is as large as a sea).
    ("Quetta", "city", "PK", 67, 30.2),
    ("کوئٹہ", "city", "PK", 67, 30.2),
    ("Balochistan", "province", "PK", 65.5, 28.5),
    # The source shifts the names of these among the units of their country.
    ("Cuyuni-Mazaruni", "province", "GY", -60.2, 6.1),
    ("Upper Takutu-Upper Essequibo", "province", "GY", -59.3, 2.9),
    ("Anseba", "province", "ER", 37.9, 16.5),
    ("Tungurahua", "province", "EC", -78.5, -1.3),
    ("Baluchistan", "province", "PK", 65.5, 28.5),
    ("Zambezi", "river", "", 27, -16),
    ("Lake Kariba", "reservoir", "", 27.9, -17),
    ("Strait of Hormuz", "strait", "", 56.5, 26.5),
    ("Black Sea", "sea", "", 34, 43),
    ("Sahel", "region", "", 0, 15),
    ("Donbas", "informal-area", "UA", 38, 48.3),
    ("Crimea", "province", "UA", 34.2, 45.2),
    ("Kyiv", "city", "UA", 30.5, 50.4),
    ("Kiev", "city", "UA", 30.5, 50.4),
    ("Київ", "city", "UA", 30.5, 50.4),
    ("Fiji", "country", "FJ", 178, -18),
    ("Chukotka", "province", "RU", 172, 66.5),
    ("Aleutian Islands", "islands", "US", -164.4, 54.6),
    ("American", "country", "US", -98, 39),
    ("W.Va.", "province", "US", -80.5, 38.7),
    ("Calif.", "province", "US", -121, 39),
    ("NSW", "province", "AU", 146.5, -32),
    ("Burma", "country", "MM", 96, 21),
    ("Zaire", "country", "CD", 23.5, -2.9),
    ("DRC", "country", "CD", 23.5, -2.9),
    ("Ivory Coast", "country", "CI", -5.5, 7.5),
    ("Holland", "country", "NL", 5.5, 52.5),
    ("Soviet Union", "former-area", "", 92, 61),
    ("Yugoslavia", "former-area", "", 20, 44),
    ("Middle East", "region", "", 46, 24),
    ("Horn of Africa", "region", "", 39, 9),
    ("Lake Victoria", "lake", "", 33, -1),
    ("Lake Baikal", "lake", "", 108, 53.5),
    ("Aral Sea", "lake", "", 59.5, 45.2),
    ("Danube", "river", "", 20, 46),
    ("Amazon", "river", "", -62, -4),
    ("Mississippi River", "river", "", -91, 36),
    ("Nile", "river", "", 31.5, 24),
    ("Paris", "city", "FR", 2.35, 48.85),
    ("London", "city", "GB", -0.1, 51.5),
    ("England", "province", "GB", -1.5, 52.8),
    ("Lagos", "city", "NG", 3.4, 6.5),
    ("Nairobi", "city", "KE", 36.8, -1.3),
    ("Tete", "province", "MZ", 32.5, -15.5),
    ("São Paulo", "city", "BR", -46.6, -23.5),
    ("Buenos Aires", "city", "AR", -58.4, -34.6),
    ("Patagonia", "informal-area", "", -70, -45),
    ("Gaza Strip", "informal-area", "PS", 34.4, 31.4),
    ("Kashmir", "informal-area", "", 76, 35),
    ("Taiwan", "country", "TW", 121, 23.7),
    ("Kosovo", "country", "XK", 20.9, 42.6),
    ("Georgia", "country", "GE", 43.5, 42),
    ("Himalayas", "mountain-range", "", 84, 28.5),
    ("Sahara", "desert", "", 5, 23),
    ("Suez Canal", "canal", "EG", 32.3, 30.7),
    ("Madagascar", "country", "MG", 46.7, -19),
    ("Tasmania", "province", "AU", 146.5, -42),
    ("Papua New Guinea", "country", "PG", 144, -6.5),
    ("Tokyo", "city", "JP", 139.7, 35.7),
    ("北京", "city", "CN", 116.4, 39.9),
    ("Seoul", "city", "KR", 127, 37.6),
    ("Antarctica", "continent", "", 0, -85),
    ("Svalbard", "province", "SJ", 16, 78.7),
]
LARGE = frozenset({"river", "sea", "region", "former-area", "country", "territory", "continent"})
DISPUTED = (
    *("Crimea", "Simferopol", "Kashmir", "Srinagar", "Muzaffarabad", "Gilgit-Baltistan", "Ladakh"),
    *("Western Sahara", "Laayoune", "Northern Cyprus", "Kosovo", "Somaliland", "Hargeisa", "Abyei"),
    *("Kuril Islands", "Essequibo", "Nagorno-Karabakh", "Khankendi", "Golan Heights", "West Bank"),
    *("Gaza Strip", "Gaza", "East Jerusalem", "Ramallah", "Taiwan", "Taipei", "Transnistria"),
    *("Tiraspol", "Abkhazia", "Sukhumi", "South Ossetia", "Tskhinvali", "Spratly Islands"),
    *("Aksai Chin", "Arunachal Pradesh", "Falkland Islands", "Stanley", "Donetsk", "Donbas"),
)


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """Open the committed gazetteer."""
    return Gazetteer(unpacked(folder=tmp_path_factory.getbasetemp() / "gazetteer"))


@pytest.mark.parametrize(("name", "kind", "country", "lon", "lat"), FIRST)
def test_a_name_leads_first_to_the_place_that_texts_mean(
    gazetteer: Gazetteer, name: str, kind: str, country: str, lon: float, lat: float
) -> None:
    first = gazetteer.find(name)[0]
    assert (first.kind, first.country) == (kind, country)
    reach = 10 if kind in LARGE else 2
    assert abs(first.lon - lon) < reach
    assert abs(first.lat - lat) < reach


@pytest.mark.parametrize("name", DISPUTED)
def test_what_is_disputed_says_so(gazetteer: Gazetteer, name: str) -> None:
    first = gazetteer.find(name)[0]
    assert first.dispute is not None
    assert first.dispute.administered_by
    assert first.dispute.note


@pytest.mark.parametrize(
    "name", ["Quetta", "Tbilisi", "Tel Aviv", "Delhi", "Baku", "Kyiv", "Erbil"]
)
def test_what_is_not_disputed_says_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name)[0].dispute is None


def test_names_of_many_places_are_told_apart(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Paris", country="us")[0].unit_name == "Texas"
    texas = gazetteer.find("Texas", kind="province")[0]
    assert [one.country for one in gazetteer.find("Paris", within=texas.id)] == ["US"]
    assert gazetteer.find("Balochistan", kind="informal-area")[0].id == "atlas:balochistan-region"
    assert gazetteer.find("Santa Cruz", most=3) == gazetteer.find("Santa Cruz")[:3]
    assert len(gazetteer.find("San Antonio", most=10_000)) <= MOST


def test_a_name_that_no_place_has_is_answered_by_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Xyzzyville") == gazetteer.find("") == gazetteer.find("'; drop--") == ()


def test_an_unknown_id_is_an_error_with_a_cure(gazetteer: Gazetteer) -> None:
    for id in ("geonames:1", "atlas:nowhere", "", "geonames:0", "x" * 10_000):
        with pytest.raises(UnknownEntryError, match="Cure"):
            gazetteer.get(id)
        with pytest.raises(UnknownEntryError):
            gazetteer.shape(id)


def test_an_entry_says_all_that_is_known(gazetteer: Gazetteer) -> None:
    quetta = gazetteer.get("geonames:1167528")
    assert (quetta.name, quetta.code, quetta.unit) == ("Quetta", "P.PPL", "geonames:1183606")
    assert (quetta.unit_name, quetta.lon, quetta.lat) == ("Balochistan", 67.00141, 30.18414)
    assert "CC BY 4.0" in quetta.source.licence
    assert quetta.match == ""
    pakistan = gazetteer.get("geonames:1168579")
    assert (pakistan.wikidata, pakistan.names["ur"]) == ("Q843", "پاکستان")
    assert gazetteer.find("Pakistani")[0].match == "demonym"


def test_neighbours_share_their_border_vertex_for_vertex(gazetteer: Gazetteer) -> None:
    pakistan, iran = (gazetteer.shape(f"geonames:{id}") for id in (1168579, 130758))
    assert pakistan.is_valid
    assert iran.is_valid
    border = shapely.intersection(pakistan, iran)
    assert border.area == 0
    assert border.length > 5
    balochistan = gazetteer.shape("geonames:1183606")
    assert shapely.difference(balochistan, pakistan).area < 1e-9


def test_crimea_is_drawn_in_ukraine(gazetteer: Gazetteer) -> None:
    simferopol = shapely.Point(34.1, 44.95)
    assert gazetteer.shape(gazetteer.find("Ukraine")[0].id).contains(simferopol)
    assert not gazetteer.shape(gazetteer.find("Russia")[0].id).contains(simferopol)


def test_moscow_and_its_oblast_are_not_swapped(gazetteer: Gazetteer) -> None:
    kolomna, kremlin = shapely.Point(38.9, 55.5), shapely.Point(37.62, 55.75)
    oblast, city = gazetteer.shape("geonames:524925"), gazetteer.shape("geonames:524894")
    assert oblast.contains(kolomna)
    assert not oblast.contains(kremlin)
    assert city.contains(kremlin)


@pytest.mark.parametrize("name", ["Fiji", "Chukotka", "Russia", "Wrangel Island", "Bering Sea"])
def test_an_extent_across_180_degrees_is_the_shortest(gazetteer: Gazetteer, name: str) -> None:
    extent = gazetteer.find(name)[0].extent
    assert extent is not None
    assert extent[0] > extent[2]


@pytest.mark.parametrize("name", ["Java", "Sicily (island)", "Great Britain", "Galápagos Islands"])
def test_an_island_is_cut_out_of_the_units_that_it_is_made_of(
    gazetteer: Gazetteer, name: str
) -> None:
    island = next(one for one in gazetteer.find(name) if one.kind in ("island", "islands"))
    shape = gazetteer.shape(island.id)
    assert island.extent is not None
    assert shape.is_valid
    assert shapely.box(*island.extent).contains(shape)


def test_rivers_are_lines_and_towns_points(gazetteer: Gazetteer) -> None:
    assert gazetteer.shape(gazetteer.find("Zambezi")[0].id).geom_type == "MultiLineString"
    assert gazetteer.shape("geonames:1167528").equals(shapely.Point(67.00141, 30.18414))


def test_threads_ask_at_once(gazetteer: Gazetteer) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(gazetteer.find("Quetta")[0].id))
        for _ in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == ["geonames:1167528"] * 8


def test_the_file_tells_its_sources(gazetteer: Gazetteer) -> None:
    licences = {one.licence for one in gazetteer.sources()}
    assert any("GeoNames" in one for one in licences)
    assert any("Natural Earth" in one for one in licences)
    assert Path(gazetteer._path).name.startswith("gazetteer-")
