"""Keeps the log from being flooded: what goes on and on is told once in a while."""

import time
from typing import Final

TOLD_EVERY_S: Final = 60.0


class Seldom:
    """Says whether something is to be told: at first, and again once a minute has passed."""

    def __init__(self) -> None:
        self._told = -TOLD_EVERY_S

    def now(self) -> bool:
        """Return whether to tell it now, and count it as told."""
        if time.monotonic() - self._told < TOLD_EVERY_S:
            return False
        self._told = time.monotonic()
        return True
