"""Serves the picture that other sites show beside a link, one for each edition and each place."""

import asyncio
import hashlib
from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geodata.model.edition import Edition
from geodata.model.errors import UnknownIdError
from geodata.publish.preview import preview_png
from geodata.reader.addresses import PREVIEWS
from pages.parts.address import base
from pages.parts.aside import aside
from pages.parts.loading import loading
from pages.parts.shell import edition_names, whole_edition

PATIENCE_S: Final = 20.0
FRESH_S: Final = 3600
_one_at_a_time = asyncio.Lock()


@dataclass(frozen=True)
class _Picture:
    png: bytes
    tag: str


async def _preview(request: Request) -> Response:
    """Answer with a picture; 404 for what there is not, 503 where it takes too long."""
    asked = request.path_params
    if asked["folder"].strip("/") != base():
        return PlainTextResponse("Not found", 404)
    try:
        async with _one_at_a_time:  # drawing takes a second of the processor
            look = partial(_found, asked["edition"], asked.get("place", ""))
            picture = await aside(look, PATIENCE_S)
    except TimeoutError:
        return PlainTextResponse("Try again later", 503, {"Retry-After": "60"})
    if not picture:
        return PlainTextResponse("Not found", 404)
    headers = {"Cache-Control": f"public, max-age={FRESH_S}", "ETag": picture.tag}
    if picture.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(picture.png, media_type="image/png", headers=headers)


def _found(edition_id: str, place_id: str) -> _Picture | None:
    edition = whole_edition(edition_id) if edition_id in edition_names() else None
    if not edition:
        return None
    try:
        place = edition.place(place_id) if place_id else None
    except UnknownIdError:
        return None
    return _drawn(loading(edition), place.id if place else "", edition)


@st.cache_resource(show_spinner=False, max_entries=64)
def _drawn(loading: int, place_id: str, _edition: Edition) -> _Picture:
    png = preview_png(_edition, _edition.place(place_id) if place_id else None)
    return _Picture(png, f'"{hashlib.sha256(png).hexdigest()[:24]}"')


# The path that the app is served under is known only when the server runs: any folder is looked at.
ROUTES: Final = (
    Route(f"/{{folder:path}}{PREVIEWS}/{{edition}}.png", _preview),
    Route(f"/{{folder:path}}{PREVIEWS}/{{edition}}/{{place}}.png", _preview),
)
