"""Serves pictures: of each edition and place for other sites, a small map for our own list."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geodata.model.edition import Edition
from geodata.model.errors import EditionFaults, UnknownIdError
from geodata.publish.preview import preview_png
from geodata.publish.small_map import small_map
from geodata.reader.addresses import PREVIEWS
from geodata.storage.load import editions_root
from geodata.storage.summary import State, state
from pages.parts.address import base
from pages.parts.aside import aside
from pages.parts.loading import loading
from pages.parts.shelf import load
from pages.parts.shell import edition_names, whole_edition

PATIENCE_S: Final = 20.0
FRESH_S: Final = 3600
_one_at_a_time = asyncio.Lock()


@dataclass(frozen=True)
class _Picture:
    data: bytes
    kind: Literal["image/png", "image/webp"]

    @property
    def tag(self) -> str:
        """What tells it from another."""
        return f'"{hashlib.sha256(self.data).hexdigest()[:24]}"'


async def _preview(request: Request) -> Response:
    """Answer with the picture of an edition, or of a place."""
    asked = request.path_params
    return await _answer(request, partial(_found, asked["edition"], asked.get("place", "")))


async def _small(request: Request) -> Response:
    """Answer with the small map of an edition."""
    return await _answer(request, partial(_found_small, request.path_params["edition"]))


async def _answer(request: Request, look: Callable[[], _Picture | None]) -> Response:
    """Answer with a picture; 404 for what there is not, 503 where it takes too long."""
    if request.path_params["folder"].strip("/") != base():
        return PlainTextResponse("Not found", 404)
    try:
        async with _one_at_a_time:  # drawing takes a second of the processor
            picture = await aside(look, PATIENCE_S)
    except TimeoutError:
        return PlainTextResponse("Try again later", 503, {"Retry-After": "60"})
    if not picture:
        return PlainTextResponse("Not found", 404)
    headers = {"Cache-Control": f"public, max-age={FRESH_S}", "ETag": picture.tag}
    if picture.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(picture.data, media_type=picture.kind, headers=headers)


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
    return _Picture(png, "image/png")


def _found_small(edition_id: str) -> _Picture | None:
    if edition_id not in edition_names():
        return None
    return _drawn_small(edition_id, state(editions_root() / edition_id))


# Kept by the state of the files, and the edition itself is not: of hundreds, few are kept whole,
# and a list must not push out those that are being read.
@st.cache_resource(show_spinner=False, max_entries=1000)
def _drawn_small(edition_id: str, state: State) -> _Picture | None:
    try:
        edition = load(edition_id)
    except EditionFaults:  # the list's own look has told the log
        return None
    return _Picture(small_map(edition), "image/webp")


# The path that the app is served under is known only when the server runs: any folder is looked at.
PREVIEW_ROUTES: Final = (
    Route(f"/{{folder:path}}{PREVIEWS}/small/{{edition}}.webp", _small),
    Route(f"/{{folder:path}}{PREVIEWS}/{{edition}}.png", _preview),
    Route(f"/{{folder:path}}{PREVIEWS}/{{edition}}/{{place}}.png", _preview),
)
