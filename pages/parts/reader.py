"""The reader's screen: head, title, map, layers, article, in that order for those who tab along."""

import streamlit as st
from streamlit_folium import st_folium

from geodata.model.edition import Edition
from pages.parts.drawn import drawn
from pages.parts.loading import loading

FRAME_HEIGHT_PX = 600  # until the styles stretch the frame over its area


def read(edition: Edition) -> None:
    """Show an edition. Nothing that a reader does afterwards comes back to the server.

    The map is sent first, since its frame has most to fetch; everything else follows in one piece,
    which Streamlit has least to do for. It stands in the order in which readers tab along.
    """
    ready = drawn(loading(edition), edition)
    page, around = st.container(key="atlas-page-parts"), st.container(key="atlas-map")
    with around:
        st_folium(
            ready.map,
            key="map",
            height=FRAME_HEIGHT_PX,
            use_container_width=True,
            returned_objects=[],
        )
    page.html(ready.page, unsafe_allow_javascript=True)
