"""Serves the first page of the map's frame ourselves, so that only our own page can speak to it."""

from importlib.util import find_spec
from pathlib import Path
from posixpath import normpath
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geodata.reader.bundle import inline
from pages.parts.address import asked_path, below_front
from pages.parts.policy import map_policy

COMPONENT: Final = "streamlit_folium.st_folium"
_FOLDER: Final = "component/"
_HEAD: Final = "<head>"


class MapFrame:
    """Middleware: of all components' pages only the map's is answered, with our guard first in it.

    The guard is written into the page, before the component's scripts; a component's page that
    came from anywhere else would listen to any window.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.page = guarded_page()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        asked = component_file(scope)
        if asked is None:
            await self.app(scope, receive, send)
        elif asked in (COMPONENT, f"{COMPONENT}/index.html"):
            headers = {"Cache-Control": "no-cache", "Content-Security-Policy": map_policy()}
            await HTMLResponse(self.page, headers=headers)(scope, receive, send)
        else:
            await self.app(scope, receive, _without_pages(scope, receive, send))


def component_file(scope: Scope) -> str | None:
    """Return which file of a component is asked for, without detours; ``None`` for all else."""
    if scope["type"] != "http":
        return None
    path = below_front(normpath(asked_path(scope))) or ""
    return path.removeprefix(_FOLDER) if path.startswith(_FOLDER) else None


def guarded_page() -> str:
    """Return the component's page with the guard as its first script.

    Raises
    ------
    RuntimeError
        If streamlit-folium is not installed, or its page is not as it was when this was written.
    """
    spec = find_spec("streamlit_folium")  # imported, it wants a runtime
    folders = (spec and spec.submodule_search_locations) or []
    files = [Path(folder) / "frontend/build/index.html" for folder in folders]
    html = files[0].read_text("utf-8") if files and files[0].is_file() else ""
    before, head, after = html.partition(_HEAD)
    if not head or "<script" in before:
        raise RuntimeError(
            "The page of streamlit-folium’s component is not as expected. Cure: install the "
            "version that requirements.txt names."
        )
    return f"{before}{head}<script>{inline('atlas/map/parent-only.js')}</script>{after}"


def _without_pages(scope: Scope, receive: Receive, send: Send) -> Send:
    """Return what sends an answer on, or "not found" in place of a page."""
    refused = False

    async def send_file(message: Message) -> None:
        nonlocal refused
        if message["type"] == "http.response.start":
            kind = Headers(raw=message["headers"]).get("content-type", "")
            refused = not kind or "html" in kind or "xml" in kind
            if refused:
                await PlainTextResponse("Not found", 404)(scope, receive, send)
        if not refused:
            await send(message)

    return send_file
