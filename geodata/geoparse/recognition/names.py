"""Decides which known names are toponyms, and of what kind, by the model's reading and the text."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geodata.geoparse.lookup import Lookup
from geodata.geoparse.recognition.common_words import is_common
from geodata.geoparse.recognition.evidence import (
    follows_article,
    is_called,
    is_illness,
    is_person,
    stands_whence,
    stands_where,
)
from geodata.geoparse.recognition.hits import Hit, find_hits
from geodata.geoparse.recognition.uses import is_dateline
from geodata.geoparse.values import Entity, Span, Toponym
from geodata.geoparse.words import words_of
from geodata.model.mentions import MentionKind

MOST_BLANKS: Final = 2
PLACES: Final = frozenset(("GPE", "LOC"))
OUTLETS: Final = frozenset(
    "Times Post News Herald Journal Tribune Gazette Daily Star Telegraph Guardian Observer Courier"
    " Chronicle Mail Press Radio Television TV Magazine Review Standard Mirror Independent".split()
)
NOT_NAMES: Final = frozenset(
    "the north south east west northern southern eastern western northeast northwest southeast"
    " southwest northeastern northwestern southeastern southwestern central upper lower greater"
    " metropolitan downtown rural inner outer old new mid city town county state village province"
    " district region parish borough township island republic of".split()
)
"""Words before a name that do not belong to it."""
NO_NAMES: Final = frozenset("DATE TIME MONEY PERCENT QUANTITY CARDINAL ORDINAL".split())
HOLDERS: Final = frozenset(("ORG", "FAC", "EVENT", "LAW"))
"""What may have a place's name inside its own."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A hit, the model's entity around it, and whether it is taken for a place; ``None``: open."""

    hit: Hit
    entity: Entity | None
    kind: MentionKind | None

    @property
    def label(self) -> str:
        """What the model calls it, or what it stands in."""
        return self.entity.label if self.entity else ""

    @property
    def is_whole(self) -> bool:
        """Whether the model's entity is this name and no more."""
        return (
            self.entity is not None
            and self.entity.start >= self.hit.start - len("the ")
            and self.entity.end <= self.hit.end + len("'s")
        )

    def is_leading(self, text: str) -> bool:
        """Whether the entity begins with it, an article aside: "the Afghan army"."""
        return self.entity is not None and text[
            self.entity.start : self.hit.start
        ].strip().casefold() in ("", "the")

    def is_piece(self, text: str) -> bool:
        """Whether it is a piece of a longer name: "Blanca" of "the Cordillera Blanca"."""
        if self.entity is None:
            return False
        before = text[self.entity.start : self.hit.start].split()
        return any(
            word[0].isupper() and word.casefold() not in NOT_NAMES for word in before if word
        )

    def is_outlet(self, text: str) -> bool:
        """Whether the entity is a newspaper's or a broadcaster's name, which says of no place."""
        if self.entity is None:
            return False
        words = text[self.entity.start : self.entity.end].split()
        return not OUTLETS.isdisjoint(words)


def find_names(text: str, entities: Sequence[Entity], lookup: Lookup) -> list[Toponym]:
    """Return the names of places, in the order of the text; none overlaps another.

    Parameters
    ----------
    entities
        Of a language model, in the order of the text; none where there is no model.
    """
    entities = [one for one in entities if not _is_no_title(text, one)]
    words = words_of(text)
    hits = find_hits(words, text, lookup)
    surnames = surnames_of(text, entities)
    judged = [Judged(hit, entity, None) for hit, entity in _with_entities(hits, entities)]
    judged = [replace(one, kind=_kind(text, one, surnames)) for one in judged]
    judged = _by_neighbours(text, judged)
    judged = _by_sense(text, judged, surnames)
    found = [_toponym(text, one.hit, one.kind, one.label) for one in judged if one.kind is not None]
    return found + list(_unknown(text, entities, judged))


def _with_entities(
    hits: Iterable[Hit], entities: Sequence[Entity]
) -> Iterator[tuple[Hit, Entity | None]]:
    """Pair each hit with the entity that it overlaps most."""
    starts = [one.start for one in entities]
    for hit in hits:
        at = bisect.bisect_right(starts, hit.end - 1)
        near = [
            one
            for one in entities[max(0, at - 4) : at]
            if one.start < hit.end and hit.start < one.end
        ]
        yield (
            hit,
            max(near, key=lambda one: min(one.end, hit.end) - max(one.start, hit.start))
            if near
            else None,
        )


def _is_no_title(text: str, entity: Entity) -> bool:
    """Say whether the model takes for a work's title what stands without quotation marks."""
    return entity.label == "WORK_OF_ART" and text[max(0, entity.start - 1) : entity.start] not in (
        *"\"“‘'«",
    )


def surnames_of(text: str, entities: Iterable[Entity]) -> frozenset[str]:
    """Return the last words of persons' names of several words."""
    names = (text[one.start : one.end].split() for one in entities if one.label == "PERSON")
    return frozenset(parts[-1].strip(".,'’") for parts in names if len(parts) > 1)


def _kind(text: str, one: Judged, surnames: frozenset[str]) -> MentionKind | None:
    """Judge a hit by itself."""
    hit, label = one.hit, one.label
    surname = hit.text in surnames
    if label in NO_NAMES or is_illness(text, hit.end):
        return None
    if hit.is_demonym:
        if label in ("PERSON", "WORK_OF_ART", "LANGUAGE"):
            return None
        inside = label in HOLDERS and not one.is_whole and not one.is_leading(text)
        return "organisation" if inside else "adjective"
    if label in PLACES:
        if one.is_piece(text) and not hit.is_strong:
            return None
        return "name" if not surname or stands_where(text, hit.start) else None
    if label in HOLDERS and not one.is_whole:
        return "organisation" if hit.is_strong and not one.is_outlet(text) else None
    if surname and label in ("PERSON", ""):
        return None
    if label in ("WORK_OF_ART", "PRODUCT", "LANGUAGE") and not one.is_whole:
        return None
    if label == "PERSON" and not one.is_whole:
        return None
    return "name" if _is_likely(text, one) else None


