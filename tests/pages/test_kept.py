"""What browsers may keep for good: files of ours, asked for by a digest of what they hold."""

import asyncio
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from geodata.reader.bundle import address
from pages.parts.headers import OwnHeaders


def cache_control(path: str, query: str, status: int = 200) -> str | None:
    """Return what our headers add for an address, to an answer that says nothing of it."""
    sent: list[Message] = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("code", status)(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [],
    }
    asyncio.run(OwnHeaders(streamlit)(scope, receive, send))
    headers: dict[bytes, bytes] = dict(sent[0]["headers"])
    found = headers.get(b"cache-control")
    return found.decode() if found else None


@pytest.mark.parametrize("base", ["", "/atlas"])
@pytest.mark.parametrize("file", ["atlas/dist/reader.js", "atlas/map/map.css"])
def test_what_an_address_names_by_its_digest_is_kept(base: str, file: str) -> None:
    path, _, digest = address(file).partition("?")
    asked = f"{base}/app/static/{path}"
    assert cache_control(asked, digest) == "public, max-age=31536000, immutable"
    assert cache_control(asked, digest, status=404) is None
    assert cache_control(asked, "") is None
    assert cache_control(asked, "00000000") is None


def test_the_same_file_elsewhere_is_not_ours() -> None:
    path, _, digest = address("atlas/dist/reader.js").partition("?")
    assert cache_control(f"/static/{path}", digest) is None
