"""All place names: every mention of a place in the text, mapped, merged or not mapped, and why."""

import streamlit as st

from geodata.reader.markup import edition_part
from geodata.reader.page_data import view_json
from pages.parts.browser import start_browser_code
from pages.parts.shell import link_query, prose_page

with prose_page("ledger") as edition:
    if edition:
        st.html(edition_part("ledger.html", edition, query=link_query(edition)))
        start_browser_code("ledger", view_json(edition))
