"""The claims of the first edition against its text: quotes, hedges, places, speakers, route."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.editions.first_edition import TEXT, records, span_of

CLAIMS = records("claims.toml", "claim")
MENTIONS = records("mentions.toml", "mention")
SPEAKERS = records("speakers.toml", "speaker")


def _of(id: str) -> dict[str, Any]:
    return next(claim for claim in CLAIMS if claim["id"] == id)


def _mentions_inside(claim: dict[str, Any]) -> list[dict[str, Any]]:
    spans = [span_of(quote) for quote in claim["quotes"]]
    found = []
    for mention in MENTIONS:
        start, end = span_of(mention["quote"])
        if any(first <= start and end <= last for first, last in spans):
            found.append(mention)
    return found


def test_quotes_stand_once_in_text_order_and_never_in_the_repeated_standfirst() -> None:
    for claim in CLAIMS:
        spans = [span_of(quote) for quote in claim["quotes"]]
        assert spans == sorted(spans)
        assert all(start >= 252 for start, _ in spans), claim["id"]


def test_quotes_begin_and_end_with_whole_words() -> None:
    for claim in CLAIMS:
        for start, end in (span_of(quote) for quote in claim["quotes"]):
            assert not TEXT[start - 1].isalnum(), claim["id"]
            assert not TEXT[end].isalnum(), claim["id"]


def test_each_hedge_is_a_verbatim_part_of_a_quote() -> None:
    for claim in CLAIMS:
        for hedge in claim["hedge"]:
            assert any(hedge in quote["exact"] for quote in claim["quotes"]), (claim["id"], hedge)


# Words that limit a statement. Wherever one stands in a quote, it is part of a hedge.
LIMITING = (
    r"\b(?:may|might|could|can become|potential|likelihood|likely|uncertain|certain|some|several"
    r"|primarily|particularly|reported|mentioned|claimed|notes?|acknowledged|attempting|trying"
    r"|hesitant|instructed|ordered|various|known to|according to|stated|cited)\b"
)
# Where such a word limits nothing: (claim, word).
NOT_LIMITING = {
    ("where-the-branch-was-established", "note"),  # "important to note"
}


def test_no_limiting_word_of_a_quote_is_left_out_of_the_hedge() -> None:
    lost = set()
    for claim in CLAIMS:
        hedges = " | ".join(claim["hedge"]).casefold()
        for quote in claim["quotes"]:
            for word in re.findall(LIMITING, quote["exact"].casefold()):
                if not re.search(rf"\b{word}\b", hedges):
                    lost.add((claim["id"], word))
    assert lost == NOT_LIMITING


def test_each_limitation_is_a_sentence_of_its_own() -> None:
    limitations = [claim["limitation"] for claim in CLAIMS]
    assert len(set(limitations)) == 46
    assert all(words.endswith(".") and len(words) > 60 for words in limitations)


def test_the_limitation_on_tajikistan_says_that_no_source_is_given() -> None:
    limitation = _of("certain-presence-in-southern-tajikistan")["limitation"]
    assert "No source is given." in limitation
    assert "follows one by Taliban sources" in limitation


@pytest.mark.parametrize("id", [m["id"] for m in MENTIONS if m["outcome"] != "not-mapped"])
def test_each_place_that_a_mention_means_has_a_claim_that_quotes_it(id: str) -> None:
    mention = next(m for m in MENTIONS if m["id"] == id)
    quoting = [c for c in CLAIMS if mention in _mentions_inside(c)]
    claimed = {place for claim in quoting for place in claim["places"]}
    assert {place["id"] for place in mention["places"]} <= claimed


def test_a_claim_names_exactly_the_places_that_its_quotes_mention() -> None:
    """The three that speak only of "the attack" refer back to where it was named: in Russia."""
    referring = [claim for claim in CLAIMS if "refers_to" in claim]
    assert [claim["id"] for claim in referring] == [
        "attack-toll",
        "attack-investigation",
        "attack-experts",
    ]
    for claim in referring:
        assert claim["refers_to"] == ["russia-attack"]
        assert claim["places"] == ["russia-attack-site", "russia"]
    for claim in CLAIMS:
        named = {place["id"] for m in _mentions_inside(claim) for place in m["places"]}
        if claim not in referring:
            assert set(claim["places"]) == named, claim["id"]


def test_speakers_who_are_a_party_are_called_one_in_the_limitation() -> None:
    assert "is a party" in _of("sadat-on-balochistan")["limitation"]
    assert "belong to a party" in _of("taliban-sources-on-balochistan")["limitation"]


def test_whoever_calls_balochistan_a_centre_or_stronghold_is_shown_under_the_same_themes() -> None:
    for id, word in (
        ("publication-on-balochistan", "major centre"),
        ("media-on-balochistan", "stronghold"),
        ("taliban-sources-on-balochistan", "center of"),
    ):
        assert word in _of(id)["quotes"][0]["exact"]
        assert _of(id)["themes"] == ["bases", "presence"]


def test_statements_that_do_not_sit_well_together_say_so() -> None:
    established = _of("where-the-branch-was-established")["limitation"]
    assert "sits uneasily with the same paragraph’s statement" in established
    assert "“theories and speculations”" in _of("number-of-fighters")["limitation"]
    assert "paragraph 7" in _of("taliban-victorious")["limitation"]


def test_aims_and_plans_that_agree_are_not_called_a_contradiction() -> None:
    assert "paragraph 1" not in _of("no-other-objectives")["limitation"]


def test_is_k_is_not_said_to_speak_for_itself_where_outside_reports_differ() -> None:
    limitation = _of("attack-claimed-by-is-k")["limitation"]
    assert "Outside the text reports differ: in several of them" in limitation
    assert "without naming IS-K (editors’ note)" in limitation
    speaker = next(one for one in SPEAKERS if one["id"] == "is-k")
    assert (speaker["name"], speaker["according_to"]) == ("IS-K", "a group known as IS-K")


def test_what_outside_reports_hedge_stays_hedged() -> None:
    assert "apparently in a Taliban prison" in _of("detainees-on-recruitment")["limitation"]
    assert "after “Sources suggest that”" in _of("media-on-balochistan")["limitation"]


# claim: the editors' notes that bear on it
NOTES = {
    "bases-in-hidden-locations": ["pakistan-on-is-k"],
    "attack-in-russia": ["attack-site"],
    "attack-claimed-by-is-k": ["attack-claimed"],
    "attack-toll": ["attack-deaths"],
    "attack-investigation": ["attack-verdict"],
    "attack-experts": ["attack-accused", "attack-verdict"],
    "appearance-in-afghanistan": ["khorasan-province-announced"],
    "where-the-branch-was-established": ["tribal-areas-merged"],
    "recruits-from-tribal-areas": ["tribal-areas-merged"],
    "sadat-on-balochistan": ["pakistan-on-is-k"],
    "hersh-on-pakistan": ["pakistan-on-is-k"],
    "detainees-on-recruitment": ["sources-on-balochistan"],
    "publication-on-balochistan": ["sources-on-balochistan", "pakistan-on-is-k"],
    "media-on-balochistan": ["sources-on-balochistan", "pakistan-on-is-k"],
    "taliban-sources-on-balochistan": ["sources-on-balochistan", "pakistan-on-is-k"],
    "certain-presence-in-southern-tajikistan": ["tajikistan-on-is-k"],
    "taliban-fighting-is-k": ["recognition-by-russia"],
    "safe-havens-in-pakistani-territory": ["pakistan-on-is-k"],
}


def test_claims_and_the_route_name_the_notes_that_bear_on_them() -> None:
    assert {claim["id"]: claim["notes"] for claim in CLAIMS if "notes" in claim} == NOTES
    (route,) = records("route.toml", "route")
    assert route["notes"] == ["sources-on-balochistan"]


def test_a_limitation_that_points_to_a_note_has_one() -> None:
    pointing = {claim["id"] for claim in CLAIMS if "editors’ note" in claim["limitation"]}
    assert pointing == {
        "attack-claimed-by-is-k",
        "attack-toll",
        "detainees-on-recruitment",
        "publication-on-balochistan",
        "media-on-balochistan",
        "taliban-sources-on-balochistan",
    }
    assert pointing <= NOTES.keys()


def test_the_note_on_the_unnamed_sources_is_an_inference_and_says_what_it_could_not_find() -> None:
    notes = {note["id"]: note for note in records("edition.toml", "note")}
    note = notes["sources-on-balochistan"]
    assert note["quote"]["exact"] == "According to a recent publication"
    assert note["text"].startswith("The editors infer, and cannot prove, that three of the four")
    assert "names neither Turkey nor Quetta" in note["text"]
    assert "calls itself independent" in note["text"]
    assert "“senior Taliban sources” could not be traced" in note["text"]
    assert "stored copies, in part" in note["source"]


# The sentences of the paragraphs that no claim quotes; claims.toml gives the reasons.
LEFT_OUT = [
    "This situation has forced us to take another look at this organization.",
    "However, it’s worth considering the perspective of Sami Sadat, the former deputy chief of "
    "general staff of the Afghan army.",
]
PARAGRAPHS = (252, 6669)


def test_every_sentence_of_the_paragraphs_is_quoted_or_left_out_on_purpose() -> None:
    quoted = [span_of(quote) for claim in CLAIMS for quote in claim["quotes"]]
    left = "".join(
        "|" if any(start <= at < end for start, end in quoted) else TEXT[at]
        for at in range(*PARAGRAPHS)
    )
    rest = [piece.strip(" ,.\n\u00a0") for piece in re.split(r"\|+", left)]
    assert [piece for piece in rest if piece] == [words.strip(".") for words in LEFT_OUT]
    for sentence in LEFT_OUT:
        assert sentence in TEXT


def test_the_attack_site_bears_no_claim_but_those_on_the_attack() -> None:
    at_the_site = [c["id"] for c in CLAIMS if "russia-attack-site" in c["places"]]
    assert at_the_site == [
        "attack-in-russia",
        "attack-claimed-by-is-k",
        "attack-toll",
        "attack-investigation",
        "attack-experts",
    ]


def test_the_editors_infer_no_claim() -> None:
    assert all(claim["form"] != "editors-inference" for claim in CLAIMS)


def test_speakers_are_named_or_described_as_the_text_does_it() -> None:
    assert [(speaker["id"], speaker["source"]) for speaker in SPEAKERS] == [
        ("author", "named"),
        ("is-k", "named"),
        ("experts", "described"),
        ("sami-sadat", "named"),
        ("seymour-hersh", "named"),
        ("interrogated-detainees", "described"),
        ("recent-publication", "described"),
        ("media-sources", "described"),
        ("taliban-sources", "described"),
        ("news-outlets", "described"),
    ]
    assert {claim["said_by"] for claim in CLAIMS} == {speaker["id"] for speaker in SPEAKERS}


def test_the_route_goes_leg_by_leg_with_the_verbs_of_the_text() -> None:
    (route,) = records("route.toml", "route")
    assert route["claim"] == "detainees-on-recruitment"
    assert "not a path" in route["note"]
    assert "that anyone reached Quetta is not said" in route["note"]
    legs = [(leg["from"], leg["to"], leg["verb"], leg["mention"]) for leg in route["leg"]]
    assert legs == [
        (
            "russia",
            "turkey",
            "recruited while in Russia; instructed to travel via Turkey",
            "turkey-travel",
        ),
        ("turkey", "afghanistan", "instructed to travel to Afghanistan", "afghanistan-travel"),
        (
            "afghanistan",
            "quetta",
            "on arrival in Afghanistan, ordered to go to Quetta",
            "quetta-training",
        ),
    ]


def test_the_themes_are_the_seven_of_the_edition_in_their_order() -> None:
    assert [(t["id"], t["short"], t["shape"]) for t in records("themes.toml", "theme")] == [
        ("presence", "Presence", "circle"),
        ("bases", "Bases", "square"),
        ("attacks", "Attacks", "triangle"),
        ("recruitment", "Travel", "diamond"),
        ("origins", "Origins", "pentagon"),
        ("fighting", "Fighting", "cross"),
        ("rule", "Rule", "hexagon"),
    ]
