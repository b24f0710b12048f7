"""The front page, an article beside its map; and the door through which all pages come."""

import streamlit as st
from streamlit import runtime

if runtime.exists():  # Streamlit runs this file for a reader
    from pages.parts.reader import read
    from pages.parts.shell import begin, chosen_edition, page_without_edition, tell

    begin("")
    chosen = chosen_edition()
    if chosen.edition:
        with st.container(key="atlas"):
            read(chosen.edition)
            tell(chosen)
    else:
        page_without_edition("choice", chosen)
else:  # `streamlit run app.py` finds the app here and serves it
    from pages.parts import door

    app = st.App(__file__, lifespan=door.warmed, routes=door.ROUTES, middleware=door.MIDDLEWARE)
