"""An edition beyond what was tried in a browser is warned of, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.checking import sizes
from geodata.storage.check import check_edition


def test_more_places_than_were_tried_are_warned_of(
    invented_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sizes.TRIED, "place", 4)
    report = check_edition(invented_folder)
    assert report.is_sound
    assert [str(one) for one in report.warnings] == [
        "places.geojson: It holds 5 records of place; editions were tried with up to 4. "
        "Cure: Split the edition, unless its readers can wait."
    ]


def test_as_many_as_were_tried_are_not_warned_of(invented_folder: Path) -> None:
    assert check_edition(invented_folder).warnings == ()
