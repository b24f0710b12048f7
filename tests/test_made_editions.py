"""Editions made from a seed: valid, of the size that was asked for, the same every time."""

from pathlib import Path

import pytest

from geodata.storage.load import load_edition
from tests.made_editions import make_edition


@pytest.mark.parametrize(("places", "mentions"), [(1, 1), (20, 40), (100, 300)])
def test_a_made_edition_is_valid_and_as_large_as_asked(
    tmp_path: Path, places: int, mentions: int
) -> None:
    edition = load_edition(make_edition(tmp_path, places, mentions, seed=3))
    assert (len(edition.places), len(edition.mentions)) == (places, mentions)


def test_the_same_seed_makes_the_same_files_and_another_one_others(tmp_path: Path) -> None:
    one, again, other = (
        make_edition(tmp_path / name, 20, seed=seed)
        for name, seed in (("one", 1), ("again", 1), ("other", 2))
    )
    read = {folder: (folder / "places.geojson").read_bytes() for folder in (one, again, other)}
    assert read[one] == read[again] != read[other]
    assert (one / "claims.toml").read_bytes() == (again / "claims.toml").read_bytes()
