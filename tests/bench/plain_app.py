"""The same article and places, written as most streamlit-folium apps are: one script.

Every click and every filter goes to the server; the script runs again and makes the map anew from
one folium object a place. What it shows is what the app shows: places of the themes that are on,
the passages that name the chosen place highlighted in the text, the chosen place on the map.
"""

import html
from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium

from tests.bench import edition
from tests.bench.local_leaflet import use_local_leaflet

st.set_page_config(page_title="Plain", layout="wide")
use_local_leaflet()


@st.cache_data
def load() -> tuple[str, list[Any], list[Any], list[Any], list[Any]]:
    """Read the edition's files: text, places, mentions, claims, themes."""
    mentions, claims, themes = (edition.records(name) for name in ("mention", "claim", "theme"))
    return edition.text(), edition.places(), mentions, claims, themes


def draw(place: Any, chosen: bool) -> folium.GeoJson | folium.CircleMarker:
    """Draw one place; the chosen one in red."""
    properties = place["properties"]
    name, colour = f"place-{properties['id']}", "#cc0000" if chosen else "#2b5f8c"
    if place["geometry"]["type"] == "Point":
        lon, lat = place["geometry"]["coordinates"][:2]
        return folium.CircleMarker(
            [lat, lon],
            radius=7,
            fill=True,
            color=colour,
            class_name=name,
            tooltip=html.escape(properties["id"]),
        )
    feature = {**place, "properties": {"id": properties["id"]}}
    style = {"className": name, "color": colour, "fillOpacity": 0.05}
    return folium.GeoJson(
        feature,
        style_function=lambda feature, style=style: style,
        tooltip=folium.GeoJsonTooltip(fields=["id"], labels=False),
    )


def article_html(text: str, mentions: list[Any], chosen: str | None) -> str:
    """Return the article with all mentions of the chosen place highlighted."""
    parts, end = [], 0
    for mention in mentions:
        quote = mention["quote"]
        before, exact = quote.get("prefix", ""), quote["exact"]
        start = text.index(before + exact + quote.get("suffix", "")) + len(before)
        places = [place["id"] for place in mention.get("places", [])]
        mark = "background:gold" if chosen in places else "background:none"
        parts.append(html.escape(text[end:start]))
        parts.append(
            f'<mark data-places="{" ".join(places)}" style="{mark}">{html.escape(exact)}</mark>'
        )
        end = start + len(exact)
    body = "".join([*parts, html.escape(text[end:])]).replace("\n", "<br>")
    return f'<div data-chosen="{chosen or ""}">{body}</div>'


text, places, mentions, claims, themes = load()
titles = {theme["id"]: theme["title"] for theme in themes}
on = st.pills(
    "Themes",
    list(titles),
    format_func=titles.__getitem__,
    selection_mode="multi",
    default=list(titles),
)
shown = {place for claim in claims if set(claim["themes"]) & set(on) for place in claim["places"]}

# The text cannot be clicked in plain Streamlit: places mentioned stand above it, as buttons.
map_column, text_column = st.columns(2)
with text_column:
    named = [place["properties"]["id"] for place in places]
    picked = st.pills("Mentions", named, key="picked")
    if picked and picked != st.session_state.get("last_picked"):
        st.session_state.chosen = picked
    st.session_state.last_picked = picked

with map_column:
    m = folium.Map(location=[33, 66], zoom_start=4, tiles=None)
    for place in places:
        identity = place["properties"]["id"]
        if identity in shown:
            draw(place, identity == st.session_state.get("chosen")).add_to(m)
    returned = st_folium(m, key="map", height=700, use_container_width=True)

clicked = returned.get("last_object_clicked_tooltip")
if clicked and clicked != st.session_state.get("last_clicked"):
    st.session_state.chosen = clicked.strip()
    st.session_state.last_clicked = clicked

with text_column:
    st.markdown(
        article_html(text, mentions, st.session_state.get("chosen")), unsafe_allow_html=True
    )
