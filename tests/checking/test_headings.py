"""A heading between the records under which nothing stands is found, and no other comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.checking.headings import empty_headings
from geodata.storage.check import check_edition

TITLE = "# What this file holds.\n\n"
RECORD = '[[claim]]\nid = "a"\n\n'


@pytest.mark.parametrize(
    ("toml", "found"),
    [
        (TITLE + "# Paragraph 1\n\n# Paragraph 2\n\n" + RECORD, [(3, "Paragraph 1")]),
        (TITLE + RECORD + "# Paragraph 9\n", [(6, "Paragraph 9")]),
        (TITLE + "# Part\n\n## Section\n\n# Next\n\n" + RECORD, [(3, "Part"), (5, "Section")]),
        (TITLE + "## Section\n\n## Section 2\n\n" + RECORD, [(3, "Section")]),
    ],
)
def test_a_heading_without_anything_under_it_is_found(
    toml: str, found: list[tuple[int, str]]
) -> None:
    assert list(empty_headings(toml)) == found


@pytest.mark.parametrize(
    "toml",
    [
        "",
        "# Only the title of the file.\n",
        TITLE + "# Paragraph 1\n\n" + RECORD,
        TITLE + "# Paragraph 1\n" + RECORD,
        TITLE + "# Paragraph 1\n# Nothing is said of a place here.\n\n# Paragraph 2\n\n" + RECORD,
        TITLE + "# Part\n\n## Section\n\n" + RECORD,
        TITLE + "# Left out:\n\n# - the title, which repeats,\n# - the byline.\n",
        TITLE + 'a = """\n\n# No heading\n\n# nor this\n\n"""\n',
        TITLE + "a = '''\n\n# No heading\n\n'''\n",
        TITLE + 'a = [\n\n# first\n\n"#",\n]\n',
    ],
)
def test_a_comment_with_something_under_it_is_no_empty_heading(toml: str) -> None:
    assert list(empty_headings(toml)) == []


def test_an_empty_heading_is_warned_of(invented_folder: Path) -> None:
    path = invented_folder / "claims.toml"
    path.write_bytes(path.read_bytes() + b"\n# Paragraph 3\n")
    report = check_edition(invented_folder)
    assert report.is_sound
    assert [str(one) for one in report.warnings] == [
        "claims.toml: Nothing stands under the heading 'Paragraph 3' in line 79. Cure: Add what "
        "belongs there, say why not on the line below it, or remove it."
    ]


def test_a_theme_that_no_claim_has_is_warned_of(invented_folder: Path) -> None:
    path = invented_folder / "claims.toml"
    path.write_text(path.read_text("utf-8").replace('"roads"', '"trade"'), "utf-8")
    path.write_text(path.read_text("utf-8").replace('["trade", "trade"]', '["trade"]'), "utf-8")
    assert [str(one) for one in check_edition(invented_folder).warnings] == [
        "themes.toml: theme roads: No claim has it. Cure: Give it to a claim, or remove it."
    ]
