"""What the map's frame draws before anybody says a word: places, labels, names, for everyone."""

from __future__ import annotations

from itertools import combinations

import pytest
import shapely
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from geodata.storage.load import load_edition
from tests.basemap.layers import borders_within, named
from tests.browser.axe import grave_findings
from tests.browser.map.known import EDITION
from tests.browser.map_page import MapPage, OpenMap

IRAN = (60.4, 32.0, 61.2, 35.0)
"""A stretch of its border with Afghanistan."""

# -- drawing ---------------------------------------------------------------------------------------


def test_all_places_are_drawn_once_in_svg_above_a_canvas_before_the_page_says_a_word(
    open_map: OpenMap,
) -> None:
    atlas = open_map(streamlit=True, greet=False)
    assert len(atlas.heard("ready")) == 1
    ids = atlas.place_ids()
    assert sorted(ids) == sorted(place.id for place in load_edition(EDITION).places)
    assert ids[0] == "russia"
    atlas.wait_basemap()
    panes = atlas.frame.evaluate(
        """() => [
             "atlas-basemap", "atlas-places", "atlas-breaks", "atlas-names", "atlas-labels",
           ].map((name) => {
             const pane = window.map.getPane(name);
             const count = (selector) => pane.querySelectorAll(selector).length;
             return [Number(getComputedStyle(pane).zIndex), count("path.place"), count("canvas")];
           })"""
    )
    assert [pane[1:] for pane in panes] == [[0, 1], [len(ids), 0], [0, 1], [0, 1], [0, 0]]
    assert [pane[0] for pane in panes] == sorted(pane[0] for pane in panes)


@pytest.mark.parametrize("zoom", [4, 6])
def test_outlines_along_the_durand_line_are_cut_open_and_along_other_borders_not(
    atlas: MapPage, zoom: int
) -> None:
    atlas.wait_basemap()
    atlas.say("goto", lat=31, lon=64, zoom=zoom)
    atlas.settle()
    level = "world" if zoom < 5 else "coarse"
    durand = _along(named(level, "Durand Line"), box(61, 29, 67, 33))
    iran = _along(borders_within(level, IRAN), box(*IRAN))
    assert len(durand) > 200
    assert len(iran) > 50
    assert 0.2 < _opaque(atlas, durand) < 0.5
    assert _opaque(atlas, iran) == 0


def _along(lines: list[LineString], within: BaseGeometry) -> list[list[float]]:
    """Return points every 0.02 degrees along the part of some lines that lies in a box."""
    line = shapely.union_all(lines)
    points = shapely.get_coordinates(shapely.segmentize(line.intersection(within), 0.02))
    return [[float(lon), float(lat)] for lon, lat in points]


def _opaque(atlas: MapPage, points: list[list[float]]) -> float:
    """Return at how many of some points the canvas above the places is opaque, as a share."""
    found = atlas.frame.evaluate(
        """(points) => {
             const canvas = document.querySelector(".leaflet-atlas-breaks-pane canvas");
             const corner = L.DomUtil.getPosition(canvas);
             const context = canvas.getContext("2d");
             const alpha = points.map(([lon, lat]) => {
               const at = window.map.latLngToLayerPoint([lat, lon]).subtract(corner);
               return context.getImageData(at.x, at.y, 1, 1).data[3];
             });
             return alpha.filter((one) => one > 127).length / alpha.length;
           }""",
        points,
    )
    return float(found)


def test_the_map_fills_its_frame_whatever_height_python_gave_it(atlas: MapPage) -> None:
    size = atlas.frame.evaluate("() => { const s = window.map.getSize(); return [s.x, s.y]; }")
    assert size == [1000, 800]
    assert atlas.frame.evaluate("() => document.scrollingElement.scrollHeight <= innerHeight")


def test_the_first_view_holds_turkey_moscow_and_pakistan(atlas: MapPage) -> None:
    for lon, lat in ((26.0, 39.0), (37.39, 55.8), (77.0, 35.5), (66.5, 24.9)):
        x, y = atlas.position(lon, lat)
        assert 0 < x < 1000
        assert 0 < y < 800


def test_precision_and_basis_differ_in_their_drawing_not_in_colour_alone(
    atlas: MapPage,
) -> None:

    def style(place: str, name: str) -> str:
        selector = f"path.place-{place}"
        return str(
            atlas.frame.evaluate(
                "([s, name]) => getComputedStyle(document.querySelector(s))[name]", [selector, name]
            )
        )

    assert style("balochistan", "strokeDasharray") == "none"
    assert style("southern-tajikistan", "strokeDasharray") != "none"
    assert style("russia-attack-site", "strokeDasharray") != "none"
    assert style("balochistan", "fillOpacity") == "0"
    assert style("southern-tajikistan", "fillOpacity") == "0"
    assert style("quetta", "fillOpacity") == "1"
    soft = atlas.frame.locator(".place-edge.precision-approximate").all()
    assert len(soft) == 3
    assert all("blur" in one.evaluate("(e) => getComputedStyle(e).filter") for one in soft)


