"""Data: the edition to take along, in every format that it can be exported to."""

from functools import partial

import streamlit as st

from geodata.export import FORMATS, export
from geodata.publish.site import FILES
from geodata.reader.markup import edition_part
from geodata.wording.terms import FORMAT
from pages.parts.browser import start_browser_code
from pages.parts.shell import link_query, prose_page

with prose_page("data") as edition:
    if edition:
        st.html(edition_part("data.html", edition, query=link_query(edition)))
        with st.container(key="atlas-downloads"):
            for name, file in FILES.items():
                if name in FORMATS:
                    st.download_button(
                        FORMAT[name],
                        partial(export, edition, name),
                        file_name=f"{edition.id}-{file}",
                        on_click="ignore",
                    )
        start_browser_code("data")
