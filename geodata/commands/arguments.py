"""The kinds of arguments that several commands take."""

from __future__ import annotations

import argparse


def path(text: str) -> str:
    """Return the name of a file or folder; one that can be none is refused by argparse."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("name a file or folder")
    return text
