"""Answers that are made anew every few seconds, safe for many threads.

Streamlit's ``ttl`` is not: an answer may run out between its two looks at the cache, and the second
raises `KeyError`. The stretch of time as an argument, and ``max_entries``, do the same.
"""

import time


def stretch(seconds: float) -> int:
    """Return which stretch of so many seconds it is now: an argument that changes with time."""
    return int(time.monotonic() / seconds)
