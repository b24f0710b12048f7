"""The article's text as it is stored, in which the positions of mentions and quotes count."""

from __future__ import annotations

from geodata.model.edition import Edition


def is_whole(edition: Edition) -> bool:
    """Whether the edition may give the whole text."""
    return edition.article.publish == "full"


def export(edition: Edition) -> bytes:
    """Return the text in UTF-8."""
    return edition.article.text.encode()
