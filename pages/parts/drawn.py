"""Makes what every reader of an edition gets, once: the map, and all around it as HTML.

It can be made before any reader comes, and so does not know streamlit-folium, which finds its own
files only where it is first imported in a run of a page.
"""

from dataclasses import dataclass

import streamlit as st

from geodata.model.edition import Edition
from geodata.reader.folium_map import Map, atlas_map, map_config
from geodata.reader.markup import edition_part
from geodata.reader.page_data import reader_view, view_json
from pages.parts.browser import Part, parts_code, start_code
from pages.parts.reports import errors_to
from pages.parts.shell import MOST_EDITIONS, head_html, style_element
from pages.parts.streets import streets_address


@dataclass(frozen=True)
class Drawn:
    """What is the same for every reader of an edition."""

    map: Map
    page: str
    """All that is not the map, as HTML."""


@st.cache_resource(show_spinner=False, max_entries=MOST_EDITIONS)
def drawn(loading: int, _edition: Edition) -> Drawn:
    """Return what every reader of an edition gets, made once a `loading` of it."""
    view = reader_view(_edition)
    more = {"kinds": view["kinds"], "languages": view["languages"]}
    parts: list[Part] = [
        ("head", "before", head_html("read", _edition)),
        ("title", "before", edition_part("title.html", _edition)),
        ("overlay", "over", edition_part("overlay.html", _edition)),
        ("filters", "after", edition_part("filters.html", _edition, **more)),
        ("text", "after", edition_part("article.html", _edition, errors_to=errors_to())),
    ]
    streets = streets_address()
    return Drawn(
        map=atlas_map(map_config(_edition), streets=f"../../{streets}" if streets else ""),
        page=style_element() + start_code("read", view_json(_edition)) + parts_code(parts),
    )
