"""Puts the same headers on every answer of the server; the one table of them stands here."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geodata.reader.bundle import never_changes
from pages.parts.policy import page_policy

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",  # a file is what it is served as
    "Referrer-Policy": "strict-origin-when-cross-origin",  # others hear of the site, not the page
    "Permissions-Policy": ", ".join(
        f"{power}=()"
        for power in ("camera", "geolocation", "microphone", "payment", "usb", "serial", "midi")
    ),
}
FOR_GOOD: Final = {"Cache-Control": "public, max-age=31536000, immutable"}
"""For what is served under an address that says what it holds: a year, the longest there is."""
_STATIC: Final = "/app/static/"
"""Where Streamlit serves `static/`, under whatever base path."""


class OwnHeaders:
    """Middleware: adds to every answer the `HEADERS` that it lacks, to a page its policy too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                more = FOR_GOOD if message["status"] == 200 and _is_for_good(scope) else {}
                for name, value in {**HEADERS, **more}.items():
                    headers.setdefault(name, value)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Content-Security-Policy", page_policy())
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _is_for_good(scope: Scope) -> bool:
    _, static, file = scope["path"].partition(_STATIC)
    return bool(static) and never_changes(file, scope["query_string"].decode("latin-1"))
