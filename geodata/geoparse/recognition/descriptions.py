"""Descriptions of places: a part of a named one, what lies along two, or units without a name.

"southern Tajikistan", "the border between Chad and Sudan", "western provinces". The names inside
are kept as parts, since each is a mention that can be resolved by itself.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import Final

from geodata.geoparse.values import Span, Toponym

_SIDE: Final = (
    r"(?:(?:far|deep|upper|lower|central|rural|coastal|mountainous|much of|most of|parts of)\s+)?"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|centr|upstate|downtown"
    r"|inland|interior|mainland|rural|coast)(?:ern(?:most)?|erly|ral|al)?"
)
_PIECE: Final = (
    r"(?:parts?|half|end|tip|edge|side|third|corner|reaches|coast|coastline|shores?|banks?|outskirts"
    r"|suburbs?|interior|north|south|east|west|northeast|northwest|southeast|southwest|centre|center"
    r"|heart|areas?|regions?|provinces|districts?|villages|towns|tribal areas|countryside|waters"
    r"|borders?|border areas?|hinterland)"
)
_UNITS: Final = (
    r"(?:provinces?|districts?|regions?|areas?|territor(?:y|ies)|states|counties|towns|villages"
    r"|suburbs?|islands|coast|border(?:\s+(?:regions?|areas?|zones?|provinces?|districts?))?"
    r"|borderlands?|frontier|highlands|lowlands|mountains|plains?|valleys?|desert)"
)
_BEFORE: Final = re.compile(
    rf"(?:(?<=\s)|(?<=^)|(?<=[(“\"‘]))(?:{_SIDE}\s+(?:{_PIECE}\s+of\s+(?:the\s+)?)?|{_PIECE}\s+of\s+(?:the\s+)?"
    rf"|(?:tribal\s+areas|tribal\s+regions)\s+(?:of|along|in)\s+(?:the\s+)?"
    rf"|(?:near|along|across)?\s*(?:the\s+)?borders?\s+(?:with|of|between)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_UNITS_AFTER: Final = re.compile(rf"\s+(?:(?:tribal|coastal|border|rural|mountain)\s+)?{_UNITS}\b")
_BORDER_AFTER: Final = re.compile(
    r"(?:['’]s?)?\s+(?:common\s+)?(?:border|frontier)(?:\s+(?:regions?|areas?|zones?))?\b"
)
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_WITH: Final = re.compile(r"['’]s?\s+(?:\w+\s+)?(?:border|frontier)\s+with\s+(?:the\s+)?$")
_JOINED: Final = ("-", "–", "—", "\u2010", " and ", "/")
_UNNAMED: Final = re.compile(
    rf"\b(?:(?:some|several|many|few|various|most|other)\s+)?{_SIDE}\s+"
    r"(?:tribal\s+|border\s+|coastal\s+)?"
    r"(?:provinces|districts|regions|areas|states|counties|towns|villages|suburbs|islands)\b",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"\b[Tt]he\s+(?P<what>region|continent|subcontinent|peninsula|Global (?:South|North)"
    r"|(?:West|East)(?: and (?:the )?(?:West|East|South))?)\b"
    r"(?!\s*(?:of|['’]s\s+[A-Z]|\s+[A-Z])|-)"
)
LOOK_BACK: Final = 60
LOOK_AHEAD: Final = 40


def with_descriptions(text: str, names: Sequence[Toponym]) -> list[Toponym]:
    """Return toponyms with the descriptions around them, and those that hold no name."""
    found: list[Toponym] = []
    index = 0
    while index < len(names):
        pair = _pair(text, names, index)
        if pair:
            found.append(pair)
            index += 2
            continue
        found.append(_described(text, names[index]))
        index += 1
    return sorted([*found, *_unnamed(text, found)], key=lambda one: one.span.start)


def _pair(text: str, names: Sequence[Toponym], at: int) -> Toponym | None:
    """Return what lies along two places: "Afghan-Pakistani border", "between Chad and Sudan"."""
    if at + 1 >= len(names):
        return None
    first, second = names[at], names[at + 1]
    gap = text[first.span.end : second.span.start]
    if gap not in _JOINED and not _WITH.match(gap):
        return None
    start = _before(text, first.span.start)
    end = _after(_BORDER_AFTER, text, second.span.end) if gap in _JOINED else second.span.end
    whole = text[start : first.span.start]
    between = bool(_BETWEEN.search(whole)) and "border" in whole.casefold()
    if not (between or end > second.span.end or _WITH.match(gap)):
        return None
    return _description(text, start, end, (first, second))


def _described(text: str, name: Toponym) -> Toponym:
    """Return a name with the words that make it a part of a place, or the name alone."""
    if name.kind not in ("name", "adjective"):
        return name
    start = _before(text, name.span.start)
    end = name.span.end
    if name.kind == "adjective":
        end = _after(_BORDER_AFTER if start == name.span.start else _UNITS_AFTER, text, end)
        if end == name.span.end:
            return name
    elif start == name.span.start:
        return name
    return _description(text, start, end, (name,))


def _before(text: str, start: int) -> int:
    found = _BEFORE.search(text[max(0, start - LOOK_BACK) : start])
    return start if not found else start - len(found.group().lstrip())


def _after(pattern: re.Pattern[str], text: str, end: int) -> int:
    found = pattern.match(text[end : end + LOOK_AHEAD])
    return end + found.end() if found else end


def _description(text: str, start: int, end: int, parts: tuple[Toponym, ...]) -> Toponym:
    return Toponym(Span(start, end), text[start:end], "description", (), parts=parts)


def _unnamed(text: str, found: Sequence[Toponym]) -> Iterator[Toponym]:
    """Yield units without a name, and words for a part of the world that is not named."""
    taken = [one.span for one in found]
    for match in _UNNAMED.finditer(text):
        span = Span(match.start(), match.end())
        if not _taken(taken, span):
            yield Toponym(span, match.group(), "description", ())
    for match in _VAGUE.finditer(text):
        span = Span(match.start("what"), match.end("what"))
        if not _taken(taken, span):
            yield Toponym(span, match.group("what"), "vague", ())


def _taken(spans: Sequence[Span], span: Span) -> bool:
    at = bisect.bisect_left(spans, span.end, key=lambda one: one.start)
    return at > 0 and spans[at - 1].overlaps(span)
