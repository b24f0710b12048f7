"""Who is who in a text: the fullest name for a surname, a pronoun, or a noun that goes back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from geodata.geoparse.quotations.nouns import BODIES, FEMALE, MALE, is_human
from geodata.geoparse.quotations.phrases import Phrase, phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Gender = Literal["f", "m", ""]
_TITLE: Final = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Judge|Justice|President|Mayor|"
    r"Governor|Gov|Senator|Sen|Rep|Representative|Col|Colonel|Gen|General|Lt|Capt|Captain|Maj|"
    r"Major|Sgt|Sergeant|Minister|Chancellor|King|Queen|Prince|Princess|Pope|Bishop|Father|"
    r"Sister|Rev|Reverend|Sheikh|Imam|Superintendent|Sheriff|Chief|Commissioner|Spokesman|"
    r"Spokeswoman|Detective|Officer|Coach)\.?\s+)+(?=\S)"
)
_GENDER_BEFORE: Final[dict[str, Gender]] = {
    **dict.fromkeys(("mr", "mr.", "sir", "lord", "king", "prince", "father"), "m"),
    **dict.fromkeys(("mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess"), "f"),
}
_MAIN: Final = frozenset({"ROOT", "conj", "parataxis"})
_OF_PEOPLE: Final[dict[str, Gender]] = {"he": "m", "she": "f"}
_FAR: Final = 3000
"""Signs back to which a pronoun is followed; farther away somebody else is meant."""
_NAMESAKES: Final = 8
"""Full names with the same surname among which the nearest is looked for."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who was named: where, by what name, and what kind of speaker it is."""

    at: int
    name: str
    person: bool
    plural: bool
    roles: frozenset[str]
    spoke: bool


