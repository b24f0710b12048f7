"""The first edition's article: the text as it was supplied, and what the editors say around it."""

from __future__ import annotations

import hashlib

from tests.editions.first_edition import FOLDER, TEXT, facts, records, span_of

EDITION = facts("edition.toml")

# (code point, character): every character of the text that is not on a plain keyboard.
TYPOGRAPHY = [
    (90, "“"),
    (109, "–"),
    (135, "”"),
    (288, "“"),
    (307, "–"),
    (333, "”"),
    (421, "’"),
    (2933, "’"),
    (3066, "“"),
    (3072, "’"),
    (3210, "”"),
    (3292, "\u00a0"),
    (4024, "“"),
    (4114, "”"),
    (6647, "’"),
]

# (id, kind, start, end, repeats, first words, last words)
BLOCKS = [
    ("title", "title", 0, 52, "", "The Taliban can", "fight against IS-K"),
    ("standfirst", "standfirst", 54, 250, "p1", "The terrorist", "serious resistance."),
    ("p1", "paragraph", 252, 842, "", "The terrorist", "of the Islamic State."),
    ("p2", "paragraph", 844, 1451, "", "In March of this year,", "in the attack."),
    ("p3", "paragraph", 1453, 2310, "", "In January 2015,", "from 1,500 to 5,000."),
    ("p4", "paragraph", 2312, 2792, "", "The Taliban initially", "western provinces."),
    ("p5", "paragraph", 2794, 3393, "", "There are many", "has bases in Pakistan."),
    ("p6", "paragraph", 3395, 4316, "", "According to a recent", "part of Tajikistan."),
    ("p7", "paragraph", 4318, 5273, "", "Despite being a small", "establish full control."),
    ("p8", "paragraph", 5275, 5890, "", "The Taliban, a group", "with limited results."),
    ("p9", "paragraph", 5892, 6669, "", "The terrorist group", "economic situation."),
    ("author", "byline", 6671, 6686, "", "Georgi Asatrian", "Georgi Asatrian"),
    ("author-repeat", "byline", 6687, 6702, "author", "Georgi Asatrian", "Georgi Asatrian"),
    ("byline", "byline", 6703, 6821, "", "Georgi Asatryan,", "University of Economics."),
]

NOTES_ON_THE_TEXT = [
    "standfirst-repeated",
    "sypatizants",
    "spellings-of-the-author",
    "names-of-the-group",
]
NOTES_FROM_OUTSIDE = [
    "attack-site",
    "attack-deaths",
    "attack-claimed",
    "attack-accused",
    "attack-verdict",
    "khorasan-province-announced",
    "sources-on-balochistan",
    "pakistan-on-is-k",
    "tajikistan-on-is-k",
    "tribal-areas-merged",
    "recognition-by-russia",
]


def test_the_stored_text_is_the_supplied_file_byte_for_byte() -> None:
    stored = (FOLDER / "article.txt").read_bytes()
    assert (
        hashlib.sha256(stored).hexdigest()
        == "3f63b4c55b1f01d6a9e0a00ef22991d498dbf6739a3f5a4e0f704e70da5d1bef"
    )
    assert len(stored) == 6850


def test_the_text_has_6821_code_points_and_the_edition_says_so() -> None:
    assert len(TEXT) == 6821
    assert EDITION["code_points"] == 6821


def test_typographic_quotes_dashes_and_the_no_break_space_are_kept() -> None:
    assert [(at, char) for at, char in enumerate(TEXT) if ord(char) > 127] == TYPOGRAPHY


def test_only_the_standfirst_has_a_straight_apostrophe() -> None:
    assert [at for at, char in enumerate(TEXT) if char == "'"] == [223]
    assert TEXT[218:225] == "doesn't"
    assert TEXT[416:423] == "doesn’t"


def test_spellings_of_the_supplied_text_are_not_corrected() -> None:
    assert TEXT.count("sypatizants") == 1
    assert TEXT.count("Georgi Asatrian") == 2
    assert TEXT.count("Georgi Asatryan") == 1
    assert TEXT.count("more than 140 innocent civilians") == 1


