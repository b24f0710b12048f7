"""The edition as one HTML page that works without a server (see `geodata.publish.single_page`)."""

from geodata.model.edition import Edition
from geodata.publish.single_page import single_page


def export(edition: Edition) -> bytes:
    """Write the page, UTF-8."""
    return single_page(edition).encode()
