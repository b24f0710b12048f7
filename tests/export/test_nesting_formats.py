"""What all exports have in common: they are stable, complete, and leak no unpublished text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shapely

from geodata.export.common import published_quote, version
from geodata.model.edition import Edition
from geodata.model.errors import UnknownFormatError
from geodata.model.quotes import TextQuote
from geodata.publish.formats import export
from geodata.storage.load import load_edition
from tests.invented import TEXT

JSON = ("annotations", "geojson")
"""The formats that nest; what holds for all formats is in ``tests/export``."""

UNCITED = ("carters 🐎", "keep to the road", "West looked on", "the\u00a0West")
"""Stretches of the text that no claim of the invented edition quotes."""


def tables(value: object) -> Iterator[dict[str, Any]]:
    """Return every object of a JSON document, outer ones first."""
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from tables(one)


@pytest.mark.parametrize("format", JSON)
def test_the_same_edition_gives_the_same_bytes(invented_folder: Path, format: str) -> None:
    once = export(load_edition(invented_folder), format)
    assert export(load_edition(invented_folder), format) == once
    assert once.endswith(b"}\n")


@pytest.mark.parametrize("format", JSON)
def test_rights_and_attribution_are_carried(invented: Edition, format: str) -> None:
    written = json.loads(export(invented, format))
    assert written["edition"]["rights"] == "Invented for tests."
    assert written["attribution"] == ["drawn by hand (public domain)"]
    assert written["edition"]["notice"] == (
        "Written in summer 2019 (inferred). Statements are of that time."
    )


@pytest.mark.parametrize("format", JSON)
def test_excerpts_hold_nothing_of_the_text_but_cited_passages(
    excerpts: Edition, format: str
) -> None:
    written = export(excerpts, format).decode()
    for stretch in UNCITED:
        assert stretch in TEXT
        assert stretch not in written


@pytest.mark.parametrize("format", JSON)
def test_the_context_of_excerpts_lies_inside_the_cited_passages(
    excerpts: Edition, format: str
) -> None:
    cited = [span.of(TEXT) for span in excerpts.visible_spans()]
    quotes = [one for one in tables(json.loads(export(excerpts, format))) if "exact" in one]
    assert len(quotes) >= 7
    for quote in quotes:
        with_context = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert any(with_context in passage for passage in cited)


def test_a_cited_passage_that_is_not_unique_gets_no_context_from_around_it(
    excerpts: Edition,
) -> None:
    claim = excerpts.claim("carters-left").model_copy(
        update={"quotes": (TextQuote(exact="Lyon", prefix="left "),)}
    )
    edition = excerpts.model_copy(update={"claims": (claim,)})
    stored = edition.mention("lyon-left").quote
    position = edition.position(edition.mention("lyon-left"))
    assert published_quote(edition, stored, position) == TextQuote(exact="Lyon")


@pytest.mark.parametrize("format", JSON)
def test_wherever_a_claim_appears_its_speaker_hedge_and_limitation_do(
    invented: Edition, format: str
) -> None:
    written = json.loads(export(invented, format))
    claims = [one for one in tables(written) if one.get("claim") == "bridge-closed"]
    assert len(claims) >= 2
    for claim in claims:
        assert claim["according_to"] == "Anna Brook, a miller"
        assert claim["chain"] == ["quoted by the author"]
        assert claim["hedge"] == ["may"]
        assert claim["limitation"] == "She does not say which bridge."
        assert claim["status"] == "unverified"


def test_an_editions_version_differs_after_any_edit_that_an_import_can_make(
    invented: Edition, invented_folder: Path
) -> None:
    known = version(invented)
    assert len(known) == 16
    assert version(load_edition(invented_folder)) == known
    place = invented.places[4]
    corners = list(shapely.get_coordinates(place.geometry))
    corners[3] = corners[3] + [0, 0.0001]
    for update in (
        {"claims": (invented.claims[0].model_copy(update={"hedge": ("left",)}),)},
        {"mentions": invented.mentions[1:]},
        {"places": (place.model_copy(update={"dispute_note": "Another."}),)},
        {
            "places": (
                *invented.places[:4],
                place.model_copy(update={"geometry": shapely.Polygon(corners)}),
            )
        },
    ):
        assert version(invented.model_copy(update=update)) != known
    assert version(invented.model_copy(update={"notes": ()})) == known


def test_an_unknown_format_is_refused(invented: Edition) -> None:
    with pytest.raises(UnknownFormatError) as refused:
        export(invented, "shapefile")
    assert str(refused.value) == (
        "There is no export format 'shapefile'. Choose one of: annotations, "
        "annotations-list, csv, geojson, geojson-areas, geojson-lines, geojson-points, gpkg, html, "
        "kml, linked-places, text."
    )
