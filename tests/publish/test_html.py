"""The edition as one HTML file: read by a parser, complete, alone, and proof against markup."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from geodata.model.edition import Edition
from geodata.publish.formats import FORMATS
from geodata.reader.page_data import reader_view
from tests.export.everything import Page
from tests.hostile import IN_TEXT, LIMITATION, hostile_edition

export = FORMATS["html"].write


class Sections(HTMLParser):
    """The data elements by id, and the words of each section that opens as a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.data: dict[str, str] = {}
        self.words: dict[str, str] = {}
        self.meta: dict[str, str] = {}
        self._script = self._section = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._script = (found.get("id") or "") if tag == "script" else ""
        self._section = found.get("data-single-page") or self._section
        if tag == "meta":
            name = found.get("property") or found.get("name") or "charset"
            self.meta[name] = found.get("content") or found.get("charset") or ""

    def handle_data(self, data: str) -> None:
        if self._script:
            self.data[self._script] = self.data.get(self._script, "") + data
        elif self._section:
            self.words[self._section] = self.words.get(self._section, "") + data


@pytest.fixture(scope="module")
def page(first: Edition) -> Sections:
    return Sections(export(first).decode())


@pytest.fixture
def hostile(tmp_path: Path) -> Edition:
    return hostile_edition(tmp_path / "hostile")


def view(sections: Sections) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(sections.data["atlas-data"])
    return found


def frame(edition: Edition) -> Page:
    """Return the map's own document."""
    (inner,) = Page(export(edition).decode()).inner
    return inner


def _marked(quotes: list[list[dict[str, Any]]]) -> list[str]:
    """Return the words that are marked as hedges, neighbours joined."""
    marked = (groupby(quote, key=lambda piece: "hedge" in piece) for quote in quotes)
    return [
        "".join(piece["text"] for piece in pieces)
        for groups in marked
        for is_hedge, pieces in groups
        if is_hedge
    ]


def test_its_data_holds_every_claim_with_speaker_hedge_and_limitation(
    page: Sections, first: Edition
) -> None:
    claims = view(page)["claims"]
    assert [one["id"] for one in claims] == [one.id for one in first.claims]
    for one, claim in zip(claims, first.claims, strict=True):
        speaker = first.speaker(claim.said_by).according_to
        assert one["according"] == ", ".join([f"According to {speaker}", *claim.chain])
        assert (_marked(one["quotes"]), one["limitation"]) == (list(claim.hedge), claim.limitation)
        assert ["".join(piece["text"] for piece in quote) for quote in one["quotes"]] == [
            quote.exact for quote in claim.quotes
        ]
        assert one["places"] == list(claim.places)


def test_its_table_of_claims_shows_them_to_readers(page: Sections, first: Edition) -> None:
    words = page.words["claims"]
    for claim in first.claims:
        assert claim.limitation in words
        assert f"According to {first.speaker(claim.said_by).according_to}" in words
        assert all(quote.exact in words for quote in claim.quotes)


def test_its_about_page_credits_every_outline_and_states_the_rights(
    page: Sections, first: Edition
) -> None:
    words = page.words["about"]
    for place in first.places:
        assert f"{place.method} Source: {place.source}. Licence: {place.licence}." in words
    assert first.article.rights in words
    assert first.article.written.notice in words
    assert "Natural Earth (public domain)" in words
    assert "GeoNames (CC BY 4.0)" in words


def test_the_map_inside_draws_every_place(first: Edition) -> None:
    scripts = "".join(frame(first).texts)
    found = re.search(r"const config = (\{.*\});", scripts)
    assert found
    config = json.loads(found[1])
    assert {one["id"]: one["label"] for one in config["places"]} == {
        one.id: [round(one.label_lon, 5), round(one.label_lat, 5)] for one in first.places
    }


def test_it_has_what_social_media_show_beside_a_link(page: Sections) -> None:
    assert page.meta == {
        "charset": "utf-8",
        "viewport": "width=device-width, initial-scale=1",
        "description": page.meta["description"],
        "og:site_name": "Article Atlas",
        "og:type": "article",
        "og:title": "The Taliban can contribute to the fight against IS-K: the article on its map",
        "og:description": page.meta["description"],
        "og:image": "preview.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Title and author beside a map of the article’s places",
        "twitter:card": "summary_large_image",
        "twitter:title": page.meta["og:title"],
        "twitter:description": page.meta["description"],
        "twitter:image": "preview.png",
    }
    assert re.match(
        r"By Georgi Asatrian\. \d+ mentions of places: \d+ on the map, .*; \d+ claims by ",
        page.meta["description"],
    )


def test_it_loads_nothing_from_elsewhere_and_is_a_few_megabytes(first: Edition) -> None:
    written = export(first)
    assert len(written) < 4_000_000
    for one in (Page(written.decode()), frame(first)):
        loads = {(element, address) for element, address in one.addresses if element != "a"}
        assert loads <= {("link", "data:,")}
        sheets = "".join(one.texts)
        assert re.findall(r"@import[^;]*;", sheets) == []
        assert re.findall(r"url\(['\"]?(?:https?:|//)[^)]*", sheets) == []


def test_an_edition_full_of_markup_gives_the_same_elements(
    invented: Edition, hostile: Edition
) -> None:
    wanted, found = Page(export(invented).decode()), Page(export(hostile).decode())
    assert found.elements == wanted.elements
    assert frame(hostile).elements == frame(invented).elements


def test_its_data_gives_hostile_words_back_as_they_are(hostile: Edition) -> None:
    sections = Sections(export(hostile).decode())
    assert view(sections) == reader_view(hostile)
    (claim,) = (one for one in view(sections)["claims"] if one["id"] == "bridge-closed")
    assert claim["limitation"] == LIMITATION
    assert view(sections)["edition"]["title"] == "From </p> to &amp;"
    for data in sections.data.values():
        assert not re.search("[<>&\u2028\u2029]", data)


def test_hostile_names_reach_the_map_as_names(hostile: Edition) -> None:
    scripts = "".join(frame(hostile).texts)
    found = re.search(r"const config = (\{.*\});", scripts)
    assert found
    assert not re.search("[<>&]|{{|{%", found[1])
    titles = {one["id"]: one["title"] for one in json.loads(found[1])["places"]}
    assert titles["lyon"] == IN_TEXT["Lyon"]
    assert titles["alpine-inns"] == "Near the <!--"
