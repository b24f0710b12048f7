"""Who is who in a text: the fullest name for a surname, a pronoun, or a noun that goes back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import grammar
from geodata.geoparse.quotations.beings import is_human, likeness
from geodata.geoparse.quotations.genders import Genders, gender_before, told
from geodata.geoparse.quotations.nouns import BODIES, GENERAL
from geodata.geoparse.quotations.persons import is_person, persons
from geodata.geoparse.quotations.phrases import Phrase, phrase
from geodata.geoparse.quotations.titles import Gender, untitled

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MAIN: Final = frozenset({"ROOT", "conj", "parataxis"})
_OF_PEOPLE: Final[dict[str, Gender]] = {"he": "m", "she": "f"}
_FAR: Final = 3000
"""Signs back to which a pronoun is followed; farther away somebody else is meant."""
_LIKE: Final = 0.5
"""Nearness from which on a general noun such as "player" may go back to a role."""
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
    goes_back: Phrase | None = None
    """The words of a role alone, as "the minister", which may be somebody named elsewhere."""


class Cast:
    """The people and organisations of one text, in the order in which they are named."""

    def __init__(self, doc: Doc, hidden: list[bool]) -> None:
        """Read who is named; ``hidden`` says of each token whether it is inside quotation marks."""
        self._vocab = doc.vocab
        self._genders = Genders()
        self._full: dict[str, list[tuple[int, str]]] = {}
        self._named: list[Heard] = []
        self._known_names: set[str] = set()
        self._mentioned: list[Heard] = []
        self._heard: list[Heard] = []
        self._read(doc, hidden)
        self._next = 0

    def _read(self, doc: Doc, hidden: list[bool]) -> None:
        for token in _named_persons(doc):
            if not hidden[token.i]:
                self._meet(token, hidden)
        for token in doc:
            if not hidden[token.i] and _leads(token):
                self._lead(token)

    def _meet(self, token: Token, hidden: list[bool]) -> None:
        """Keep a person who is named, wherever in a sentence."""
        doc, named = token.doc, phrase(token)
        name, roles = untitled(named.text), frozenset(named.roles)
        self._learn(name, doc, named.first)
        self._genders.learn(name, told(doc, named.first, named.end, roles, hidden))
        self._mentioned.append(Heard(doc[named.first].idx, name, True, False, roles, False))

    def _lead(self, token: Token) -> None:
        """Keep who a clause is about, if it is somebody to whom a pronoun may go back."""
        named = phrase(token)
        person = named.is_person or (named.is_name and self._is_human(named.roles))
        roles = frozenset({*named.roles, named.head})
        if named.is_name:
            parts = frozenset(named.text.casefold().split())
            roles = frozenset(named.roles) if person else roles | parts
        elif not self._is_human((named.head,)):
            if named.head not in BODIES:
                return
        else:
            person = True
        name = untitled(named.text)
        back = named if named.is_bare else None
        self._named.append(Heard(token.idx, name, person, named.is_plural, roles, False, back))

    def _learn(self, name: str, doc: Doc, first: int) -> None:
        parts = name.split()
        self._known_names.add(name)
        self._genders.meet(name)
        if len(parts) > 1:
            for word in parts:
                insort(self._full.setdefault(word.casefold(), []), (doc[first].idx, name))

    def _is_human(self, roles: Iterable[str]) -> bool:
        return any(is_human(self._vocab, role) for role in roles)

    def name(self, token: Token, but: str = "") -> str | None:
        """Return the fullest name of a speaker; ``None`` where the text does not tell who it is.

        A pronoun is not followed to the name ``but``.
        """
        self._catch_up(token.idx)
        if token.pos_ == "PRON" and token.lower_ in ("he", "she", "it", "they"):
            heard = self._pronoun(token, but)
            if heard is None:
                return None
            self._hear(token.idx, heard.name, heard.person, heard.plural, heard.roles)
            return heard.name
        found = phrase(token)
        name, person = self._named_by(found, token.idx)
        if name is None:
            name = found.text
            if found.is_name:
                gender = gender_before(token.doc, found.first)
                name = self._fullest(untitled(found.text), token.idx, gender)
            person = found.is_person or self._is_somebody(name, found)
            if person and found.is_name and name not in self._known_names:
                self._learn(name, token.doc, found.first)
        self._hear(token.idx, name, person, found.is_plural, frozenset({*found.roles, found.head}))
        return name

    def _is_somebody(self, name: str, found: Phrase) -> bool:
        if found.is_name:
            return self._is_person(name) or self._is_human(found.roles)
        return self._is_human((found.head,))

    def _is_person(self, name: str) -> bool:
        known = self._full.get(name.split()[-1].casefold(), ())
        return any(one == name for _, one in known[:_NAMESAKES])

    def _catch_up(self, to: int) -> None:
        while self._next < len(self._named) and self._named[self._next].at < to:
            heard = self._named[self._next]
            known = self._named_by(heard.goes_back, heard.at)[0] if heard.goes_back else None
            full = self._fullest(heard.name, heard.at) if _is_named(heard) else heard.name
            self._heard.append(replace(heard, name=known or full))
            self._next += 1

    def _hear(self, at: int, name: str, person: bool, plural: bool, roles: frozenset[str]) -> None:
        self._heard.append(Heard(at, name, person, plural, roles, True))

    def _fullest(self, name: str, at: int, gender: Gender = "") -> str:
        """Return the fuller name that has all the words of this one: the nearest one."""
        parts = set(name.casefold().split())
        known = self._full.get(name.casefold().split()[-1], []) if parts else []
        here = bisect_right(known, (at, ""))
        before, after = known[max(0, here - _NAMESAKES) : here], known[here : here + _NAMESAKES]
        for _, full in [*reversed(before), *after]:
            fits = not gender or self._genders.of(full) in (gender, "")
            if fits and parts < set(full.casefold().split()):
                return full
        return name

    def _pronoun(self, token: Token, but: str) -> Heard | None:
        gender = _OF_PEOPLE.get(token.lower_, "")
        return self._nearest(token, gender, self._heard, but) or (
            self._nearest(token, gender, self._mentioned_before(token.idx), but) if gender else None
        )

    def _mentioned_before(self, at: int) -> list[Heard]:
        here = bisect_left(self._mentioned, at, key=lambda one: one.at)
        near = self._mentioned[max(0, here - _NAMESAKES) : here]
        full = [replace(one, name=self._fullest(one.name, one.at)) for one in near]
        return [one for one in full if " " in one.name]

    def _nearest(self, token: Token, gender: Gender, known: list[Heard], but: str) -> Heard | None:
        for heard in reversed(known):
            if token.idx - heard.at > _FAR:
                return None
            if but and heard.name == but:
                continue
            if token.lower_ == "it":
                if not heard.person and not heard.plural:
                    return heard
            elif token.lower_ == "they":
                if heard.plural or (heard.spoke and not heard.person):
                    return heard
            elif not heard.plural and self._may_be(heard, gender):
                self._genders.learn(heard.name, gender)
                return heard
        return None

    def _may_be(self, heard: Heard, gender: Gender) -> bool:
        known = self._genders.of(heard.name, heard.roles)
        return known == gender or (not known and heard.person)

    def _named_by(self, found: Phrase, at: int) -> tuple[str | None, bool]:
        """Follow "the minister" to who was called so before, or else is called so later."""
        if not found.is_bare or found.is_plural:
            return None, False
        for heard in reversed(self._heard):
            if at - heard.at > _FAR:
                break
            if found.head in heard.roles and not heard.plural:
                return heard.name, heard.person
        return self._titled(found.head, at)

    def _titled(self, role: str, at: int) -> tuple[str | None, bool]:
        """Follow a role to a person with it, or with one like it: "player" to a "striker"."""
        here = bisect_left(self._mentioned, at, key=lambda one: one.at)
        before = self._mentioned[max(0, here - _NAMESAKES) : here]
        after = self._mentioned[here : here + _NAMESAKES]
        for one in (*reversed(before), *after):
            if role in one.roles:
                return self._fullest(one.name, one.at), True
        for one in reversed(before):
            if role in GENERAL and any(
                likeness(self._vocab, role, other) >= _LIKE for other in one.roles
            ):
                return self._fullest(one.name, one.at), True
        return None, False


def _named_persons(doc: Doc) -> list[Token]:
    """Return a token of each person's name, in the order of the text."""
    own = [one.root for one in doc.ents if one.label_ == "PERSON" and is_person(one.root)]
    runs = sorted(set(persons(doc).values()))
    return sorted([*own, *(doc[end - 1] for _, end in runs)], key=lambda one: one.i)


def _is_named(heard: Heard) -> bool:
    return heard.person and heard.name[:1].isupper()


def _leads(token: Token) -> bool:
    """Say whether a noun is what a main clause is about."""
    counted = token.pos_ == "NUM" and grammar.child(token, "appos") is not None
    if token.pos_ not in ("NOUN", "PROPN") and not counted:
        return False
    return token.dep_ == "ROOT" or (
        token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in _MAIN
    )
