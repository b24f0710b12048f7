"""The reader's screen: head, title, map, layers, article, in that order for those who tab along."""

from dataclasses import dataclass

import streamlit as st
from streamlit_folium import st_folium

from geodata.edition import Edition
from geodata.foliummap import Map, atlas_map, map_config
from geodata.markup import edition_part
from geodata.view import reader_view, view_json
from pages.parts.browser import Part, parts_code, start_code
from pages.parts.shell import head_html, style_element

FRAME_HEIGHT_PX = 600  # until the styles stretch the frame over its area


@dataclass(frozen=True)
class Drawn:
    """What is the same for every reader of an edition, made once."""

    map: Map
    page: str
    """All that is not the map, as HTML."""


@st.cache_resource(show_spinner=False, max_entries=32)
def drawn(edition_id: str, _edition: Edition) -> Drawn:
    """Return what every reader of an edition gets, made once."""
    view = reader_view(_edition)
    more = {"kinds": view["kinds"], "languages": view["languages"]}
    parts: list[Part] = [
        ("head", "before", head_html("read", _edition)),
        ("title", "before", edition_part("title.html", _edition)),
        ("overlay", "over", edition_part("overlay.html", _edition)),
        ("filters", "after", edition_part("filters.html", _edition, **more)),
        ("text", "after", edition_part("article.html", _edition)),
    ]
    return Drawn(
        map=atlas_map(map_config(_edition)),
        page=style_element() + start_code("read", view_json(_edition)) + parts_code(parts),
    )


def read(edition: Edition) -> None:
    """Show an edition. Nothing that a reader does afterwards comes back to the server.

    The map is sent first, since its frame has most to fetch; everything else follows in one piece,
    which Streamlit has least to do for. It stands in the order in which readers tab along.
    """
    ready = drawn(edition.id, edition)
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
