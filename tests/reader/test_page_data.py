"""What the browser gets of an edition: every claim with its speaker, and nothing withheld."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geodata.model.edition import Edition
from geodata.reader.map_data import map_config
from geodata.reader.page_data import reader_view, view_json
from geodata.wording.claims import according_to, kind_words
from geodata.wording.places import exactness

DRAFT = "Draft: no named editor has yet compared this with the text and its sources"


def view_of(edition: Edition) -> dict[str, Any]:
    return {**reader_view(edition)}


def one(view: dict[str, Any], list: str, id: str) -> dict[str, Any]:
    (found,) = (record for record in view[list] if record["id"] == id)
    record: dict[str, Any] = found
    return record


def test_the_json_is_the_view(invented: Edition) -> None:
    written = view_json(invented)
    assert json.loads(written) == view_of(invented)
    assert "“The bridge" not in written.split('"quotes"')[0]
    assert "🐎" not in written, "text that no claim quotes stands in the page, not in its data"


def test_it_names_the_edition_and_when_it_was_written(invented: Edition) -> None:
    assert view_of(invented)["edition"] == {
        "id": "from-lyon-to-paris",
        "title": "From Lyon to Paris",
        "authors": ["Jo Field"],
        "publisher": "",
        "language": "en",
        "direction": "ltr",
        "dated": "written in summer 2019 (inferred)",
        "checked": "Draft: no named editor has yet compared this with the text and its sources",
    }


def test_a_date_of_publication_goes_before_an_inferred_one(invented: Edition) -> None:
    article = invented.article.model_copy(update={"date_published": "2019-07-01"})
    edition = invented.model_copy(update={"article": article})
    assert view_of(edition)["edition"]["dated"] == "1 July 2019"


def test_a_claim_has_who_says_it_its_words_and_its_weakness(invented: Edition) -> None:
    assert one(view_of(invented), "claims", "bridge-closed") == {
        "id": "bridge-closed",
        "speakerId": "anna-brook",
        "according": "According to Anna Brook, a miller, quoted by the author",
        "form": "direct-quotation",
        "source": "named",
        "mode": "statement",
        "kindWords": "Direct quotation, statement, source named",
        "quotes": [
            [
                {"text": "“"},
                {"text": "The bridge", "mention": "bridge"},
                {"text": " "},
                {"text": "may", "hedge": True},
                {"text": " be closed,” said Anna Brook, a miller from "},
                {"text": "Lyon", "mention": "lyon-miller"},
                {"text": "."},
            ]
        ],
        "limitation": "She does not say which bridge.",
        "pointer": "",
        "notes": [],
        "themes": ["roads", "trade"],
        "places": ["old-bridge", "lyon"],
        "mentions": ["bridge", "lyon-miller"],
        "refersTo": [],
        "about": {
            "words": "May 2019 (year inferred)",
            "inferred": True,
            "earliest": "2019-05-01",
            "latest": "2019-05-31",
        },
        "saidWords": "in summer 2019 (inferred)",
        "status": "unverified",
        "statusWords": DRAFT,
        "statusShort": "draft",
    }


def test_a_claim_and_a_route_lead_to_the_notes_that_bear_on_them(noted: Edition) -> None:
    view = view_of(noted)
    assert view["notes"] == [{"id": "carters", "title": "Editors’ note, 1 February 2020"}]
    claim = one(view, "claims", "inns-open")
    assert claim["limitation"] == "The newspaper is not named (see the editors’ note)."
    assert claim["pointer"] == "see the editors’ note"
    assert claim["notes"] == ["carters"]
    assert view["routes"][0]["notes"] == ["carters"]
    assert map_config(noted)["routes"][0]["note"] == (
        "schematic, not a path. Below the article: Editors’ note, 1 February 2020."
    )


def test_an_undated_claim_has_no_date_and_an_open_end_is_null(invented: Edition) -> None:
    view = view_of(invented)
    assert one(view, "claims", "inns-open")["about"] is None
    assert one(view, "claims", "traders-return")["about"]["latest"] is None


def test_a_place_has_its_exactness_its_source_and_what_names_it(invented: Edition) -> None:
    assert one(view_of(invented), "places", "old-bridge") == {
        "id": "old-bridge",
        "title": "The old bridge (inferred, not in the text)",
        "description": "an invented entry",
        "names": {
            "en": "The old bridge (inferred, not in the text)",
            "fr": "The old bridge (inferred, not in the text)",
        },
        "local": [
            {"lang": "fr", "text": "The old bridge (inferred, not in the text)", "dir": "ltr"}
        ],
        "precision": "exact",
        "precisionWords": "Point: a town or building",
        "precisionNote": "The middle of it.",
        "basis": "inferred",
        "basisWords": "Inferred from outside, not named in the article",
        "basisSource": "A map of 2018.",
        "asOf": "",
        "dispute": "",
        "administeredBy": "",
        "claimedBy": "",
        "outlineSource": "drawn by hand",
        "outlineLicence": "public domain",
        "mentions": ["bridge"],
        "claims": ["bridge-closed"],
    }


def test_a_local_name_from_right_to_left_says_so(first: Edition) -> None:
    quetta = one(view_of(first), "places", "quetta")
    assert {name["lang"]: name["dir"] for name in quetta["local"]}["ur"] == "rtl"


def test_a_mention_has_its_places_with_certainty_or_its_reason(invented: Edition) -> None:
    view = view_of(invented)
    assert one(view, "mentions", "bridge") == {
        "id": "bridge",
        "exact": "The bridge",
        "places": [
            {"id": "old-bridge", "certaintyWords": "likely that this place is meant"},
            {"id": "lyon", "certaintyWords": "likely that this place is meant"},
        ],
        "outcome": "mapped",
        "reasonWords": "",
        "reading": "A bridge of Lyon; the text does not say which.",
        "claims": ["bridge-closed"],
        "status": "unverified",
        "statusWords": DRAFT,
    }
    west = one(view, "mentions", "west")
    assert (west["outcome"], west["reasonWords"]) == ("not-mapped", "too vague to draw")


def test_themes_and_routes_have_what_the_browser_draws(invented: Edition) -> None:
    view = view_of(invented)
    assert one(view, "themes", "roads") == {
        "id": "roads",
        "title": "Roads and bridges",
        "colour": "#2b6ca3",
        "colourDark": "#7db4e6",
        "path": "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z",
    }
    assert view["routes"] == [
        {
            "id": "carters",
            "claim": "carters-left",
            "note": "schematic, not a path",
            "notes": [],
            "legs": [
                {
                    "fromPlace": "lyon",
                    "toPlace": "paris",
                    "verb": "left for",
                    "mention": "paris-for",
                }
            ],
        }
    ]


def test_the_filters_offer_only_kinds_that_occur_in_their_own_order(invented: Edition) -> None:
    found = {
        group["id"]: [option["id"] for option in group["options"]]
        for group in view_of(invented)["kinds"]
    }
    assert found == {
        "form": ["direct-quotation", "reported-speech", "authors-words"],
        "source": ["named", "described", "none"],
        "mode": ["statement", "forecast"],
    }


def test_english_and_the_languages_that_names_have_can_be_chosen(
    invented: Edition, first: Edition
) -> None:
    # No list of ours can hold every language of editions to come: French goes by its tag.
    assert view_of(invented)["languages"] == [
        {"id": "en", "title": "English"},
        {"id": "fr", "title": "fr"},
    ]
    assert [one["id"] for one in view_of(first)["languages"]] == [
        *("en", "ur", "ps", "bal", "fa", "ru", "tg", "tr", "ar")
    ]


def test_of_excerpts_no_mention_outside_the_cited_passages_is_sent(excerpts: Edition) -> None:
    view = view_of(excerpts)
    assert [mention["id"] for mention in view["mentions"]] == [
        *("lyon-left", "paris-for", "bridge", "lyon-miller", "alps", "french", "paris-return")
    ]
    assert one(view, "places", "paris")["mentions"] == ["paris-for", "paris-return"]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("bridge-closed", "According to Anna Brook, a miller, quoted by the author"),
        ("inns-open", "According to an unnamed newspaper, cited by the author"),
        ("carters-left", "According to the author"),
    ],
)
def test_who_says_a_claim_stands_before_through_whom_it_came(
    invented: Edition, claim: str, words: str
) -> None:
    assert according_to(invented, invented.claim(claim)) == words


def test_kind_and_exactness_are_said_in_words(invented: Edition) -> None:
    assert kind_words(invented.claim("traders-return")) == (
        "The author’s own words, forecast, no source given"
    )
    assert exactness(invented.place("alpine-inns")) == (
        "Somewhere in this area; the text is no more exact. Named in the article."
    )
