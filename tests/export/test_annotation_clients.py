"""Annotation clients find every mention in the article's text, each with its own way to look."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from geodata.model.edition import Edition
from geodata.publish.formats import export
from tests.repository import ROOT

NODE = Path(sys.executable).with_name("node")
LOOK = ROOT / "tests" / "js" / "annotation_clients.js"
TIMEOUT_S = 120

pytestmark = pytest.mark.skipif(
    not (ROOT / "node_modules" / "jsdom").is_dir(), reason="node's packages are not installed"
)


@pytest.fixture(scope="module")
def found(first: Edition, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """Return what each client finds of the first edition's mentions."""
    folder = tmp_path_factory.mktemp("clients")
    (folder / "article.txt").write_bytes(export(first, "text"))
    (folder / "mentions.json").write_bytes(export(first, "annotations-list"))
    done = subprocess.run(
        [NODE, LOOK, folder / "article.txt", folder / "mentions.json"],
        capture_output=True,
        timeout=TIMEOUT_S,
        check=True,
    )
    answers: dict[str, list[Any]] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize(
    "client", ["Recogito", "Apache Annotator, quotes", "Apache Annotator, positions"]
)
def test_a_client_finds_the_words_of_every_mention(
    found: dict[str, list[Any]], client: str, first: Edition
) -> None:
    assert found[client] == [mention.quote.exact for mention in first.mentions]


def test_a_matcher_of_quotes_finds_each_mention_where_it_stands(
    found: dict[str, list[Any]], first: Edition
) -> None:
    assert found["a quote matcher"] == [
        {"start": first.position(mention).start, "words": mention.quote.exact}
        for mention in first.mentions
    ]


def test_contexts_are_of_32_signs_and_longer_only_where_that_is_not_enough(first: Edition) -> None:
    text = first.article.text
    longer = []
    for item in json.loads(export(first, "annotations-list")):
        quote, position = item["target"]["selector"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(whole) == 1
        start, end = position["start"], position["end"]
        if max(len(quote["prefix"]), len(quote["suffix"])) > 32:
            longer.append(quote["exact"])
            assert text.count(text[start - 32 : end + 32]) > 1
        else:
            assert quote["prefix"] == text[max(0, start - 32) : start]
            assert quote["suffix"] == text[end : end + 32]
    assert longer == ["Khorasan Province", "Khorasan Province"]


def test_the_list_holds_the_collections_annotations(invented: Edition) -> None:
    items = json.loads(export(invented, "annotations"))["first"]["items"]
    listed = json.loads(export(invented, "annotations-list"))
    assert [{key: one[key] for key in one if key != "@context"} for one in listed] == items
    assert all(one["@context"][0] == "http://www.w3.org/ns/anno.jsonld" for one in listed)


def test_the_text_is_named_as_source_and_lies_beside_where_it_may(
    invented: Edition, excerpts: Edition
) -> None:
    for one in json.loads(export(invented, "annotations-list")):
        assert one["target"]["source"] == "article.txt"
        assert one["target"]["format"] == "text/plain"
    assert export(invented, "text").decode() == invented.article.text
    for one in json.loads(export(excerpts, "annotations-list")):
        assert one["target"]["source"] == "urn:x-article-atlas:from-lyon-to-paris:article"
