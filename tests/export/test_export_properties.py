"""Positions survive an export: what is written leads back to the words of the text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.export import annotations as web_annotations
from geodata.export import geojson
from geodata.model.edition import Edition
from geodata.model.quotes import TextPosition, TextQuote, anchor, describe
from geodata.storage.load import load_edition
from tests.invented import TEXT, write_edition


@pytest.fixture(scope="module", params=["full", "excerpts"])
def edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    root: Path = tmp_path_factory.mktemp("editions")
    return load_edition(write_edition(root, publish=request.param))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_an_exported_mention_anywhere_leads_back_to_its_words(
    edition: Edition, data: st.DataObject
) -> None:
    span = data.draw(st.sampled_from(edition.visible_spans()))
    start = data.draw(st.integers(span.start, span.end - 1))
    position = TextPosition(start=start, end=data.draw(st.integers(start + 1, span.end)))
    mention = edition.mentions[0].model_copy(update={"quote": describe(TEXT, position)})
    moved = edition.model_copy(update={"mentions": (mention,)})
    (item,) = json.loads(web_annotations.export(moved))["first"]["items"]
    quote, where = item["target"]["selector"]
    del quote["type"], where["type"]
    assert TextPosition(**where) == position
    assert anchor(TEXT, TextQuote(**quote)) == position


def test_every_position_in_the_geojson_leads_back_to_its_words(edition: Edition) -> None:
    for feature in json.loads(geojson.export(edition))["features"]:
        for one in feature["properties"]["quotes"] + feature["properties"]["mentions"]:
            quote = TextQuote(exact=one["exact"], prefix=one["prefix"], suffix=one["suffix"])
            assert anchor(TEXT, quote) == TextPosition(start=one["start"], end=one["end"])
