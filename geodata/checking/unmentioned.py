"""Warns of place names in the text that no mention covers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from geodata.checking.edition_parts import Parts
from geodata.checking.place_names import PlaceNames
from geodata.model.article import Article
from geodata.model.quotes import TextPosition

_CONTEXT = 24
_ADDITION = re.compile(r"\s*\([^)]*\)")


def apply(parts: Parts, others: Iterable[str]) -> None:
    """Warn of each name that stands outside every mention, in blocks that repeat no other.

    The names are the titles and names of the edition's places and ``others``, such as those of the
    basemap. Words made of them ("Afghan") are not looked for. A name that stands in a mention whose
    quote was not found is left out.
    """
    if not parts.article or not parts.all_read("mention", "quote"):
        return
    names = PlaceNames(own_names(parts), others)
    found: dict[str, list[TextPosition]] = {}
    for name, position in _outside(parts, parts.article, names):
        found.setdefault(name, []).append(position)
    for name, positions in found.items():
        where = _shown(parts.article.text, positions[0])
        first = f"stands in no mention, as in {where}"
        if len(positions) > 1:
            first = f"stands {len(positions)} times in no mention, first in {where}"
        warning = f"The place name “{name}” {first}."
        cure = "Add a mention there, not-mapped with a reason if need be, unless no place is meant."
        parts.warn("mentions.toml", "", warning, cure)


def own_names(parts: Parts) -> set[str]:
    """Return what the edition calls its places in the text's language, with and without "(…)"."""
    language = parts.article.language if parts.article else ""
    names = {place.title for place in parts.places}
    names |= {place.names[language] for place in parts.places if language in place.names}
    return {name for one in names for name in (one, _ADDITION.sub("", one)) if name}


def _outside(
    parts: Parts, article: Article, names: PlaceNames
) -> Iterator[tuple[str, TextPosition]]:
    covered = sorted(parts.positions.values(), key=lambda one: (one.start, one.end))
    starts = [one.start for one in covered]
    lost = [one.quote.exact for one in parts.mentions if one.id not in parts.positions]
    for block in article.blocks:
        if block.repeats:
            continue
        for name, position in names.find(article.text, block.position):
            before = covered[bisect_right(starts, position.end - 1) - 1 :][:1]
            if not any(one.overlaps(position) for one in before) and not any(
                name.casefold() in one.casefold() for one in lost
            ):
                yield name, position


def _shown(text: str, position: TextPosition) -> str:
    """Show a name with what stands around it, on one line."""
    around = text[max(0, position.start - _CONTEXT) : position.end + _CONTEXT]
    return "“…" + "".join(sign if sign.isprintable() else " " for sign in around) + "…”"
