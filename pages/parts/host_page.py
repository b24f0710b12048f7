"""Streamlit's own page, in which every page of the app begins."""

from functools import cache
from pathlib import Path

from streamlit import file_util


@cache
def host_page() -> str:
    """Return Streamlit's page as HTML, read once."""
    return (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")
