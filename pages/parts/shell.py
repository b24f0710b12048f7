"""What every page has: settings, styles, the head with its menu, and a word when data is broken."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from geodata.model.edition import Edition
from geodata.model.errors import EditionFaults
from geodata.reader.addresses import TITLES, query
from geodata.reader.markup import render
from geodata.storage.load import editions_root, list_editions
from geodata.storage.summary import State, state
from pages.parts.browser import start_browser_code
from pages.parts.shelf import entries, load
from pages.parts.stretches import stretch

STYLES = Path(__file__).parents[2] / "static" / "atlas" / "css"
LONGEST_ID = 80
MOST_EDITIONS = 32
"""How many editions the server keeps ready."""
FRESH_S = 2
"""How long which editions there are is kept before the folder is looked at again."""
CHOICE_FRESH_S = 5
"""How long the list of editions is kept before their files are looked at again, for all readers."""
_log = logging.getLogger(__name__)


@st.cache_resource(show_spinner=False)
def styles() -> str:
    """Return all our style sheets as one text, read once."""
    return "\n".join(sheet.read_text("utf-8") for sheet in sorted(STYLES.glob("*.css")))


@st.cache_resource(show_spinner=False, max_entries=MOST_EDITIONS)
def _edition(edition_id: str, state: State) -> Edition:
    return load(edition_id)


def edition_names() -> tuple[str, ...]:
    """Return the ids of all editions, as the folder had them at most `FRESH_S` seconds ago."""
    return _names(stretch(FRESH_S))


@st.cache_resource(show_spinner=False, max_entries=2)
def _names(at: int) -> tuple[str, ...]:
    return list_editions()


def begin(page: str) -> None:
    """Set up a page, given by its path: its title in the browser."""
    st.set_page_config(page_title=f"{TITLES[page]} – Article Atlas", page_icon="🗺️", layout="wide")


def style_element() -> str:
    """Return the app's styles as HTML."""
    return f"<style>{styles()}</style>"


@dataclass(frozen=True)
class Chosen:
    """What an address asks for: an edition or none, and what its reader is told, as HTML."""

    edition: Edition | None
    words: tuple[str, ...] = ()


def chosen_edition() -> Chosen:
    """Return the edition that the reader's address asks for, or the only one (see `choose`)."""
    return choose(st.query_params.get("edition", "")[:LONGEST_ID])


def choose(asked: str) -> Chosen:
    """Return the edition with the id ``asked``; for "" the only one.

    An unknown one is ignored with a notice; with several and none asked for, readers choose. A
    broken edition never half-loads: there is none then, and the words say so.
    """
    editions = edition_names()
    notice: tuple[str, ...] = ()
    if asked and asked not in editions:
        notice = (render("wrong_edition.html", asked=asked),)
        asked = ""
    if not asked and len(editions) > 1:
        return Chosen(None, (_choice(editions, stretch(CHOICE_FRESH_S)), *notice))
    if not editions:
        return Chosen(None, (render("fault.html", heading="There is no edition here yet."),))
    if edition := whole_edition(asked or editions[0]):
        return Chosen(edition, notice)
    broken = render("fault.html", heading="This edition cannot be read at present.")
    return Chosen(None, (broken, *notice))


@st.cache_resource(show_spinner=False, max_entries=2)
def _choice(editions: tuple[str, ...], at: int) -> str:
    return render("choice.html", editions=entries(editions))


def whole_edition(edition_id: str) -> Edition | None:
    """Return an edition as its files are now; ``None`` for a broken one, of which the log tells."""
    try:
        return _edition(edition_id, state(editions_root() / edition_id))
    except EditionFaults as faults:
        _log.error("Edition %s is broken; run python -m geodata check.\n%s", edition_id, faults)
        return None


def link_query(edition: Edition) -> str:
    """Return the query string that keeps the edition when there is more than one, else ``""``."""
    return query(edition=edition.id) if len(edition_names()) > 1 else ""


def head_html(page: str, edition: Edition | None) -> str:
    """Return the head with the menu."""
    return render("header.html", page=page, query=link_query(edition) if edition else "")


def tell(chosen: Chosen) -> None:
    """Show what readers are told about the edition that they asked for."""
    for words in chosen.words:
        st.html(words)


@contextmanager
def _framed(page: str, chosen: Chosen) -> Iterator[None]:
    """Open what every page but the reader's screen stands in: styles, head, words to the reader."""
    st.html(style_element())
    with st.container(key="atlas-page"):
        st.html(head_html(page, chosen.edition))
        tell(chosen)
        yield


def page_without_edition(page: str, chosen: Chosen) -> None:
    """Draw a page for readers who must choose first, or whose edition is broken."""
    with _framed(page, chosen):
        start_browser_code(page)


@contextmanager
def prose_page(page: str) -> Iterator[Edition | None]:
    """Open a page of tables or prose: head first, then whatever the page adds to an edition."""
    begin(page)
    chosen = chosen_edition()
    if not chosen.edition:
        page_without_edition(page, chosen)
        yield None
        return
    with _framed(page, chosen):
        yield chosen.edition
