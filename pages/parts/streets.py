"""Serves the host's own street map: one PMTiles file, read by its readers' browsers in ranges.

Streamlit serves no static file over 200 MB, and an extract of a country is larger.
"""

import os
import re
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from geodata.reader.addresses import STREETS
from pages.parts.address import base

STREETS_VARIABLE: Final = "ARTICLE_ATLAS_STREETS"
MOST_BYTES: Final = 8 * 2**20
"""The longest range that is answered: a tile or a directory of tiles is far smaller."""
_MAGIC: Final = b"PMTiles\x03"
_RANGE: Final = re.compile(r"bytes=([0-9]{1,15})-([0-9]{1,15})")


def streets_file() -> Path | None:
    """Return the file of the host's street map, looked into; ``None`` where none is set.

    Raises
    ------
    ValueError
        If what is set is no file in the format PMTiles, version 3.
    """
    file = _set_file()
    if not file:
        return None
    try:
        with file.open("rb") as opened:
            begins = opened.read(len(_MAGIC))
    except OSError as error:
        raise ValueError(
            f"{STREETS_VARIABLE}: {str(file)!r} cannot be read: {error.strerror}. Name a file "
            "in the format PMTiles, or leave it out."
        ) from None
    if begins != _MAGIC:
        raise ValueError(
            f"{STREETS_VARIABLE}: {str(file)!r} is no file in the format PMTiles, version 3. "
            "Extract one as docs/hosting.md says, or leave it out."
        )
    return file


def streets_address() -> str:
    """Return where the street map is served, below the front page; "" where none is set."""
    return STREETS if _set_file() else ""


def _set_file() -> Path | None:
    given = os.environ.get(STREETS_VARIABLE, "").strip()
    return Path(given) if given else None


async def _streets(request: Request) -> Response:
    """Answer with a range of the file; 404 where there is none, 416 where no range is asked for."""
    file = _set_file()
    if request.path_params["folder"].strip("/") != base() or not file or not file.is_file():
        return PlainTextResponse("Not found", 404)
    if not _is_short(request.headers.get("range", "")):
        words = f"Ask for one range of at most {MOST_BYTES} bytes."
        size = {"Content-Range": f"bytes */{file.stat().st_size}"}
        return PlainTextResponse(words, 416, size)
    headers = {"Cache-Control": "no-cache"}
    return FileResponse(file, media_type="application/octet-stream", headers=headers)


def _is_short(range: str) -> bool:
    found = _RANGE.fullmatch(range.strip())
    return found is not None and 0 <= int(found[2]) - int(found[1]) < MOST_BYTES


# The path that the app is served under is known only when the server runs: any folder is looked at.
STREETS_ROUTES: Final = (Route(f"/{{folder:path}}{STREETS}", _streets, methods=["GET", "HEAD"]),)
