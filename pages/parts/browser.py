"""Starts our browser code in a page; it needs no server once it has its data."""

import streamlit as st

from geodata.bundle import script

# Four lines inline, the rest as static modules: inline code is sent again with every change.
_START = """
export default function (component) {
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
  import(new URL("app/static/BOOT", base).href)
    .then((boot) => boot.mount(component)).catch(failed);
}
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
    code = _START.replace("BOOT", script("page"))
    boot = st.components.v2.component("atlas_boot", js=code, isolate_styles=False)
    with st.container(key="atlas-boot"):
        boot(data={"page": page, "view": view}, key=f"atlas-boot-{page}")
