"""Starts our browser code in a page; it needs no server once it has its data."""

import streamlit as st

from geodata.bundle import script

# A few lines inline, the rest as a static module. A page of ours may stand under any path.
_START = """
<script type="application/json" id="atlas-data">DATA</script>
<script type="module">
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
  const data = JSON.parse(document.querySelector("#atlas-data").textContent);
  import(new URL("app/static/BOOT", base).href)
    .then((boot) => boot.mount("PAGE", data)).catch(failed);
</script>
"""


def start_browser_code(page: str, view: str = "") -> None:
    """Run ``static/atlas/boot.js`` for a page.

    Parameters
    ----------
    page
        ``read`` for the reader's screen, else the page's name.
    view
        What `geodata.view.view_json` gives, "" for a page without an edition.
    """
    code = _START.replace("BOOT", script("page")).replace("PAGE", page)
    with st.container(key="atlas-boot"):
        # Our own script, and data in which nothing can end a script element.
        st.html(code.replace("DATA", view or "null"), unsafe_allow_javascript=True)
