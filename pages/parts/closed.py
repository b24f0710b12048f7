"""Closes what Streamlit leaves open and the app has no use for: uploads, and its own figures."""

import os
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.parts.address import asked_path, below_front

METRICS: Final = "ARTICLE_ATLAS_METRICS"
"""Set to ``open``, the server's figures can be read by whoever reaches the server."""


class Closed:
    """Middleware: refuses uploads, which the app never asks for, and keeps metrics to the host.

    Any open session could store files in the server's memory otherwise.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        words = refusal(scope)
        if words:
            await PlainTextResponse(words, 403)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def refusal(scope: Scope) -> str:
    """Return why a request is refused; "" where it is not."""
    if scope["type"] != "http":
        return ""
    path = asked_path(scope)
    core = (below_front(path) or path).strip("/").removeprefix("_stcore/")
    if core.startswith("upload_file"):
        return "This app takes no files."
    if core.startswith("metrics") and os.environ.get(METRICS) != "open":
        return f"Not public. The host can open it: {METRICS}=open."
    return ""
