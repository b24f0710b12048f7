"""Loads an edition from its folder: all of it, or an error that lists every fault of every file.

Needs shapely, but no geopandas, so that the app starts quickly; ``geodata.check`` does the rest.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from geodata import rules
from geodata.article import Article, Block, Change, Note, block_faults
from geodata.claims import Claim
from geodata.edition import Edition
from geodata.errors import EditionFaults, Fault
from geodata.files import LARGEST_TEXT, read_json, read_text, read_toml
from geodata.geometry import read_geometry
from geodata.mentions import Mention
from geodata.parts import Parts, read_record, read_records, record_name, unknown_keys
from geodata.places import Place
from geodata.routes import Route
from geodata.themes import Speaker, Theme
from geodata.values import SLUG_PATTERN, shorten

EDITIONS_VARIABLE = "ARTICLE_ATLAS_EDITIONS"
_OWN_EDITIONS = Path(__file__).parent / "editions"
_EDITION_KEYS = (
    *("id", "title", "language", "authors", "publisher", "date_published", "url", "rights"),
    *("publish", "code_points", "written", "block", "note", "change"),
)
_WORLD = {"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"}


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
    return tuple(
        sorted(one.name for one in folder.iterdir() if one.is_dir() and _is_slug(one.name))
    )


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
    folder = Path(folder)
    if not folder.is_dir():
        cure = "Name an edition's folder."
        raise EditionFaults([Fault(folder.name, "", "There is no such folder.", cure)])
    parts = Parts()
    _read_article(parts, folder)
    _read_table(parts, folder, "themes.toml", "theme", Theme)
    _read_table(parts, folder, "speakers.toml", "speaker", Speaker)
    _read_table(parts, folder, "mentions.toml", "mention", Mention)
    _read_table(parts, folder, "claims.toml", "claim", Claim)
    if (folder / "route.toml").exists():
        _read_table(parts, folder, "route.toml", "route", Route)
    _read_places(parts, folder)
    rules.apply(parts)
    if parts.faults or parts.article is None:
        raise EditionFaults(_in_order(parts.faults))
    return Edition(
        id=folder.resolve().name,
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


def _is_slug(name: str) -> bool:
    return re.fullmatch(SLUG_PATTERN, name) is not None


def _in_order(faults: list[Fault]) -> list[Fault]:
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


def _read_article(parts: Parts, folder: Path) -> None:
    """Read ``article.txt`` and ``edition.toml``."""
    text, text_faults = read_text(folder, "article.txt")
    table, table_faults = read_toml(folder, "edition.toml")
    parts.faults += text_faults + table_faults
    parts.incomplete |= {"block", "note", "change"} if table is None else set()
    if table is None:
        return
    unknown_keys(parts, "edition.toml", table, _EDITION_KEYS)
    if table.get("id") != folder.resolve().name:
        fault = f"`id` is {shorten(table.get('id'))}, but the folder is {folder.resolve().name!r}."
        parts.say("edition.toml", "", fault, "Give both the same slug.")
    elif not _is_slug(table["id"]):
        cure = "Use a-z, 0-9 and single hyphens."
        parts.say("edition.toml", "", f"`id` is {shorten(table['id'])}, which is not an id.", cure)
    blocks = read_records(parts, Block, "block", "edition.toml", table.get("block", []))
    parts.notes = read_records(parts, Note, "note", "edition.toml", table.get("note", []))
    parts.changes = read_records(parts, Change, "change", "edition.toml", table.get("change", []))
    if text is None or not _text_fits(parts, text, table.get("code_points")):
        return
    if "block" in parts.incomplete:
        blocks_fit = False
    else:
        found = list(block_faults(text, blocks))
        for block, fault, cure in found:
            parts.say("edition.toml", f"block {block}" if block else "", fault, cure)
        blocks_fit = not found
    left = {"id", "code_points", "block", "note", "change"} | (table.keys() - set(_EDITION_KEYS))
    facts = {key: value for key, value in table.items() if key not in left}
    # Blocks at fault are said above; one that holds everything lets the rest be looked at.
    whole = Block(id="all", kind="paragraph", start=0, end=len(text))
    facts |= {"text": text, "blocks": blocks if blocks_fit and blocks else (whole,)}
    parts.article = read_record(parts, Article, "article", "edition.toml", "", facts)


def _text_fits(parts: Parts, text: str, code_points: Any) -> bool:
    if not text.strip():
        parts.say("article.txt", "", "It holds no text.", "Put the article's text into it.")
        return False
    if len(text) > LARGEST_TEXT:
        fault = f"It holds {len(text):,} code points; {LARGEST_TEXT:,} are allowed."
        parts.say("article.txt", "", fault, "Split the article into several editions.")
        return False
    if found := re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
        fault = f"It holds the control character U+{ord(found[0]):04X} at {found.start()}."
        parts.say("article.txt", "", fault, "Remove that character.")
    if type(code_points) is not int or code_points != len(text):
        fault = f"`code_points` is {shorten(code_points)}, but article.txt holds {len(text)}."
        cure = "If the text was changed by mistake, put it back; else correct `code_points`."
        parts.say("edition.toml", "", fault, cure)
    return True


def _read_places(parts: Parts, folder: Path) -> None:
    """Read ``places.geojson``."""
    file = "places.geojson"
    collection, faults = read_json(folder, file)
    parts.faults += faults
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or collection.get("type") != "FeatureCollection":
        parts.incomplete.add("place")
        if not faults:
            cure = 'Write {"type": "FeatureCollection", "features": […]}.'
            parts.say(file, "", "It is not a GeoJSON FeatureCollection.", cure)
        return
    if (name := _other_crs(collection)) is not None:
        fault = f"Its coordinates are in {shorten(name)}."
        parts.say(file, "", fault, "Save it in WGS 84 (EPSG:4326), longitude first.")
    records = [
        record
        for number, feature in enumerate(features, 1)
        if (record := _place_record(parts, file, number, feature)) is not None
    ]
    parts.places = read_records(parts, Place, "place", file, records)


def _other_crs(collection: dict[str, Any]) -> object:
    """Return the reference system that a file names, if it is not WGS 84."""
    crs = collection.get("crs")
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else crs
    return None if isinstance(name, str) and name in _WORLD else name


def _place_record(parts: Parts, file: str, number: int, feature: Any) -> dict[str, Any] | None:
    """Return a feature's properties and geometry as one table."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    name = record_name("place", number, properties)
    if not isinstance(properties, dict) or feature.get("type") != "Feature":
        parts.say(file, name, "It is not a GeoJSON Feature.", "Give it type and properties.")
        parts.incomplete.add("place")
        return None
    if "geometry" in properties:
        parts.say(file, name, "The key `geometry` is not known.", "Remove it.")
    if isinstance(properties.get("id"), str):
        parts.ids.setdefault("place", set()).add(properties["id"])
    if feature.get("id", properties.get("id")) != properties.get("id"):
        fault = f"The feature's id is {shorten(feature['id'])}, its property `id` another."
        parts.say(file, name, fault, "Make them the same, or remove the feature's id.")
    try:
        return properties | {"geometry": read_geometry(feature.get("geometry"))}
    except PydanticCustomError as error:
        context = error.context or {}
        parts.say(file, name, str(context["fault"]), str(context["cure"]))
        parts.incomplete.add("place")
        return None
