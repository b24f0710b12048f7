"""About: method, precision, sources, licences, rights, and what the map is not."""

import streamlit as st

from geodata.reader.markup import edition_part
from pages.parts.browser import start_browser_code
from pages.parts.shell import link_query, prose_page

with prose_page("about") as edition:
    if edition:
        st.html(edition_part("about.html", edition, query=link_query(edition)))
        start_browser_code("about")
