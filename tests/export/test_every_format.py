"""What holds for exports in every format: the same bytes, credits, and no unpublished text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geodata.edition import Edition
from geodata.export import FORMATS, export
from geodata.export.filekinds import FILE_KINDS
from geodata.load import load_edition
from tests.invented import TEXT

FORMAT_NAMES = sorted(FORMATS)
RUN_OF_WORDS = 6


def runs(text: str) -> set[str]:
    """Return every run of six words of a text, without the signs after the last."""
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    pairs = zip(words, words[RUN_OF_WORDS - 1 :], strict=False)
    return {text[start:end].rstrip(",.;:”") for (start, _), (_, end) in pairs}


def uncited_runs(edition: Edition) -> set[str]:
    """Return the runs of six words of the article that stand in no cited passage.

    Its title, and the words by which the editors introduce a speaker, are facts about it.
    """
    text = edition.article.text
    cited = "\n".join(span.of(text) for span in edition.visible_spans())
    cited += "\n".join([edition.article.title, *(one.according_to for one in edition.speakers)])
    return {run for line in text.splitlines() for run in runs(line) if run not in cited}


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_the_same_edition_gives_the_same_bytes(invented_folder: Path, format: str) -> None:
    once = export(load_edition(invented_folder), format)
    assert export(load_edition(invented_folder), format) == once


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_nothing_of_the_first_edition_leaks_but_cited_passages(
    first_excerpts: Edition, format: str
) -> None:
    uncited = uncited_runs(first_excerpts)
    assert len(uncited) > 150
    written = export(first_excerpts, format).decode("utf-8", errors="replace")
    assert [run for run in sorted(uncited) if run in written] == []


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_nothing_of_the_invented_edition_leaks_but_cited_passages(
    excerpts: Edition, format: str
) -> None:
    written = export(excerpts, format).decode("utf-8", errors="replace")
    for stretch in ("carters 🐎", "keep to the road", "West looked on", "the\u00a0West"):
        assert stretch in TEXT
        assert stretch not in written


def test_the_search_for_leaks_finds_one(first: Edition, first_excerpts: Edition) -> None:
    uncited = uncited_runs(first_excerpts)
    written = export(first, "annotations").decode() + first.article.blocks[-1].position.of(
        first.article.text
    )
    assert any(run in written for run in uncited)


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_rights_notice_and_map_credits_are_carried(invented: Edition, format: str) -> None:
    written = export(invented, format).decode("utf-8", errors="replace")
    for words in ("Invented for tests.", "drawn by hand (public domain)", "Written in summer 2019"):
        assert words in written


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_a_cited_passage_its_speaker_and_its_weakness_are_carried(
    excerpts: Edition, format: str
) -> None:
    written = export(excerpts, format).decode("utf-8", errors="replace")
    for words in (
        "Some inns near the Alps stayed open",
        "an unnamed newspaper",
        "The newspaper is not named.",
    ):
        assert words in written


@pytest.mark.parametrize("format", FORMAT_NAMES)
def test_every_format_of_ours_is_a_file_of_a_known_kind(format: str) -> None:
    if format != "html":
        assert FILE_KINDS[format].media_type.count("/") == 1
        assert FILE_KINDS[format].suffix.startswith(".")


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
