"""What holds for exports in every format: the same bytes, credits, and no unpublished text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geodata.model.edition import Edition
from geodata.publish.formats import FORMATS, export
from geodata.storage.load import load_edition
from tests.export.everything import everything_in
from tests.export.reading import rebuilt
from tests.invented import TEXT

FORMAT_NAMES = sorted(FORMATS)
RUN_OF_WORDS = 6
SENTENCE = re.compile(r"\S.*?(?:[.!?][”’]*(?=\s|$)|$)", re.MULTILINE)


def runs(text: str) -> set[str]:
    """Return every run of six words of a text, without the signs after the last."""
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    pairs = zip(words, words[RUN_OF_WORDS - 1 :], strict=False)
    return {text[start:end].rstrip(",.;:”") for (start, _), (_, end) in pairs}


def uncited(edition: Edition) -> set[str]:
    """Return the sentences, and the runs of six words, that stand in no cited passage.

    The article's title, its authors' names, and the words by which the editors introduce a speaker
    are facts about it.
    """
    article = edition.article
    spans, cited = edition.visible_spans(), ""
    for span, following in zip(spans, (*spans[1:], None), strict=True):
        between = article.text[span.end : following.start] if following else ""
        cited += span.of(article.text) + ("\n" if between.strip() else between)
    facts = [article.title, *article.authors, *(one.according_to for one in edition.speakers)]
    known = "\n".join([cited, *facts])
    sentences = {found[0] for found in SENTENCE.finditer(article.text)}
    found = sentences.union(*(runs(line) for line in article.text.splitlines()))
    return {stretch for stretch in found if stretch not in known}


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_the_same_edition_gives_the_same_bytes(invented_folder: Path, format: str) -> None:
    once = export(load_edition(invented_folder), format)
    assert export(load_edition(invented_folder), format) == once


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_nothing_of_the_first_edition_leaks_but_cited_passages(
    first_excerpts: Edition, format: str
) -> None:
    withheld = uncited(first_excerpts)
    assert len(withheld) > 50
    written = everything_in(format, export(first_excerpts, format))
    assert [one for one in sorted(withheld) if one in written] == []


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_nothing_of_the_invented_edition_leaks_but_cited_passages(
    excerpts: Edition, format: str
) -> None:
    written = everything_in(format, export(excerpts, format))
    for stretch in ("carters 🐎", "keep to the road", "West looked on", "the\u00a0West"):
        assert stretch in TEXT
        assert stretch not in written


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_the_search_for_leaks_finds_one_however_it_is_escaped(
    invented: Edition, format: str
) -> None:
    words = 'The "carters" 🐎 & <no> other\'s, kept to the road'
    claim = invented.claims[0].model_copy(update={"limitation": words})
    edition = rebuilt(invented, claims=(claim, *invented.claims[1:]))
    assert words in everything_in(format, export(edition, format))


def test_a_leak_in_pieces_is_found(first: Edition, first_excerpts: Edition) -> None:
    written = everything_in("html", export(first, "html"))
    shown = "\n".join(span.of(first.article.text) for span in first.visible_spans())
    leaks = {one for one in uncited(first_excerpts) if one in shown}
    assert len(leaks) > 50
    assert {one for one in leaks if one not in written} == set()


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_rights_notice_and_map_credits_are_carried(invented: Edition, format: str) -> None:
    written = everything_in(format, export(invented, format))
    credit = "drawn by hand (public domain)"
    if format == "html":
        credit = "Source: drawn by hand. Licence: public domain."
    for words in ("Invented for tests.", credit, "Written in summer 2019"):
        assert words in written


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_a_cited_passage_its_speaker_and_its_weakness_are_carried(
    excerpts: Edition, format: str
) -> None:
    written = everything_in(format, export(excerpts, format))
    for words in (
        "Some inns near the Alps stayed open",
        "an unnamed newspaper",
        "The newspaper is not named.",
    ):
        assert words in written


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_every_claim_of_the_first_edition_is_carried_with_its_weakness(
    first: Edition, format: str
) -> None:
    written = everything_in(format, export(first, format))
    for claim in first.claims:
        if format == "linked-places" and not claim.places:
            continue  # a list of places has no room for it
        speaker = first.speaker(claim.said_by).according_to
        for words in (claim.limitation, speaker, *claim.hedge, *claim.chain):
            assert words in written, (claim.id, words)
        assert all(quote.exact in written for quote in claim.quotes), claim.id


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_every_mapped_place_of_the_first_edition_is_credited(first: Edition, format: str) -> None:
    written = everything_in(format, export(first, format))
    for place in first.places:
        credit = f"{place.source} ({place.licence})"
        if format == "html":
            credit = f"Source: {place.source}. Licence: {place.licence}."
        assert credit in written, place.id
    assert first.article.rights in written


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_every_format_of_ours_is_a_file_of_a_known_kind(format: str) -> None:
    assert FORMATS[format].media_type.count("/") == 1
    assert FORMATS[format].suffix.startswith(".")


def test_the_command_writes_every_format(
    tmp_path: Path, editions_root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from geodata.__main__ import main

    for format in FORMAT_NAMES:
        path = tmp_path / format
        command = ["export", "from-lyon-to-paris", "--format", format, "--output", str(path)]
        assert main(command) == 0
        assert path.stat().st_size > 1_000
    assert capfd.readouterr() == ("", "")
