"""A claim's time that goes on after the text was written is warned of, unless it is a forecast."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.check import check_edition

ABOUT = 'about = { edtf = "2019-05", basis = "stated" }'
SAID = 'said = { edtf = "2019-22", basis = "inferred", from = "When the article was written." }'


def warned(folder: Path, old: str, new: str) -> list[str]:
    """Change the first claim, a statement in a text of summer 2019, and return the warnings."""
    content = (folder / "claims.toml").read_text("utf-8")
    assert old in content
    (folder / "claims.toml").write_text(content.replace(old, new, 1), "utf-8")
    report = check_edition(folder)
    assert report.is_sound
    return [str(one) for one in report.warnings]


@pytest.mark.parametrize(
    ("edtf", "fault"),
    [
        ("2019-05/..", "`about` has an open end (2019-05/..), but the text is of 2019-22."),
        ("2019-09", "`about` ends (2019-09) after the text was written (2019-22)."),
        ("2019-05/2020", "`about` ends (2019-05/2020) after the text was written (2019-22)."),
    ],
)
def test_a_time_that_the_text_cannot_know_is_warned_of(
    invented_folder: Path, edtf: str, fault: str
) -> None:
    assert warned(invented_folder, ABOUT, ABOUT.replace("2019-05", edtf)) == [
        f"claims.toml: claim carters-left: {fault} Cure: End it with the time of writing, or make "
        "the claim a forecast if it is one."
    ]


@pytest.mark.parametrize("edtf", ["2019-05/", "2019", "2019-08-31", "2019-05/2019", "../2019-06"])
def test_a_time_that_may_end_by_the_writing_is_not_warned_of(
    invented_folder: Path, edtf: str
) -> None:
    assert warned(invented_folder, ABOUT, ABOUT.replace("2019-05", edtf)) == []


def test_a_forecast_may_be_about_what_comes(invented_folder: Path) -> None:
    assert 'edtf = "2019-05/.."' in (invented_folder / "claims.toml").read_text("utf-8")
    assert check_edition(invented_folder).warnings == ()


def test_nothing_is_said_after_the_text_was_written(invented_folder: Path) -> None:
    assert warned(invented_folder, SAID, SAID.replace("2019-22", "2019-09")) == [
        "claims.toml: claim carters-left: `said` ends (2019-09) after the text was written "
        "(2019-22). Cure: End it with the time of writing."
    ]
