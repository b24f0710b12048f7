"""Lets no more readers in than the server can serve; those who come then are told to wait."""

import logging
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from geodata.reader.markup import render
from pages.parts.address import asked_path, below_front
from pages.parts.descriptors import most_readers, raise_limit
from pages.parts.first import page_of
from pages.parts.seldom import Seldom

WAIT_S: Final = 20
"""How long a page that was refused waits before it asks again."""
STREAM: Final = "_stcore/stream"
SLACK: Final = 10
"""A tenth more websockets than pages: who has the page, or has lost the line, still comes in."""
HEADERS: Final = {"Retry-After": str(WAIT_S), "Cache-Control": "no-store"}
TRY_AGAIN_LATER: Final = 1013
_log = logging.getLogger(__name__)


class Full:
    """Middleware: counts open websockets; past the limit, pages and new websockets wait.

    Nothing is taken from those who are in: their files, what is fetched later, and the pages that
    they go to from here go on. (Such a page closes one websocket and opens another.)
    """

    def __init__(self, app: ASGIApp, most: int = 0) -> None:
        """Stand before an app; ``most`` readers, 0 for what setting and open files allow."""
        self.app = app
        self.most = most or most_readers(raise_limit())
        self.open = 0
        self._telling = Seldom()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if is_stream(scope):
            if self.open >= self.most + max(1, self.most // SLACK):
                self._tell()
                # Closed before it is open: the browser is told 403. An answer of our own would
                # make uvicorn write a line into the log for each.
                await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            else:
                await self._counted(scope, receive, send)
        elif self.open >= self.most and page_of(scope) is not None and not _from_here(scope):
            self._tell()
            page = HTMLResponse(render("full.html", wait_s=WAIT_S), 503, HEADERS)
            await page(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.open += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.open -= 1

    def _tell(self) -> None:
        if self._telling.now():
            _log.warning("Full: %d readers have the app open; others wait.", self.open)


def _from_here(scope: Scope) -> bool:
    """Tell whether the reader comes from a page of ours, as browsers say."""
    return Headers(scope=scope).get("sec-fetch-site") == "same-origin"


def is_stream(scope: Scope) -> bool:
    """Tell whether a request opens the websocket that pages come over."""
    if scope["type"] != "websocket":
        return False
    path = asked_path(scope)
    return (below_front(path) or path).strip("/") == STREAM
