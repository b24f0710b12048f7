"""Loads an edition from its folder: all of it, or an error that lists every fault of every file.

Needs shapely, but no geopandas, so that the app starts quickly; ``geodata.storage.check`` does
the rest.
"""

from __future__ import annotations

import os
from pathlib import Path

from geodata.checking import coverage, rules
from geodata.checking.edition_parts import Parts, read_records, unknown_keys
from geodata.model.base import is_slug, shorten
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.errors import EditionFaults, Fault
from geodata.model.mentions import Mention
from geodata.model.routes import Route
from geodata.model.themes import Speaker, Theme
from geodata.storage.article_file import read_article
from geodata.storage.files import has_file, read_toml
from geodata.storage.places_file import read_places
from geodata.writing.journal import state

EDITIONS_VARIABLE = "ARTICLE_ATLAS_EDITIONS"
MOST_READINGS = 3
"""How often an edition is read that is written again and again meanwhile."""
_OWN_EDITIONS = Path(__file__).parents[1] / "editions"


def editions_root() -> Path:
    """Return the folder of the editions: the project's own, or what the environment names."""
    return Path(os.environ.get(EDITIONS_VARIABLE) or _OWN_EDITIONS)


def list_editions(root: Path | None = None) -> tuple[str, ...]:
    """Return the ids of the editions in a folder, sorted; none where it does not exist.

    An edition is a folder that is named by a slug; whether it can be loaded is not looked at.
    """
    folder = root or editions_root()
    if not folder.is_dir():
        return ()
    return tuple(sorted(one.name for one in folder.iterdir() if one.is_dir() and is_slug(one.name)))


def edition_folder(id: str, root: Path | None = None) -> Path:
    """Return the folder of the edition with this id.

    Raises
    ------
    EditionFaults
        If there is none, or the id is no slug (so that no id leads out of the editions' folder).
    """
    known = list_editions(root)
    if id not in known:
        cure = f"Choose one of: {', '.join(known)}." if known else "Add an edition's folder."
        raise EditionFaults([Fault(shorten(id), "", "There is no such edition.", cure)])
    return (root or editions_root()) / id


def load_edition(folder: Path) -> Edition:
    """Load the edition that a folder holds.

    Raises
    ------
    EditionFaults
        With everything that is wrong with any of its files, sorted by file. It never half-loads.
    """
    parts = read_parts(folder)
    if parts.faults or parts.article is None:
        raise EditionFaults(parts.faults)
    return edition_of(parts, folder)


def read_parts(folder: Path) -> Parts:
    """Read the edition that a folder holds, and all that is wrong with any of its files.

    It is read again where somebody wrote meanwhile: no edition is made of files of two states.

    Raises
    ------
    EditionFaults
        If there is no such folder.
    """
    folder = Path(folder)
    if not folder.is_dir():
        cure = "Name an edition's folder."
        raise EditionFaults([Fault(folder.name, "", "There is no such folder.", cure)])
    for _ in range(MOST_READINGS):
        before = state(folder)
        parts = _read(folder)
        if state(folder) == before:
            break
    return parts


def _read(folder: Path) -> Parts:
    parts = Parts()
    read_article(parts, folder)
    _read_table(parts, folder, "mentions.toml", "mention", Mention)
    claims = any(has_file(folder, f"{name}.toml") for name in ("claims", "speakers", "route"))
    if claims:
        _read_table(parts, folder, "claims.toml", "claim", Claim)
        _read_table(parts, folder, "speakers.toml", "speaker", Speaker)
    themed = any(claim.themes for claim in parts.claims) or "claim" in parts.incomplete
    if themed or has_file(folder, "themes.toml"):
        _read_table(parts, folder, "themes.toml", "theme", Theme)
    if has_file(folder, "route.toml"):
        _read_table(parts, folder, "route.toml", "route", Route)
    parts.optional = {
        *(() if claims else ("claim", "speaker")),
        *(() if has_file(folder, "themes.toml") else ("theme",)),
    }
    read_places(parts, folder)
    rules.apply(parts)
    coverage.apply(parts)
    parts.faults = in_order(parts.faults)
    return parts


def edition_of(parts: Parts, folder: Path) -> Edition:
    """Make the edition of a folder from its parts, of which none may be faulty."""
    assert parts.article is not None
    return Edition(
        id=Path(folder).resolve().name,
        article=parts.article,
        themes=parts.themes,
        speakers=parts.speakers,
        places=parts.places,
        mentions=parts.mentions,
        claims=parts.claims,
        notes=parts.notes,
        changes=parts.changes,
        routes=parts.routes,
    )


def in_order(faults: list[Fault]) -> list[Fault]:
    """Sort by file, keeping the order of the records, and leave out what is said twice."""
    return sorted(dict.fromkeys(faults), key=lambda fault: fault.file)


def _read_table(
    parts: Parts,
    folder: Path,
    file: str,
    kind: str,
    model: type[Theme | Speaker | Mention | Claim | Route],
) -> None:
    """Read a file that is one list of tables into the parts of that kind."""
    table, faults = read_toml(folder, file)
    parts.faults += faults
    if table is None:
        parts.incomplete.add(kind)
        return
    unknown_keys(parts, file, table, (kind,))
    setattr(parts, kind + "s", read_records(parts, model, kind, file, table.get(kind, [])))
