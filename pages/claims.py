"""Claims: everything the article states, who says it and through whom, as a table."""

import streamlit as st

from geodata.reader.markup import edition_part
from geodata.reader.page_data import reader_view, view_json
from pages.parts.browser import start_browser_code
from pages.parts.shell import link_query, prose_page

with prose_page("claims") as edition:
    if edition:
        kinds = reader_view(edition)["kinds"]
        st.html(edition_part("claims.html", edition, kinds=kinds, query=link_query(edition)))
        start_browser_code("claims", view_json(edition))
