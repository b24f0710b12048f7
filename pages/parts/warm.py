"""Warms the server at its start: reads the editions, makes what is the same for all readers."""

import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Final

from streamlit import runtime

from geodata.reader.addresses import query
from pages.parts.aside import aside
from pages.parts.descriptors import quiet_when_full
from pages.parts.drawn import drawn
from pages.parts.first import first_text_of
from pages.parts.loading import loading
from pages.parts.rehearsal import rehearse
from pages.parts.shelf import entries, studied, study
from pages.parts.shell import MOST_EDITIONS, edition_names, whole_edition

PATIENCE_S: Final = 10.0
"""How long the server waits at its start; what is not ready by then is made meanwhile."""
REHEARSAL_S: Final = 5.0
_log = logging.getLogger(__name__)


@asynccontextmanager
async def warmed(app: object) -> AsyncIterator[dict[str, Any]]:
    """Warm the server before it answers; the first reader then waits no longer than the next."""
    quiet_when_full()
    ready: list[str] = []
    try:
        await aside(partial(_warm, ready), PATIENCE_S)
    except TimeoutError:
        pass
    except Exception:
        _log.exception("The server starts cold")
    if ready and runtime.exists():
        await _rehearsed(ready[0])
    yield {}


async def _rehearsed(edition_id: str) -> None:
    try:
        await rehearse(query(edition=edition_id), REHEARSAL_S)
    except Exception:  # also where Streamlit's inner parts are others: a reader opens the page then
        _log.warning("The front page was not opened at the start", exc_info=True)


def _warm(ready: list[str]) -> None:
    """Make what readers get, and note whose; of editions beyond the first, a line for lists."""
    names = edition_names()
    entries(names)
    for name in names[:MOST_EDITIONS]:
        if edition := whole_edition(name):
            first_text_of(loading(edition), edition)
            drawn(loading(edition), edition)
            ready.append(name)
    for name in names[MOST_EDITIONS:]:
        start = time.monotonic()
        if not studied(name):
            study(name)
        time.sleep(3 * (time.monotonic() - start))  # readers who have come meanwhile go first
