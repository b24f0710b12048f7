"""Where the browser code lies, and how it and its data stand inside a page."""

from functools import cache
from pathlib import Path
from typing import Final, Literal

STATIC: Final = Path(__file__).parents[2] / "static"
ATLAS: Final = STATIC / "atlas"
DIST: Final = ATLAS / "dist"


def script(name: Literal["reader", "pages", "map"]) -> str:
    """Return where a page's or the map's code lies below `static/`.

    It fetches the rest, from beside itself, when that is needed.
    """
    return (DIST / f"{name}.js").relative_to(STATIC).as_posix()


def whole_code(name: Literal["single", "single-map"]) -> str:
    """Return the code of a page, or of its map, that holds all its files: it fetches nothing."""
    return (DIST / f"{name}.js").read_text("utf-8")


@cache
def inline(file: str) -> str:
    """Read a file of ``static/`` so that it can stand inside a script or style element."""
    return (STATIC / file).read_text("utf-8").replace("</", "<\\/")


def script_element(file: str) -> str:
    """Return a script of ``static/`` as an element that carries it whole."""
    return f"<script>{inline(file)}</script>"


def data_element(id: str, json: str) -> str:
    """Return data as an element that scripts read; ``json`` must be of `script_json`."""
    return f'<script type="application/json" id="{id}">{json}</script>'
