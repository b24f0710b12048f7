"""Makes the pages of tables once for all readers: of a large edition that takes seconds."""

from dataclasses import dataclass
from typing import Final, Literal

import streamlit as st

from geodata.model.edition import Edition
from geodata.reader.markup import edition_part
from geodata.reader.page_data import reader_view, view_json
from pages.parts.browser import start_browser_code
from pages.parts.loading import loading
from pages.parts.shell import link_query

MOST_PAGES: Final = 12
"""How many pages the server keeps ready, of all editions together."""
Page = Literal["places", "claims", "ledger"]


@dataclass(frozen=True)
class _Tables:
    html: str
    view: str


@st.cache_resource(show_spinner=False, max_entries=MOST_PAGES)
def _tables(page: Page, query: str, loading: int, _edition: Edition) -> _Tables:
    kinds = reader_view(_edition)["kinds"]
    html = edition_part(f"{page}.html", _edition, kinds=kinds, query=query)
    return _Tables(html, view_json(_edition))


def show_tables(page: Page, edition: Edition) -> None:
    """Show a page of tables, and start its browser code."""
    made = _tables(page, link_query(edition), loading(edition), edition)
    st.html(made.html)
    start_browser_code(page, made.view)
