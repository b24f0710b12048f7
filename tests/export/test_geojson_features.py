"""GeoJSON: a feature a claim and place, with geometry, words and doubts."""

from __future__ import annotations

import json
from typing import Any

import shapely

from geodata.export.geojson import export
from geodata.model.edition import Edition
from geodata.wording.claims import NO_PLACE


def features(edition: Edition) -> dict[str, dict[str, Any]]:
    written = json.loads(export(edition))
    assert written["type"] == "FeatureCollection"
    found = {feature["id"]: feature for feature in written["features"]}
    assert len(found) == len(written["features"])
    return found


def test_there_is_a_feature_for_each_claim_and_place(invented: Edition) -> None:
    assert list(features(invented)) == [
        "carters-left.lyon",
        "carters-left.paris",
        "bridge-closed.old-bridge",
        "bridge-closed.lyon",
        "inns-open.alpine-inns",
        "government-silent.france",
        "traders-return.paris",
    ]


def test_coordinates_are_longitude_first_and_as_stored(invented: Edition) -> None:
    found = features(invented)
    assert found["carters-left.lyon"]["geometry"] == {"type": "Point", "coordinates": [4.83, 45.76]}
    assert set(map(tuple, found["inns-open.alpine-inns"]["geometry"]["coordinates"][0])) == {
        (6.0, 45.0),
        (7.0, 45.0),
        (7.0, 46.0),
        (6.0, 46.0),
    }


def test_outer_rings_run_counterclockwise(invented: Edition) -> None:
    clockwise = shapely.Polygon([(6, 45), (6, 46), (7, 46), (7, 45)])
    places = tuple(
        place.model_copy(update={"geometry": clockwise}) if place.id == "alpine-inns" else place
        for place in invented.places
    )
    written = features(invented.model_copy(update={"places": places}))
    (ring,) = written["inns-open.alpine-inns"]["geometry"]["coordinates"]
    assert shapely.LinearRing(ring).is_ccw


def test_a_feature_carries_all_that_is_known_of_claim_and_place(invented: Edition) -> None:
    assert features(invented)["bridge-closed.old-bridge"]["properties"] == {
        "name": "The old bridge (inferred, not in the text)",
        "title": "The old bridge (inferred, not in the text) – Anna Brook: "
        "““The bridge may be closed,” said Anna Brook, a miller from…”",
        "description": "According to Anna Brook, a miller: ‘“The bridge may be closed,” said Anna "
        "Brook, a miller from Lyon.’ (direct quotation; source named; statement). How it came "
        "here: quoted by the author. Limited by the words: “may”. Time: May 2019 (year "
        "inferred). Limitation: She does not say which bridge.",
        "claim": "bridge-closed",
        "place": "old-bridge",
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
        "editors_notes": [],
        "status": "unverified",
        "quotes": [
            {
                "exact": "“The bridge may be closed,” said Anna Brook, a miller from Lyon.",
                "prefix": "",
                "suffix": "",
                "start": 125,
                "end": 189,
            }
        ],
        "refers_to": [],
        "themes": ["roads", "trade"],
        "theme_titles": ["Roads and bridges", "Trade and inns"],
        "about": {
            "edtf": "2019?-05",
            "basis": "inferred",
            "from": "From the sentence before.",
            "words": "May 2019 (year inferred)",
            "earliest": "2019-05-01",
            "latest": "2019-05-31",
        },
        "said": {
            "edtf": "2019-22",
            "basis": "inferred",
            "from": "When the article was written.",
            "words": "in summer 2019 (inferred)",
            "earliest": "2019-06-01",
            "latest": "2019-08-31",
        },
        "mentions": [
            {
                "id": "bridge",
                "exact": "The bridge",
                "prefix": "",
                "suffix": "",
                "start": 126,
                "end": 136,
                "kind": "description",
                "certainty": "likely",
                "outcome": "mapped",
                "reading": "A bridge of Lyon; the text does not say which.",
                "status": "unverified",
            }
        ],
        "place_title": "The old bridge (inferred, not in the text)",
        "place_description": "an invented entry",
        "place_class": "building",
        "place_names": {
            "en": "The old bridge (inferred, not in the text)",
            "fr": "The old bridge (inferred, not in the text)",
        },
        "place_local": ["fr"],
        "precision": "exact",
        "precision_note": "The middle of it.",
        "basis": "inferred",
        "basis_source": "A map of 2018.",
        "as_of": "",
        "within": "lyon",
        "within_bounds": None,
        "within_note": "Lyon is a point here; the bridge stands 1 km from it.",
        "tolerance_km": 2.0,
        "label_lon": 4.8415,
        "label_lat": 45.7567,
        "geonames": "",
        "wikidata": "",
        "geometry_source": "drawn by hand",
        "geometry_licence": "public domain",
        "geometry_method": "drawn by hand for tests",
        "administered_by": "",
        "claimed_by": "",
        "dispute_note": "",
        "excludes": [],
        "attribution": "drawn by hand (public domain)",
        "rights": "Invented for tests.",
    }


def test_map_programs_show_names_and_never_a_claim_without_who_says_it(first: Edition) -> None:
    for feature in features(first).values():
        properties = feature["properties"]
        assert properties["name"] == (
            properties["place_title"] if properties["place"] else NO_PLACE
        )
        assert properties["title"].startswith(f"{properties['name']} – {properties['speaker']}: “")
        assert properties["description"].startswith(f"According to {properties['according_to']}: ‘")


def test_an_undated_claim_has_no_about(invented: Edition) -> None:
    assert features(invented)["inns-open.alpine-inns"]["properties"]["about"] is None


def test_an_open_end_is_null(invented: Edition) -> None:
    about = features(invented)["traders-return.paris"]["properties"]["about"]
    assert (about["earliest"], about["latest"]) == ("2019-05-01", None)


def test_a_claim_that_cannot_be_mapped_is_a_feature_without_geometry(invented: Edition) -> None:
    claim = invented.claim("inns-open").model_copy(update={"places": ()})
    edition = invented.model_copy(update={"claims": (claim,)})
    (feature,) = features(edition).values()
    assert (feature["id"], feature["geometry"]) == ("inns-open", None)
    assert feature["properties"]["place"] is None
    assert feature["properties"]["limitation"] == "The newspaper is not named."


def test_a_feature_carries_the_editors_notes_that_bear_on_its_claim(noted: Edition) -> None:
    properties = features(noted)["inns-open.alpine-inns"]["properties"]
    assert properties["notes"] == ["carters"]
    assert properties["editors_notes"] == [
        "Editors’ note, 1 February 2020: Written with two horses in the text."
    ]


def test_the_file_says_what_to_know_of_the_article_and_which_note_is_an_inference(
    noted: Edition,
) -> None:
    article = noted.article.model_copy(update={"limits": ("Nobody from Lyon is asked.",)})
    note = noted.notes[0].model_copy(update={"inference": True})
    document = json.loads(export(noted.model_copy(update={"article": article, "notes": (note,)})))
    assert document["edition"]["limits"] == ["Nobody from Lyon is asked."]
    assert document["edition"]["notes"][0] == {
        "id": "carters",
        "date": "2020-02-01",
        "inference": True,
        "text": "Written with two horses in the text.",
        "source": "",
    }
