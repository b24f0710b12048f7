"""Places: every place of the edition as a table, the map's equal for those who cannot see it."""

import streamlit as st

from geodata.reader.markup import edition_part
from geodata.reader.page_data import view_json
from pages.parts.browser import start_browser_code
from pages.parts.shell import link_query, prose_page

with prose_page("places") as edition:
    if edition:
        st.html(edition_part("places.html", edition, query=link_query(edition)))
        start_browser_code("places", view_json(edition))
