"""Writes what other sites show of an address: title, description, picture of edition or place."""

from dataclasses import dataclass
from typing import Final

from geodata.model.edition import Edition
from geodata.model.errors import UnknownIdError
from geodata.model.places import Place
from geodata.reader import addresses
from geodata.reader.addresses import TITLES
from geodata.reader.first_text import FirstText, cut
from geodata.wording.cards import place_card_words

MOST_TITLE: Final = 200
MOST_DESCRIPTION: Final = 300


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


def edition_card(edition: Edition, text: FirstText, asked: Asked) -> dict[str, str]:
    """Return the card of a page of an edition, or of the place that the address asks for."""
    place = _asked_place(edition, asked)
    title = edition.article.title
    named = [place.title] if place else []
    page = [TITLES[asked.page]] if asked.page else []
    return _bounded(
        {
            "title": f"{': '.join([*page, *named, title])} – Article Atlas",
            "card_title": _card_title(title, TITLES[asked.page] if asked.page else "", place),
            "description": _place_words(edition, place) if place else text.description,
            "kind": "article",
            "url": addresses.whole(
                asked.address,
                asked.page,
                addresses.query(
                    edition=edition.id if asked.several else "", place=place.id if place else ""
                ),
            ),
            "picture": addresses.preview(asked.address, edition.id, place.id if place else ""),
        }
    )


def atlas_card(asked: Asked) -> dict[str, str]:
    """Return the card of an address that leads to no edition."""
    return _bounded(
        {
            "title": "Article Atlas",
            "card_title": "Article Atlas",
            "description": "Articles beside their maps: who says what of which place.",
            "kind": "website",
            "url": addresses.whole(asked.address, asked.page),
            "picture": "",
        }
    )


def _bounded(card: dict[str, str]) -> dict[str, str]:
    most = {"title": MOST_TITLE, "card_title": MOST_TITLE, "description": MOST_DESCRIPTION}
    return card | {name: cut(card[name], length) for name, length in most.items()}


def _place_words(edition: Edition, place: Place) -> str:
    return place_card_words(edition, place, cut(edition.article.title, MOST_DESCRIPTION // 3))


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
