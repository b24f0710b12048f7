"""What the tests of the geoparser share: the language model, loaded once."""

from __future__ import annotations

import pytest

from geodata.geoparse.english.reading import EnglishReader
from geodata.geoparse.quotations.finder import EnglishQuotationFinder


@pytest.fixture(scope="session")
def reader() -> EnglishReader:
    return EnglishReader(parsed=True)


@pytest.fixture(scope="session")
def finder(reader: EnglishReader) -> EnglishQuotationFinder:
    return EnglishQuotationFinder(reader)
