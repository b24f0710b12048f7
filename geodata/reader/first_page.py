"""Writes the first response of every address: the article to read, and a card for other sites.

It stands in the page before the app has started, and goes when the app has drawn the page. It
holds what the edition publishes and no more, has one id, its own, and is bounded in size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from geodata.model.edition import Edition
from geodata.model.errors import UnknownIdError
from geodata.model.ledger import ledger
from geodata.model.passages import BlockView, article_blocks
from geodata.model.places import Place
from geodata.reader import addresses
from geodata.reader.addresses import TITLES
from geodata.reader.bundle import inline
from geodata.reader.markup import render
from geodata.wording.counts import checked_words, counted, edition_words
from geodata.wording.directions import text_direction

MOST_TEXT: Final = 40_000
"""How many code points of the article stand in the first response; the app brings the rest."""
MOST_TITLE: Final = 200
MOST_DESCRIPTION: Final = 300
_GAP: Final = " […] "


@dataclass(frozen=True)
class Asked:
    """What an address asks for."""

    page: str = ""
    """The path of one of the `PAGES`."""
    place: str = ""
    """A place's id as given; one that the edition does not have is ignored."""
    mention: str = ""
    """A mention's id as given; it stands for its place where no place is asked for."""
    address: str = ""
    """The whole address of the app's front page, with a slash at its end; "" if not known."""
    several: bool = False
    """Whether there are several editions, so that links must name theirs."""
    embedded: bool = False
    """Whether it stands in another page, where it shows no menu."""
    map_only: bool = False
    """Whether that page shows the map alone."""


@dataclass(frozen=True)
class FirstText:
    """What is the same in every first response of an edition, made once."""

    blocks: tuple[tuple[str, str], ...]
    """Kind and text of each block that is shown, in text order; a block's id is left out."""
    whole: bool
    """Whether these are all the blocks that the edition publishes."""
    description: str
    checked: str
    """How many claims a named editor has checked, as a sentence without its stop."""
    draft: bool
    """Whether that is none."""


@dataclass(frozen=True)
class FirstPage:
    """The first response as HTML, for the three places of the host's page where it goes."""

    head: str
    """Title, description, what other sites show, styles."""
    before: str
    """The page to read, before the element that the app draws in."""
    after: str
    """The script that takes it away, after that element."""


def first_text(edition: Edition) -> FirstText:
    """Return an edition's text and description for its first responses.

    With ``publish = "excerpts"`` only cited passages are in it, parted by ``[…]``.
    """
    counts = ledger(edition)
    blocks = [block for block in article_blocks(edition) if block.kind != "title"]
    kept = tuple(_bounded(blocks))
    length = sum(len(_words(block)) for block in blocks)
    by = f"By {', '.join(edition.article.authors)}. " if edition.article.authors else ""
    return FirstText(
        blocks=kept,
        whole=length == sum(len(text) for _, text in kept),
        description=f"{by}{edition_words(counts)}. The map shows claims, not facts.",
        checked=checked_words(counts),
        draft=counts.verified == 0,
    )


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
    several = edition.id if asked.several else ""
    place = _asked_place(edition, asked)
    title = edition.article.title
    named = [place.title] if place else []
    page = [TITLES[asked.page]] if asked.page else []
    card = {
        "title": f"{': '.join([*page, *named, title])} – Article Atlas",
        "card_title": _card_title(title, TITLES[asked.page] if asked.page else "", place),
        "description": _place_words(edition, place) if place else text.description,
        "kind": "article",
        "url": addresses.whole(
            asked.address,
            asked.page,
            addresses.query(edition=several, place=place.id if place else ""),
        ),
        "picture": addresses.preview(asked.address, edition.id, place.id if place else ""),
    }
    language = edition.article.language
    shown = {
        "edition": edition,
        "article": edition.article,
        "text": text,
        "runs": lambda words: text_direction(words, language),
    }
    return _written(asked, card, addresses.query(edition=several), words, shown)


def first_words(asked: Asked, words: Sequence[str]) -> FirstPage:
    """Write the first response where there is no edition to show: a choice, or what is wrong."""
    card = {
        "title": "Article Atlas",
        "card_title": "Article Atlas",
        "description": "Articles beside their maps: who says what of which place.",
        "kind": "website",
        "url": addresses.whole(asked.address, asked.page),
        "picture": "",
    }
    return _written(asked, card, "", words, {"edition": None})


def _written(
    asked: Asked, card: dict[str, str], query: str, words: Sequence[str], shown: dict[str, Any]
) -> FirstPage:
    bounded = {
        **card,
        "title": _cut(card["title"], MOST_TITLE),
        "card_title": _cut(card["card_title"], MOST_TITLE),
        "description": _cut(card["description"], MOST_DESCRIPTION),
    }
    return FirstPage(
        head=render("first_head.html", **bounded, styles=inline("atlas/page/first.css")),
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


def _bounded(blocks: Sequence[BlockView]) -> Iterator[tuple[str, str]]:
    """Give kind and text of the blocks until there are `MOST_TEXT` code points of text."""
    left = MOST_TEXT
    for block in blocks:
        words = _words(block)
        if len(words) > left:
            if left == MOST_TEXT:  # one block alone that is too long
                yield block.kind, _cut(words, left)
            return
        yield block.kind, words
        left -= len(words)


def _words(block: BlockView) -> str:
    return "".join(_GAP if piece.gap else piece.text for piece in block.pieces).strip()


def _asked_place(edition: Edition, asked: Asked) -> Place | None:
    try:
        if asked.place:
            return edition.place(asked.place)
        places = edition.mention(asked.mention).places if asked.mention else ()
        return edition.place(places[0].id) if len(places) == 1 else None
    except UnknownIdError:
        return None


def _card_title(title: str, page: str, place: Place | None) -> str:
    if place:
        return f"{place.title} on the map of “{title}”"
    return f"{title}: {page.lower() if page else 'the article on its map'}"


def _place_words(edition: Edition, place: Place) -> str:
    claims = edition.claims_of_place(place.id)
    checked = sum(claim.status in ("verified", "corrected") for claim in claims)
    by = f" by {', '.join(edition.article.authors)}" if edition.article.authors else ""
    title = _cut(edition.article.title, MOST_DESCRIPTION // 3)
    return (
        f"{place.description[:1].upper()}{place.description[1:]}. "
        f"{counted(len(claims), 'claim')} by "
        f"{counted(len({claim.said_by for claim in claims}), 'speaker')}, {checked} compared by a "
        f"named editor, in “{title}”{by}. The map shows claims, not facts."
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
