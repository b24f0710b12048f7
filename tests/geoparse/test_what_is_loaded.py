"""Readers pay nothing for the geoparser, and without its parts it says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from geodata.gazetteer.errors import MissingGazetteerError
from geodata.gazetteer.unpacking import unpacked
from geodata.geoparse.contracts import Setting
from geodata.geoparse.english import reading
from geodata.geoparse.english.reading import pieces
from geodata.geoparse.errors import TooLongError
from geodata.geoparse.geoparser import LONGEST_TEXT, NO_MODEL, open_geoparser
from tests.repository import ROOT

PAGES = (
    "import sys, importlib, pkgutil, pages\n"
    "for found in pkgutil.walk_packages(pages.__path__, 'pages.'):\n"
    "    if found.name.startswith('pages.parts'): importlib.import_module(found.name)\n"
    "heavy = ('spacy', 'thinc', 'py3langid')\n"
    "print(sorted(one for one in sys.modules"
    " if one.split('.')[0] in heavy or one.startswith('geodata.geoparse')))\n"
)


def test_no_part_of_a_page_imports_the_geoparser() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PAGES],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_without_the_model_names_are_looked_up_and_the_result_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "PACKAGE", "no_such_package")
    found = open_geoparser().parse("Floods reached Quetta in Pakistan.", Setting(language="en"))
    assert [one.toponym.text for one in found.mentions] == ["Quetta", "Pakistan"]
    assert found.remarks == (NO_MODEL,)
    assert found.quotations == ()


def test_without_the_gazetteer_it_stops_with_a_clear_word(tmp_path: Path) -> None:
    with pytest.raises(MissingGazetteerError, match="Cure"):
        unpacked(tmp_path / "none.xz", tmp_path / "none.sha256", tmp_path)


@pytest.mark.parametrize("language", ["de", "zh", "tlh", "x" * 300])
def test_a_language_that_no_model_reads_is_named_in_the_result(language: str) -> None:
    found = open_geoparser().parse("Berlin, Paris, Kyiv.", Setting(language=language))
    assert [one.place and one.place.name for one in found.mentions] == ["Berlin", "Paris", "Kyiv"]
    assert language.split("-")[0][:20] in found.remarks[0]
    assert len(found.remarks[0]) < 300


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(TooLongError, match="Cut it"):
        open_geoparser().parse("a" * (LONGEST_TEXT + 1))


@pytest.mark.parametrize(
    "text", ["", "a", "word " * 100, "line\n" * 100, "para. \n\n" * 50, "x" * 500, "\x00" * 99]
)
def test_a_long_text_is_read_in_pieces_that_make_it_up(text: str) -> None:
    cut = list(pieces(text, 40))
    assert "".join(piece for _, piece in cut) == text
    assert all(len(piece) <= 40 for _, piece in cut)
    assert all(text[start : start + len(piece)] == piece for start, piece in cut)
