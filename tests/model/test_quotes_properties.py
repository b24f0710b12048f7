"""Any stretch of any text can be described, and its description leads back to it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geodata.model.errors import QuoteAmbiguousError, QuoteNotFoundError
from geodata.model.quotes import TextPosition, TextQuote, anchor, describe, union

# Few signs make repetitions likely; the rest of Unicode brings surrogate pairs, marks, controls.
TEXTS = st.one_of(st.text(alphabet="ab \n", min_size=1), st.text(min_size=1))


@st.composite
def texts_with_positions(draw: st.DrawFn) -> tuple[str, TextPosition]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, TextPosition(start=start, end=end)


POSITIONS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(
    lambda pair: TextPosition(start=pair[0], end=pair[0] + pair[1])
)


@given(texts_with_positions())
def test_describing_and_anchoring_lead_back(case: tuple[str, TextPosition]) -> None:
    text, position = case
    assert anchor(text, describe(text, position)) == position


@given(texts_with_positions(), st.data())
def test_context_never_reaches_beyond_the_stretch_allowed(
    case: tuple[str, TextPosition], data: st.DataObject
) -> None:
    text, position = case
    start = data.draw(st.integers(0, position.start))
    end = data.draw(st.integers(position.end, len(text)))
    try:
        quote = describe(text, position, within=TextPosition(start=start, end=end))
    except QuoteAmbiguousError:
        assert text.find(text[start:end]) != text.rfind(text[start:end])
        return
    assert anchor(text, quote) == position
    assert position.start - len(quote.prefix) >= start
    assert position.end + len(quote.suffix) <= end


@given(TEXTS, st.text(min_size=1, max_size=5), st.text(max_size=3), st.text(max_size=3))
def test_an_anchored_quote_stands_where_it_says_and_nowhere_else(
    text: str, exact: str, prefix: str, suffix: str
) -> None:
    quote = TextQuote(exact=exact, prefix=prefix, suffix=suffix)
    try:
        position = anchor(text, quote)
    except QuoteNotFoundError:
        assert prefix + exact + suffix not in text
        return
    except QuoteAmbiguousError:
        assert text.find(prefix + exact + suffix) != text.rfind(prefix + exact + suffix)
        return
    assert position.of(text) == exact
    assert text[: position.start].endswith(prefix)
    assert text[position.end :].startswith(suffix)


@given(st.lists(POSITIONS))
def test_a_union_holds_the_same_code_points_once_and_in_order(
    positions: list[TextPosition],
) -> None:
    joined = union(positions)
    points = [point for one in joined for point in range(one.start, one.end)]
    assert points == sorted({point for one in positions for point in range(one.start, one.end)})
    assert not any(one.overlaps(other) for one, other in pairwise(joined))
