"""Begins an edition: a folder in which only what an editor alone can know is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from geodata.editing.toml_edits import toml
from geodata.model.base import LONGEST_LINE, is_slug, shorten
from geodata.model.errors import EditionFaults, Fault
from geodata.storage.edition_format import FORMAT
from geodata.writing.whole_folders import write_folder

LONGEST_TITLE = 200
"""A first block of at most so many code points, in one line, is taken for the title."""
NOT_STATED = "Not stated."
_GAP = re.compile(r"\n[ \t]*\n\s*")


def begin_edition(root: Path, id: str, text: str, title: str, language: str) -> Path:
    """Write the files of a new edition; return its folder.

    Parameters
    ----------
    root
        The folder of the editions.
    id
        Of the new edition; no id leads out of that folder.
    text
        The article; its line ends become line feeds. It is cut into blocks at blank lines.
    title
        The article's title; "" for the first block, where that is a line.

    Raises
    ------
    EditionFaults
        If the id is none, the folder is there already, or the text is empty.
    """
    if not is_slug(id):
        _refuse(shorten(id), "It is not an id.", "Use a-z, 0-9 and single hyphens.")
    folder = root / id
    if folder.exists():
        _refuse(str(folder), "It is there already.", "Name another id.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        _refuse("--text", "It holds no text.", "Name a file that holds the article.")
    blocks = list(_blocks(text))
    start, end = blocks[0]
    first = text[start:end]
    titled = len(blocks) > 1 and len(first) <= LONGEST_TITLE and "\n" not in first
    files = {
        "article.txt": text,
        "edition.toml": _facts(
            id,
            title or (first if titled else id.replace("-", " ").capitalize()),
            language,
            text,
            blocks,
            titled=titled and title in ("", first),
        ),
        "mentions.toml": "# The places that the text names: docs/editing.md says how.\n",
        "places.geojson": '{\n  "type": "FeatureCollection",\n  "features": [\n  ]\n}\n',
    }
    write_folder(folder, {name: content.encode() for name, content in files.items()})
    return folder


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Return where each stretch between blank lines starts and ends, in code points."""
    at = 0
    for gap in (*_GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        inner = text[at:end]
        if inner.strip():
            start = at + len(inner) - len(inner.lstrip())
            yield start, at + len(inner.rstrip())
        at = gap.end() if gap else end


def _facts(
    id: str,
    title: str,
    language: str,
    text: str,
    blocks: list[tuple[int, int]],
    *,
    titled: bool,
) -> str:
    """Return edition.toml."""
    facts: dict[str, object] = {
        "format": FORMAT,
        "id": id,
        "title": " ".join(title.split())[:LONGEST_LINE],
        "language": language,
        "authors": [],
        "publisher": "",
        "date_published": "",
        "url": "",
        "rights": NOT_STATED,
        "publish": "excerpts",
        "code_points": len(text),
    }
    lines = ["# The article's facts. What is empty was not stated; nothing is guessed.", ""]
    lines += [f"{key} = {toml(value)}" for key, value in facts.items()]
    for number, (start, end) in enumerate(blocks):
        kind = "title" if titled and number == 0 else "paragraph"
        name = "title" if kind == "title" else f"p{number if titled else number + 1}"
        lines += ["", "[[block]]", f'id = "{name}"', f'kind = "{kind}"']
        lines += [f"start = {start}", f"end = {end}"]
    return "\n".join(lines) + "\n"


def _refuse(where: str, fault: str, cure: str) -> None:
    raise EditionFaults([Fault(where, "", fault, cure)])
