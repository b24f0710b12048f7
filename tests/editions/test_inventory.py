"""The inventory: every place expression of the first edition's article, written out by hand."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.editions.first_edition import TEXT, records, span_of, start_of

# (code point, exact text, kind, outcome, then the places with their certainty, the one meant
# first before the others; or, where it is not mapped, the reason)
INVENTORY = [
    (111, "Khorasan Province", "organisation", "not-mapped", "organisation-name"),
    (202, "continent", "vague", "not-mapped", "too-vague"),
    (309, "Khorasan Province", "organisation", "not-mapped", "organisation-name"),
    (400, "continent", "vague", "not-mapped", "too-vague"),
    (543, "Afghanistan", "name", "mapped", "afghanistan:certain"),
    (559, "Pakistan", "name", "mapped", "pakistan:certain"),
    (681, "West and East", "vague", "not-mapped", "too-vague"),
    (721, "unrecognised Afghan government", "adjective", "not-mapped", "affiliation"),
    (912, "Russia", "name", "mapped", "russia-attack-site:likely russia:certain"),
    (1491, "Afghanistan", "name", "mapped", "afghanistan:certain"),
    (1528, "Republic", "name", "not-mapped", "time"),
    (1543, "US", "name", "not-mapped", "affiliation"),
    (1550, "NATO", "name", "not-mapped", "affiliation"),
    (1662, "Arab world", "vague", "not-mapped", "too-vague"),
    (1705, "non-Arab country", "adjective", "merged", "afghanistan:certain"),
    (1737, "Middle East", "vague", "not-mapped", "too-vague"),
    (1812, "Afghan army", "adjective", "not-mapped", "affiliation"),
    (2060, "Pakistan", "name", "mapped", "pakistan:certain"),
    (
        2077,
        "Tribal areas along the Afghan-Pakistan border",
        "description",
        "mapped",
        "tribal-areas:likely pakistan:certain afghanistan:certain",
    ),
    (2668, "Pakistan", "name", "mapped", "pakistan:certain"),
    (2681, "Afghanistan", "name", "mapped", "afghanistan:certain"),
    (
        2740,
        "Tribal areas of Pakistan",
        "description",
        "mapped",
        "tribal-areas:likely pakistan:certain",
    ),
    (
        2769,
        "some western provinces",
        "description",
        "mapped",
        "western-pakistani-provinces:less-certain",
    ),
    (2877, "Afghan-Pakistan branch", "organisation", "not-mapped", "organisation-name"),
    (3033, "Afghan army", "adjective", "not-mapped", "affiliation"),
    (3137, "Balochistan, Pakistan", "name", "mapped", "balochistan:certain pakistan:certain"),
    (3173, "Khorasan", "organisation", "not-mapped", "organisation-name"),
    (3352, "Khorasan", "organisation", "not-mapped", "organisation-name"),
    (3384, "Pakistan", "name", "mapped", "pakistan:certain"),
    (3532, "Russia", "name", "mapped", "russia:certain"),
    (3608, "Afghanistan", "name", "mapped", "afghanistan:certain"),
    (3624, "Turkey", "name", "mapped", "turkey:certain"),
    (3653, "Afghanistan", "name", "mapped", "afghanistan:certain"),
    (3693, "Quetta", "name", "mapped", "quetta:certain"),
    (
        3729,
        "Pakistani province of Balochistan",
        "name",
        "mapped",
        "balochistan:certain pakistan:certain",
    ),
    (3819, "Balochistan", "name", "mapped", "balochistan:certain"),
    (3893, "Khorasan", "organisation", "not-mapped", "organisation-name"),
    (4025, "Balochistan", "name", "mapped", "balochistan:certain"),
    (4090, "Khorasan", "organisation", "not-mapped", "organisation-name"),
    (
        4166,
        "Pakistani province of Balochistan",
        "name",
        "mapped",
        "balochistan:certain pakistan:certain",
    ),
    (4288, "southern part of Tajikistan", "description", "mapped", "southern-tajikistan:certain"),
    (4472, "European nations", "adjective", "not-mapped", "too-vague"),
    (
        4622,
        "Afghan-Pakistani border region",
        "description",
        "mapped",
        "afghan-pakistani-border-region:certain afghanistan:certain pakistan:certain",
    ),
    (4712, "Islamic Emirate", "name", "merged", "afghanistan:certain"),
    (4858, "Afghanistan", "name", "mapped", "afghanistan:certain"),
    (4997, "Afghan provinces", "adjective", "merged", "afghanistan:certain"),
    (5022, "Pakistani territory", "adjective", "merged", "pakistan:certain"),
    (
        5182,
        "Western Pakistani provinces",
        "description",
        "mapped",
        "western-pakistani-provinces:likely pakistan:certain",
    ),
    (5217, "Islamabad", "metonym", "not-mapped", "metonym"),
    (5416, "region", "vague", "not-mapped", "too-vague"),
    (6377, "country", "description", "merged", "afghanistan:less-certain"),
    (
        6521,
        "Afghan and Pakistani territories",
        "adjective",
        "merged",
        "afghanistan:certain pakistan:certain",
    ),
    (6613, "Afghanistan", "name", "mapped", "afghanistan:certain"),
    (6751, "Moscow", "organisation", "not-mapped", "organisation-name"),
    (6789, "Russian", "organisation", "not-mapped", "organisation-name"),
]

PLACES = {
    "afghan-pakistani-border-region",
    "afghanistan",
    "balochistan",
    "pakistan",
    "quetta",
    "russia",
    "russia-attack-site",
    "southern-tajikistan",
    "tribal-areas",
    "turkey",
    "western-pakistani-provinces",
}

# How often each string occurs in the text, each time inside exactly one mention.
NAMES = {
    "Afghanistan": 7,
    "Afghan": 15,
    "Arab": 2,
    "Balochistan": 5,
    "Emirate": 1,
    "European": 1,
    "Islamabad": 1,
    "Khorasan": 6,
    "Middle East": 1,
    "Moscow": 1,
    "NATO": 1,
    "Pakistan": 14,
    "Pakistani": 6,
    "Quetta": 1,
    "Republic": 1,
    "Russia": 3,
    "Russian": 1,
    "Tajikistan": 1,
    "Tribal": 2,
    "Turkey": 1,
    "West": 2,
    "continent": 2,
    "provinces": 3,
    "western": 1,
}

MENTIONS = records("mentions.toml", "mention")
SPANS = [span_of(mention["quote"]) for mention in MENTIONS]


def test_the_inventory_holds_every_mention_in_the_order_of_the_text() -> None:
    stored = [
        (
            start_of(mention["quote"]),
            mention["quote"]["exact"],
            mention["kind"],
            mention["outcome"],
            mention["reason"]
            or " ".join(f"{place['id']}:{place['certainty']}" for place in mention["places"]),
        )
        for mention in MENTIONS
    ]
    assert stored == INVENTORY


def test_the_ledger_counts_26_mapped_6_merged_and_23_unmapped_mentions() -> None:
    outcomes = [row[3] for row in INVENTORY]
    assert len(outcomes) == 55
    assert outcomes.count("mapped") == 26
    assert outcomes.count("merged") == 6
    assert outcomes.count("not-mapped") == 23


def test_mentions_do_not_overlap() -> None:
    for (_, end), (start, _) in pairwise(SPANS):
        assert end <= start, TEXT[start - 20 : start + 20]


@pytest.mark.parametrize(("name", "times"), NAMES.items())
def test_each_occurrence_of_a_name_lies_in_exactly_one_mention(name: str, times: int) -> None:
    found = [match.start() for match in re.finditer(re.escape(name), TEXT)]
    assert len(found) == times
    for at in found:
        holders = [span for span in SPANS if span[0] <= at and at + len(name) <= span[1]]
        assert len(holders) == 1, TEXT[at - 20 : at + 30]


def _outside_the_mentions() -> str:
    return "".join(
        " " if any(start <= at < end for start, end in SPANS) else char
        for at, char in enumerate(TEXT)
    )


# People, organisations, months and the words that open a sentence.
NO_PLACES = """
Asatrian Asatryan Georgi Hersh Sadat Sami Seymour
IS- IS-K ISIS Interfax Islamic Islamist State Taliban Telegram
Economics Lomonosov Plekhanov University
January March April
A According Additionally After As At Both Despite Eventually Furthermore However If In Instead It
Meanwhile Moreover Once Over Several Since Some The There Therefore This Well-known With
"""


def test_no_capitalised_word_outside_the_mentions_means_a_place() -> None:
    found = set(re.findall(r"\b[A-Z][\w-]*", _outside_the_mentions()))
    assert found == set(NO_PLACES.split())


def test_common_nouns_outside_the_mentions_name_no_place_of_their_own() -> None:
    """“The territory of Pakistan”, “around the world”: the noun is no mention; and two of the three
    times that the text says “the country”, the sentence has named it before."""
    nouns = r"\b(?:area|border|continent|countr|nation|provinc|region\b|territor|world)\w*"
    left = re.findall(nouns, _outside_the_mentions())
    assert sorted(left) == [
        *["area"],
        *["countries"] * 4,
        *["country"] * 2,
        *["territories"],
        *["territory"],
        *["world"],
    ]


def test_a_reader_finds_these_eleven_places_and_no_other() -> None:
    assert {place["id"] for mention in MENTIONS for place in mention["places"]} == PLACES


def test_the_first_russia_may_mean_the_attack_site_and_the_second_never_does() -> None:
    russia = [m["places"] for m in MENTIONS if m["quote"]["exact"] == "Russia"]
    assert russia == [
        [
            {"id": "russia-attack-site", "certainty": "likely"},
            {"id": "russia", "certainty": "certain"},
        ],
        [{"id": "russia", "certainty": "certain"}],
    ]


def test_what_the_editors_read_into_the_text_is_never_called_certain() -> None:
    read_into = {"russia-attack-site", "tribal-areas", "western-pakistani-provinces"}
    unnamed = "country-of-the-instability"
    for mention in MENTIONS:
        for place in mention["places"]:
            read = place["id"] in read_into or mention["id"] == unnamed
            assert read == (place["certainty"] != "certain")


def test_every_mention_gives_the_reading_taken_and_no_two_ids_are_alike() -> None:
    assert all(mention["reading"].endswith(".") for mention in MENTIONS)
    assert len({mention["id"] for mention in MENTIONS}) == 55


def test_the_area_and_the_groups_abbreviations_are_no_mentions() -> None:
    exact = {mention["quote"]["exact"] for mention in MENTIONS}
    assert not exact & {"the country", "area", "the area", "IS-K", "ISIS", "Telegram"}


def test_the_country_is_a_mention_only_where_its_paragraph_has_not_named_one() -> None:
    found = [mention for mention in MENTIONS if mention["quote"]["exact"] == "country"]
    assert [mention["id"] for mention in found] == ["country-of-the-instability"]
    start, end = span_of(found[0]["quote"])
    assert TEXT[start - 19 : end + 1] == "instability in the country."
    assert not re.search("Afghan|Pakistan|Tajik|Russia", TEXT[5892:start])


def test_readings_say_no_more_than_the_text() -> None:
    """Paragraph 7 names a border region; the period of the Republic is a time, not a place."""
    reading = {mention["id"]: mention["reading"] for mention in MENTIONS}
    assert "border region of paragraph 7" in reading["region-of-the-taliban"]
    assert "names none" not in reading["region-of-the-taliban"]
    assert "names a time, not a place" in reading["republic"]
