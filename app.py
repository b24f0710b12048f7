"""The front page: an article beside its map."""

import streamlit as st

from pages.parts.reader import read
from pages.parts.shell import begin, chosen_edition, head

begin("read", "Read")
with st.container(key="atlas"):
    if edition := chosen_edition():
        read(edition)
    else:
        head("read", None)