def test_the_label_of_an_inferred_place_says_inferred(atlas: MapPage) -> None:
    label = atlas.frame.locator('[data-label-for="russia-attack-site"]')
    assert "inferred" in label.inner_text()


# -- labels ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1400, 900), (720, 860), (390, 371)])
def test_labels_of_places_do_not_overlap(open_map: OpenMap, size: tuple[int, int]) -> None:
    atlas = open_map(viewport={"width": size[0], "height": size[1]})
    atlas.wait_basemap()
    boxes = atlas.frame.evaluate(
        """() => [...document.querySelectorAll("[data-label-for]")]
             .filter((label) => label.checkVisibility({visibilityProperty: true}))
             .map((label) => {
               const {left, top, right, bottom} = label.getBoundingClientRect();
               return [label.dataset.labelFor, left, top, right, bottom];
             })"""
    )
    assert len(boxes) >= 8, "of eleven; the others wait for room"
    for a, b in combinations(boxes, 2):
        width = min(a[3], b[3]) - max(a[1], b[1])
        height = min(a[4], b[4]) - max(a[2], b[2])
        assert width <= 1 or height <= 1, f"{a[0]} overlaps {b[0]} by {width:.0f} × {height:.0f} px"


@pytest.mark.parametrize("size", [(1400, 900), (390, 371)])
def test_names_of_countries_stand_at_their_countries(
    open_map: OpenMap, size: tuple[int, int]
) -> None:
    atlas = open_map(viewport={"width": size[0], "height": size[1]})
    atlas.wait_labels()
    for country in ("afghanistan", "pakistan", "turkey", "russia"):
        label = atlas.frame.locator(f'[data-label-for="{country}"]').bounding_box()
        area = atlas.frame.locator(f"path.place-{country}").bounding_box()
        assert label
        assert area
        x, y = label["x"] + label["width"] / 2, label["y"] + label["height"] / 2
        assert area["x"] < x < area["x"] + area["width"], country
        assert area["y"] < y < area["y"] + area["height"], country


LOADED = "() => [...document.fonts].filter((face) => face.status === 'loaded').length"


def test_names_are_written_in_the_maps_own_font(open_map: OpenMap) -> None:
    atlas = open_map()
    atlas.wait_labels()
    assert atlas.frame.evaluate(LOADED) >= 2  # upright and italic
    family = "(one) => getComputedStyle(one).fontFamily"
    assert atlas.frame.locator('[data-label-for="quetta"]').evaluate(family).startswith('"Atlas Sa')


@pytest.mark.console_allowed
def test_without_the_font_the_names_come_all_the_same(open_map: OpenMap) -> None:
    atlas = open_map(refuse="**/*.woff2*")
    atlas.wait_labels()
    assert atlas.frame.evaluate(LOADED) == 0
    assert atlas.heard("fault") == []


def test_badges_stand_at_the_label_with_the_themes_that_the_page_names(atlas: MapPage) -> None:
    atlas.paint(badges={"quetta": ["recruitment", "bases"], "pakistan": []})
    themes = atlas.frame.locator('[data-label-for="quetta"] .badge').evaluate_all(
        "(all) => all.map((one) => one.dataset.theme)"
    )
    assert themes == ["recruitment", "bases"]
    assert atlas.frame.locator('[data-label-for="pakistan"] .badge').count() == 0
    assert atlas.frame.locator("[data-label-for].place-quetta").count() == 0


def test_names_are_added_in_another_language_and_direction_without_a_new_frame(
    atlas: MapPage,
) -> None:
    label = atlas.frame.locator('[data-label-for="quetta"]')
    assert label.inner_text() == "Quetta"
    atlas.paint(language="ur")
    assert label.inner_text() == "Quetta\nکوئٹہ"
    also = label.locator(".label-also")
    assert also.get_attribute("lang") == "ur"
    assert also.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    vague = atlas.frame.locator('[data-label-for="western-pakistani-provinces"]')
    assert vague.inner_text().replace("\n", " ") == "Western Pakistani provinces"
    atlas.paint(language="en")
    assert label.inner_text() == "Quetta"


def test_the_background_has_its_names_in_the_other_language_below_its_own(atlas: MapPage) -> None:
    atlas.wait_basemap()
    atlas.frame.evaluate(
        """() => {
             window.written = [];
             const own = CanvasRenderingContext2D.prototype.fillText;
             CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
               window.written.push([text, x, y, this.letterSpacing]);
               own.call(this, text, x, y);
             };
           }"""
    )
    atlas.paint(language="ur", scheme="dark")  # a change of the scheme draws anew too
    written = atlas.frame.evaluate("() => window.written")
    x, y = next((x, y) for text, x, y, _ in written if text == "KAZAKHSTAN")
    below = [(x2, y2, gap) for text, x2, y2, gap in written if text == "قازقستان"]
    assert below
    assert below[0][0] == x
    assert 8 < below[0][1] - y < 24
    assert below[0][2] == "0px"
    assert "IRAN" in {text for text, *_ in written}


