"""Editions of format 1 are read as they always were; a check says how to bring them up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.model.errors import EditionFaults
from geodata.storage.check import check_edition
from geodata.storage.load import load_edition


def set_format(folder: Path, line: str) -> None:
    """Put a line in place of the one that says the format."""
    path = folder / "edition.toml"
    text = path.read_text("utf-8")
    assert text.count("format = 2\n") == 1
    path.write_text(text.replace("format = 2\n", line), "utf-8")


@pytest.mark.parametrize("line", ["", "format = 1\n"])
def test_an_edition_of_format_1_loads_like_one_of_format_2(
    invented_folder: Path, line: str
) -> None:
    as_it_is = load_edition(invented_folder)
    set_format(invented_folder, line)
    assert load_edition(invented_folder) == as_it_is
    report = check_edition(invented_folder)
    assert report.is_sound
    assert [str(one) for one in report.warnings] == [
        "edition.toml: It is of format 1; the app reads it as format 2. "
        "Cure: Run: python -m geodata upgrade from-lyon-to-paris"
    ]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("format = 3\n", "3"),
        ("format = 0\n", "0"),
        ('format = "2"\n', "'2'"),
        *[("format = true\n", "True")],
    ],
)
def test_a_format_that_this_version_does_not_know_is_refused(
    invented_folder: Path, line: str, shown: str
) -> None:
    set_format(invented_folder, line)
    with pytest.raises(EditionFaults) as refused:
        load_edition(invented_folder)
    assert [str(fault) for fault in refused.value.faults] == [
        f"edition.toml: `format` is {shown}; this version of the app reads 1 and 2. "
        "Cure: Use a newer version of the app, or write format = 2."
    ]
