"""A small invented edition, for tests of the core, the pages and the browser.

It lies in ``tests/invented_edition/``. Its text has what makes positions hard: signs beyond the
Basic Multilingual Plane, typographic quotes, a no-break space, a repeated block, mentions that are
not mapped. Nothing in it is true.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ID = "from-lyon-to-paris"
FOLDER = Path(__file__).parent / "invented_edition"
TEXT = (FOLDER / "article.txt").read_bytes().decode()
"""The article's text; tests write positions in it out."""


def files() -> dict[str, str]:
    """Return the contents of the edition's files by name."""
    return {path.name: path.read_bytes().decode() for path in sorted(FOLDER.iterdir())}


def write_edition(root: Path, id: str = ID, *, publish: str = "full") -> Path:
    """Write the edition into a new folder ``root/id`` and return that folder.

    ``publish`` is ``full`` or ``excerpts``.
    """
    folder = root / id
    folder.mkdir(parents=True)
    contents = files()
    contents["edition.toml"] = (
        contents["edition.toml"]
        .replace(f'id = "{ID}"', f'id = "{id}"', 1)
        .replace('publish = "full"', f'publish = "{publish}"')
    )
    for name, content in contents.items():
        (folder / name).write_bytes(content.encode())
    return folder


def write_bare_edition(root: Path, id: str = "without-claims") -> Path:
    """Write the edition without claims, speakers, themes and route: places and mentions alone."""
    folder = write_edition(root, id)
    for name in ("claims.toml", "speakers.toml", "themes.toml", "route.toml"):
        (folder / name).unlink()
    return folder


def write_edition_without_themes(root: Path, id: str = "without-themes") -> Path:
    """Write the edition with its claims, but without themes."""
    folder = write_edition(root, id)
    (folder / "themes.toml").unlink()
    path = folder / "claims.toml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("themes = ")]
    assert len(lines) - len(kept) == 5
    path.write_text("".join(kept), "utf-8")
    return folder


RHONE: dict[str, Any] = {
    "type": "MultiLineString",
    "coordinates": [
        [[6.1, 46.2], [5.8, 45.9], [5.3, 45.8], [4.83, 45.75], [4.81, 45.0], [4.75, 44.4]],
        [[4.9, 45.6], [5.0, 45.4]],
    ],
}
STREET: dict[str, Any] = {
    "type": "LineString",
    "coordinates": [[4.8415, 45.7567], [4.8425, 45.7572], [4.8429, 45.7589]],
}


def write_lined_edition(root: Path, id: str = "with-lines") -> Path:
    """Write the edition with lines: a river for its inns, a street for its bridge.

    Paris becomes a border crossing, so that a mark carries a sign.
    """
    folder = write_edition(root, id)
    path = folder / "places.geojson"
    collection = json.loads(path.read_text("utf-8"))
    changes: dict[str, tuple[str, str, dict[str, Any] | None]] = {
        "alpine-inns": ("river", "approximate", RHONE),
        "old-bridge": ("street", "exact", STREET),
        "paris": ("border-crossing", "exact", None),
    }
    for feature in collection["features"]:
        properties = feature["properties"]
        if properties["id"] not in changes:
            continue
        properties["class"], properties["precision"], geometry = changes[properties["id"]]
        if geometry:
            feature["geometry"] = geometry
            for key in ("label_lon", "label_lat"):
                properties.pop(key, None)
    path.write_text(json.dumps(collection), "utf-8")
    return folder