def test_a_label_of_two_languages_is_as_wide_as_its_longest_line(atlas: MapPage) -> None:
    atlas.paint(language="ur")
    box = atlas.frame.locator('[data-label-for="tribal-areas"]')
    line = """(one) => {
      const widths = [...one.querySelectorAll("span")].map((span) => {
        const range = document.createRange();
        range.selectNodeContents(span);
        return Math.max(0, ...[...range.getClientRects()].map((rect) => rect.width));
      });
      return Math.max(...widths);
    }"""
    bound = box.bounding_box()
    assert bound
    assert bound["width"] == pytest.approx(box.evaluate(line) + 9, abs=2)  # its padding


def test_a_place_that_fills_the_view_keeps_its_label_in_view(atlas: MapPage) -> None:
    atlas.say("goto", lat=35.5, lon=62.8, zoom=7)  # Afghanistan's label stands at 34.1, 65.3
    atlas.settle()
    box = atlas.frame.locator('[data-label-for="afghanistan"]').bounding_box()
    assert box
    assert 0 <= box["x"] <= 1000 - box["width"]
    assert 0 <= box["y"] <= 800 - box["height"]


LABELS_IN_VIEW = """() => Object.fromEntries(
  [...document.querySelectorAll("[data-label-for]")]
    .map((one) => [one.dataset.labelFor, one.getBoundingClientRect()])
    .filter(([, box]) => box.right > 0 && box.bottom > 0
      && box.left < innerWidth && box.top < innerHeight)
    .map(([id, box]) => [id, [Math.round(box.left), Math.round(box.top)]]))"""


def test_a_place_out_of_view_has_no_label_in_view(atlas: MapPage) -> None:
    atlas.say("goto", lat=40, lon=37, zoom=5)  # Turkey; the attack’s site lies far to the north
    atlas.settle()
    assert "russia-attack-site" not in atlas.frame.evaluate(LABELS_IN_VIEW)
    atlas.say("goto", lat=54, lon=37, zoom=5)
    atlas.settle()
    assert "russia-attack-site" in atlas.frame.evaluate(LABELS_IN_VIEW)


def test_the_same_view_has_the_same_labels_whatever_was_looked_at_before(atlas: MapPage) -> None:
    atlas.say("goto", lat=28, lon=68, zoom=5)
    atlas.settle()
    fresh = atlas.frame.evaluate(LABELS_IN_VIEW)
    assert {"balochistan", "quetta", "pakistan"} <= fresh.keys()
    for lat, lon in ((33, 45), (20, 70), (28, 68)):
        atlas.say("goto", lat=lat, lon=lon, zoom=5)
        atlas.settle()
    again = atlas.frame.evaluate(LABELS_IN_VIEW)
    assert again.keys() == fresh.keys()
    for place, spot in fresh.items():
        assert again[place] == pytest.approx(spot, abs=2), place


def test_the_capital_beside_the_site_of_the_attack_is_not_covered(atlas: MapPage) -> None:
    atlas.wait_labels()
    atlas.say("show", place="russia-attack-site")
    atlas.settle()
    x, y = atlas.position(37.6156, 55.7522)  # Moscow
    label = atlas.frame.locator('[data-label-for="russia-attack-site"]').bounding_box()
    assert label
    across = label["x"] <= x <= label["x"] + label["width"]
    assert not (across and label["y"] <= y <= label["y"] + label["height"])


@pytest.mark.console_allowed
def test_without_its_style_sheet_the_map_fills_no_area_either(open_map: OpenMap) -> None:
    atlas = open_map(refuse="**/map.css*")
    for place in ("pakistan", "balochistan", "tribal-areas"):
        fill = atlas.frame.locator(f"path.place-{place}").evaluate(
            "(one) => getComputedStyle(one).fillOpacity"
        )
        assert fill == "0", place


# -- for everyone ----------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_frame(open_map: OpenMap, scheme: str) -> None:
    atlas = open_map(color_scheme=scheme)
    atlas.say("route", id="recruits", leg=1)
    atlas.paint(selected="quetta", scheme=scheme)
    inside = [one for one in grave_findings(atlas.page) if "iframe" in one.targets[0]]
    assert inside == []


def test_the_frame_has_a_language_a_title_and_a_named_region(atlas: MapPage) -> None:
    assert atlas.frame.evaluate("() => document.documentElement.lang") == "en"
    assert "IS-K" in atlas.frame.title()
    region = atlas.frame.get_by_role("region", name="Map of the article’s places")
    assert region.count() == 1
