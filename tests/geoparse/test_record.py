"""A parse becomes a record: the text's own positions, rounded shares, members by name."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.geoparse.contracts import Setting
from geodata.geoparse.record import record, record_line
from geodata.geoparse.values import Candidate, Parse, ProposedClaim, Span
from tests.geoparse.double import KASHMIR, Double

TEXT = "Anna was in Paris in 1999.\r\nNo e\u0301\x00 in Kashmir"
SPANS = {
    "Paris": {"start": 12, "end": 17},
    "Kashmir": {"start": 38, "end": 45},
}


def parsed(text: str = TEXT, setting: Setting = Setting()) -> Parse:
    return Double(quotations=True).parse(text, setting)


def test_a_mention_has_its_place_and_the_others_it_may_be() -> None:
    paris, kashmir = record(parsed(), "a")["mentions"]
    assert paris == {
        **SPANS["Paris"],
        "text": "Paris",
        "kind": "name",
        "confidence": 0.912,
        "level": "high",
        "place": {
            "id": "geonames:2988507",
            "name": "Paris",
            "country": "FR",
            "latitude": 48.85341,
            "longitude": 2.3488,
            "class": "P.PPLC",
            "kind": "city",
        },
        "candidates": [
            {**paris["place"], "score": 0.912},
            {
                "id": "geonames:4717560",
                "name": "Paris",
                "country": "US",
                "latitude": 33.66094,
                "longitude": -95.55551,
                "class": "P.PPLA2",
                "kind": "city",
                "score": 0.051,
            },
        ],
        "why": "“Paris” is the best known of this name.",
        "cannot_choose": False,
        "none_of_these": False,
    }
    assert kashmir["place"]["dispute"] == "Divided among India, Pakistan and China."


def test_positions_count_in_the_text_as_it_was_given() -> None:
    found = record(parsed(), "a")["mentions"]
    assert {one["text"]: {"start": one["start"], "end": one["end"]} for one in found} == SPANS
    assert [TEXT[one["start"] : one["end"]] for one in found] == ["Paris", "Kashmir"]


def test_a_mention_without_a_place_says_so() -> None:
    (found,) = record(parsed("Xyzzy"), "a")["mentions"]
    assert (found["place"], found["candidates"], found["none_of_these"]) == (None, [], True)
    assert (found["confidence"], found["level"]) == (0.0, "low")


def test_a_claim_has_who_says_it_how_surely_and_of_when() -> None:
    first, second = record(parsed(), "a")["claims"]
    assert first == {
        "start": 0,
        "end": 25,
        "mentions": [0],
        "speaker": {"name": "Anna Brook", "start": 0, "end": 4},
        "form": "reported-speech",
        "verb_class": "said",
        "chain": [],
        "hedge": [],
        "dates": [{"start": 21, "end": 25, "edtf": "1999", "basis": "text"}],
    }
    assert second["speaker"] is None


def test_a_claim_says_its_words_again_where_that_is_asked_for() -> None:
    first, _ = record(parsed(), "a", claim_text=True)["claims"]
    assert first["text"] == "Anna was in Paris in 1999"
    assert "text" not in record(parsed(), "a")["claims"][0]


def test_hedges_and_a_chain_stand_in_the_claim() -> None:
    parse = parsed()
    claim: ProposedClaim = replace(parse.claims[0], hedge=(Span(5, 8),), chain=("a paper",))
    (found,) = record(replace(parse, claims=(claim,)), "a")["claims"]
    assert (found["hedge"], found["chain"]) == ([{"start": 5, "end": 8}], ["a paper"])


def test_remarks_stand_in_the_record_if_there_are_any() -> None:
    assert "remarks" not in record(parsed(), "a")
    found = record(parsed(setting=Setting(home="Lyon", language="fr")), "a")
    assert (found["language"], found["remarks"]) == ("fr", ["At home in Lyon."])


@pytest.mark.parametrize(
    ("confidence", "written", "level"),
    [(0.8996, 0.9, "high"), (0.89949, 0.899, "medium"), (0.5996, 0.6, "medium"), (0.5, 0.5, "low")],
)
def test_the_word_for_a_confidence_is_that_of_what_is_written(
    confidence: float, written: float, level: str
) -> None:
    parse = parsed("Paris")
    mention = replace(parse.mentions[0], confidence=confidence)
    (found,) = record(replace(parse, mentions=(mention,)), "a")["mentions"]
    assert (found["confidence"], found["level"]) == (written, level)


@given(st.floats(0, 1), st.floats(-1e-7, 1e-7))
def test_what_differs_by_a_hair_is_written_alike(score: float, hair: float) -> None:
    parse = parsed("Kashmir")

    def written(value: float) -> float:
        mention = replace(parse.mentions[0], candidates=(Candidate(KASHMIR, value),))
        found = record(replace(parse, mentions=(mention,)), "a")["mentions"][0]["candidates"]
        return float(found[0]["score"])

    assert abs(written(score) - score) <= 0.0005 + 1e-9
    assert abs(written(score) - written(score + hair)) <= 0.001 + 1e-9


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_record_is_one_line_of_json_whatever_the_text(text: str) -> None:
    data = record_line(record(parsed(f"Paris {text} Kashmir"), text, claim_text=True))
    assert data.count(b"\n") == 1
    assert json.loads(data)["id"] == text


def test_no_number_that_is_none_is_written() -> None:
    parse = parsed("Paris")
    mention = replace(parse.mentions[0], confidence=float("nan"))
    with pytest.raises(ValueError, match="JSON compliant"):
        record_line(record(replace(parse, mentions=(mention,)), "a"))
