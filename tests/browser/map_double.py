"""A page with nothing but the map: stands in for the reader's page in the tests of the frame."""

import os
from pathlib import Path

import streamlit as st
from streamlit_folium import st_folium

from geodata.reader.folium_map import atlas_map, map_config
from geodata.storage.load import load_edition

FILL = """<style>
  iframe { position: fixed !important; inset: 0; width: 100vw !important; height: 100vh !important;
           z-index: 9999999; }
</style>"""

st.html(FILL)
edition = load_edition(Path(os.environ["MAP_DOUBLE_EDITION"]))
st_folium(atlas_map(map_config(edition)), key="map", returned_objects=[], height=500)
