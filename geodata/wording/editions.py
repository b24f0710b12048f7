"""How an edition as a whole reads, in the heads of files and layers."""

from __future__ import annotations

from typing import Final

from geodata.model.edition import Edition
from geodata.wording.lines import Line
from geodata.wording.places import credits

LAYERS: Final = {
    "claims": "Claims: what the article states, according to whom",
    "places": "Places that the article names",
    "mentions": "Mentions: every place expression of the text",
}
"""What the layers of a GeoPackage hold."""
OWN_NAMES: Final = "the edition’s own list of places"
"""Where a name of a place comes from that the text does not use."""


def mentions_title(edition: Edition) -> str:
    """Return the title of a collection of the edition's mentions."""
    return f"Places that “{edition.article.title}” mentions"


def edition_lines(edition: Edition) -> list[Line]:
    """Return the words on the edition as a whole, line by line."""
    article = edition.article
    return [
        Line(f"Places that “{article.title}” names, and what it says of them."),
        Line("; ".join(article.authors), "Author"),
        Line(article.publisher, "Publisher"),
        Line(article.written.notice),
        Line("These are claims, not facts; each says according to whom."),
        Line(article.rights, "Rights"),
        *(Line(one, "Map data") for one in credits(edition)),
    ]
