"""What a browser may load and do on our pages and in the map's frame: their content policies."""

import base64
import hashlib
import os
import re
from functools import cache
from typing import Final

from geodata.reader.bundle import inline
from pages.parts.host_page import host_page

FRAMED_BY: Final = "ARTICLE_ATLAS_FRAMED_BY"
"""Names the sites that may show the app in a frame, parted by blanks; all may where it is unset."""
TILES: Final = "https://tile.openstreetmap.org"
"""Asked by the map alone, and only once a reader has consented."""

OURS: Final = tuple(f"atlas/page/{name}.js" for name in ("first", "lost", "start", "place-parts"))
"""Our scripts that stand in a page themselves; all others are files."""

_SOURCE: Final = re.compile(r"(?:'self'|'none'|https?://[a-z0-9.*-]+(?::[0-9*]+)?)", re.IGNORECASE)
_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_BASE: Final = {
    "default-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


def page_policy() -> str:
    """Return the policy of our pages: scripts are files of ours, and the few that stand in it.

    Streamlit makes its components' modules of blobs; its styles stand in the page.
    """
    own = {"script-src": f"'self' blob: {_hashes()}", "img-src": "'self' data: blob:"}
    return _joined({**_BASE, **own, **framing()})


def map_policy() -> str:
    """Return the policy of the map's frame, whose component evaluates what it is sent.

    Only our own page can send it anything (``static/atlas/map/parent-only.js``). Who may frame it
    is asked of all windows around it: a stricter word would close the app in others' frames.
    """
    own = {
        "script-src": "'self' 'unsafe-inline' 'unsafe-eval' data:",
        "img-src": f"'self' data: blob: {TILES}",
    }
    return _joined({**_BASE, **own, **framing()})


@cache
def framing() -> dict[str, str]:
    """Return who may frame our pages, as the host sets it; nothing where all may.

    Raises
    ------
    ValueError
        If the setting holds something that is no address of a site.
    """
    sites = os.environ.get(FRAMED_BY, "").split()
    for site in sites:
        if not _SOURCE.fullmatch(site):
            raise ValueError(
                f"{FRAMED_BY} has {site!r}, which is no site. Cure: write sites such as "
                "https://www.example.org, parted by blanks; 'none' for nobody."
            )
    return {"frame-ancestors": " ".join(sites)} if sites else {}


@cache
def _hashes() -> str:
    """Return the scripts that stand in a page, Streamlit's and ours, as sources of a policy."""
    scripts = (*_SCRIPT.findall(host_page()), *map(inline, OURS))
    return " ".join(f"'sha256-{_digest(script)}'" for script in scripts)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _joined(parts: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in parts.items())
