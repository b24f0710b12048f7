"""The kinds of arguments that several commands take."""

from __future__ import annotations

import argparse
import re
from typing import Final

MOST: Final = 1_000
"""More of anything is not counted out by hand."""


def path(text: str) -> str:
    """Return the name of a file or folder; one that can be none is refused by argparse."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("name a file or folder")
    return text


def count(text: str) -> int:
    """Return a number of one or more; any other is refused by argparse."""
    if not re.fullmatch("[0-9]{1,4}", text) or not 1 <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"give a number from 1 to {MOST:,}")
    return int(text)
