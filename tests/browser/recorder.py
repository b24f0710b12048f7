"""Record what a page does that it must not: requests beyond this machine, errors in the console."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError, WebSocket

OWN_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
OWN_SCHEMES = frozenset({"data", "blob", "about", "file"})

# Streamlit looks for itself under the page's own path first when one of `pages/` is opened from a
# cold link, and finds itself one level up: these two answers of 404 are its own, and no fault.
STREAMLIT_PROBE = re.compile(r"/(places|claims|ledger|data|about)/_stcore/(health|host-config)$")


def is_outside(url: str) -> bool:
    """Tell whether a request to this address would leave the machine."""
    parts = urlsplit(url)
    return parts.scheme not in OWN_SCHEMES and parts.hostname not in OWN_HOSTS


@dataclass
class Recorder:
    """What one browser context has done so far."""

    outside: list[str] = field(default_factory=list)
    """Addresses beyond this machine that were asked for (and refused)."""
    errors: list[str] = field(default_factory=list)
    """Console messages of level error, and exceptions nobody caught."""
    outside_allowed: bool = False
    errors_allowed: bool = False

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page of a context: all frames, pop-ups and web sockets included."""
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", self._on_web_error)
        context.on("page", self._on_page)

    def _on_page(self, page: Page) -> None:
        page.on("websocket", self._on_socket)

    def _on_request(self, request: Request) -> None:
        if is_outside(request.url):
            self.outside.append(f"{request.resource_type} {request.url}")

    def _on_socket(self, socket: WebSocket) -> None:
        if is_outside(socket.url):
            self.outside.append(f"websocket {socket.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        where = message.location
        probe = STREAMLIT_PROBE.search(urlsplit(where.get("url", "")).path)
        if message.type == "error" and not probe:
            self.errors.append(f"{message.text} ({where.get('url')}:{where.get('lineNumber')})")

    def _on_web_error(self, error: WebError) -> None:
        self.errors.append(f"exception: {error.error}")

    def faults(self) -> list[str]:
        """Return what was recorded and not allowed, in words."""
        faults = []
        if not self.outside_allowed:
            faults += [f"request beyond this machine: {url}" for url in self.outside]
        if not self.errors_allowed:
            faults += [f"error in the browser's console: {error}" for error in self.errors]
        return faults
