"""Finds toponyms in a text that a model reads, in a language that the gazetteer knows less well.

The model's places are taken as it finds them. What it misses, or takes for a person, is taken by
the gazetteer where the name is well known or where the text puts something there.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import Final

from geodata.geoparse.contracts import NameReader
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.other_tongues.known import Known, KnownNames
from geodata.geoparse.other_tongues.tongue import Tongue
from geodata.geoparse.values import Entity, Span, Toponym

PLACE: Final = "LOC"
PERSON: Final = "PER"
_LISTED: Final = re.compile(r"(?:,| et| ou| и| или|,? а также|,? ainsi que) ?$")
_LOOK_BACK: Final = 12
_OPENS: Final = re.compile(r"(?:^|[.!?…]|\n)[\s»”\"')]*[\s«“\"(—–-]*$")
"""What stands before the first word of a sentence, which has a capital whatever it means."""
_LEAST: Final = 3
"""Letters of a name that is taken without the model."""


class OtherRecogniser:
    """Recognises toponyms by a model, a gazetteer and what a language tells of its names."""

    def __init__(self, reader: NameReader, tongue: Tongue, lookup: Lookup) -> None:
        """Put a recogniser together for one language."""
        self._reader = reader
        self._tongue = tongue
        self._known = KnownNames(tongue, lookup)

    def recognise(self, text: str) -> Sequence[Toponym]:
        """Return the toponyms in the order of the text, none overlapping another."""
        entities = self._reader.entities(text)
        spans = _apart(self._places(text, entities))
        others = [one for one in entities if one.label != PLACE]
        taken = _apart([*spans, *self._missed(text, entities, others, spans)])
        return [self._toponym(text, one) for one in taken]

    def _places(self, text: str, entities: Sequence[Entity]) -> Iterator[Span]:
        """Yield the model's places, each with the noun that belongs to its name."""
        for entity in entities:
            if entity.label == PLACE:
                span = self._tongue.place_span(text, entity)
                if span:
                    yield self._whole(text, span)

    def _whole(self, text: str, span: Span) -> Span:
        """Return a name with the noun that belongs to it, if one does."""
        alone = self._known(text[span.start : span.end])
        for wider in self._tongue.wider(text, span):
            found = self._known(text[wider.span.start : wider.span.end])
            if wider.always or (found and _is_better(found, alone)):
                return wider.span
        return span

    def _missed(
        self,
        text: str,
        entities: Sequence[Entity],
        others: Sequence[Entity],
        spans: Sequence[Span],
    ) -> Iterator[Span]:
        """Yield well-known names that the model misses, or takes for something else."""
        surnames = _surnames(text, others)
        sure = {text[one.start : one.end] for one in spans}
        ends = {one.end for one in spans}
        closed = [Span(one.start, one.end) for one in entities if one.label == PLACE]
        words = self._tongue.words(text)
        free = 0
        for at, word in enumerate(words):
            if word.start < free or not word.capital:
                continue
            for span in self._tongue.stretches(text, words, at):
                holder = _holder(others, span)
                name = text[span.start : span.end]
                if name in surnames or _overlaps(closed, span) or not _is_alone(holder, span):
                    continue
                if name in sure or self._is_meant(text, span, holder, ends):
                    yield self._whole(text, span)
                    ends.add(span.end)
                    free = span.end
                    break

    def _is_meant(self, text: str, span: Span, holder: Entity | None, ends: set[int]) -> bool:
        """Say whether the gazetteer knows a name, and its place is meant here."""
        name = text[span.start : span.end]
        if len(name) < _LEAST or _is_quoted(text, span):
            return False
        if self._tongue.stands_where(text, span.start) or _is_listed(text, span.start, ends):
            return self._known(name) is not None
        if holder is not None and holder.label == PERSON and not self._tongue.is_place(name):
            return False
        before = text[max(0, span.start - _LOOK_BACK) : span.start]
        if self._tongue.is_common(name) or (" " not in name and _OPENS.search(before)):
            return False
        known = self._known(name)
        return known is not None and known.is_strong

    def _toponym(self, text: str, span: Span) -> Toponym:
        name = text[span.start : span.end]
        names = self._known.all_of(name)
        if article := self._tongue.article_before(text, span.start):
            names = (*self._known.fuller(f"{article} {name}", name), *names)
        if kind := self._tongue.kind_before(text, span.start):
            names = (*self._known.of_kind(kind, names), *names)
        return Toponym(span, name, "name", tuple(dict.fromkeys(names)), model_label=PLACE)


def _is_better(found: Known, alone: Known | None) -> bool:
    """Say whether a longer name is of another place, at least as well known."""
    if alone is None:
        return True
    return found.best.number != alone.best.number and found.best.importance >= alone.best.importance


def _is_quoted(text: str, span: Span) -> bool:
    """Say whether a name stands alone in quotation marks, as ships, clubs and works do."""
    return text[max(0, span.start - 1) : span.start] in ("«", "„", "“") and text[
        span.end : span.end + 1
    ] in ("»", "“", "”")


def _apart(spans: Iterator[Span] | Sequence[Span]) -> list[Span]:
    """Return spans in the order of the text, the longer of two that overlap."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if found and found[-1].overlaps(span):
            if span.end - span.start > found[-1].end - found[-1].start:
                found[-1] = span
        else:
            found.append(span)
    return found


def _overlaps(spans: Sequence[Span], span: Span) -> bool:
    at = bisect.bisect_right(spans, span.end - 1, key=lambda one: one.start)
    return at > 0 and spans[at - 1].overlaps(span)


def _holder(entities: Sequence[Entity], span: Span) -> Entity | None:
    """Return the entity that a span shares a sign with; entities do not overlap one another."""
    at = bisect.bisect_right(entities, span.end - 1, key=lambda one: one.start)
    return entities[at - 1] if at and entities[at - 1].end > span.start else None


def _is_alone(holder: Entity | None, span: Span) -> bool:
    """Say whether a name is no part of a longer one, of a person or an organisation."""
    return holder is None or (span.start <= holder.start and holder.end <= span.end)


def _surnames(text: str, entities: Sequence[Entity]) -> frozenset[str]:
    """Return the last words of persons' names of several words."""
    names = (text[one.start : one.end].split() for one in entities if one.label == PERSON)
    return frozenset(parts[-1] for parts in names if len(parts) > 1)


def _is_listed(text: str, start: int, ends: set[int]) -> bool:
    """Say whether a name follows a place in a list."""
    before = _LISTED.search(text[max(0, start - _LOOK_BACK) : start])
    return before is not None and start - len(before.group()) in ends
