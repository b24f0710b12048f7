"""Tells under which address the app stands, for what other sites must fetch by a whole address."""

import os
import re
from typing import Final

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import Scope

from geodata.model.errors import AddressError

ADDRESS_VARIABLE: Final = "ARTICLE_ATLAS_ADDRESS"
_WEB_ADDRESS: Final = re.compile(r"https?://[^\s/?#\"'<>\\@]+(?:/[^\s?#\"'<>\\]*)?")
_HOST: Final = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?", re.I
)


def set_address() -> str:
    """Return the front page's address as the operator gives it, with a slash at its end, or "".

    Raises
    ------
    AddressError
        If the environment variable holds no address of the web.
    """
    given = os.environ.get(ADDRESS_VARIABLE, "").strip()
    if given and not _WEB_ADDRESS.fullmatch(given):
        raise AddressError(
            f"{ADDRESS_VARIABLE}: {given!r} is no address of the web. Write it as "
            "https://www.example.org/atlas/, or leave it out."
        )
    return f"{given.rstrip('/')}/" if given else ""


def address_of(scope: Scope) -> str:
    """Return the front page's address for one request, with a slash at its end, or "".

    Without the operator's word it is the host that was asked for; a malformed one gives "". The
    scheme is the server's own, which believes a proxy's word for it only from the same machine.
    ``X-Forwarded-Host`` is nobody's word.
    """
    if given := set_address():
        return given
    hosts = Headers(scope=scope).getlist("host")
    scheme = scope.get("scheme", "")
    if len(hosts) != 1 or not _HOST.fullmatch(hosts[0]) or scheme not in ("http", "https"):
        return ""
    folder = "".join(f"/{part}" for part in (scope.get("root_path", "").strip("/"), base()) if part)
    return f"{scheme}://{hosts[0]}{folder}/"


def asked_path(scope: Scope) -> str:
    """Return the path that a request asks for, without what a proxy has put before the server's."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


def below_front(path: str) -> str | None:
    """Return what of a path follows the front page's; ``None`` for a path outside of the app."""
    front = f"/{base()}/" if base() else "/"
    return path.removeprefix(front) if path.startswith(front) else None


def base() -> str:
    """Return the path that the app is served under, without slashes around it; "" for none."""
    return str(st.get_option("server.baseUrlPath") or "").strip("/")
