"""How an edition as a whole reads, in the heads of files and layers."""

from __future__ import annotations

from typing import Final

from geodata.model.article import Article
from geodata.model.edition import Edition
from geodata.model.ledger import ledger
from geodata.wording.counts import checked_words, counted
from geodata.wording.dates import in_words, said_words
from geodata.wording.lines import Line
from geodata.wording.places import credits

LAYERS: Final = {
    "claims": "Claims: what the article states, according to whom",
    "places": "Places that the article names",
    "mentions": "Mentions: every place expression of the text",
}
"""What the layers of a GeoPackage hold."""
UNMAPPED: Final = "those that are not on the map"
"""What a layer without geometry holds of them."""
NAMES: Final = "Names of the places"
"""What a list of layers calls the names alone."""
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


def dated(article: Article) -> str:
    """Say when the article was published, or else when it was written."""
    if article.date_published:
        return in_words(article.date_published, inferred=False)
    return f"written {said_words(article.written)}"


def list_lines(edition: Edition) -> tuple[str, ...]:
    """Return what a list of editions says of one: whose and when, what it holds, how far checked.

    An edition without claims is told by its places alone.
    """
    article, counts = edition.article, ledger(edition)
    whose = " · ".join(filter(None, (", ".join(article.authors), dated(article))))
    places, claims = counted(len(edition.places), "place"), counted(counts.claims, "claim")
    said = f", {claims} by {counted(counts.speakers, 'speaker')}" if counts.claims else ""
    checked = checked_words(counts)
    return whose, f"{places}{said}", f"{checked[:1].upper()}{checked[1:]}"
