"""Names on the map do not mislead: over many editions and windows; those without room wait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely
from playwright.sync_api import Browser, Locator

from tests.browser.map.drawn import Drawn, Mark, Name
from tests.browser.map.name_rules import RULES, misleading
from tests.browser.map.names import SIZES, editions, measured, opened, resized
from tests.browser.map_page import MapPage

EDITIONS = (
    "taliban-is-k", "arabic", "from-lyon-to-paris", "pacific",
    "made-20-40-1", "made-50-100-1", "made-100-200-1",
)  # fmt: skip


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the editions that are measured, by id."""
    return {path.name: path for path in editions(tmp_path_factory.mktemp("editions"))}


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_name_misleads_in_any_window(
    browser: Browser, shelf: dict[str, Path], tmp_path: Path, edition: str
) -> None:
    windows = list(measured(browser, shelf[edition], tmp_path / "plain"))
    assert [one.window for one in windows] == list(SIZES)
    for one in windows:
        assert {rule: found for rule, found in one.broken.items() if found} == {}, one.window
        assert one.shown > 0
        assert one.filled >= 0.5, one.window


def test_the_first_edition_has_most_of_its_names_on_every_screen(
    browser: Browser, shelf: dict[str, Path], tmp_path: Path
) -> None:
    shown = {one.window: one.shown for one in measured(browser, shelf[EDITIONS[0]], tmp_path / "p")}
    assert shown["1920×1080"] == 11
    assert min(shown[window] for window in ("1400×900", "1024×768", "768×1024", "390×844")) >= 8


# -- a name that waits -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def crowded(
    browser: Browser, shelf: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MapPage]:
    """Return a small map of fifty places, on which most names wait."""
    with opened(browser, shelf["made-50-100-1"], tmp_path_factory.mktemp("x") / "y") as atlas:
        resized(atlas, "390×844")
        yield atlas


def a_waiting_point(atlas: MapPage) -> str:
    found: str = atlas.frame.evaluate(
        """() => {
             const isPoint = (id) => document.querySelector(`path.place-${id}.precision-exact`);
             const labels = [...document.querySelectorAll(".is-waiting [data-label-for]")];
             return labels.map((label) => label.dataset.labelFor).find(isPoint);
           }"""
    )
    return found


def name_of(atlas: MapPage, place: str) -> Locator:
    return atlas.frame.locator(f'[data-label-for="{place}"] .label-name')


def test_the_map_says_how_many_names_wait(crowded: MapPage) -> None:
    waiting = crowded.frame.locator(".is-waiting").count()
    line = crowded.frame.locator(".atlas-waiting").inner_text()
    assert line.startswith(f"{waiting} more names")
    assert waiting > 10


def test_the_mark_of_a_waiting_name_is_seen_and_hit(crowded: MapPage) -> None:
    place = a_waiting_point(crowded)
    assert not name_of(crowded, place).is_visible()
    mark = crowded.frame.locator(f"path.place-{place}").bounding_box()
    assert mark is not None
    crowded.forget()
    middle = mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2
    crowded.page.mouse.click(*middle)
    assert crowded.wait("click")["place"] is not None


def test_a_chosen_place_shows_its_name_and_lets_it_go_again(crowded: MapPage) -> None:
    crowded.page.mouse.move(1, 1)
    place, badges = a_waiting_point(crowded), crowded.first_badges()
    crowded.paint(badges=badges, selected=place)
    assert name_of(crowded, place).is_visible()
    crowded.paint(badges=badges)
    assert not name_of(crowded, place).is_visible()


def test_a_name_that_waits_shows_while_its_place_is_pointed_at(crowded: MapPage) -> None:
    place = a_waiting_point(crowded)
    crowded.say("hover", place=place)
    assert name_of(crowded, place).is_visible()
    crowded.say("hover", place=None)
    assert not name_of(crowded, place).is_visible()


# -- the measure itself ----------------------------------------------------------------------------


def measure(box: tuple[float, float, float, float], leader: object = None) -> dict[str, int]:
    """Measure a name for a dot at (100, 100) beside another one at (160, 100), in the Atlantic."""
    marks = {id: Mark(id, "city", shapely.Point(x, 100), 6.0) for id, x in (("a", 100), ("b", 160))}
    line = shapely.LineString(leader) if leader else None  # type: ignore[arg-type]
    other = Name("b", shapely.box(170, 92, 210, 108), None)
    view = Drawn([Name("a", shapely.box(*box), line), other], marks, 5.0, (3200, 3700), 0)
    return {rule: len(found) for rule, found in misleading(view).items() if found}


def test_each_rule_is_seen_broken() -> None:
    assert measure((50, 92, 90, 108)) == {}
    assert measure((120, 92, 150, 108)) == {"near": 1}
    assert measure((175, 92, 215, 108), [(106, 100), (175, 100)]) == {
        "near": 1, "far": 1, "leader": 1, "overlap": 1,
    }  # fmt: skip
    assert measure((40, 92, 80, 108)) == {}
    assert measure((30, 92, 70, 108)) == {"leader": 1}
    assert measure((30, 92, 70, 108), [(94, 100), (70, 100)]) == {}
    assert measure((30, 92, 70, 108), [(94, 100), (80, 100)]) == {"leader": 1}
    assert "abroad" in RULES


def test_a_name_wholly_in_another_country_is_seen() -> None:
    rome = Mark("rome", "city", shapely.Point(100, 100), 6.0)
    world = 256 * 2**5
    corner = ((12.5 / 360 + 0.5) * world - 100, 3044.0 - 100)
    beside = Name("rome", shapely.box(60, 92, 90, 108), None)
    corsica = Name("rome", shapely.box(6, 75, 14, 95), None)
    for name, broken in ((beside, 0), (corsica, 1)):
        view = Drawn([name], {"rome": rome}, 5.0, corner, 0)
        assert len(misleading(view)["abroad"]) == broken
