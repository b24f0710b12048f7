"""The reader's screen: head, title, map, layers, article, in that order for those who tab along."""

import streamlit as st
from streamlit_folium import st_folium

from geodata.edition import Edition
from geodata.foliummap import atlas_map, map_config
from geodata.mapdata import MapConfig
from geodata.markup import edition_part
from geodata.view import reader_view, view_json
from pages.parts.browser import start_browser_code
from pages.parts.shell import head

FRAME_HEIGHT_PX = 600  # until the styles stretch the frame over its area


@st.cache_resource(show_spinner=False, max_entries=32)
def _drawn(edition_id: str, _edition: Edition) -> tuple[MapConfig, dict[str, str]]:
    """Return what is the same for every reader: the map's data and the page's parts."""
    view = reader_view(_edition)
    parts = {
        "title": edition_part("title.html", _edition),
        "overlay": edition_part("overlay.html", _edition),
        "filters": edition_part(
            "filters.html", _edition, kinds=view["kinds"], languages=view["languages"]
        ),
        "article": edition_part("article.html", _edition),
        "view": view_json(_edition),
    }
    return map_config(_edition), parts


def read(edition: Edition) -> None:
    """Show an edition. Nothing that a reader does afterwards comes back to the server."""
    config, parts = _drawn(edition.id, edition)
    with st.container(key="atlas-head"):
        head("read", edition)
    with st.container(key="atlas-title"):
        st.html(parts["title"])
    with st.container(key="atlas-map"):
        st_folium(
            atlas_map(config),
            key="map",
            height=FRAME_HEIGHT_PX,
            use_container_width=True,
            returned_objects=[],
        )
        st.html(parts["overlay"])
    with st.container(key="atlas-filters"):
        st.html(parts["filters"])
    with st.container(key="atlas-text"):
        st.html(parts["article"])
    start_browser_code("read", parts["view"])
