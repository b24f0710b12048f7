"""What an edition costs grows with its records, and no faster: counted in calls, never in time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.model.edition import Edition
from geodata.reader.map_data import map_config
from geodata.reader.markup import edition_part
from geodata.reader.page_data import reader_view
from geodata.storage.load import load_edition
from tests.made_editions import make_edition
from tests.work import calls

TIMES = 5
MOST = 1.4
"""So many times the calls for each record as in the small edition, at the most."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    root = tmp_path_factory.mktemp("editions")
    small, large = (make_edition(root, places, 10 * places) for places in (20, 20 * TIMES))
    load_edition(small)  # what is read once only, such as the forms of dates
    return small, large


def test_an_edition_is_read_in_time_that_grows_with_it(folders: tuple[Path, Path]) -> None:
    small, large = (calls(lambda one=one: load_edition(one)) for one in folders)  # type: ignore[misc]
    assert large <= MOST * TIMES * small


@pytest.mark.parametrize(
    "make",
    [
        reader_view,
        lambda edition: edition_part("article.html", edition),
        lambda edition: edition_part("places.html", edition, query=""),
        lambda edition: edition_part("claims.html", edition, kinds=[], query=""),
        lambda edition: edition_part("ledger.html", edition, query=""),
    ],
    ids=["page data", "article", "places", "claims", "ledger"],
)
def test_what_a_reader_gets_is_made_in_time_that_grows_with_the_edition(
    make: Callable[[Edition], object], folders: tuple[Path, Path]
) -> None:
    editions = [load_edition(folder) for folder in folders]
    make(editions[0])  # templates are read once only
    small, large = (calls(lambda one=one: make(one)) for one in map(_fresh, editions))  # type: ignore[misc]
    assert large <= MOST * TIMES * small


def test_the_map_is_made_in_time_that_grows_with_the_edition(folders: tuple[Path, Path]) -> None:
    editions = [load_edition(folder) for folder in folders]
    small, large = (calls(lambda one=one: map_config(one)) for one in editions)  # type: ignore[misc]
    assert large <= MOST * TIMES * small


def _fresh(edition: Edition) -> Edition:
    """Return the edition as if nothing had been made of it."""
    return edition.model_copy()
