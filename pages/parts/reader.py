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
class _Drawn:
    """What is the same for every reader of an edition, made once."""

    map: Map
    title: str
    overlay: str
    filters: str
    article: str
    view: str


@st.cache_resource(show_spinner=False, max_entries=32)
def _drawn(edition_id: str, _edition: Edition) -> _Drawn:
    view = reader_view(_edition)
    return _Drawn(
        map=atlas_map(map_config(_edition)),
        title=edition_part("title.html", _edition),
        overlay=edition_part("overlay.html", _edition),
        filters=edition_part(
            "filters.html", _edition, kinds=view["kinds"], languages=view["languages"]
        ),
        article=edition_part("article.html", _edition),
        view=view_json(_edition),
    )


def read(edition: Edition) -> None:
    """Show an edition. Nothing that a reader does afterwards comes back to the server.

    The map is sent first, since its frame has most to fetch; everything else follows in one piece,
    which Streamlit has least to do for. It stands in the order in which readers tab along.
    """
    drawn = _drawn(edition.id, edition)
    page, around = st.container(key="atlas-page-parts"), st.container(key="atlas-map")
    with around:
        st_folium(
            drawn.map,
            key="map",
            height=FRAME_HEIGHT_PX,
            use_container_width=True,
            returned_objects=[],
        )
    parts: list[Part] = [
        ("head", "before", head_html("read", edition)),
        ("title", "before", drawn.title),
        ("overlay", "over", drawn.overlay),
        ("filters", "after", drawn.filters),
        ("text", "after", drawn.article),
    ]
    code = style_element() + start_code("read", drawn.view) + parts_code(parts)
    page.html(code, unsafe_allow_javascript=True)