def _is_likely(text: str, one: Judged) -> bool:
    """Judge a name that the model does not call a place."""
    hit = one.hit
    if is_dateline(text, hit.start, hit.end):
        return True
    if is_called(text, hit.start, hit.end):
        return not is_person(text, hit.start, hit.end)
    if one.label == "PERSON" and hit.is_country and one.is_whole:
        return not is_person(text, hit.start, hit.end)
    if one.label == "PERSON":
        return stands_where(text, hit.start) and not is_person(text, hit.start, hit.end)
    if hit.is_strong and one.label != "NORP":
        return True
    return stands_where(text, hit.start)


def _by_neighbours(text: str, judged: Sequence[Judged]) -> list[Judged]:
    """Take a name in a list of places, or before a comma and what holds it, for a place too."""
    found = list(judged)
    for index in (*range(1, len(found)), *range(len(found) - 2, -1, -1)):
        one = found[index]
        if one.kind is not None or not (one.is_whole or one.entity is None):
            continue
        if _is_held(text, found, index) or _is_listed(text, found, index):
            found[index] = replace(one, kind="name")
    return found


def _is_held(text: str, judged: Sequence[Judged], at: int) -> bool:
    """Say whether a unit or country that holds it stands behind a name: "Tyler, Texas"."""
    if at + 1 >= len(judged):
        return False
    hit, after = judged[at].hit, judged[at + 1].hit
    if text[hit.end : after.start] not in (", ", " , ", " ("):
        return False
    best = after.senses[0]
    if best.kind not in ("country", "province", "territory") or best.match == "demonym":
        return False
    return any(
        one.country == best.country and (best.kind != "province" or one.unit == best.number)
        for one in hit.senses
    )


_LISTS: Final = (", ", " and ", " or ", ", and ", "/", "-", " to ", " & ")


def _is_listed(text: str, judged: Sequence[Judged], at: int) -> bool:
    hit = judged[at].hit
    long_person = judged[at].label == "PERSON" and hit.last - hit.first > 1
    if long_person or is_person(text, hit.start, hit.end):
        return False
    before = judged[at - 1] if at else None
    after = judged[at + 1] if at + 1 < len(judged) else None
    return bool(
        (before and before.kind == "name" and text[before.hit.end : hit.start] in _LISTS)
        and (
            (after and after.kind == "name" and text[hit.end : after.hit.start] in _LISTS)
            or judged[at].label in ("", "ORG", "GPE", "NORP")
        )
    )


def _by_sense(text: str, judged: Sequence[Judged], surnames: frozenset[str]) -> list[Judged]:
    """Give names that are left open the sense that they have elsewhere in the text."""
    known = {one.hit.text.casefold() for one in judged if one.kind == "name"}
    return [
        replace(one, kind=_again(text, one))
        if one.kind is None and one.hit.text.casefold() in known and one.hit.text not in surnames
        else one
        for one in judged
    ]


def _again(text: str, one: Judged) -> MentionKind | None:
    hit = one.hit
    if one.label in HOLDERS and not one.is_whole:
        return None if one.is_outlet(text) else "organisation"
    if one.label in NO_NAMES:
        return None
    if one.label == "PERSON" and (not one.is_whole or is_person(text, hit.start, hit.end)):
        return None
    if one.label in ("WORK_OF_ART", "PRODUCT", "LANGUAGE"):
        return None
    return "name"


def _toponym(text: str, hit: Hit, kind: MentionKind, label: str) -> Toponym:
    return Toponym(
        Span(hit.start, hit.end),
        hit.text,
        kind,
        (hit.text,),
        with_article=follows_article(text, hit.start, hit.end),
        model_label=label,
    )


def _unknown(text: str, entities: Sequence[Entity], judged: Sequence[Judged]) -> Iterator[Toponym]:
    """Yield places that the model found and the gazetteer does not know."""
    taken = [one.hit for one in judged if one.kind is not None]
    starts = [one.start for one in taken]
    for entity in entities:
        at = bisect.bisect_left(starts, entity.end)
        if at and taken[at - 1].end > entity.start:
            continue
        start, end = trimmed(text, entity.start, entity.end)
        if (
            start < end
            and text[start].isupper()
            and _may_be_unknown(text, start, end, entity.label)
        ):
            name = text[start:end]
            yield Toponym(Span(start, end), name, "name", (name,), model_label=entity.label)


def _may_be_unknown(text: str, start: int, end: int, label: str) -> bool:
    """Say whether the text itself calls it a place, or puts something there."""
    if is_illness(text, end) or label in NO_NAMES or is_person(text, start, end):
        return False
    if is_common(text[start:end]):
        return False
    called = is_called(text, start, end) or stands_where(text, start)
    if label in PLACES:
        return called or stands_whence(text, start)
    return label in ("PERSON", "NORP") and called and text.count(" ", start, end) < MOST_BLANKS


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a name's span without "the" before it and a possessive behind it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if text[start : start + 4].casefold() == "the ":
        start += 4
    if text[max(start, end - 2) : end] in ("'s", "’s"):
        end -= 2
    return start, end
