"""Writes the first response of every address: the article to read, and a card for other sites.

It stands in the page before the app has started, and goes when the app has drawn the page. It
holds what the edition publishes and no more, has one id, its own, and is bounded in size.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geodata.model.edition import Edition
from geodata.reader import addresses
from geodata.reader.addresses import TITLES
from geodata.reader.bundle import inline
from geodata.reader.faces import early, faces
from geodata.reader.first_card import Asked, atlas_card, edition_card
from geodata.reader.first_text import FirstText
from geodata.reader.markup import render
from geodata.wording.claims import passage
from geodata.wording.directions import text_direction


@dataclass(frozen=True)
class FirstPage:
    """The first response as HTML, for the three places of the host's page where it goes."""

    head: str
    """Title, description, what other sites show, styles."""
    before: str
    """The page to read, before the element that the app draws in."""
    after: str
    """The script that takes it away, after that element."""


def first_page(
    edition: Edition, text: FirstText, asked: Asked, words: Sequence[str] = ()
) -> FirstPage:
    """Write the first response of a page of an edition.

    Parameters
    ----------
    edition
        The edition.
    text
        What `first_text` gives of it.
    asked
        What the address asks for; unknown ids are ignored.
    words
        What readers are told first, as HTML in which everything from outside is escaped.
    """
    card = edition_card(edition, text, asked)
    several = edition.id if asked.several else ""
    language = edition.article.language
    shown = {
        "edition": edition,
        "article": edition.article,
        "text": text,
        "passage": passage,
        "runs": lambda words: text_direction(words, language),
    }
    return _written(asked, card, addresses.query(edition=several), words, shown)


def first_words(asked: Asked, words: Sequence[str]) -> FirstPage:
    """Write the first response where there is no edition to show: a choice, or what is wrong."""
    return _written(asked, atlas_card(asked), "", words, {"edition": None})


def _written(
    asked: Asked, card: dict[str, str], query: str, words: Sequence[str], shown: dict[str, Any]
) -> FirstPage:
    return FirstPage(
        head=render(
            "first_head.html",
            **card,
            early=early(),
            styles=faces() + inline("atlas/page/first.css"),
        ),
        before=render(
            "first.html",
            asked=asked,
            page=asked.page,
            pages=TITLES,
            query=query,
            told=words,
            **shown,
        ),
        after=render(
            "first_end.html",
            script=inline("atlas/page/first.js"),
            lost=inline("atlas/page/lost.js"),
        ),
    )
