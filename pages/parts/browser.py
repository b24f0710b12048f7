"""Puts our HTML into a page and starts our browser code, which then needs no server."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from geodata.reader.bundle import script
from geodata.reader.script_json import script_json

# Streamlit takes HTML apart to clean it, which takes longer than to show it: as data of a script it
# goes whole. Our templates have escaped everything from outside. The script needs no other file, so
# that the text can be read whatever else fails to load.
_PARTS = """
<script type="application/json" id="atlas-parts">PARTS</script>
<script>
  {
    const own = document.currentScript.parentElement;
    const app = own.closest(".st-key-atlas");
    const places = { before: own, over: app.querySelector(".st-key-atlas-map"), after: app };
    const parts = JSON.parse(document.getElementById("atlas-parts").textContent);
    app.querySelectorAll("[data-part]").forEach((part) => part.remove());
    for (const [name, place, html] of parts) {
      const part = document.createElement("div");
      part.dataset.part = name;
      part.className = `st-key-atlas-${name}`;
      part.innerHTML = html;
      places[place].append(part);
    }
  }
</script>
"""

Part = tuple[str, Literal["before", "over", "after"], str]
"""A part of the reader's screen: its name, where it stands beside the map, its HTML."""

# A few lines inline, the rest as a static module. A page of ours may stand under any path.
_START = """
<script type="application/json" id="atlas-data">DATA</script>
<script>
  {
    const page = document.baseURI.replace(/[?#].*$/, "");
    const base = page.replace(/(places|claims|ledger|data|about)\\/?$/, "");
    const failed = (error) => {
      console.error(error);
      const list = document.querySelector("#atlas-notices");
      if (!list || list.children.length) return;
      const item = document.createElement("li");
      item.textContent = "Parts of this page could not be loaded. The text can be read; "
        + "reload to try again.";
      list.append(item);
    };
    const read = () => JSON.parse(document.querySelector("#atlas-data").textContent);
    import(new URL("app/static/SCRIPT", base).href)
      .then((code) => code.mount("PAGE", read())).catch(failed);
  }
</script>
"""


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
    """Return the HTML that `start_browser_code` sends."""
    file = script("reader" if page == "read" else "pages")
    code = _START.replace("SCRIPT", file).replace("PAGE", page)
    # Our own script, and data in which nothing can end a script element.
    return code.replace("DATA", view or "null")


def parts_code(parts: Sequence[Part]) -> str:
    """Return HTML that puts each part into an element of its own, in the order given.

    The map must have been sent before. Everything from outside must be escaped in the parts' HTML.
    The element of ``text`` has the class ``st-key-atlas-text``, as if Streamlit had made it.
    """
    return _PARTS.replace("PARTS", script_json(parts))
