"""An empty Streamlit page: what any page costs before it shows anything of its own."""

import streamlit as st

st.set_page_config(page_title="Empty", layout="wide")
st.markdown('<p id="bench-ready">Nothing here.</p>', unsafe_allow_html=True)
