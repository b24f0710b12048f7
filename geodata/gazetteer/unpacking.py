"""Unpacks the committed gazetteer into a cache folder, once, whole or not at all."""

from __future__ import annotations

import hashlib
import lzma
import os
from pathlib import Path
from typing import Final

from geodata.gazetteer.errors import MissingGazetteerError
from geodata.gazetteer.schema import DIGEST, PACKED
from geodata.writing.whole_folders import built_in, write_inside

CACHE_VARIABLE: Final = "ARTICLE_ATLAS_CACHE"
LARGEST_BYTES: Final = 400_000_000
"""More than that is never unpacked."""
_CHUNK: Final = 1 << 20
_CURE: Final = "Get it again (git checkout geodata/gazetteer/data), or build it (make geodata)."


def cache_folder() -> Path:
    """Return the folder for what can be made again: of the environment, or the user's own."""
    if given := os.environ.get(CACHE_VARIABLE):
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "article-atlas"


def unpacked(packed: Path = PACKED, digest: Path = DIGEST, folder: Path | None = None) -> Path:
    """Return the gazetteer's unpacked file, made first where it is not there yet.

    Its name holds its SHA-256, so that every version has a file of its own; two processes that
    unpack at once each put the same whole file in place.

    Raises
    ------
    MissingGazetteerError
        If the committed file is not there, or does not hold what belongs to this version.
    OSError
        If the cache folder cannot be written to.
    """
    wanted, size = _expected(digest)
    goal = (folder or cache_folder()) / f"gazetteer-{wanted[:16]}.sqlite"
    if goal.is_file() and goal.stat().st_size == size:
        return goal
    try:
        with built_in(goal.parent) as work:
            found = _unpack(packed, work / goal.name)
            if found != wanted:
                fault = (
                    f"{packed}: It holds {found[:16]}…, not {wanted[:16]}…, as {digest.name} says."
                )
                raise MissingGazetteerError(f"{fault} Cure: {_CURE}")
            write_inside(goal.parent, goal.name, work / goal.name)
    except FileNotFoundError as error:
        fault = f"The gazetteer {packed} is not there."
        raise MissingGazetteerError(f"{fault} Cure: {_CURE}") from error
    except (lzma.LZMAError, EOFError) as error:
        fault = f"The gazetteer {packed} cannot be unpacked: {error}."
        raise MissingGazetteerError(f"{fault} Cure: {_CURE}") from error
    return goal


def _expected(digest: Path) -> tuple[str, int]:
    """Return the SHA-256 and the size of the unpacked file."""
    try:
        wanted, size = digest.read_text("ascii").split()
        return wanted, int(size)
    except (OSError, ValueError) as error:
        fault = f"{digest} does not say what the gazetteer must be."
        raise MissingGazetteerError(f"{fault} Cure: {_CURE}") from error


def _unpack(packed: Path, goal: Path) -> str:
    """Unpack a file; return the SHA-256 of what it held."""
    sha, written = hashlib.sha256(), 0
    with lzma.open(packed) as source, goal.open("wb") as target:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > LARGEST_BYTES:
                fault = f"{packed}: It holds more than {LARGEST_BYTES:,} bytes."
                raise MissingGazetteerError(f"{fault} Cure: {_CURE}")
            sha.update(chunk)
            target.write(chunk)
    return sha.hexdigest()
