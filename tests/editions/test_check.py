"""Every edition of the project is in order, as ``python -m geodata check`` sees it."""

from __future__ import annotations

import pytest

from geodata.model.ledger import ledger
from geodata.storage.check import check_edition
from geodata.storage.load import edition_folder, list_editions, load_edition


def test_the_first_edition_is_there() -> None:
    assert "taliban-is-k" in list_editions()


@pytest.mark.parametrize("id", list_editions())
def test_an_edition_has_no_faults(id: str) -> None:
    report = check_edition(edition_folder(id))
    assert [str(fault) for fault in report.faults] == []
    assert report.lines()[-1].startswith(f"{id}: no faults")


@pytest.mark.parametrize("id", list_editions())
def test_nothing_in_an_edition_looks_odd(id: str) -> None:
    assert [str(one) for one in check_edition(edition_folder(id)).warnings] == []


@pytest.mark.parametrize("id", list_editions())
def test_the_counts_of_an_edition_add_up(id: str) -> None:
    edition = load_edition(edition_folder(id))
    counts = ledger(edition)
    assert counts.mapped + counts.merged + counts.not_mapped == len(edition.mentions)
    assert sum(counts.reasons.values()) == counts.not_mapped
    assert sum(counts.claims_by_status.values()) == len(edition.claims)


@pytest.mark.parametrize("id", list_editions())
def test_the_text_of_an_edition_is_split_into_blocks_without_loss(id: str) -> None:
    article = load_edition(edition_folder(id)).article
    joined = "".join(block.position.of(article.text) for block in article.blocks)
    assert "".join(joined.split()) == "".join(article.text.split())


def test_the_first_article_is_stored_as_supplied() -> None:
    text = load_edition(edition_folder("taliban-is-k")).article.text
    assert len(text) == 6_821
    assert text.startswith("The Taliban can contribute to the fight against IS-K\n\n")
    assert "sypatizants" in text
    assert text.count("Georgi Asatrian") == 2
    assert text.count("Georgi Asatryan") == 1
