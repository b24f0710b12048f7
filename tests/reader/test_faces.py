"""The fonts of a page: which files it may fetch, which it holds itself, and for which signs."""

from __future__ import annotations

import json
import re

import pytest

from geodata.reader.bundle import STATIC
from geodata.reader.faces import ASSETS, SCRIPTS, carried_faces, early, faces
from tests.vendored import MODULES

PACKAGE = MODULES / "@fontsource" / "source-serif-4"
LATIN = "source-serif-4-latin-400-normal.woff2"


def files(css: str) -> list[str]:
    """Return the fonts that a style sheet names, without folder and digest."""
    return re.findall(r'/([\w-]+\.woff2)[^"]*"\)', css)


def carried(text: str) -> list[str]:
    return files("".join(carried_faces(text, lambda file: f"./{file}")))


@pytest.mark.skipif(not PACKAGE.is_dir(), reason="no npm package is installed")
def test_each_file_is_for_the_signs_that_its_package_says() -> None:
    said = json.loads((PACKAGE / "unicode.json").read_text("utf-8"))
    assert {script: said[script] for script in SCRIPTS} == SCRIPTS
    assert said.keys() == SCRIPTS.keys()


def test_a_page_of_the_app_names_every_file_that_is_there_and_no_other() -> None:
    folder = STATIC / "vendor" / "source-serif-4"
    there = {path.name for path in folder.glob("*.woff2")}
    assert {file for file in files(faces()) if "serif" in file} == there
    assert len(there) == 18


def test_the_script_that_most_need_stands_last_and_so_has_the_word() -> None:
    serif = [file for file in files(faces()) if "serif" in file]
    assert serif.index("source-serif-4-cyrillic-400-normal.woff2") < serif.index(LATIN)


def test_what_is_asked_for_early_is_what_the_style_sheet_asks_for() -> None:
    css = faces()
    assert all(font.startswith(ASSETS) and f'url("{font}")' in css for font in early())


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("The West", ["latin"]),
        ("Łódź, Paris", ["latin", "latin-ext"]),
        ("В Москве", ["latin", "cyrillic"]),
        ("Қазақстан, Ελλάδα", ["latin", "cyrillic", "cyrillic-ext", "greek"]),
        ("کوئٹہ", []),
    ],
)
def test_a_page_that_holds_its_fonts_holds_those_of_its_letters(
    text: str, scripts: list[str]
) -> None:
    found = [re.sub(r"^source-serif-4-|-\w+-\w+\.woff2$", "", file) for file in carried(text)]
    assert list(dict.fromkeys(found)) == scripts
    assert len(found) == 3 * len(scripts)


def test_the_text_itself_is_first() -> None:
    assert carried("The West")[0] == LATIN
