"""The edition as one HTML page that works without a server (see `geodata.single`)."""

from geodata.model.edition import Edition
from geodata.single import single_page


def export(edition: Edition) -> bytes:
    """Write the page, UTF-8."""
    return single_page(edition).encode()
