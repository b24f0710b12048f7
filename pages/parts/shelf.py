"""Keeps of every edition what a list shows, and which are broken, until their files change.

A few lines of text an edition: hundreds can be listed though only some of them are kept whole.
"""

import logging
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geodata.model.edition import Edition
from geodata.model.errors import EditionFaults, Fault
from geodata.storage.load import editions_root, load_edition
from geodata.storage.summary import State, Summary, read_summary, state
from geodata.wording.editions import list_lines

PATIENCE_S: Final = 0.03
"""When a list stops looking into editions that nobody has read yet; of the rest it shows less.

What has begun is ended: a large edition can take a fifth of a second more, and with it the front
page of many editions has to come within 0.3 s."""
MOST_KEPT: Final = 2000
MOST_FAULTS: Final = 100
"""How many faults of a broken edition are kept for the log; `check` tells all."""


@dataclass(frozen=True)
class Entry:
    """What a list shows of an edition."""

    id: str
    title: str
    lines: tuple[str, ...] = ()
    """Authors and date, what it holds, and how far that has been checked."""
    readable: bool = True


@dataclass(frozen=True)
class _Kept:
    """What is known of an edition, as long as its files are in this state."""

    state: State
    entry: Entry
    studied: bool
    """Whether the whole of it has been read."""
    faults: tuple[Fault, ...] = ()


_kept: dict[Path, _Kept] = {}
_studying = threading.Lock()
_log = logging.getLogger(__name__)


def load(edition_id: str) -> Edition:
    """Load an edition of the editions' folder; one found broken is not read again until changed.

    Parameters
    ----------
    edition_id
        One of the ids that `geodata.storage.load.list_editions` gives.

    Raises
    ------
    EditionFaults
        If it is broken; of many faults the first hundred.
    """
    folder = editions_root() / edition_id
    now = state(folder)
    known = _kept.get(folder)
    if known and known.faults and known.state == now:
        raise EditionFaults(known.faults)
    try:
        edition = load_edition(folder)
    except EditionFaults as faults:
        few = tuple(faults.faults[:MOST_FAULTS])
        _keep(folder, _Kept(now, _entry(folder, None), studied=True, faults=few))
        raise EditionFaults(few) from None
    entry = Entry(edition_id, edition.article.title, list_lines(edition))
    _keep(folder, _Kept(now, entry, studied=True))
    return edition


def studied(edition_id: str) -> bool:
    """Tell whether the whole edition has been read since its files changed last."""
    return _known(editions_root() / edition_id).studied


def entries(edition_ids: Iterable[str]) -> list[Entry]:
    """Return what the list shows that readers choose from.

    Of an edition that nobody has read yet, and for which there is no time now, it is title and
    authors alone, from ``edition.toml``.
    """
    end = time.monotonic() + PATIENCE_S
    found = []
    root = editions_root()
    for edition_id in edition_ids:
        known = _known(root / edition_id)
        if not known.studied and time.monotonic() < end and study(edition_id):
            known = _known(root / edition_id)
        found.append(known.entry)
    return found


def study(edition_id: str) -> bool:
    """Read an edition for what a list shows of it, and keep no more.

    Returns
    -------
    read
        ``False`` where another edition is being read just now: one at a time, or readers wait.
    """
    if not _studying.acquire(blocking=False):
        return False
    try:
        load(edition_id)
    except EditionFaults as faults:
        _log.error("Edition %s is broken; run python -m geodata check.\n%s", edition_id, faults)
    finally:
        _studying.release()
    return True


def _known(folder: Path) -> _Kept:
    now = state(folder)
    known = _kept.get(folder)
    if known and known.state == now:
        return known
    return _keep(folder, _Kept(now, _entry(folder, read_summary(folder)), studied=False))


def _entry(folder: Path, summary: Summary | None) -> Entry:
    if not summary:
        return Entry(folder.name, f"{folder.name} (cannot be read at present)", readable=False)
    return Entry(folder.name, summary.title, tuple(filter(None, [summary.authors])))


def _keep(folder: Path, kept: _Kept) -> _Kept:
    if len(_kept) >= MOST_KEPT and folder not in _kept:
        _kept.clear()  # more editions than anybody lists: begin anew rather than grow
    _kept[folder] = kept
    return kept
