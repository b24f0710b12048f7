"""Puts our HTML into a page and starts our browser code, which then needs no server."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from geodata.reader.addresses import PAGES
from geodata.reader.bundle import (
    address,
    data_element,
    packed_element,
    script,
    script_element,
)
from geodata.reader.script_json import script_json

Part = tuple[str, Literal["before", "over", "after"], str]
"""A part of the reader's screen: its name, where it stands beside the map, its HTML."""


def start_browser_code(page: str, view: str = "") -> None:
    """Run ``static/atlas/page/reader.js`` or ``pages.js`` for a page.

    Parameters
    ----------
    page
        ``read`` for the reader's screen, else the page's name.
    view
        What `geodata.reader.page_data.view_json` gives, "" for a page without an edition.
    """
    with st.container(key="atlas-boot"):
        st.html(start_code(page, view), unsafe_allow_javascript=True)


def start_code(page: str, view: str = "") -> str:
    """Return the HTML that `start_browser_code` sends: a few lines, the rest as a module."""
    code = address(script("reader" if page == "read" else "pages"))
    start = script_json(
        {"page": page, "code": code, "pages": [one.path for one in PAGES if one.path]}
    )
    data = packed_element("atlas-data", view or "null") + data_element("atlas-start", start)
    return data + script_element("atlas/page/start.js")


def parts_code(parts: Sequence[Part]) -> str:
    """Return HTML that puts each part into an element of its own, in the order given.

    The map must have been sent before. Everything from outside must be escaped in the parts' HTML.
    The element of ``text`` has the class ``st-key-atlas-text``, as if Streamlit had made it.
    """
    # Streamlit takes HTML apart to clean it, which takes longer than to show it: as data of a
    # script it goes whole. Our templates have escaped everything from outside.
    data = packed_element("atlas-parts", script_json(parts))
    return data + script_element("atlas/page/place-parts.js")
