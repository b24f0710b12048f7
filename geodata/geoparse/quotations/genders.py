"""Who is "she" and who is "he" in a text: told by titles, by kin and by the name's own sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations.nouns import FEMALE, MALE
from geodata.geoparse.quotations.titles import Gender, gender_of_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

_PRONOUNS: Final[dict[str, Gender]] = {
    **dict.fromkeys(("he", "his", "him", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
_SENTENCE: Final = 40
"""Tokens behind a name in which its pronoun is looked for."""
_STOPS: Final = frozenset({".", "!", "?", ";", ":"})


class Genders:
    """What is known of the persons of one text; by surnames as long as one person has each."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._known: dict[str, Gender] = {}
        self._full: dict[str, set[str]] = {}

    def meet(self, name: str) -> None:
        """Keep a name: two persons of one surname are told apart by their full names."""
        if " " in name:
            self._full.setdefault(surname(name), set()).add(name.casefold())

    def learn(self, name: str, gender: Gender) -> None:
        """Keep a person's gender, the first that is told."""
        if gender:
            self._known.setdefault(self._key(name), gender)

    def of(self, name: str, roles: Iterable[str] = ()) -> Gender:
        """Return a person's gender; "" where nothing told it."""
        kin = set(roles)
        if kin & FEMALE:
            return "f"
        return "m" if kin & MALE else self._known.get(self._key(name), "")

    def _key(self, name: str) -> str:
        last = surname(name)
        return name.casefold() if len(self._full.get(last, ())) > 1 else last


def surname(name: str) -> str:
    """Return the last word of a name, for comparison."""
    return name.casefold().split()[-1] if name.split() else ""


def told(doc: Doc, first: int, end: int, roles: Iterable[str], hidden: list[bool]) -> Gender:
    """Return the gender that stands around a name: "Ms", "her brother", "Diaz lost her house"."""
    if gender := gender_before(doc, first):
        return gender
    kin = set(roles)
    if kin & FEMALE or kin & MALE:
        return "f" if kin & FEMALE else "m"
    return _of_own_sentence(doc, end, hidden) if _leads(doc, first, end) else ""


def gender_before(doc: Doc, first: int) -> Gender:
    """Return the gender that a title at the head of a name or right before it tells."""
    for at in (first, first - 1, first - 2):
        if at >= 0 and (gender := gender_of_title(doc[at].text)):
            return gender
    return ""


def _leads(doc: Doc, first: int, end: int) -> bool:
    starts = first == 0 or doc[first - 1].is_space or doc[first - 1].text in _STOPS
    return starts and any(token.dep_ in ("nsubj", "nsubjpass") for token in doc[first:end])


def _of_own_sentence(doc: Doc, end: int, hidden: list[bool]) -> Gender:
    """Return the gender of the first pronoun behind a name that leads its sentence.

    It stands in the same sentence, or at the head of the next; another person ends the search.
    """
    stopped = False
    for at in range(end, min(len(doc), end + _SENTENCE)):
        token = doc[at]
        if token.lower_ in _PRONOUNS and not hidden[at]:
            return _PRONOUNS[token.lower_]
        other = token.ent_type_ == "PERSON" or token.lemma_.lower() in MALE | FEMALE
        if hidden[at] or other or "\n" in token.text or stopped:
            return ""
        stopped = token.text in _STOPS
    return ""
