"""Data: the edition to take along, in every format that it can be exported to."""

from functools import partial

import streamlit as st

from geodata.publish.formats import formats_of
from geodata.reader.markup import edition_part
from pages.parts.browser import start_browser_code
from pages.parts.shell import link_query, prose_page

with prose_page("data") as edition:
    if edition:
        st.html(edition_part("data.html", edition, query=link_query(edition)))
        with st.container(key="atlas-downloads"):
            for format in formats_of(edition):
                st.download_button(
                    format.button,
                    partial(format.write, edition),
                    file_name=f"{edition.id}-{format.file}",
                    mime=format.media_type,
                    on_click="ignore",
                )
        start_browser_code("data")
