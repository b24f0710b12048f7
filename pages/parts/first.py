"""Answers every page's address with a page that can be read before Streamlit has started."""

import gzip
import hashlib
import logging
import re
from functools import partial
from typing import Final
from urllib.parse import parse_qs

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from geodata.model.edition import Edition
from geodata.reader.addresses import TITLES
from geodata.reader.first_card import Asked
from geodata.reader.first_page import FirstPage, first_page, first_words
from geodata.reader.first_text import FirstText, first_text
from pages.parts.address import address_of, asked_path, below_front
from pages.parts.aside import aside
from pages.parts.host_page import host_page
from pages.parts.loading import loading
from pages.parts.shell import FRESH_S, LONGEST_ID, Chosen, choose, edition_names
from pages.parts.stretches import stretch

PATIENCE_S: Final = 1.0
"""How long a reader waits for it; then Streamlit's own page goes out, as it would without us."""
MOST_FIELDS: Final = 50
STREAMLIT_TITLE: Final = "<title>Streamlit</title>"
STREAMLIT_ROOT: Final = '<div id="root"></div>'
_SHEET: Final = re.compile(r'\n *<link rel="stylesheet" [^>]*>(?=\n)')
_FONT: Final = re.compile(r'\n *<link\s+rel="preload"[^>]*\sas="font"[^>]*>(?=\n)')
_log = logging.getLogger(__name__)


class FirstResponse:
    """Middleware: the pages' addresses get our first response; all else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; whatever goes wrong, the reader gets Streamlit's own page."""
        page = page_of(scope)
        if page is not None:
            try:
                html = await aside(partial(_html, page, scope), PATIENCE_S)
            except TimeoutError:
                html = None
            except Exception:
                _log.exception("No first response")
                html = None
            if html:
                await _response(html, Headers(scope=scope))(scope, receive, send)
                return
        await self.app(scope, receive, send)


def page_of(scope: Scope) -> str | None:
    """Return the page that a request asks for, as a key of `TITLES`; ``None`` for anything else."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    page = below_front(asked_path(scope))
    return page if page in TITLES else None


def spliced(host: str, first: FirstPage) -> str | None:
    """Put the first response into Streamlit's page; ``None`` where that is not as it was."""
    if host.count(STREAMLIT_TITLE) != 1 or host.count(STREAMLIT_ROOT) != 1:
        return None
    head, _, rest = host.partition(STREAMLIT_TITLE)
    middle, _, end = rest.partition(STREAMLIT_ROOT)
    # A style sheet in the head holds the whole page back until it has come: only the app needs it.
    sheets = "".join(f"{sheet}\n" for sheet in _SHEET.findall(middle))
    middle = _SHEET.sub("", middle)
    # Its font is larger than all of the text's, which would wait for it: fetched where it is used.
    head = _FONT.sub("", head)
    parts = (head, first.head, middle, first.before, sheets, STREAMLIT_ROOT, first.after, end)
    return "".join(parts)


@st.cache_resource(show_spinner=False, max_entries=32)
def first_text_of(loading: int, _edition: Edition) -> FirstText:
    """Return what is the same in all first responses of an edition, made once a `loading` of it."""
    return first_text(_edition)


# The log tells of a broken edition at each look: not for every request.
@st.cache_resource(show_spinner=False, max_entries=64)
def _chosen(asked: str, at: int) -> Chosen:
    return choose(asked)


def _html(page: str, scope: Scope) -> bytes | None:
    query = _query(scope)
    asked = Asked(
        page=page,
        place=query.get("place", ""),
        mention=query.get("mention", ""),
        address=address_of(scope),
        several=len(edition_names()) > 1,
        embedded=(embedded := query.get("embed") == "true"),
        map_only=embedded and query.get("text") == "no",
    )
    chosen = _chosen(query.get("edition", ""), stretch(FRESH_S))
    if chosen.edition:
        text = first_text_of(loading(chosen.edition), chosen.edition)
        first = first_page(chosen.edition, text, asked, chosen.words)
    else:
        first = first_words(asked, chosen.words)
    html = spliced(host_page(), first)
    return html.encode() if html else None


def _query(scope: Scope) -> dict[str, str]:
    """Return the address's values by name, the last of each, none longer than an id."""
    try:
        fields = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=MOST_FIELDS)
    except ValueError:  # more fields than any page of ours knows
        return {}
    return {name: values[-1][:LONGEST_ID] for name, values in fields.items()}


def _response(html: bytes, asked: Headers) -> Response:
    """Answer as Streamlit answers with its page: asked for anew each time, unless unchanged."""
    tag = f'W/"{hashlib.sha256(html).hexdigest()[:24]}"'
    headers = {"Cache-Control": "no-cache", "ETag": tag, "Vary": "Accept-Encoding"}
    if tag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in asked.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        html = gzip.compress(html, 5, mtime=0)
    return Response(html, media_type="text/html", headers=headers)
