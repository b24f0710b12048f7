"""Linked Places by its own context and schema, and as the GeoJSON that it is too."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import jsonschema
import pyogrio
import pytest

from geodata.export.country_codes import codes_by_id
from geodata.export.linked_places import LINKED_PLACES, export
from geodata.gazetteer.unpacking import unpacked
from geodata.model.edition import Edition
from geodata.wording.places import title_in_lists
from tests.export.reading import expand, schema

LPO = "http://linkedpasts.org/ontology/lpo_latest.ttl#"
DCT = "http://purl.org/dc/terms/"


def features(edition: Edition) -> list[dict[str, Any]]:
    written = json.loads(export(edition))
    assert written["@context"][0] == LINKED_PLACES
    found: list[dict[str, Any]] = written["features"]
    return found


def place(edition: Edition, id: str) -> dict[str, Any]:
    return next(one for one in features(edition) if one["@id"].endswith(f":place:{id}"))


def test_the_formats_schema_accepts_every_place(
    first: Edition, first_excerpts: Edition, invented: Edition
) -> None:
    rules = jsonschema.Draft7Validator(schema("linked-places", "schema_lpf_v1.2.2.json"))
    for edition in (first, first_excerpts, invented):
        for feature in features(edition):
            rules.validate(feature)


def test_the_formats_schema_would_refuse_a_place_without_names(invented: Edition) -> None:
    rules = jsonschema.Draft7Validator(schema("linked-places", "schema_lpf_v1.2.2.json"))
    feature = features(invented)[0]
    del feature["names"]
    with pytest.raises(jsonschema.ValidationError):
        rules.validate(feature)


def test_it_is_geojson_too(invented: Edition) -> None:
    rules = jsonschema.Draft7Validator(schema("geojson", "FeatureCollection.json"))
    rules.validate(json.loads(export(invented)))


def test_expanded_each_place_has_its_names_types_and_links(first: Edition) -> None:
    (collection,) = expand(json.loads(export(first)))
    found = {one["@id"]: one for one in collection[f"{LPO}hasFeature"]}
    assert list(found) == [f"urn:x-article-atlas:taliban-is-k:place:{p.id}" for p in first.places]
    for wanted in first.places:
        expanded = found[f"urn:x-article-atlas:taliban-is-k:place:{wanted.id}"]
        toponyms = {
            name[f"{LPO}toponym"][0]["@value"] for name in expanded[f"{LPO}name_attestation"]
        }
        assert set(wanted.names.values()) <= toponyms
        links = {
            one[f"{DCT}identifier"][0]["@value"]
            for one in expanded.get(f"{LPO}link_attestation", [])
        }
        assert len(links) == bool(wanted.wikidata) + bool(wanted.geonames)
        (kind,) = expanded[f"{LPO}type_attestation"]
        assert kind[f"{DCT}identifier"][0]["@value"].startswith("aat:300")


def test_a_name_of_the_text_cites_its_mentions_and_says_when(invented: Edition) -> None:
    assert place(invented, "paris")["names"][0] == {
        "toponym": "Paris",
        "lang": "en",
        "citations": [
            {
                "label": "From Lyon to Paris",
                "@id": "urn:x-article-atlas:from-lyon-to-paris:mention:paris-for",
            },
            {
                "label": "From Lyon to Paris",
                "@id": "urn:x-article-atlas:from-lyon-to-paris:mention:paris-return",
            },
        ],
        "when": {
            "timespans": [{"start": {"earliest": "2019-06-01", "latest": "2019-08-31"}}],
            "label": "in summer 2019 (inferred)",
        },
    }


def test_every_claim_about_a_place_is_a_description_that_says_according_to_whom(
    invented: Edition,
) -> None:
    described = [one["value"] for one in place(invented, "old-bridge")["descriptions"]]
    assert described == [
        "an invented entry",
        "According to Anna Brook, a miller: ‘“The bridge may be closed,” said Anna Brook, a miller "
        "from Lyon.’ (direct quotation; source named; statement). How it came here: quoted by the "
        "author. Limited by the words: “may”. Time: May 2019 (year inferred). Limitation: She "
        "does not say which bridge.",
    ]


def test_gazetteers_get_every_claim_of_a_place_whole(first: Edition) -> None:
    for feature, wanted in zip(features(first), first.places, strict=True):
        about = feature["properties"]["claims"]
        described = [one["value"] for one in feature["descriptions"][1:]]
        claims = first.claims_of_place(wanted.id)
        assert [one["claim"] for one in about] == [claim.id for claim in claims]
        assert len(described) == len(claims)
        for one, words, claim in zip(about, described, claims, strict=True):
            speaker = first.speaker(claim.said_by).according_to
            assert (one["according_to"], one["limitation"]) == (speaker, claim.limitation)
            assert one["hedge"] == list(claim.hedge)
            assert words.startswith(f"According to {speaker}: ‘")
            assert words.endswith(f"Limitation: {' '.join(claim.limitation.split())}")
            assert all(f"“{hedge}”" in words for hedge in claim.hedge)
        assert feature["properties"]["rights"] == first.article.rights


def test_a_place_says_what_it_lies_in_and_how_exact_it_is(invented: Edition) -> None:
    alps = place(invented, "alpine-inns")
    assert alps["relations"] == [
        {
            "relationType": "gvp:broaderPartitive",
            "relationTo": "urn:x-article-atlas:from-lyon-to-paris:place:france",
            "label": "part of France",
        }
    ]
    assert alps["geometry"]["certainty"] == "less-certain"
    assert alps["properties"]["place"]["precision"] == "approximate"
    assert place(invented, "lyon")["geometry"]["certainty"] == "certain"


def test_a_name_of_a_place_is_a_name_of_that_place(first: Edition) -> None:
    found = {
        feature["@id"].rpartition(":")[2]: [
            one["toponym"] for one in feature["names"] if "when" in one
        ]
        for feature in features(first)
    }
    assert found["pakistan"] == ["Pakistan"]
    assert found["afghanistan"] == ["Afghanistan", "Islamic Emirate"]
    assert found["balochistan"] == [
        *("Balochistan, Pakistan", "Pakistani province of Balochistan", "Balochistan"),
    ]
    assert found["russia"] == ["Russia"]
    assert found["russia-attack-site"] == []  # inferred: the text does not name it


def test_expressions_that_are_no_names_stay_with_the_place_and_their_certainty(
    first: Edition,
) -> None:
    mentions = place(first, "pakistan")["properties"]["mentions"]
    assert [one["exact"] for one in mentions if one["kind"] != "name"] == [
        "Tribal areas along the Afghan-Pakistan border",
        "Tribal areas of Pakistan",
        "Afghan-Pakistani border region",
        "Pakistani territory",
        "Western Pakistani provinces",
        "Afghan and Pakistani territories",
    ]
    assert {one["certainty"] for one in mentions} <= {"certain", "likely", "less-certain"}


def test_no_title_loses_words_where_gazetteers_strike_out_brackets(first: Edition) -> None:
    for feature in features(first):
        title = feature["properties"]["title"]
        names = [one["toponym"] for one in feature["names"]]
        assert [re.sub(r"\(.*?\)", "", one) for one in (title, *names)] == [title, *names]
    attack = place(first, "russia-attack-site")
    assert attack["properties"]["title"] == (
        "Site of the March 2024 attack, inferred, not in the text"
    )
    assert attack["geometry"]["certainty"] == "less-certain"


def test_a_place_has_the_code_of_the_country_that_it_is_or_lies_in(first: Edition) -> None:
    codes = {
        feature["@id"].rpartition(":")[2]: feature["properties"].get("ccodes")
        for feature in features(first)
    }
    assert codes == {
        "balochistan": ["PK"],
        "quetta": ["PK"],
        "tribal-areas": ["PK"],
        "southern-tajikistan": None,
        "russia-attack-site": ["RU"],
        "afghanistan": ["AF"],
        "pakistan": ["PK"],
        "russia": ["RU"],
        "turkey": ["TR"],
        "afghan-pakistani-border-region": None,
        "western-pakistani-provinces": ["PK"],
    }


def test_a_disputed_place_has_no_code_and_gives_none(first: Edition) -> None:
    disputed = {"dispute_note": "Two states claim it.", "claimed_by": "X", "administered_by": "Y"}
    places = tuple(
        one.model_copy(update=disputed) if one.id == "balochistan" else one for one in first.places
    )
    edition = first.model_copy(update={"places": places})
    assert "ccodes" not in place(edition, "balochistan")["properties"]
    assert "ccodes" not in place(edition, "quetta")["properties"]


def test_the_codes_are_those_of_the_gazetteer() -> None:
    database = sqlite3.connect(unpacked())
    rows = database.execute(
        "select country, geonames, wikidata from places where country > ''"
        " and kind in ('country', 'territory') and code in ('A.PCLI', 'A.PCLD', 'A.TERR')"
    ).fetchall()
    database.close()
    wanted = {wikidata: code for code, _, wikidata in rows if wikidata}
    wanted |= {f"geonames:{number}": code for code, number, _ in rows if number}
    assert len(rows) == 243
    assert codes_by_id() == wanted


def test_gdal_reads_every_place(first: Edition, tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    path.write_bytes(export(first))
    frame = pyogrio.read_dataframe(path)
    assert list(frame["title"]) == [title_in_lists(one) for one in first.places]
    assert list(frame["attribution"]) == [f"{one.source} ({one.licence})" for one in first.places]
    for shape, wanted in zip(frame.geometry, first.places, strict=True):
        assert shape.normalize() == wanted.geometry.normalize()
