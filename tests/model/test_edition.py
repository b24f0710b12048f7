"""Everything of an edition can be looked up, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from geodata.model.edition import Edition
from geodata.model.errors import UnknownIdError
from geodata.model.quotes import TextPosition, TextQuote
from tests.export.reading import rebuilt


def ids(items: object) -> list[str]:
    assert isinstance(items, tuple)
    return [item.id for item in items]


def test_things_are_found_by_their_ids(invented: Edition) -> None:
    assert invented.place("alpine-inns").title == "Near the Alps"
    assert invented.theme("trade").short == "Trade"
    assert invented.speaker("newspaper").source == "described"
    assert invented.claim("bridge-closed").hedge == ("may",)
    assert invented.mention("west").reason == "too-vague"
    assert invented.route("carters").legs[0].from_ == "lyon"
    assert invented.note("carters").date == "2020-02-01"


@pytest.mark.parametrize(
    ("look_up", "message"),
    [
        (lambda one: one.place("x"), "The edition has no place with the id 'x'."),
        (lambda one: one.theme("x"), "The edition has no theme with the id 'x'."),
        (lambda one: one.speaker("x"), "The edition has no speaker with the id 'x'."),
        (lambda one: one.claim("x"), "The edition has no claim with the id 'x'."),
        (lambda one: one.mention("x"), "The edition has no mention with the id 'x'."),
        (lambda one: one.route("x"), "The edition has no route with the id 'x'."),
        (lambda one: one.note("x"), "The edition has no note with the id 'x'."),
        (lambda one: one.claims_of_place("x"), "The edition has no place with the id 'x'."),
        (lambda one: one.mentions_of_place("x"), "The edition has no place with the id 'x'."),
        (lambda one: one.mentions_of_claim("x"), "The edition has no claim with the id 'x'."),
        (lambda one: one.claims_of_mention("x"), "The edition has no mention with the id 'x'."),
        (lambda one: one.claims_of_speaker("x"), "The edition has no speaker with the id 'x'."),
    ],
)
def test_an_unknown_id_is_named(
    invented: Edition, look_up: Callable[[Edition], object], message: str
) -> None:
    with pytest.raises(UnknownIdError) as refused:
        look_up(invented)
    assert str(refused.value) == f"{message} Cure: Choose an id that it has."


def test_positions_count_code_points_of_the_stored_text(invented: Edition) -> None:
    position = invented.position(invented.mention("lyon-left"))
    assert position == TextPosition(start=109, end=113)
    assert position.of(invented.article.text) == "Lyon"
    (quote,) = invented.quote_positions(invented.claim("carters-left"))
    assert quote.of(invented.article.text) == "In May 2019 they left Lyon for Paris."


def test_hedges_are_found_as_whole_words_inside_the_quotes(invented: Edition) -> None:
    (hedge,) = invented.hedge_positions(invented.claim("bridge-closed"))
    assert hedge.of(invented.article.text) == "may"
    assert invented.hedge_positions(invented.claim("carters-left")) == ()


def test_a_block_is_found_by_a_position_in_it(invented: Edition) -> None:
    assert invented.block_at(0).id == "title"
    assert invented.block_at(54).id == "p1"
    assert invented.block_at(188).id == "p1"


@pytest.mark.parametrize("start", [18, 189, 341, 5_000, -1])
def test_there_is_no_block_between_blocks_or_outside_the_text(
    invented: Edition, start: int
) -> None:
    with pytest.raises(UnknownIdError):
        invented.block_at(start)


def test_claims_of_a_place_come_in_the_order_of_the_text(invented: Edition) -> None:
    assert ids(invented.claims_of_place("lyon")) == ["carters-left", "bridge-closed"]
    assert ids(invented.claims_of_place("paris")) == ["carters-left", "traders-return"]
    backwards = invented.model_copy(update={"claims": invented.claims[::-1]})
    assert ids(backwards.claims_of_place("lyon")) == ["carters-left", "bridge-closed"]


def test_mentions_of_a_place_are_all_that_mean_it(invented: Edition) -> None:
    assert ids(invented.mentions_of_place("lyon")) == ["lyon-left", "bridge", "lyon-miller"]
    assert ids(invented.mentions_of_place("old-bridge")) == ["bridge"]


def test_mentions_of_a_claim_lie_in_its_quotes_and_mean_its_places(invented: Edition) -> None:
    assert ids(invented.mentions_of_claim("carters-left")) == ["lyon-left", "paris-for"]
    assert ids(invented.mentions_of_claim("bridge-closed")) == ["bridge", "lyon-miller"]


def test_a_mention_in_the_quote_that_means_another_place_is_not_the_claims(
    invented: Edition,
) -> None:
    claim = invented.claim("carters-left").model_copy(update={"places": ("lyon",)})
    edition = invented.model_copy(update={"claims": (claim, *invented.claims[1:])})
    assert ids(edition.mentions_of_claim("carters-left")) == ["lyon-left"]
    assert edition.claims_of_mention("paris-for") == ()


def test_a_mention_has_the_themes_of_its_claims_in_the_editions_order(invented: Edition) -> None:
    assert ids(invented.claims_of_mention("paris-return")) == ["traders-return"]
    assert invented.claim("traders-return").themes == ("trade", "roads")
    assert ids(invented.themes_of_mention("paris-return")) == ["roads", "trade"]
    assert invented.themes_of_mention("west") == ()


def test_a_place_has_the_themes_of_its_claims(invented: Edition) -> None:
    assert ids(invented.themes_of_place("paris")) == ["roads", "trade"]
    assert ids(invented.themes_of_place("france")) == ["trade"]


def test_claims_of_a_speaker(invented: Edition) -> None:
    assert ids(invented.claims_of_speaker("author")) == [
        "carters-left",
        "government-silent",
        "traders-return",
    ]


def test_a_full_edition_shows_all_blocks_but_repetitions(invented: Edition) -> None:
    assert [(span.start, span.end) for span in invented.visible_spans()] == [
        (0, 18),
        (54, 189),
        (191, 331),
        (333, 341),
    ]


def test_an_edition_of_excerpts_shows_the_cited_passages_and_nothing_else(
    excerpts: Edition,
) -> None:
    assert [span.of(excerpts.article.text) for span in excerpts.visible_spans()] == [
        "In May 2019 they left Lyon for Paris.",
        "“The bridge may be closed,” said Anna Brook, a miller from Lyon.",
        "Some inns near the Alps stayed open, a newspaper notes.",
        "The French government was silent",
        "Traders could return to Paris.",
    ]
    west = excerpts.position(excerpts.mention("west"))
    assert excerpts.visible_span_of(west) is None


def test_a_copy_computes_its_look_ups_anew(invented: Edition) -> None:
    assert ids(invented.claims_of_place("paris")) == ["carters-left", "traders-return"]
    copy = invented.model_copy(update={"claims": invented.claims[:1]})
    assert ids(copy.claims_of_place("paris")) == ["carters-left"]
    assert ids(invented.claims_of_place("paris")) == ["carters-left", "traders-return"]


def test_an_edition_cannot_be_changed(invented: Edition) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        invented.id = "other"
    with pytest.raises(TypeError):
        invented.place("lyon").names["en"] = "Lugdunum"  # type: ignore[index]


def test_a_place_knows_its_label_bounds_and_local_names(invented: Edition) -> None:
    alps = invented.place("alpine-inns")
    assert alps.label == (6.0, 46.0)
    assert alps.bounds == (6.0, 45.0, 7.0, 46.0)
    assert alps.local_names == (("fr", "Near the Alps"),)
    assert not alps.is_point
    assert invented.place("lyon").is_point


def test_a_mention_that_reaches_out_of_a_quote_is_not_one_of_the_claims(invented: Edition) -> None:
    cut = TextQuote(exact="In May 2019 they left Lyon for Par")
    claim = invented.claim("carters-left").model_copy(update={"quotes": (cut,)})
    edition = rebuilt(invented, claims=(claim, *invented.claims[1:]))
    assert ids(edition.mentions_of_claim("carters-left")) == ["lyon-left"]
    assert ids(edition.claims_of_mention("paris-for")) == []
