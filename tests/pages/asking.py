"""Asks a server in which something else stands behind the app's door."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from pages.parts.door import MIDDLEWARE, ROUTES

Scope = MutableMapping[str, Any]


class Answer:
    """An answer of the server: status, headers with small names, body."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self) -> str:
        return self.body.decode()


def scope_of(path: str, query: str = "", **more: Any) -> Scope:
    headers = {"host": "www.example.org", **more.pop("headers", {})}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "method": "GET",
        "scheme": "https",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        **more,
    }


async def asked(app: Starlette, scope: Scope) -> Answer:
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(one.get("body", b"") for one in sent[1:]))


def host(kind: str = "text/plain") -> Route:
    """Return what stands behind the door: it answers every address with the same words."""

    async def answer(request: object) -> Response:
        headers = {"Referrer-Policy": "no-referrer", "Content-Type": kind}
        return Response("Streamlit’s own", headers=headers)

    return Route("/{path:path}", answer, methods=["GET", "PUT", "POST", "DELETE", "OPTIONS"])


def ask(path: str = "/", query: str = "", *, kind: str = "text/plain", **more: Any) -> Answer:
    """Ask a server in which something else, of some media type, stands behind the door."""
    routes = [*ROUTES, host(kind)]
    return asyncio.run(
        asked(Starlette(routes=routes, middleware=list(MIDDLEWARE)), scope_of(path, query, **more))
    )
