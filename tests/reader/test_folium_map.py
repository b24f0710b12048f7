"""The folium map of an edition: what is drawn, in which order, and that it loads only our files."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

import folium
import pytest
import shapely
from branca.element import Figure
from shapely import Point, Polygon, box
from streamlit_folium import generate_js_hash, generate_leaflet_string

from geodata.model.edition import Edition
from geodata.reader.areas import area_km2
from geodata.reader.bundle import address
from geodata.reader.first_view import first_view
from geodata.reader.folium_map import atlas_map, escaped_json, map_config
from geodata.reader.symbols import SHAPES
from geodata.storage.load import load_edition
from tests.repository import ROOT


@pytest.fixture(scope="module")
def first() -> Edition:
    return load_edition(ROOT / "geodata" / "editions" / "taliban-is-k")


@pytest.fixture(scope="module")
def config(first: Edition) -> dict[str, Any]:
    return dict(map_config(first))


def rendered(config: dict[str, Any]) -> str:
    return str(atlas_map(config).get_root().render())


def frame_script(config: dict[str, Any]) -> str:
    """Return the script as streamlit-folium sends it to its frame."""
    return script_of(atlas_map(config))


def script_of(drawn: folium.Map) -> str:
    """Return the script of a map, made in the steps in which streamlit-folium makes it."""
    drawn.get_root().render()
    drawn.render()  # type: ignore[no-untyped-call]
    return str(generate_leaflet_string(drawn))


def boot_config(script: str) -> dict[str, Any]:
    """Return the config as the browser reads it out of the script."""
    found = re.search(r"const config = (\{.*\});", script)
    assert found, "no config in the script"
    value: dict[str, Any] = json.loads(found.group(1))
    return value


# -- nothing from outside --------------------------------------------------------------------------


def test_the_rendered_map_names_no_address_of_another_host(config: dict[str, Any]) -> None:
    assert re.findall(r"""(?:https?:)?//[\w-]+(?:\.[\w-]+)+""", rendered(config)) == []


def guard(html: str) -> tuple[str, list[str]]:
    """Return the code of the script that the map carries in itself, and what it fetches."""
    first = re.search(r'<script src="data:text/javascript;charset=utf-8,([^"#]+)#([^"]+)"', html)
    assert first
    return unquote(first[1]), unquote(first[2]).split(" ")


def test_only_our_guard_leaflet_and_two_style_sheets_are_loaded(config: dict[str, Any]) -> None:
    html = rendered(config)
    assert guard(html)[0] == (ROOT / "static/atlas/map/guard.js").read_text("utf-8")
    assert re.findall(r'<script src="([^":]+)"', html) == [
        "../../app/static/vendor/leaflet/leaflet.js",
    ]
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', html) == [
        "../../app/static/vendor/leaflet/leaflet.css",
        f"../../app/static/{address('atlas/map/map.css')}",
    ]


def test_every_file_that_the_map_loads_is_in_the_repository(config: dict[str, Any]) -> None:
    urls = re.findall(r'(?:src|href)="\.\./\.\./app/(static/[^"?]+)', rendered(config))
    assert len(urls) == 3
    for url in urls:
        assert (ROOT / url).is_file(), url


def test_the_guard_fetches_early_what_the_map_loads_later(config: dict[str, Any]) -> None:
    html = rendered(config)
    module = re.search(r'const code = config\.assets \+ "([^"]+)"', html)
    assert module
    later = re.findall(r'(?:src|href)="(\.\./\.\./app/static/[^"]+)', html)
    assert sorted(guard(html)[1]) == sorted([*later, f"../../app/static/{module[1]}"])


def test_other_folium_maps_of_the_same_process_keep_their_own_links(
    config: dict[str, Any],
) -> None:
    rendered(config)
    names = [name for name, _ in folium.Map.default_js]
    assert names == ["leaflet", "jquery", "bootstrap", "awesome_markers"]


def test_readers_may_zoom_the_page_around_the_map(config: dict[str, Any]) -> None:
    html = rendered(config)
    assert "user-scalable" not in html
    assert "maximum-scale" not in html


def test_another_address_of_the_static_files_is_taken_everywhere(config: dict[str, Any]) -> None:
    html = str(atlas_map(config, assets="files/").get_root().render())
    assert '<script src="files/vendor/leaflet/leaflet.js">' in html
    assert boot_config(html)["assets"] == "files/"
    assert "app/static" not in html


# -- one frame for all runs and readers ------------------------------------------------------------


def test_the_same_edition_gives_the_same_bytes(first: Edition) -> None:
    assert rendered(dict(map_config(first))) == rendered(dict(map_config(first)))


def test_the_same_edition_gives_streamlit_folium_the_same_script(first: Edition) -> None:
    assert frame_script(dict(map_config(first))) == frame_script(dict(map_config(first)))


def test_a_map_that_is_kept_gives_the_same_script_and_header_again(
    config: dict[str, Any],
) -> None:
    drawn = atlas_map(config)
    figure = drawn.get_root()
    assert isinstance(figure, Figure)
    first_script, first_header = script_of(drawn), figure.header.render()
    assert script_of(drawn) == first_script == frame_script(config)
    assert figure.header.render() == first_header


def test_another_home_gives_another_frame(config: dict[str, Any]) -> None:
    moved = {**config, "home": [0.0, 0.0, 1.0, 1.0]}
    assert generate_js_hash(frame_script(config)) != generate_js_hash(frame_script(moved))


def test_the_frame_and_a_page_of_its_own_get_the_same_config(config: dict[str, Any]) -> None:
    assert boot_config(frame_script(config)) == boot_config(rendered(config))


