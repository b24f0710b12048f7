"""The edition as one HTML file that needs no server: same browser code, same folium map."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from geodata.model.edition import Edition
from geodata.publish.carried_ground import carried
from geodata.reader import addresses
from geodata.reader.bundle import STATIC, data_element, inline, script_element, whole_code
from geodata.reader.faces import STAND_INS, carried_faces, placed
from geodata.reader.first_card import Asked, edition_card
from geodata.reader.first_text import first_text
from geodata.reader.folium_map import STYLES, atlas_map, map_config
from geodata.reader.markup import edition_part, render
from geodata.reader.page_data import reader_view
from geodata.reader.script_json import script_json

PICTURE: Final = "preview.png"
"""The preview picture's file, beside the page."""
_TEMPLATES: Final = {"data": "files.html"}
"""Of pages that are another than the app's."""
_SCRIPT: Final = re.compile(r'<script src="(?P<file>[^"]+)"></script>')
_STYLE: Final = re.compile(r'<link rel="stylesheet" href="(?P<file>[^"]+)"/>')
_FACE: Final = re.compile(r"@font-face \{[^}]*(?:-latin-wght-|-arabic-)[^}]*\}")


@dataclass(frozen=True)
class FileBeside:
    """A file that lies in the same folder as the page."""

    name: str
    title: str
    bytes: int

    @property
    def size(self) -> str:
        """Its size in words."""
        thousands = -(-self.bytes // 1000)
        return f"{thousands:,} KB" if thousands < 1000 else f"{thousands / 1000:.1f} MB"


def single_page(
    edition: Edition, address: str = "", files: Sequence[FileBeside] = (), errors_to: str = ""
) -> str:
    """Write an edition as one self-contained HTML document.

    Map, text, filters, timeline and all pages are in it; it makes no request to any host, unless
    its reader turns map tiles on. With ``publish = "excerpts"`` it holds only the cited passages.

    Parameters
    ----------
    edition
        The edition.
    address
        Where the page's folder will stand on the web, with a slash at the end: other sites show the
        preview picture of a link only by a whole address. "" where that is not known.
    files
        What lies beside the page: its page Data leads there. A page that stands alone has none.
    errors_to
        Where readers report errors, as `reports_to` gives it; "" for nowhere.

    Returns
    -------
    html
        A whole document, UTF-8, of a few megabytes.
    """
    view = reader_view(edition)
    card = edition_card(edition, first_text(edition), Asked(address=address))
    extra = {"kinds": view["kinds"], "languages": view["languages"], "query": "", "files": files}
    without = ("",) if files else ("", "data")
    pages = {
        page.path: edition_part(_TEMPLATES.get(page.path, f"{page.path}.html"), edition, **extra)
        for page in addresses.PAGES
        if page.path not in without
    }
    heading = edition_part("title.html", edition)
    text = edition_part("article.html", edition, errors_to=errors_to)
    return edition_part(
        "single.html",
        edition,
        **card | {"picture": f"{address}{PICTURE}"},
        styles=_styles(),
        faces=_faces(),
        files_code=inline("atlas/page/files.js"),
        module=_module("single"),
        header=render("header.html", page="read", query="", without=without[1:]),
        heading=heading,
        overlay=edition_part("overlay.html", edition),
        filters=edition_part("filters.html", edition, **extra),
        text=text,
        text_faces=carried_faces("".join((heading, text, *pages.values())), _font),
        map_document=_map_document(edition),
        pages=pages,
        view=script_json(view),
        files=script_json(carried(edition)),
    )


def _styles() -> str:
    """Give the page's style sheets."""
    sheets = sorted((STATIC / "atlas" / "css").glob("*.css"))
    named = (sheet.relative_to(STATIC).as_posix() for sheet in sheets)
    return "\n".join(map(inline, (STAND_INS, *named)))


def _faces() -> str:
    """Give the map's font for the page: there is no Streamlit's own here."""
    faces = "\n".join(_FACE.findall(inline(STYLES)))
    return placed(faces, _font)


def _module(name: Literal["single", "single-map"]) -> str:
    """Give a module that holds all that it imports as a ``data:`` address."""
    return _data_address("text/javascript", whole_code(name).encode())


def _map_document(edition: Edition) -> str:
    """Give the map's own document, as folium renders it, with everything it loads put inside."""
    html: str = atlas_map(map_config(edition), assets="").get_root().render()
    inside = data_element("atlas-inside", script_json({"code": _module("single-map")}))
    start = inside + script_element("atlas/map/inside.js")
    html = html.replace("<head>", f"<head>{start}", 1)
    html = _SCRIPT.sub(lambda found: script_element(found["file"]), html)
    return _STYLE.sub(lambda found: f"<style>{placed(inline(found['file']), _font)}</style>", html)


def _font(file: str) -> str:
    """Give a font of ``static/`` as a ``data:`` address."""
    return _data_address("font/woff2", (STATIC / file).read_bytes())


def _data_address(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