def test_blocks_are_the_spans_of_title_standfirst_paragraphs_and_bylines() -> None:
    stored = [
        (b["id"], b["kind"], b["start"], b["end"], b.get("repeats", "")) for b in EDITION["block"]
    ]
    assert stored == [row[:5] for row in BLOCKS]
    for block, _, start, end, _, first, last in BLOCKS:
        assert TEXT[start:end].startswith(first), block
        assert TEXT[start:end].endswith(last), block


def test_between_the_blocks_there_are_only_line_feeds() -> None:
    ends = [0] + [row[3] for row in BLOCKS]
    gaps = [TEXT[end : row[2]] for end, row in zip(ends, BLOCKS, strict=False)]
    assert gaps == [""] + ["\n\n"] * 11 + ["\n", "\n"]


def test_what_was_not_supplied_is_empty_and_never_guessed() -> None:
    assert (EDITION["publisher"], EDITION["date_published"], EDITION["url"]) == ("", "", "")


def test_the_title_the_author_and_the_rights_are_stated() -> None:
    assert EDITION["id"] == "taliban-is-k"
    assert EDITION["title"] == TEXT[0:52]
    assert EDITION["authors"] == ["Georgi Asatrian"]
    assert EDITION["language"] == "en"
    assert EDITION["publish"] == "full"
    assert "not under the project’s licence" in EDITION["rights"]
    assert "as supplied by the user" in EDITION["rights"]


def test_the_time_of_writing_is_inferred_and_the_notice_says_so() -> None:
    written = EDITION["written"]
    assert (written["edtf"], written["basis"]) == ("2024-04/2024-12", "inferred")
    assert written["notice"] == (
        "Written in 2024, after March (inferred). Statements are of that time."
    )
    assert "in March of this year" in written["from"]
    assert "News of April is told as past" in written["from"]


def test_no_word_of_the_edition_narrows_the_time_of_writing_to_a_season() -> None:
    for file in ("edition.toml", "claims.toml", "mentions.toml", "route.toml"):
        lines = (FOLDER / file).read_text("utf-8").splitlines()
        named = [line for line in lines if "spring" in line or "2024-21" in line]
        assert [line[:6] for line in named] == (["what ="] if file == "edition.toml" else [])


def test_notes_on_the_text_need_no_source_and_notes_from_outside_have_one() -> None:
    notes = records("edition.toml", "note")
    assert [n["id"] for n in notes if not n["source"]] == NOTES_ON_THE_TEXT
    assert [n["id"] for n in notes if n["source"]] == NOTES_FROM_OUTSIDE
    later = [n["id"] for n in notes if n["date"] != "2026-11-22"]
    assert later == [
        "names-of-the-group",
        "attack-claimed",
        "attack-accused",
        "attack-verdict",
        "khorasan-province-announced",
        "sources-on-balochistan",
        "pakistan-on-is-k",
        "tajikistan-on-is-k",
    ]
    assert {n["date"] for n in notes if n["id"] in later} == {"2026-11-26"}


def test_each_note_on_a_passage_stands_at_words_of_the_text() -> None:
    anchored = [n for n in records("edition.toml", "note") if "quote" in n]
    assert len(anchored) == 14
    for note in anchored:
        start, end = span_of(note["quote"])
        assert any(first <= start and end <= last for _, _, first, last, *_ in BLOCKS)


def test_later_figures_stand_in_a_note_and_not_in_the_text() -> None:
    deaths = next(n for n in records("edition.toml", "note") if n["id"] == "attack-deaths")
    assert "149 dead" in deaths["text"]
    assert "12 March 2026" in deaths["text"]
    assert "149" not in TEXT
    assert "Crocus" not in TEXT


def test_the_log_of_changes_opens_with_the_draft_and_verifies_nothing() -> None:
    first = records("edition.toml", "change")[0]
    assert first["date"] == "2026-11-22"
    assert first["who"] == "Article Atlas editors"
    assert first["verified"] == []


def test_nothing_is_verified_before_a_named_person_has_checked_it() -> None:
    everything = records("mentions.toml", "mention") + records("claims.toml", "claim")
    verified = {id for change in EDITION["change"] for id in change["verified"]}
    assert {one["id"] for one in everything if one["status"] != "unverified"} == verified
