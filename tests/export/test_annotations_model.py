"""Web Annotations: the W3C's model, one annotation a mention, anchored in the text."""

from __future__ import annotations

import json
from typing import Any

from geodata.export.annotations import export
from geodata.model.edition import Edition
from tests.invented import TEXT


def items(edition: Edition) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export(edition))["first"]["items"]
    return found


def test_the_collection_is_a_page_of_all_mentions(invented: Edition) -> None:
    collection = json.loads(export(invented))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == 10
    page = collection["first"]
    assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
    assert page["partOf"] == collection["id"]
    assert [item["mention"] for item in page["items"]] == [
        mention.id for mention in invented.mentions
    ]


def test_both_selectors_lead_to_the_words_of_the_text(invented: Edition) -> None:
    for item in items(invented):
        quote, position = item["target"]["selector"]
        assert quote["type"] == "TextQuoteSelector"
        assert position["type"] == "TextPositionSelector"
        before, exact, after = quote["prefix"], quote["exact"], quote["suffix"]
        assert TEXT[position["start"] : position["end"]] == exact
        assert TEXT.count(before + exact + after) == 1
        assert TEXT.index(before + exact + after) + len(before) == position["start"]


def test_a_mention_is_written_out_in_full(invented: Edition) -> None:
    assert items(invented)[4] == {
        "id": "urn:x-article-atlas:from-lyon-to-paris:mention:bridge",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": "urn:x-article-atlas:from-lyon-to-paris:place:old-bridge",
                "place": "old-bridge",
                "title": "The old bridge (inferred, not in the text)",
                "certainty": "likely",
                "precision": "exact",
                "basis": "inferred",
                "basis_source": "A map of 2018.",
                "sameAs": [],
            },
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": "urn:x-article-atlas:from-lyon-to-paris:place:lyon",
                "place": "lyon",
                "title": "Lyon",
                "certainty": "likely",
                "precision": "exact",
                "basis": "text",
                "basis_source": "",
                "sameAs": ["https://sws.geonames.org/2996944/"],
            },
            {"type": "TextualBody", "purpose": "classifying", "value": "description"},
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "value": "A bridge of Lyon; the text does not say which.",
            },
        ],
        "target": {
            "source": "article.txt",
            "format": "text/plain",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "The bridge",
                    "prefix": "2019 they left Lyon for Paris. “",
                    "suffix": " may be closed,” said Anna Brook",
                },
                {"type": "TextPositionSelector", "start": 126, "end": 136},
            ],
        },
        "mention": "bridge",
        "outcome": "mapped",
        "reason": "",
        "status": "unverified",
        "claims": [
            {
                "claim": "bridge-closed",
                "said_by": "anna-brook",
                "speaker": "Anna Brook",
                "according_to": "Anna Brook, a miller",
                "speaker_source": "named",
                "chain": ["quoted by the author"],
                "form": "direct-quotation",
                "claim_source": "named",
                "mode": "statement",
                "hedge": ["may"],
                "limitation": "She does not say which bridge.",
                "notes": [],
                "status": "unverified",
            }
        ],
        "http://purl.org/dc/elements/1.1/rights": "Invented for tests.",
    }


def test_a_mention_that_is_not_mapped_says_why_and_names_no_place(invented: Edition) -> None:
    west = items(invented)[8]
    assert west["motivation"] == "classifying"
    assert [body["purpose"] for body in west["body"]] == ["classifying", "commenting"]
    assert (west["outcome"], west["reason"], west["claims"]) == ("not-mapped", "too-vague", [])


def test_the_articles_address_is_its_scope_and_of_excerpts_the_source(
    invented: Edition, excerpts: Edition
) -> None:
    def at(edition: Edition) -> list[dict[str, Any]]:
        article = edition.article.model_copy(update={"url": "https://example.org/lyon"})
        return [one["target"] for one in items(edition.model_copy(update={"article": article}))]

    assert {one["scope"] for one in at(invented)} == {"https://example.org/lyon"}
    assert {one["source"] for one in at(invented)} == {"article.txt"}
    assert {one["source"] for one in at(excerpts)} == {"https://example.org/lyon"}
    assert not [one for one in at(excerpts) if "scope" in one]


def test_excerpts_leave_out_mentions_outside_and_context_beyond(excerpts: Edition) -> None:
    found = {item["mention"]: item["target"]["selector"][0] for item in items(excerpts)}
    assert list(found) == [
        "lyon-left",
        "paris-for",
        "bridge",
        "lyon-miller",
        "alps",
        "french",
        "paris-return",
    ]
    assert found["lyon-miller"] == {
        "type": "TextQuoteSelector",
        "exact": "Lyon",
        "prefix": " said Anna Brook, a miller from ",
        "suffix": ".",  # the passage ends there
    }
    assert json.loads(export(excerpts))["total"] == 7
