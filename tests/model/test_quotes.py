"""Quotes are found once or refused; positions are described by the shortest context."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geodata.model.errors import QuoteAmbiguousError, QuoteNotFoundError
from geodata.model.quotes import TextPosition, TextQuote, anchor, describe, union

TEXT = "In Paris, and in Paris again. 🐎 It’s near\u00a0Lyon."


def at(start: int, end: int) -> TextPosition:
    return TextPosition(start=start, end=end)


@pytest.mark.parametrize(
    ("quote", "position"),
    [
        (TextQuote(exact="again"), at(23, 28)),
        (TextQuote(exact="Paris", prefix="In "), at(3, 8)),
        (TextQuote(exact="Paris", suffix=" again"), at(17, 22)),
        (TextQuote(exact="Lyon", prefix="near\u00a0"), at(42, 46)),
        (TextQuote(exact="🐎"), at(30, 31)),
        (TextQuote(exact=TEXT), at(0, 47)),
    ],
)
def test_a_quote_is_found_where_it_stands(quote: TextQuote, position: TextPosition) -> None:
    assert anchor(TEXT, quote) == position


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        (
            TextQuote(exact="London"),
            "The quote 'London' does not occur in the text. "
            "Copy the quote from article.txt, letter by letter.",
        ),
        (
            TextQuote(exact="It's"),
            'The quote "It\'s" does not occur in the text in this spelling. '
            "The text has 'It’s'; copy it with its own signs.",
        ),
        (
            TextQuote(exact="near Lyon"),
            "The quote 'near Lyon' does not occur in the text in this spelling. "
            "The text has 'near\\xa0Lyon'; copy it with its own signs.",
        ),
        (
            TextQuote(exact="Lyon", prefix="in "),
            "The quote 'Lyon' stands in the text, but not as 'in Lyon'. "
            "Copy prefix and suffix from article.txt, blanks and quotation marks included.",
        ),
    ],
)
def test_a_quote_that_does_not_occur_is_refused_with_what_to_do(
    quote: TextQuote, message: str
) -> None:
    with pytest.raises(QuoteNotFoundError) as refused:
        anchor(TEXT, quote)
    assert str(refused.value) == message


def test_a_quote_that_occurs_twice_is_refused_and_both_places_are_shown() -> None:
    with pytest.raises(QuoteAmbiguousError) as refused:
        anchor(TEXT, TextQuote(exact="Paris"))
    assert str(refused.value) == (
        "The quote 'Paris' occurs more than once, as in “In Paris, and in Paris again. 🐎 ” and "
        "“In Paris, and in Paris again. 🐎 It’s near·Lyon”. "
        "Lengthen `prefix` or `suffix` until only one place is left."
    )


def test_occurrences_that_overlap_count_as_two() -> None:
    with pytest.raises(QuoteAmbiguousError):
        anchor("aaa", TextQuote(exact="aa"))


@pytest.mark.parametrize(
    ("position", "quote"),
    [
        (at(23, 28), TextQuote(exact="again")),
        (at(3, 8), TextQuote(exact="Paris", prefix="In ")),
        (at(17, 22), TextQuote(exact="Paris", prefix="in ")),
        (at(42, 46), TextQuote(exact="Lyon")),
    ],
)
def test_a_position_is_described_by_the_shortest_context(
    position: TextPosition, quote: TextQuote
) -> None:
    assert describe(TEXT, position) == quote


def test_context_after_is_taken_where_as_much_before_does_not_help() -> None:
    text = "to Paris now, to Paris then"
    assert describe(text, at(17, 22)) == TextQuote(exact="Paris", suffix=" then")
    assert describe(text, at(3, 8)) == TextQuote(exact="Paris", suffix=" now,")


def test_context_on_both_sides_is_taken_where_one_does_not_help() -> None:
    text = "a b x b c; c b x b a; a b x b a"
    assert describe(text, at(26, 27)) == TextQuote(exact="x", prefix="a b ", suffix=" b a")


def test_context_is_taken_only_from_within_the_given_stretch() -> None:
    quote = describe(TEXT, at(17, 22), within=at(14, 29))
    assert quote == TextQuote(exact="Paris", prefix="in ")
    assert describe(TEXT, at(17, 22), within=at(17, 29)) == TextQuote(
        exact="Paris", suffix=" again."
    )


def test_a_stretch_that_cannot_make_the_quote_unique_is_refused() -> None:
    with pytest.raises(QuoteAmbiguousError):
        describe(TEXT, at(17, 22), within=at(17, 22))


@pytest.mark.parametrize("position", [at(40, 48), at(47, 50), at(100, 101)])
def test_a_position_beyond_the_text_is_refused(position: TextPosition) -> None:
    with pytest.raises(QuoteNotFoundError, match="of a text of 47 code points"):
        describe(TEXT, position)


def test_a_very_repetitive_text_is_described_in_reasonable_time() -> None:
    text = "ha " * 20_000
    quote = describe(text, at(30_000, 30_002))
    assert anchor(text, quote) == at(30_000, 30_002)


@pytest.mark.parametrize(
    ("start", "end"), [(3, 3), (5, 3), (-1, 3), ("0", 3), (0.0, 3), (None, 3), (True, 3)]
)
def test_a_position_that_holds_no_text_is_refused(start: object, end: object) -> None:
    with pytest.raises(ValidationError):
        TextPosition.model_validate({"start": start, "end": end})


@pytest.mark.parametrize(
    "quote", [{"exact": ""}, {}, {"exact": "a", "before": "b"}, {"exact": 1}, {"exact": None}]
)
def test_a_quote_of_nothing_or_with_unknown_keys_is_refused(quote: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TextQuote.model_validate(quote)


def test_positions_and_quotes_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        at(0, 1).start = 5


@pytest.mark.parametrize(
    ("other", "contains", "overlaps"),
    [
        (at(10, 20), True, True),
        (at(12, 18), True, True),
        (at(9, 18), False, True),
        (at(12, 21), False, True),
        (at(20, 25), False, False),
        (at(5, 10), False, False),
    ],
)
def test_containing_and_overlapping_treat_the_end_as_outside(
    other: TextPosition, contains: bool, overlaps: bool
) -> None:
    assert at(10, 20).contains(other) is contains
    assert at(10, 20).overlaps(other) is overlaps


def test_union_joins_what_overlaps_and_leaves_apart_what_touches() -> None:
    assert union([at(8, 12), at(0, 5), at(5, 7), at(3, 5), at(9, 10)]) == (
        at(0, 5),
        at(5, 7),
        at(8, 12),
    )
