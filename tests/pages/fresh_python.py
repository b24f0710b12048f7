"""Runs code in a Python of its own, for what a process does once."""

import subprocess
import sys

from tests.repository import ROOT


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Return how code ended in a new process at the repository's root, and what it printed.

    Raises
    ------
    subprocess.CalledProcessError
        If it did not end well.
    """
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
