"""Web Annotations by the W3C's own context: what they say once they are expanded."""

from __future__ import annotations

import json
from typing import Any

from geodata.export.annotations import export
from geodata.model.edition import Edition
from tests.export.reading import expand

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def items(edition: Edition) -> list[dict[str, Any]]:
    """Return the expanded annotations."""
    (collection,) = expand(json.loads(export(edition)))
    assert collection["@type"] == [f"{AS}OrderedCollection"]
    (page,) = collection[f"{AS}first"]
    assert page["@type"] == [f"{AS}OrderedCollectionPage"]
    (listed,) = page[f"{AS}items"]
    found: list[dict[str, Any]] = listed["@list"]
    return found


def test_each_mention_is_an_annotation_of_the_w3c(first: Edition) -> None:
    found = items(first)
    assert [one["@id"] for one in found] == [
        f"urn:x-article-atlas:taliban-is-k:mention:{mention.id}" for mention in first.mentions
    ]
    assert {kind for one in found for kind in one["@type"]} == {f"{OA}Annotation"}


def test_its_target_is_the_article_at_a_quote_and_a_position(first: Edition) -> None:
    for one, mention in zip(items(first), first.mentions, strict=True):
        (target,) = one[f"{OA}hasTarget"]
        assert target[f"{OA}hasSource"] == [{"@id": "http://example.org/base/article.txt"}]
        quote, position = target[f"{OA}hasSelector"]
        assert quote["@type"] == [f"{OA}TextQuoteSelector"]
        assert quote[f"{OA}exact"] == [{"@value": mention.quote.exact}]
        assert position["@type"] == [f"{OA}TextPositionSelector"]
        where = first.position(mention)
        for key, number in (("start", where.start), ("end", where.end)):
            assert position[f"{OA}{key}"] == [
                {"@type": f"{XSD}nonNegativeInteger", "@value": number}
            ]


def test_its_bodies_identify_the_places_that_are_meant(first: Edition) -> None:
    for one, mention in zip(items(first), first.mentions, strict=True):
        named = [
            body[f"{OA}hasSource"][0]["@id"]
            for body in one[f"{OA}hasBody"]
            if body.get(f"{OA}hasPurpose") == [{"@id": f"{OA}identifying"}]
        ]
        assert named == [
            f"urn:x-article-atlas:taliban-is-k:place:{place}" for place in mention.place_ids
        ]


def test_no_member_is_lost_in_expansion(invented: Edition) -> None:
    known = json.loads(export(invented))["first"]["items"][4]
    expanded = items(invented)[4]
    assert len(expanded) == len(known), "JSON-LD drops what has no term, without a word"


def test_the_collection_carries_every_claim_whole(invented: Edition) -> None:
    claims = json.loads(export(invented))["claims"]
    assert [claim["claim"] for claim in claims] == [
        claim.id for claim in invented.claims_in_text_order
    ]
    bridge = claims[1]
    assert bridge["according_to"] == "Anna Brook, a miller"
    assert bridge["places"] == ["old-bridge", "lyon"]
    assert bridge["quotes"][0]["start"] == 125
    assert (bridge["hedge"], bridge["themes"]) == (["may"], ["roads", "trade"])
