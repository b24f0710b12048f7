"""Which edition the first response shows, and what readers are told of one that it cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.invented import ID
from tests.pages.asking import ask

pytestmark = pytest.mark.usefixtures("forgotten")


def test_with_several_editions_the_address_chooses(several: Path) -> None:
    choice = ask().text
    assert "Choose one to read:" in choice
    assert 'href="./?edition=again"' in choice
    assert "og:image" not in choice
    chosen = ask("/places", f"edition={ID}").text
    assert "the road" in chosen
    assert f"https://www.example.org/previews/{ID}.png" in chosen
    assert f"https://www.example.org/places?edition={ID}" in chosen
    excerpts = ask("/", "edition=again").text
    assert "In May 2019 they left Lyon for Paris." in excerpts
    assert "the road" not in excerpts


def test_an_unknown_edition_is_told(several: Path) -> None:
    text = ask("/", "edition=<script>x").text
    assert "This link asks for an unknown edition, “&lt;script&gt;x”; it was ignored." in text
    assert "<script>x" not in text


def test_nothing_of_a_broken_edition_is_shown(several: Path) -> None:
    text = ask("/", "edition=broken").text
    assert "This edition cannot be read at present." in text
    for word in ("Lyon", "Jo Field", "claims.toml", "og:image"):
        assert word not in text
    assert ask("/previews/broken.png").status == 404
