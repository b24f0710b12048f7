"""Warms the server at its start: reads the editions, makes what is the same for all readers."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from pages.parts.aside import aside
from pages.parts.drawn import drawn
from pages.parts.first import first_text_of
from pages.parts.shell import MOST_EDITIONS, edition_names, whole_edition

PATIENCE_S: Final = 10.0
"""How long the server waits at its start; what is not ready by then is made meanwhile."""
_log = logging.getLogger(__name__)


@asynccontextmanager
async def warmed(app: object) -> AsyncIterator[dict[str, Any]]:
    """Warm the server before it answers; the first reader then waits no longer than the next."""
    try:
        await aside(_warm, PATIENCE_S)
    except TimeoutError:
        pass
    except Exception:
        _log.exception("The server starts cold")
    yield {}


def _warm() -> None:
    for name in edition_names()[:MOST_EDITIONS]:
        if edition := whole_edition(name):
            first_text_of(edition.id, edition)
            drawn(edition.id, edition)
