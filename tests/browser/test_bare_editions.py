"""Editions without claims or themes are read like any other: map, text, card and layers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.server import Server
from tests.invented import write_bare_edition, write_edition_without_themes


@pytest.fixture(scope="module")
def bare(
    tmp_path_factory: pytest.TempPathFactory, serve_editions: Callable[[Path], Server]
) -> Server:
    """Return the app on an edition without claims and one without themes."""
    root = tmp_path_factory.mktemp("bare")
    write_bare_edition(root)
    write_edition_without_themes(root)
    return serve_editions(root)


def test_an_edition_of_places_and_mentions_is_read_by_its_layers(
    visit: Visit, bare: Server
) -> None:
    atlas = visit("/?edition=without-claims", server=bare)
    switches = atlas.page.locator("[data-theme-switch]")
    expect(switches).to_have_count(4)
    expect(switches.first).to_contain_text("Countries")
    atlas.wait_shown("alpine-inns", "france", "lyon", "old-bridge", "paris")
    assert atlas.badges("lyon") == ["city"]
    atlas.page.locator("[data-theme-switch=city]").click()
    atlas.wait_shown("alpine-inns", "france", "old-bridge")
    atlas.page.locator("[data-theme-switch=city]").click()
    atlas.wait_shown("alpine-inns", "france", "lyon", "old-bridge", "paris")
    atlas.page.locator("[data-mention=lyon-left]").click()
    expect(atlas.card).to_contain_text("No claim of this edition is about this place.")


def test_an_edition_without_themes_shows_its_claims_in_the_layers_of_places(
    visit: Visit, bare: Server
) -> None:
    atlas = visit("/?edition=without-themes&place=lyon", server=bare)
    expect(atlas.card).to_contain_text("Anna Brook, a miller")
    atlas.page.locator("[data-theme-only=country]").click()
    atlas.wait_shown("france")


@pytest.mark.parametrize("page", ["places", "claims", "ledger", "data", "about"])
def test_every_page_of_an_edition_without_claims_opens(
    visit: Visit, bare: Server, page: str
) -> None:
    atlas = visit(f"/{page}?edition=without-claims", server=bare, reader=False)
    expect(atlas.page.locator("nav [aria-current=page]").first).to_be_visible()
