"""Warns of a section heading in an edition's TOML files under which nothing stands.

Editors put comments such as ``# Paragraph 1`` between the records. A section heading, as meant
here, is a comment of one line that stands alone, between blank lines or the file's ends. It is
empty if the next thing after it is another heading of its own level (as many ``#``) or a higher
one, or the end of the file. A comment of two lines or more is prose and counts as something; so
one line directly below a heading can say why nothing stands there. The file's first comment is its
title, not a heading. The places are GeoJSON, which has no comments.

A theme is a heading too, in the layers and filters of the app: one that no claim has is empty.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from geodata.checking.edition_parts import Parts
from geodata.model.base import shorten

_TOKENS = re.compile(
    r'"""(?:\\.|[^\\])*?"""'
    r"|'''.*?'''"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|(?P<comment>#[^\n]*)",
    re.DOTALL,
)


def apply(parts: Parts, files: Mapping[str, str]) -> None:
    """Warn of empty headings in files (texts by name) and of themes without a claim."""
    for file, text in files.items():
        for line, heading in empty_headings(text):
            warning = f"Nothing stands under the heading {shorten(heading)} in line {line}."
            cure = "Add what belongs there, say why not on the line below it, or remove it."
            parts.warn(file, "", warning, cure)
    if parts.claims and parts.all_read("claim", "themes"):
        used = {theme for claim in parts.claims for theme in claim.themes}
        for theme in parts.themes:
            if theme.id not in used:
                cure = "Give it to a claim, or remove it."
                parts.warn("themes.toml", f"theme {theme.id}", "No claim has it.", cure)


def empty_headings(toml: str) -> Iterator[tuple[int, str]]:
    """Find the headings without content in a TOML text: the line, from 1, and its words."""
    lines = _lines(toml)
    headings: list[tuple[int, str]] = []
    for number, kind in enumerate(lines):
        if kind == "":
            continue
        alone = _at(lines, number - 1) == "" == _at(lines, number + 1)
        if kind.startswith("#") and alone and any(lines[:number]):
            yield from _closed(headings, _level(kind))
            headings.append((number, kind))
        else:
            headings.clear()
    yield from _closed(headings, 0)


def _closed(headings: list[tuple[int, str]], level: int) -> Iterator[tuple[int, str]]:
    """Take the headings that one of this level ends from the list of those still empty."""
    ended = [(number, words) for number, words in headings if level <= _level(words)]
    headings[:] = [one for one in headings if one not in ended]
    yield from ((number + 1, words.lstrip("# ")) for number, words in ended)


def _level(heading: str) -> int:
    return len(heading) - len(heading.lstrip("#"))


def _at(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _lines(toml: str) -> list[str]:
    """Return each line as its comment, if that is all of it; as "x" if it holds more; or ""."""
    lines = toml.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    kinds = ["x" if line.strip() else "" for line in lines]
    for found in _TOKENS.finditer(toml):
        first = bisect_right(starts, found.start()) - 1
        if not found["comment"]:
            last = bisect_right(starts, found.end()) - 1
            kinds[first : last + 1] = ["x"] * (last - first + 1)
        elif not toml[starts[first] : found.start()].strip():
            kinds[first] = found[0].rstrip()
    return kinds
