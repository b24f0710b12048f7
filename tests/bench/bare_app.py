"""A bare streamlit-folium page: one polygon, local Leaflet, nothing sent back to the server."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from tests.bench.local_leaflet import use_local_leaflet

st.set_page_config(page_title="Bare", layout="wide")
use_local_leaflet()

AREA = {
    "type": "Feature",
    "properties": {"title": "An area"},
    "geometry": {
        "type": "Polygon",
        "coordinates": [[[62, 25], [70, 25], [70, 32], [62, 32], [62, 25]]],
    },
}

m = folium.Map(location=[33, 66], zoom_start=5, tiles=None)
folium.GeoJson(
    AREA,
    style_function=lambda feature: {"className": "place-area", "color": "#2b5f8c"},
    popup=folium.GeoJsonPopup(fields=["title"]),
).add_to(m)
# Nothing is returned, so that a click is answered in the frame: the fastest that a map can be.
st_folium(m, height=700, use_container_width=True, returned_objects=[])
