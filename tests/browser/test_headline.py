"""Mentions in the headline are marked, reachable and stepped through like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.server import Server
from tests.invented import write_edition

AS_STORED = """places = []
outcome = "not-mapped"
reading = "The title names the journey."
reason = "affiliation"
"""
QUOTES = "quotes = ["
HEADLINE = '{ exact = "From Lyon to Paris" }, '
MERGED = """places = [{ id = "lyon", certainty = "certain" }]
outcome = "merged"
reading = "The city of Lyon."
"""


@pytest.fixture(scope="module")
def headed(
    tmp_path_factory: pytest.TempPathFactory, serve_editions: Callable[[Path], Server]
) -> Server:
    """Return the app on an edition whose headline names a place of its map."""
    root = tmp_path_factory.mktemp("headed")
    mentions = write_edition(root) / "mentions.toml"
    text = mentions.read_text("utf-8")
    assert text.index(AS_STORED) < text.index("paris-title")
    mentions.write_text(text.replace(AS_STORED, MERGED, 1))
    claims = mentions.with_name("claims.toml")
    claims.write_text(claims.read_text("utf-8").replace(QUOTES, f"{QUOTES}{HEADLINE}", 1))
    return serve_editions(root)


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_a_place_in_the_headline_is_reached_from_it_and_from_its_next_mention(
    visit: Visit, headed: Server, device: Literal["desktop", "phone"]
) -> None:
    atlas = visit(server=headed, device=device)
    headline = atlas.page.locator("#atlas-article h2.headline")
    expect(headline).to_have_text("From Lyon to Paris")
    assert atlas.mentions()[:3] == ["lyon-title", "paris-title", "lyon-left"]
    atlas.mention("lyon-title").click()
    atlas.wait_selected("lyon")
    assert atlas.current_mention() == "lyon-title"
    stepper = atlas.card.locator(".stepper")
    expect(stepper).to_contain_text("Mention 1 of ")
    atlas.card.get_by_role("button", name="Next mention").click()
    expect(atlas.mention("lyon-left")).to_have_attribute("aria-current", "true")
    atlas.card.get_by_role("button", name="Previous mention").click()
    expect(atlas.mention("lyon-title")).to_have_attribute("aria-current", "true")
    expect(atlas.mention("lyon-title")).to_be_in_viewport()


def test_on_a_phone_a_headline_without_a_place_is_not_said_again(visit: Visit) -> None:
    phone = visit(device="phone")
    expect(phone.page.locator(".title h1")).to_be_visible()
    expect(phone.page.locator("#atlas-article .headline")).to_be_hidden()
