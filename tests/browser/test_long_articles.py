"""A long article: only what is near the view is painted, and passages are still met exactly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.server import Server
from tests.made_editions import make_edition

PAINTED = "() => document.querySelectorAll('button[data-mention][data-themes-on]').length"
# In the free part of its pane, and the same in two frames: nothing around it moves any more.
RESTS_IN_VIEW = """
async (mention) => {
  const button = document.querySelector(`button[data-mention="${mention}"]`);
  const pane = document.querySelector(".st-key-atlas-text").getBoundingClientRect();
  const frame = () => new Promise((done) => {
    requestAnimationFrame(() => done(button.getBoundingClientRect()));
  });
  const [one, other] = [await frame(), await frame()];
  return one.top === other.top && one.top > pane.top + 20 && one.bottom < pane.bottom - 20
    && button.getAttribute("aria-current") === "true" && button.dataset.themesOn !== undefined;
}
"""


@pytest.fixture(scope="module")
def long(
    tmp_path_factory: pytest.TempPathFactory, serve_editions: Callable[[Path], Server]
) -> Server:
    """Return the app on an edition of 30 places and 1,500 mentions in 300 paragraphs."""
    root = tmp_path_factory.mktemp("long")
    make_edition(root, 30, 1_500)
    return serve_editions(root)


def last(atlas: AtlasPage) -> str:
    """Return the id of the place's last mention, far down in the text."""
    mention: str = atlas.page.evaluate(
        "() => [...document.querySelectorAll('button[data-mention]')].at(-1).dataset.mention"
    )
    return mention


def test_only_what_is_near_the_view_is_painted(visit: Visit, long: Server) -> None:
    atlas = visit("/", server=long)
    atlas.page.wait_for_selector("button[data-mention][data-themes-on]")
    assert 0 < atlas.page.evaluate(PAINTED) < 300
    before = atlas.page.evaluate(PAINTED)
    atlas.page.locator("button[data-mention]").last.scroll_into_view_if_needed()
    atlas.page.wait_for_selector("p:nth-last-of-type(1) button[data-themes-on]")
    assert atlas.page.evaluate(PAINTED) - before < 300


def test_a_passage_far_down_is_met_and_stays_where_it_is(visit: Visit, long: Server) -> None:
    atlas = visit("/", server=long)
    mention = last(atlas)
    atlas.page.goto(f"{long.url}/?mention={mention}")
    atlas.wait_ready()
    atlas.page.wait_for_selector(f'button[data-mention="{mention}"][aria-current="true"]')
    atlas.page.wait_for_function(RESTS_IN_VIEW, arg=mention)


def test_a_filter_touches_only_the_paragraphs_near_the_view(visit: Visit, long: Server) -> None:
    atlas = visit("/", server=long)
    atlas.page.evaluate(
        """() => {
             window.touched = new Set();
             const all = {subtree: true, attributes: true, childList: true};
             new MutationObserver((some) => some.forEach((one) => window.touched.add(one.target)))
               .observe(document.querySelector("#atlas-article"), all);
           }"""
    )
    atlas.page.locator("[data-theme-switch]").first.click()
    atlas.page.wait_for_selector("button[data-mention].is-off")
    assert atlas.page.evaluate("() => window.touched.size") < 600  # of more than 4,000 elements


def test_all_of_it_is_painted_for_paper(visit: Visit, long: Server) -> None:
    atlas = visit("/", server=long)
    atlas.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert atlas.page.evaluate(PAINTED) == 1_500
    atlas.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
