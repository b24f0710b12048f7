"""The document on formats names each of them, in the same four parts, and only what exists."""

from __future__ import annotations

import re

import pytest

from geodata.__main__ import _parser
from geodata.editing.import_file import READERS
from geodata.publish.formats import FORMATS, PARTS
from tests.repository import ROOT

DOCUMENT = (ROOT / "docs" / "formats.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"(?ms)^## ([^\n]+)\n(.*?)(?=^## |\Z)", DOCUMENT))


NAMES = [name for section in list(SECTIONS)[:-2] for name in section.split(", ")]


def test_each_format_has_a_section_and_no_other_has() -> None:
    assert [name for name in NAMES if name not in PARTS] == [
        *("geojson", "annotations", "csv", "kml", "gpkg", "linked-places", "html")
    ]
    assert set(NAMES) == {*FORMATS, *PARTS}
    assert list(SECTIONS)[-2:] == ["Tried in other programs", "Bringing an edited file back"]


def test_what_was_tried_names_program_act_and_outcome() -> None:
    tried, findings = (
        re.findall(r"(?m)^\| (.+) \|$", part)
        for part in SECTIONS["Tried in other programs"].split("What an earlier review")
    )
    assert len(tried) > 15
    assert {len(row.split(" | ")) for row in tried} == {3}
    assert len(findings) > 20
    assert {len(row.split(" | ")) for row in findings} == {2}


@pytest.mark.parametrize("section", list(SECTIONS)[:-2])
def test_a_section_says_what_for_how_to_open_what_is_in_it_and_what_is_not(section: str) -> None:
    leads = re.findall(r"(?m)^\*\*([^*]+)\*\*", SECTIONS[section])
    assert leads == ["For", "Open it", "It carries", "It does not carry", "Back:"]
    comes_back = re.search(r"\*\*Back:\*\* (\w+)", SECTIONS[section])
    assert comes_back
    assert (comes_back[1] == "no") is (section.partition("-")[0] not in READERS)


def test_every_option_of_the_import_is_explained() -> None:
    section = SECTIONS["Bringing an edited file back"]
    (commands,) = (one for one in _parser()._actions if one.dest == "command")
    assert isinstance(commands.choices, dict)
    options = {
        option
        for action in commands.choices["import"]._actions
        for option in action.option_strings
        if option.startswith("--") and option not in ("--help", "--format")
    }
    assert options == {"--from", "--output", "--remove", "--dry-run"}
    assert all(f"`{option}" in section or f" {option} " in section for option in options)
