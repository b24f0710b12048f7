"""Where the browser code lies, and how it and its data stand inside a page."""

import base64
import gzip
import hashlib
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal

STATIC: Final = Path(__file__).parents[2] / "static"
ATLAS: Final = STATIC / "atlas"
DIST: Final = ATLAS / "dist"
PACKED_FROM: Final = 500_000
"""Signs of data from which they are sent packed: below, unpacking takes longer than it saves."""
_DIGITS: Final = 8
_MANY: Final = 64
"""Digests that are kept: of every file that has one, and of what it was before a while ago."""


def script(name: Literal["reader", "pages", "map"]) -> str:
    """Return where a page's or the map's code lies below `static/`.

    It fetches the rest, from beside itself, when that is needed.
    """
    return (DIST / f"{name}.js").relative_to(STATIC).as_posix()


def address(file: str) -> str:
    """Return the address below `static/` of a file there, with a digest of what it holds now.

    What is served under that address never changes, so that browsers may keep it. The plain address
    stays good.
    """
    return f"{file}?{_digest_of(STATIC / file)}"


def never_changes(file: str, query: str) -> bool:
    """Tell whether a file below `static/`, asked for with a query, is what its digest says.

    ``file`` and ``query`` come from outside: only code, style sheets and fonts are looked at.
    """
    if len(query) != _DIGITS or not file.startswith(("atlas/", "vendor/")):
        return False
    path = STATIC / file
    ours = path.suffix in (".css", ".woff2") or path.parent == DIST
    return ours and ".." not in path.parts and path.is_file() and query == _digest_of(path)


def _digest_of(path: Path) -> str:
    return _digest(path, path.stat().st_mtime_ns)


@lru_cache(_MANY)
def _digest(path: Path, _changed_ns: int) -> str:
    # As .ci/bundle.mjs takes it for what is fetched later; a checkout may have other line ends.
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:_DIGITS]


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


def packed_element(id: str, json: str) -> str:
    """Return data as an element, packed where they are large; ``atlasHeld`` in start.js reads it.

    The host's own code goes through every sign of what it is sent, several times.
    """
    if len(json) < PACKED_FROM:
        return data_element(id, json)
    packed = base64.b64encode(gzip.compress(json.encode(), 6, mtime=0)).decode()
    return f'<script type="application/json" id="{id}" data-packed="gzip">{packed}</script>'
