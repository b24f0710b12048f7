"""A small invented edition on both sides of 180°: two areas cut there, an island cut off, a route.

It lies in ``tests/pacific_edition/``. Nothing in it is true but where the islands are.
"""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

ID = "pacific"
FOLDER = Path(__file__).parent / "pacific_edition"


def write_pacific(root: Path) -> Path:
    """Write the edition into a new folder in ``root``, and return that folder."""
    return Path(copytree(FOLDER, root / ID))
