"""A map of more places than there is room for names: a name costs only when it is wanted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.map.names import opened
from tests.browser.map_page import MapPage
from tests.made_editions import make_edition

PLACES = 230  # two hundred names look for room
UNNAMED = """() => {
  const labels = [...document.querySelectorAll("[data-label-for]")];
  const named = new Set(labels.map((one) => one.dataset.labelFor));
  const places = [...document.querySelectorAll("path.place")];
  return places.map(({ id }) => id.replace("atlas-path-", "")).filter((id) => !named.has(id));
}"""


@pytest.fixture(scope="module")
def many(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MapPage]:
    edition = make_edition(tmp_path_factory.mktemp("many"), PLACES)
    with opened(browser, edition, tmp_path_factory.mktemp("many-page") / "page") as atlas:
        yield atlas


def test_a_name_is_made_for_the_page_when_it_looks_for_room(many: MapPage) -> None:
    unnamed = many.frame.evaluate(UNNAMED)
    assert len(unnamed) == PLACES - 200
    place = unnamed[0]
    many.say("hover", place=place)
    name = many.frame.locator(f'[data-label-for="{place}"] .label-name')
    assert name.is_visible()
    many.say("hover", place=None)
    assert not name.is_visible()


def test_no_name_has_a_layer_of_its_own(many: MapPage) -> None:
    raised = """() => [...document.querySelectorAll(".label-root")]
      .filter(({ style }) => !/^translate\\(.+px, .+px\\)$/.test(style.transform)).length"""
    assert many.frame.evaluate(raised) == 0
    many.say("goto", lat=0, lon=0, zoom=4)
    many.settle()
    assert many.frame.evaluate(raised) == 0
    assert many.frame.locator(".label-root").count() >= 200
