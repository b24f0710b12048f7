"""Reads what an edition's folder says of the article itself: ``article.txt``, ``edition.toml``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from geodata.checking.edition_parts import Parts, read_record, read_records, unknown_keys
from geodata.checking.readable import readable
from geodata.model.article import Article, Block, Change, Note, block_faults
from geodata.model.base import is_slug, shorten
from geodata.model.signs import harmful_signs
from geodata.storage.edition_format import read_format
from geodata.storage.files import LARGEST_TEXT, read_text, read_toml

_ARTICLE_KEYS = (
    *("title", "language", "authors", "publisher", "date_published", "url", "rights"),
    *("publish", "written", "limits"),
)
_KEYS = ("id", *_ARTICLE_KEYS, "code_points", "block", "note", "change")


def read_article(parts: Parts, folder: Path) -> None:
    """Read ``article.txt`` and ``edition.toml``; all that is wrong with them goes to ``parts``."""
    text, text_faults = read_text(folder, "article.txt")
    table, table_faults = read_toml(folder, "edition.toml")
    parts.faults += text_faults + table_faults
    if table is None:
        parts.incomplete |= {"block", "note", "change"}
        if text and len(text) <= LARGEST_TEXT:
            facts = {"text": text, "blocks": (_whole(text),)}
            parts.article = readable(Article, facts)[0]
        return
    read_format(parts, table)
    table.pop("format", None)
    unknown_keys(parts, "edition.toml", table, _KEYS)
    _id_is_the_folders(parts, table.get("id"), folder.resolve().name)
    blocks = read_records(parts, Block, "block", "edition.toml", table.get("block", []))
    parts.notes = read_records(parts, Note, "note", "edition.toml", table.get("note", []))
    parts.changes = read_records(parts, Change, "change", "edition.toml", table.get("change", []))
    if text is not None:
        text = _with_its_line_ends(parts, text, table.get("code_points"))
    if text is not None and _text_fits(parts, text, table.get("code_points")):
        facts = {key: value for key, value in table.items() if key in _ARTICLE_KEYS}
        facts |= {"text": text, "blocks": _fitting_blocks(parts, text, blocks)}
        parts.article = read_record(parts, Article, "article", "edition.toml", "", facts)


def _id_is_the_folders(parts: Parts, id: object, folder: str) -> None:
    if id != folder:
        fault = f"`id` is {shorten(id)}, but the folder is {folder!r}."
        parts.say("edition.toml", "", fault, "Give both the same slug.")
    elif not is_slug(folder):
        cure = "Use a-z, 0-9 and single hyphens."
        parts.say("edition.toml", "", f"`id` is {shorten(id)}, which is not an id.", cure)


def _fitting_blocks(parts: Parts, text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks if they fit the text; else say why, and return one that holds it all.

    So the rest of the edition can be looked at, although it will not be loaded.
    """
    limits_read = parts.all_read("block", "start", "end") and not _without_text(blocks)
    found = list(block_faults(text, blocks)) if limits_read else []
    for block, fault, cure in found:
        parts.say("edition.toml", f"block {block}" if block else "", fault, cure)
    return blocks if blocks and limits_read and not found else (_whole(text),)


def _whole(text: str) -> Block:
    return Block(id="all", kind="paragraph", start=0, end=len(text))


def _without_text(blocks: tuple[Block, ...]) -> bool:
    """Say whether a block was refused since it ends before it starts."""
    return any(block.start >= block.end for block in blocks)


def _with_its_line_ends(parts: Parts, text: str, code_points: Any) -> str:
    """Return the text; say so if only its line ends were rewritten, and look at it as it was."""
    as_it_was = text.replace("\r\n", "\n")
    if len(text) == len(as_it_was) or code_points != len(as_it_was):
        return text
    rewritten = len(text) - len(as_it_was)
    fault = (
        f"It holds {len(text)} code points in place of {len(as_it_was)}, since its {rewritten} "
        "line ends were changed to CR LF, as Windows writes them."
    )
    cure = "Save it with line feeds (LF) alone, as it was: all positions are counted from there."
    parts.say("article.txt", "", fault, cure)
    return as_it_was


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
    for fault, cure in harmful_signs(text):
        parts.say("article.txt", "", fault, cure)
    if type(code_points) is not int or code_points != len(text):
        fault = f"`code_points` is {shorten(code_points)}, but article.txt holds {len(text)}."
        cure = "If the text was changed by mistake, put it back; else correct `code_points`."
        parts.say("edition.toml", "", fault, cure)
    return True