# -- places ----------------------------------------------------------------------------------------


def test_places_are_drawn_largest_first(config: dict[str, Any]) -> None:
    order = [place["id"] for place in config["places"]]
    assert order == [feature["id"] for feature in config["features"]["features"]]
    assert order[:4] == ["russia", "pakistan", "turkey", "afghanistan"]
    assert set(order[-2:]) == {"quetta", "russia-attack-site"}
    assert order.index("pakistan") < order.index("balochistan") < order.index("quetta")


def test_every_place_is_drawn_once_with_its_classes(config: dict[str, Any]) -> None:
    script = frame_script(config)
    names = re.findall(r'"className": "place (place-[\w-]+) (precision-\w+) (basis-\w+)"', script)
    drawn = {place: (precision, basis) for place, precision, basis in names}
    assert len(names) == len(drawn) == len(config["places"])
    assert drawn["place-quetta"] == ("precision-exact", "basis-text")
    assert drawn["place-balochistan"] == ("precision-administrative", "basis-text")
    assert drawn["place-southern-tajikistan"] == ("precision-approximate", "basis-text")
    assert drawn["place-russia-attack-site"] == ("precision-exact", "basis-inferred")


def test_the_first_view_shows_turkey_moscow_and_pakistan_but_not_the_far_east(
    config: dict[str, Any],
) -> None:
    west, south, east, north = config["home"]
    assert west == pytest.approx(25.66, abs=0.5)
    assert south == pytest.approx(23.7, abs=0.5)
    assert east == pytest.approx(77.1, abs=0.5)
    assert 55.8 < north < 62


def test_a_place_tells_the_themes_of_its_claims_in_their_order(config: dict[str, Any]) -> None:
    themes = [theme["id"] for theme in config["themes"]]
    for place in config["places"]:
        assert place["themes"] == [theme for theme in themes if theme in place["themes"]]
        assert place["themes"], place["id"]


def test_a_route_names_its_legs_with_their_verbs(config: dict[str, Any]) -> None:
    legs = [(leg["fromPlace"], leg["toPlace"]) for leg in config["routes"][0]["legs"]]
    assert legs == [("russia", "turkey"), ("turkey", "afghanistan"), ("afghanistan", "quetta")]
    assert "ordered" in config["routes"][0]["legs"][2]["verb"]


def test_the_script_stays_small_enough_to_be_sent_at_once(config: dict[str, Any]) -> None:
    assert len(frame_script(config)) < 300_000


# -- numbers ---------------------------------------------------------------------------------------


def test_the_area_of_a_degree_at_the_equator_and_at_sixty_degrees() -> None:
    assert area_km2(box(0, -0.5, 1, 0.5)) == pytest.approx(12_364, rel=0.01)
    assert area_km2(box(0, 59.5, 1, 60.5)) == pytest.approx(6_182, rel=0.01)
    assert area_km2(Point(1, 1)) == 0


def test_the_area_of_balochistan_is_that_of_the_public_record(first: Edition) -> None:
    assert area_km2(first.place("balochistan").geometry) == pytest.approx(347_190, rel=0.02)


def test_an_edition_of_huge_places_only_is_shown_whole(first: Edition) -> None:
    huge = first.place("russia")
    west, south, east, north = first_view([huge]).bounds
    assert (west, east) == (19.61, 190.3), "the short way: not round the world"
    assert south == pytest.approx(41.2, abs=0.1)
    assert north == pytest.approx(81.9, abs=0.1)


def test_an_edition_without_places_shows_the_world() -> None:
    assert first_view([]).bounds == [-170.0, -60.0, 170.0, 75.0]


# -- outside text ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!-- & <b>",
        "map_div place_quetta",
        "{{'x'}} {% raw %} {# #} {{{",
        "“quotes” ’ \u2028 \u2029 کوئٹہ",
        'back\\slash "quoted"',
    ],
)
def test_any_text_reaches_the_browser_unharmed_and_harms_nothing(
    config: dict[str, Any], text: str
) -> None:
    assert json.loads(escaped_json({"a": text})) == {"a": text}
    script = frame_script({**config, "title": text})
    assert boot_config(script)["title"] == text
    assert "</script" not in escaped_json(text)


# -- shapes ----------------------------------------------------------------------------------------


def outline(path: str) -> Polygon:
    """Return the polygon of a path of straight lines (M, L, H, V, Z)."""
    points: list[tuple[float, float]] = []
    for command, numbers in re.findall(r"([MLHV])([\d.,\s-]*)", path):
        values = [float(value) for value in re.findall(r"-?[\d.]+", numbers)]
        if command == "H":
            points.append((values[0], points[-1][1]))
        elif command == "V":
            points.append((points[-1][0], values[0]))
        else:
            points.extend(zip(values[::2], values[1::2], strict=True))
    return Polygon(points)


def test_there_is_a_shape_for_every_name_that_a_theme_may_use() -> None:
    assert list(SHAPES) == [
        "circle", "square", "triangle", "diamond", "pentagon", "cross", "hexagon",
        "shield", "trapezoid", "slant",
    ]  # fmt: skip


@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "circle"])
def test_shapes_cover_the_same_area_inside_their_box(shape: str) -> None:
    drawn = outline(SHAPES[shape])
    assert drawn.is_valid
    assert drawn.area == pytest.approx(200, rel=0.06)
    assert shapely.box(0, 0, 24, 24).contains(drawn)


def test_the_circle_covers_the_same_area_too() -> None:
    assert SHAPES["circle"] == "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z"  # radius 8: 201
