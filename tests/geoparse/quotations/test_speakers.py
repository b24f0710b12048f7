"""A speaker is called by the fullest name that the text gives."""

from __future__ import annotations

import pytest

from geodata.geoparse.quotations.finder import EnglishQuotationFinder

NAMED = [
    ("The mayor, Rosa Diaz, said that it was over.", "Rosa Diaz"),
    ("Rosa Diaz, the mayor, said that it was over.", "Rosa Diaz"),
    ("Army chief Gen. Saleh Nur said that Kismar was calm.", "Saleh Nur"),
    ("Rosa Diaz came late. Ms Diaz said that it was over.", "Rosa Diaz"),
    ("Rosa Diaz came late. She said that it was over.", "Rosa Diaz"),
    ("Diaz said that it was over. The mayor's full name is Rosa Diaz.", "Rosa Diaz"),
    ("Rosa Diaz met Peter Lund in Oslo. Lund said that it was over.", "Peter Lund"),
    ("The minister, Ilmari Kosk, came late. The minister said that it was over.", "Ilmari Kosk"),
    ("The central bank welcomed the plan. It said that growth would fall.", "central bank"),
    ("A spokeswoman for the ministry said that it was over.", "spokeswoman for the ministry"),
    ("The report by the audit office said that it was over.", "report by the audit office"),
    ("Officials close to the talks said that it was over.", "Officials"),
    ("Two people briefed on the plan said that it was over.", "Two people"),
    ("One of the miners, who gave no name, said that it was over.", "One of the miners"),
    ("She said that it was over.", None),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_the_fullest_name_is_given(
    finder: EnglishQuotationFinder, text: str, name: str | None
) -> None:
    speakers = [one.speaker for one in finder.find(text)]
    assert [one.name if one else None for one in speakers] == [name]


def test_a_speakers_span_is_where_the_sentence_names_it(finder: EnglishQuotationFinder) -> None:
    text = "Rosa Diaz came late. She said that it was over."
    (found,) = finder.find(text)
    assert found.speaker is not None
    assert found.speaker.span is not None
    assert text[found.speaker.span.start : found.speaker.span.end] == "She"


def test_words_that_go_on_name_nobody_in_their_sentence(finder: EnglishQuotationFinder) -> None:
    said, going_on = finder.find('"We went," Rosa Diaz said. "We had no choice then."')
    assert said.speaker is not None
    assert going_on.speaker is not None
    assert (going_on.speaker.name, going_on.speaker.span) == ("Rosa Diaz", None)
