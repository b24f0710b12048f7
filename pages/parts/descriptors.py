"""Open files: how many the server may have, how many readers that allows, and when they run out."""

import asyncio
import logging
import os
import sys
from typing import Any, Final

from pages.parts.seldom import Seldom

if sys.platform != "win32":  # which counts open files in another way
    import resource

READERS: Final = "ARTICLE_ATLAS_READERS"
"""How many readers may have the app open at once; by the open files that are allowed if unset."""
MOST_FILES: Final = 65_536
"""What the server raises its limit to, if the host allows so many."""
PER_READER: Final = 6
"""A session holds four, its page's requests another one or two."""
RESERVE: Final = 480
"""For all else: Streamlit keeps up to 128 sessions of readers who have left, three files each."""
MOST_READERS: Final = 2000
"""What one process serves in a gigabyte, however many files there may be."""
FULL: Final = "socket.accept() out of system resource"
_log = logging.getLogger(__name__)


def raise_limit() -> int:
    """Raise the limit of open files as far as the host allows; return it, 0 where there is none."""
    if sys.platform == "win32":
        return 0
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    aim = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < aim:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (aim, hard))
            soft = aim
        except (OSError, ValueError):  # some systems have a lower limit than they say
            _log.warning("The limit of open files stays at %d", soft)
    return 0 if soft == resource.RLIM_INFINITY else soft


def most_readers(files: int) -> int:
    """Return how many readers may have the app open at once.

    Parameters
    ----------
    files
        How many files may be open; 0 for no limit.

    Raises
    ------
    ValueError
        If the host's setting is no number above 0.
    """
    given = os.environ.get(READERS, "").strip()
    if given:
        if not (given.isascii() and given.isdigit() and 0 < len(given) < 8 and int(given)):
            raise ValueError(
                f"{READERS} is {given!r}, which is no number of readers. Cure: write a whole "
                "number above 0, or leave it out."
            )
        return int(given)
    return min(MOST_READERS, max(1, (files - RESERVE) // PER_READER)) if files else MOST_READERS


def quiet_when_full() -> None:
    """Have the running event loop tell once a minute, not a thousand times, that files ran out."""
    loop = asyncio.get_running_loop()
    before, telling = loop.get_exception_handler(), Seldom()

    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if context.get("message") != FULL:
            before(loop, context) if before else loop.default_exception_handler(context)
        elif telling.now():
            _log.error(
                "No open file is left for another connection. Cure: raise the limit of open files "
                "(LimitNOFILE=), or lower %s.",
                READERS,
            )

    loop.set_exception_handler(handle)
