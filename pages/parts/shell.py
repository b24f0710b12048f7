"""What every page has: settings, styles, the head with its menu, and a word when data is broken."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from geodata.edition import Edition
from geodata.errors import EditionFaults
from geodata.load import edition_folder, list_editions, load_edition
from geodata.markup import render

STYLES = Path(__file__).parents[2] / "static" / "atlas" / "css"
LONGEST_ID = 80


@st.cache_resource(show_spinner=False)
def styles() -> str:
    """Return all our style sheets as one text, read once."""
    return "\n".join(sheet.read_text("utf-8") for sheet in sorted(STYLES.glob("*.css")))


@st.cache_resource(show_spinner=False, max_entries=32)
def _edition(edition_id: str) -> Edition:
    return load_edition(edition_folder(edition_id))


@st.cache_resource(show_spinner=False)
def _editions() -> tuple[str, ...]:
    return list_editions()


def begin(page: str, title: str) -> None:
    """Set up a page: its title in the browser and the app's styles."""
    st.set_page_config(page_title=f"{title} – Article Atlas", page_icon="🗺️", layout="wide")
    st.html(f"<style>{styles()}</style>")


def chosen_edition() -> Edition | None:
    """Return the edition that the address asks for, or the only one.

    An unknown one is ignored with a notice; with several and none asked for, readers choose, and
    the page stops here. A broken edition never half-loads: the reader is told and the page stops.
    """
    editions = _editions()
    asked = st.query_params.get("edition", "")[:LONGEST_ID]
    if asked and asked not in editions:
        st.html(render("wrong_edition.html", asked=asked))
        asked = ""
    if not asked and len(editions) > 1:
        st.html(render("choice.html", editions=[_entry(one) for one in editions]))
        return None
    if not editions:
        st.html(render("fault.html", heading="There is no edition here yet."))
        return None
    return _whole(asked or editions[0])


def _entry(edition_id: str) -> dict[str, str]:
    edition = _whole(edition_id, quietly=True)
    title = edition.article.title if edition else f"{edition_id} (cannot be read at present)"
    return {"id": edition_id, "title": title}


def _whole(edition_id: str, quietly: bool = False) -> Edition | None:
    try:
        return _edition(edition_id)
    except EditionFaults as faults:
        print(f"Edition {edition_id} is broken; run python -m geodata check.\n{faults}")
        if not quietly:
            st.html(render("fault.html", heading="This edition cannot be read at present."))
        return None


def link_query(edition: Edition) -> str:
    """Return the query string that keeps the edition when there is more than one, else ``""``."""
    return f"?{urlencode({'edition': edition.id})}" if len(_editions()) > 1 else ""


def head(page: str, edition: Edition | None) -> None:
    """Draw the head with the menu."""
    st.html(render("header.html", page=page, query=link_query(edition) if edition else ""))


@contextmanager
def prose_page(page: str, title: str) -> Iterator[Edition | None]:
    """Open a page of tables or prose: head first, then whatever the page adds."""
    begin(page, title)
    with st.container(key="atlas-page"):
        edition = chosen_edition()
        head(page, edition)
        yield edition
