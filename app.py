"""The front page: an article beside its map."""

import streamlit as st

from pages.parts.reader import read
from pages.parts.shell import begin, chosen_edition, page_without_edition, tell

begin("Read")
chosen = chosen_edition()
if chosen.edition:
    with st.container(key="atlas"):
        read(chosen.edition)
        tell(chosen)
else:
    page_without_edition("choice", chosen)