class Cast:
    """The people and organisations of one text, in the order in which they are named."""

    def __init__(self, doc: Doc, hidden: list[bool]) -> None:
        """Read who is named; ``hidden`` says of each token whether it is inside quotation marks."""
        self._gender: dict[str, Gender] = {}
        self._full: dict[str, list[tuple[int, str]]] = {}
        self._named: list[Heard] = []
        self._known_names: set[str] = set()
        self._mentioned: list[Heard] = []
        self._heard: list[Heard] = []
        self._read(doc, hidden)
        self._next = 0

    def _read(self, doc: Doc, hidden: list[bool]) -> None:
        for entity in doc.ents:
            if entity.label_ == "PERSON" and not hidden[entity.start]:
                named = phrase(entity.root)
                self._learn(untitled(named.text), doc, named.first)
                self._mentioned.append(
                    Heard(
                        entity.start_char,
                        untitled(named.text),
                        True,
                        False,
                        frozenset(named.roles),
                        False,
                    )
                )
        for token in doc:
            if not hidden[token.i] and _leads(token):
                self._lead(token)

    def _lead(self, token: Token) -> None:
        """Keep who a clause is about, if it is somebody to whom a pronoun may go back."""
        named = phrase(token)
        person = named.is_person or (named.is_name and is_human(named.roles))
        roles = frozenset({*named.roles, named.head})
        if named.is_name:
            parts = frozenset(named.text.casefold().split())
            roles = frozenset(named.roles) if person else roles | parts
        elif named.head not in BODIES and not is_human(roles):
            return
        name = untitled(named.text)
        self._named.append(Heard(token.idx, name, person, named.is_plural, roles, False))

    def _learn(self, name: str, doc: Doc, first: int) -> None:
        parts = name.split()
        self._known_names.add(name)
        if len(parts) > 1:
            for word in parts:
                insort(self._full.setdefault(word.casefold(), []), (doc[first].idx, name))
        before = doc[first - 1].lower_ if first else ""
        gender = _GENDER_BEFORE.get(doc[first].lower_) or _GENDER_BEFORE.get(before, "")
        if gender:
            self._gender.setdefault(_surname(name), gender)

    def name(self, token: Token) -> str | None:
        """Return the fullest name of a speaker; ``None`` where the text does not tell who it is."""
        self._catch_up(token.idx)
        if token.pos_ == "PRON" and token.lower_ in ("he", "she", "it", "they"):
            heard = self._pronoun(token)
            if heard is None:
                return None
            self._hear(token.idx, heard.name, heard.person, heard.plural, heard.roles)
            return heard.name
        found = phrase(token)
        name, person = self._named_by(found, token.idx)
        if name is None:
            name = self._fullest(untitled(found.text), token.idx) if found.is_name else found.text
            person = found.is_person or (
                found.is_name and (self._is_person(name) or is_human(frozenset(found.roles)))
            )
            if person and name not in self._known_names:
                self._learn(name, token.doc, found.first)
        self._hear(token.idx, name, person, found.is_plural, frozenset({*found.roles, found.head}))
        return name

    def _is_person(self, name: str) -> bool:
        known = self._full.get(name.split()[-1].casefold(), ())
        return any(one == name for _, one in known[:_NAMESAKES])

    def _catch_up(self, to: int) -> None:
        while self._next < len(self._named) and self._named[self._next].at < to:
            heard = self._named[self._next]
            full = self._fullest(heard.name, heard.at) if heard.person else heard.name
            self._heard.append(replace(heard, name=full))
            self._next += 1

    def _hear(self, at: int, name: str, person: bool, plural: bool, roles: frozenset[str]) -> None:
        self._heard.append(Heard(at, name, person, plural, roles, True))

    def _fullest(self, name: str, at: int) -> str:
        """Return the fuller name that has all the words of this one: the nearest one."""
        parts = set(name.casefold().split())
        known = self._full.get(name.casefold().split()[-1], []) if parts else []
        here = bisect_right(known, (at, ""))
        before, after = known[max(0, here - _NAMESAKES) : here], known[here : here + _NAMESAKES]
        for _, full in [*reversed(before), *after]:
            if parts < set(full.casefold().split()):
                return full
        return name

    def _pronoun(self, token: Token) -> Heard | None:
        gender = _OF_PEOPLE.get(token.lower_, "")
        return self._nearest(token, gender, self._heard) or (
            self._nearest(token, gender, self._mentioned_before(token.idx)) if gender else None
        )

    def _mentioned_before(self, at: int) -> list[Heard]:
        here = bisect_left(self._mentioned, at, key=lambda one: one.at)
        near = self._mentioned[max(0, here - _NAMESAKES) : here]
        full = [replace(one, name=self._fullest(one.name, one.at)) for one in near]
        return [one for one in full if " " in one.name]

    def _nearest(self, token: Token, gender: Gender, known: list[Heard]) -> Heard | None:
        for heard in reversed(known):
            if token.idx - heard.at > _FAR:
                return None
            if token.lower_ == "it":
                if not heard.person and not heard.plural and not self._gender_of(heard):
                    return heard
            elif token.lower_ == "they":
                if heard.plural or (heard.spoke and not heard.person):
                    return heard
            elif not heard.plural and self._may_be(heard, gender):
                self._gender.setdefault(_surname(heard.name), gender)
                return heard
        return None

    def _may_be(self, heard: Heard, gender: Gender) -> bool:
        known = self._gender_of(heard)
        return known == gender or (not known and (heard.person or is_human(heard.roles)))

    def _gender_of(self, heard: Heard) -> Gender:
        if heard.roles & FEMALE:
            return "f"
        return "m" if heard.roles & MALE else self._gender.get(_surname(heard.name), "")

    def _named_by(self, found: Phrase, at: int) -> tuple[str | None, bool]:
        """Follow "the minister" to who was called so before."""
        if not found.is_bare or found.is_plural:
            return None, False
        for heard in reversed(self._heard):
            if at - heard.at > _FAR:
                break
            if found.head in heard.roles and not heard.plural:
                return heard.name, heard.person
        return None, False


def _surname(name: str) -> str:
    return name.casefold().split()[-1] if name.split() else ""


def untitled(name: str) -> str:
    """Return a name without the titles before it."""
    return _TITLE.sub("", name)


def _leads(token: Token) -> bool:
    """Say whether a noun is what a main clause is about."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    return token.dep_ == "ROOT" or (
        token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in _MAIN
    )
