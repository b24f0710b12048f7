"""Each sentence that names a place is proposed as a claim, with who says it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata import Edition, edition_folder, load_edition
from geodata.geoparse.claims import propose_claims
from geodata.geoparse.english.reading import EnglishReader
from geodata.geoparse.english.sentences import sentence_spans
from geodata.geoparse.quotations.finder import EnglishQuotationFinder
from geodata.geoparse.values import (
    Mention,
    ProposedClaim,
    Quotation,
    Span,
    Speaker,
    Toponym,
)


@dataclass(frozen=True)
class Proposed:
    """A claim, with its words in place of spans."""

    words: str
    speaker: str | None
    form: str
    verb: str = "said"
    chain: tuple[str, ...] = ()
    hedge: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def mentions(text: str, *names: str) -> list[Mention]:
    spans = sorted((at, at + len(name)) for name in names if (at := text.find(name)) >= 0)
    return [
        Mention(Toponym(Span(a, b), text[a:b], "name", (text[a:b],)), None, 0.0, (), "")
        for a, b in spans
    ]


def proposed(
    reader: EnglishReader, finder: EnglishQuotationFinder, text: str, *names: str
) -> list[Proposed]:
    sentences = sentence_spans(reader.read(text))
    found = propose_claims(text, sentences, mentions(text, *names), finder.find(text), "2024-05-15")
    return [_words(text, one) for one in found]


def _words(text: str, claim: ProposedClaim) -> Proposed:
    return Proposed(
        words=text[claim.span.start : claim.span.end],
        speaker=claim.speaker.name if claim.speaker else None,
        form=claim.form,
        verb=claim.verb_class,
        chain=claim.chain,
        hedge=tuple(text[one.start : one.end] for one in claim.hedge),
        dates=tuple(one.edtf for one in claim.dates),
    )


def test_a_sentence_in_which_nobody_speaks_is_the_authors(
    reader: EnglishReader, finder: EnglishQuotationFinder
) -> None:
    text = "The dam in Karsha may have broken in 2015. Nobody was there."
    assert proposed(reader, finder, text, "Karsha") == [
        Proposed(
            words="The dam in Karsha may have broken in 2015.",
            speaker=None,
            form="authors-words",
            verb="",
            hedge=("may",),
            dates=("2015",),
        )
    ]


def test_reported_and_direct_speech_have_their_speakers(
    reader: EnglishReader, finder: EnglishQuotationFinder
) -> None:
    text = (
        "Reuters reported, citing two officials, that Karsha was empty. "
        "“We left Nagla on foot,” said Rosa Diaz."
    )
    first, second = proposed(reader, finder, text, "Karsha", "Nagla")
    assert (first.speaker, first.form, first.chain) == (
        "two officials",
        "reported-speech",
        ("Reuters",),
    )
    assert (second.speaker, second.form) == ("Rosa Diaz", "direct-quotation")


def test_a_sentence_of_two_speakers_becomes_two_claims(
    reader: EnglishReader, finder: EnglishQuotationFinder
) -> None:
    text = "The army said Mora was quiet, but residents denied that Nagla was safe."
    first, second = proposed(reader, finder, text, "Mora", "Nagla")
    assert (first.speaker, first.verb, second.speaker, second.verb) == (
        "army",
        "said",
        "residents",
        "denied",
    )
    assert "Mora" in first.words
    assert "Nagla" not in first.words
    assert second.words.startswith("residents denied")


def test_a_part_without_a_mention_is_no_claim(
    reader: EnglishReader, finder: EnglishQuotationFinder
) -> None:
    text = "The army said Mora was quiet, but residents said the dead were farmers."
    assert [one.speaker for one in proposed(reader, finder, text, "Mora")] == ["army"]


def test_a_fragment_in_marks_leaves_the_sentence_to_the_author(
    reader: EnglishReader, finder: EnglishQuotationFinder
) -> None:
    text = (
        "“We left on foot,” said Rosa Diaz. The group known as “the sons of the long river” "
        "has lived in the hills above Nagla for many years and trades with both of the valleys."
    )
    assert [one.speaker for one in proposed(reader, finder, text, "Nagla")] == [None]


def test_without_mentions_nothing_is_proposed(
    reader: EnglishReader, finder: EnglishQuotationFinder
) -> None:
    assert proposed(reader, finder, "The army said it was quiet.") == []


CUTS = st.lists(st.integers(0, 60), min_size=2, max_size=12, unique=True).map(sorted)


def _spans(cuts: list[int]) -> list[Span]:
    return [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


@given(sentences=CUTS, named=CUTS, said=CUTS, speakers=st.lists(st.sampled_from("ABC"), min_size=6))
def test_claims_come_in_order_and_hold_their_mentions(
    sentences: list[int], named: list[int], said: list[int], speakers: list[str]
) -> None:
    text = "On Friday some said, in Oslo: it may rain in May 2024 again, ok."
    places = [Mention(Toponym(one, "x", "name", ()), None, 0.0, (), "") for one in _spans(named)]
    quotations = [
        Quotation(one, "indirect", Speaker(name, None), "said", "said")
        for one, name in zip(_spans(said), speakers, strict=False)
    ]
    end = 0
    for claim in propose_claims(text, _spans(sentences), places, quotations, "2024-05-15"):
        assert end <= claim.span.start < claim.span.end <= len(text)
        end = claim.span.end
        starts = [places[one].toponym.span.start for one in claim.mentions]
        assert starts
        assert all(claim.span.start <= start < claim.span.end for start in starts)


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_edition(edition_folder("taliban-is-k"))


def test_the_speakers_of_the_first_edition_are_found(
    reader: EnglishReader, finder: EnglishQuotationFinder, edition: Edition
) -> None:
    assert edition.article is not None
    text = edition.article.text
    spans = sentence_spans(reader.read(text))
    everywhere = [
        Mention(Toponym(one, text[one.start : one.end], "name", ()), None, 0.0, (), "")
        for one in spans
    ]
    claims = propose_claims(text, spans, everywhere, finder.find(text), "2024-06-01")
    right = [
        _same(edition.speaker(claim.said_by).name, claim.said_by, _at(text, quote.exact, claims))
        for claim in edition.claims
        for quote in claim.quotes
    ]
    assert sum(right) / len(right) >= 0.85


def _at(text: str, quote: str, claims: tuple[ProposedClaim, ...]) -> ProposedClaim | None:
    middle = text.rfind(quote) + len(quote) // 2
    return next((one for one in claims if one.span.start <= middle < one.span.end), None)


def _same(name: str, id: str, claim: ProposedClaim | None) -> bool:
    """Say whether the speaker shares its last word with the one that an editor wrote."""
    if claim is None or claim.speaker is None:
        return id == "author"
    return claim.speaker.name.split()[-1].casefold() in name.casefold()
