"""Persons whom the model takes for a place or a body, known by what stands around their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import beings
from geodata.geoparse.quotations.titles import is_honorific, is_title

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KEY: Final = "geoparse-persons"
_PLACE_KEY: Final = "geoparse-insides"
_INSIDE: Final = frozenset({"in", "into", "near", "outside", "across", "throughout", "inside"})
_WORDS: Final = (2, 3)
"""Words of a full name that is taken for a person's without a title."""
_LONGEST: Final = 5
_SENTENCE: Final = 80
"""Tokens from a name to the end of its sentence."""
_AGES: Final = range(4, 106)
_PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
_BEFORE: Final = 7
"""Tokens before a name in apposition among which its noun is looked for."""
_STOPS: Final = frozenset({".", "!", "?"})

Run = tuple[int, int]


def is_person(token: Token) -> bool:
    """Say whether a word is of a person's name."""
    if token.i in persons(token.doc):
        return True
    return token.ent_type_ == "PERSON" and not (_is_alone(token) and _is_place(token))


def _is_alone(token: Token) -> bool:
    """Say whether a name is one word long."""
    follows = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.ent_iob_ == "B" and (follows.ent_iob_ != "I" or follows is token)


def _is_place(token: Token) -> bool:
    """Say whether the text is in, or into, what has this name: nobody is in a person."""
    doc = token.doc
    places: frozenset[str] | None = doc.user_data.get(_PLACE_KEY)
    if places is None:
        places = frozenset(
            one.text
            for one in doc
            if one.i and one.pos_ == "PROPN" and doc[one.i - 1].lower_ in _INSIDE
        )
        doc.user_data[_PLACE_KEY] = places
    return token.text in places


def persons(doc: Doc) -> dict[int, Run]:
    """Return the names that are of persons though the model says else, by each of their tokens."""
    known: dict[int, Run] | None = doc.user_data.get(_KEY)
    if known is None:
        every = list(_runs(doc))
        titled = {doc[end - 1].lower_ for first, end in every if _is_titled(doc, first)}
        runs = [run for run in every if any(one.ent_type_ != "PERSON" for one in doc[slice(*run)])]
        taken = [
            run
            for run in runs
            if _is_titled(doc, run[0])
            or (_is_full(run) and (doc[run[1] - 1].lower_ in titled or _is_shown(doc, *run)))
        ]
        known = {at: run for run in taken for at in range(*run)}
        doc.user_data[_KEY] = known
    return known


def _runs(doc: Doc) -> Iterator[Run]:
    """Yield the runs of capitalised names, without the titles before them."""
    first: int | None = None
    for token in doc:
        named = token.pos_ == "PROPN" and token.text[:1].isupper() and not token.is_punct
        if named and first is None and not is_title(token.text):
            first = token.i
        elif not named and first is not None:
            if token.i - first <= _LONGEST:
                yield first, token.i
            first = None
    if first is not None and len(doc) - first <= _LONGEST:
        yield first, len(doc)


def _is_full(run: Run) -> bool:
    return run[1] - run[0] in _WORDS


def _is_titled(doc: Doc, first: int) -> bool:
    before = doc[first - 2] if first > 1 and doc[first - 1].text == "." else doc[max(0, first - 1)]
    return first > 0 and before.text[:1].isupper() and is_honorific(before.text)


def _is_shown(doc: Doc, first: int, end: int) -> bool:
    """Say whether an age, a "who" or the next sentence's "she" shows that a name is a person's."""
    if _has_article(doc, first) or end >= len(doc):
        return False
    at = end + 1 if doc[end].text == "," else end
    if at < len(doc) and doc[at].lower_ == "who" and doc[at].tag_ == "WP":
        return True
    if at > end and at + 1 < len(doc) and doc[at].text.isdecimal() and len(doc[at].text) < _LONGEST:
        return int(doc[at].text) in _AGES and doc[at + 1].text in (",", ".", ";")
    return _is_in_apposition(doc, first, end) or _is_taken_up(doc, first, end)


def _is_in_apposition(doc: Doc, first: int, end: int) -> bool:
    """Say whether commas set a name off behind somebody: "his deputy, Tova Hill, said"."""
    if first < 2 or doc[first - 1].text != "," or doc[end].text != ",":
        return False
    if doc[end - 1].ent_type_ in _PLACES:
        return False
    return any(
        token.dep_ in ("nsubj", "nsubjpass")
        and beings.kind_of(doc.vocab, token.lemma_) in ("person", "")
        for token in doc[max(0, first - _BEFORE) : first - 1]
        if token.pos_ == "NOUN"
    )


def _has_article(doc: Doc, first: int) -> bool:
    return first > 0 and doc[first - 1].lower_ in ("the", "a", "an", "of", "in", "at", "to")


def _is_taken_up(doc: Doc, first: int, end: int) -> bool:
    """Say whether a name leads a sentence without other persons, and "she" leads the next one."""
    leads = first == 0 or doc[first - 1].text in _STOPS or doc[first - 1].is_space
    last = doc[end - 1]
    if not leads or last.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if beings.kind_of(doc.vocab, last.text) in ("body", "text", "thing"):
        return False
    for at in range(end, min(len(doc) - 1, end + _SENTENCE)):
        if doc[at].ent_type_ == "PERSON":
            return False
        if doc[at].text in _STOPS:
            following = doc[at + 1] if not doc[at + 1].is_space else doc[min(at + 2, len(doc) - 1)]
            return following.text in ("He", "She")
    return False
