"""Every date that is taken can be said in words and has ordered limits; all else is refused."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from geodata.model.dates import Dating
from geodata.wording.dates import about_words, said_words

SIGN = st.sampled_from(["", "", "?", "~", "%"])
YEAR = st.one_of(
    st.integers(1, 9999).map(lambda year: f"{year:04}"), st.sampled_from(["201X", "19XX"])
)
MONTH = st.one_of(
    st.integers(1, 12).map(lambda month: f"{month:02}"), st.sampled_from(["21", "24", "XX"])
)
DAY = st.one_of(st.integers(1, 31).map(lambda day: f"{day:02}"), st.just("XX"))


@st.composite
def ends(draw: st.DrawFn) -> str:
    parts = draw(st.integers(1, 3))
    written = [draw(SIGN) + draw(part) + draw(SIGN) for part in (YEAR, MONTH, DAY)[:parts]]
    return "-".join(written)


EXPRESSIONS = st.one_of(
    ends(),
    st.tuples(st.one_of(ends(), st.just(".."), st.just("")), st.one_of(ends(), st.just(".."))).map(
        "/".join
    ),
    st.text(alphabet="0123456789-/.?~%XuY[]{}", max_size=12),
    st.text(max_size=12),
)


@given(EXPRESSIONS, st.sampled_from(["stated", "inferred"]))
def test_a_date_is_said_in_words_or_refused(edtf: str, basis: str) -> None:
    table = {"edtf": edtf, "basis": basis, "from": "the text"}
    try:
        when = Dating.model_validate(table)
    except ValidationError:
        return
    for words in (about_words(when), said_words(when)):
        assert words == words.strip() != ""
        assert basis == "stated" or "inferred" in words
    assert when.earliest or when.latest
    if when.earliest and when.latest:
        assert when.earliest <= when.latest


@given(st.dates())
def test_a_day_is_its_own_beginning_and_end(day: object) -> None:
    when = Dating(edtf=str(day), basis="stated")
    assert str(when.earliest) == str(when.latest) == str(day)
