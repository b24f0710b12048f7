"""The words with which a sentence names a speaker: a noun's phrase, without its article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import grammar, verbs
from geodata.geoparse.quotations.nouns import is_human
from geodata.geoparse.quotations.vocabulary import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMED: Final = frozenset(
    words(
        """
    PERSON ORG GPE NORP FAC LOC EVENT PRODUCT WORK_OF_ART LAW
    """
    )
)
_LOOSE: Final = frozenset(
    words(
        """
    relcl appos conj cc punct advcl acl parataxis ccomp
    """
    )
)
_APPOSITIONS: Final = 3
_WORDS_OF_A_NAME: Final = 2
_LONGEST: Final = 16
"""Words in a phrase: a longer one is a misreading, and is cut."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the tokens [first, end), and what is read from them."""

    first: int
    end: int
    text: str
    head: str
    """The lemma of its noun, lower case."""
    is_person: bool
    is_name: bool
    is_plural: bool
    is_bare: bool
    """It is the noun alone, with no more than "the": it goes back to what was named before."""
    roles: tuple[str, ...] = ()
    """What a named person is called beside the name: "minister", "director"."""


def phrase(token: Token) -> Phrase:
    """Return the phrase of a noun; that of a person named beside it where there is one."""
    named = _named_beside(token)
    noun = named or token
    if _is_named(noun):
        first, end = _entity(noun)
    elif noun.pos_ == "PROPN":
        first, end = _proper_run(noun)
    else:
        first, end = _common(noun)
    roles = _roles(noun, first) | ({token.lemma_.lower()} if named is not None else set())
    return _phrase(token.doc, noun, first, end, tuple(sorted(roles)))


def _is_named(noun: Token) -> bool:
    return noun.ent_type_ in _NAMED and (noun.pos_ == "PROPN" or noun.text[0].isupper())


def _phrase(doc: Doc, noun: Token, first: int, end: int, roles: tuple[str, ...]) -> Phrase:
    article = doc[first].lower_
    while first < end - 1 and (
        doc[first].lower_ in ("the", "a", "an") or doc[first].pos_ in ("PUNCT", "SPACE")
    ):
        first += 1
    while end - 1 > first and doc[end - 1].lower_ in ("'s", "’s", "'", "’", ",", "."):
        if doc[end - 1].text == "." or not doc[end - 1].text.strip("'’s,"):
            end -= 1
    return Phrase(
        first=first,
        end=end,
        text=" ".join(doc[first:end].text.split()),
        head=noun.lemma_.lower(),
        is_person=noun.ent_type_ == "PERSON",
        is_name=noun.pos_ == "PROPN" or _is_named(noun),
        is_plural="Plur" in noun.morph.get("Number", []),
        is_bare=end - first == 1 and noun.pos_ == "NOUN" and article == "the",
        roles=roles,
    )


def _named_beside(token: Token) -> Token | None:
    """Return who is named in apposition: "the mayor, Rosa Diaz"; a person, or an organisation."""
    if token.pos_ not in ("NOUN", "NUM", "PRON"):
        return None
    beside = _person_before(token) or _name_behind(token)
    if beside is not None or _ends_a_source(token):
        return beside
    for _ in range(_APPOSITIONS):
        appositions = [one for one in grammar.children(token, "appos") if one.i > token.i]
        named = next((one for one in appositions if one.pos_ == "PROPN"), None)
        if named is not None or not appositions:
            return named or _person_after(token)
        token = appositions[0]
    return None


def _ends_a_source(token: Token) -> bool:
    """Say whether the comma behind a noun ends "According to a report, …", and names nobody."""
    begins = token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.i > 0
    return begins and token.head.nbor(-1).text == "According" and not is_human({token.lemma_})


def _name_behind(token: Token) -> Token | None:
    """Return a name right behind its noun: "the charity Medics Abroad"."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and end - token.i < _LONGEST:
        end += 1
    last = doc[end - 1]
    if last.i == token.i or token.pos_ != "NOUN" or last.ent_type_ in ("DATE", "TIME"):
        return None
    return last if token.i in (last.i, last.head.i, last.head.head.i) else None


def _person_after(token: Token) -> Token | None:
    """Return who is named right behind the phrase and a comma, wherever a parser hangs it."""
    doc, at = token.doc, _common(token)[1]
    if at + 1 >= len(doc) or doc[at].text != "," or doc[at + 1].pos_ != "PROPN":
        return None
    end = at + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and end - at < _LONGEST:
        end += 1
    closed = end < len(doc) and doc[end].text in (",", "—", "–", ".")
    named = end - at > _WORDS_OF_A_NAME or doc[end - 1].ent_type_ == "PERSON"
    return doc[end - 1] if closed and named else None


def _person_before(token: Token) -> Token | None:
    """Return whose apposition a noun is: "Rosa Diaz, the mayor, said"."""
    doc, first, end = token.doc, *_common(token)
    closed = end < len(doc) and doc[end].text == ","
    if not closed or first < 2 or doc[first - 1].text != ",":
        return None
    return doc[first - 2] if doc[first - 2].ent_type_ == "PERSON" else None


def _entity(noun: Token) -> tuple[int, int]:
    doc, first, end = noun.doc, noun.i, noun.i + 1
    while first > 0 and doc[first].ent_iob_ == "I" and noun.i - first < _LONGEST:
        first -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and end - noun.i < _LONGEST:
        end += 1
    if noun.ent_type_ != "PERSON":
        while first > 0 and doc[first - 1].dep_ == "compound" and doc[first - 1].pos_ == "PROPN":
            first -= 1
    return first, end


def _proper_run(noun: Token) -> tuple[int, int]:
    doc, first, end = noun.doc, noun.i, noun.i + 1
    while first > 0 and _is_of_name(doc[first - 1]) and noun.i - first < _LONGEST:
        first -= 1
    while end < len(doc) and _is_of_name(doc[end]) and end - noun.i < _LONGEST:
        end += 1
    return first, end


def _is_of_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME")


def _common(noun: Token) -> tuple[int, int]:
    first = max(noun.left_edge.i, noun.i - _LONGEST)
    end = noun.i + 1
    for child in grammar.children(noun):
        if child.i < noun.i:
            continue
        if child.dep_ == "advmod" or (child.dep_ in _LOOSE and not _keeps_on(child)):
            break
        end = min(child.right_edge.i + 1, noun.i + _LONGEST)
    return first, _before_comma(noun, end)


def _keeps_on(child: Token) -> bool:
    """Say whether a part belongs to the noun: "a draft seen by the paper", "police and firemen"."""
    if child.dep_ in ("cc", "conj"):
        return child.pos_ in ("CCONJ", "NOUN") and child.nbor(-1).text != ","
    closed = child.nbor(-1).text != "," and not verbs.says(child.lemma_)
    return child.dep_ == "acl" and child.tag_ == "VBN" and closed


def _before_comma(noun: Token, end: int) -> int:
    for at in range(noun.i + 1, end):
        token = noun.doc[at]
        if token.text in ",;:()[]—–" or token.is_space or token.tag_ in ("WP", "WDT"):
            return at
    return end


def _roles(noun: Token, first: int) -> set[str]:
    """Return the common nouns that stand right before a name, or in apposition to it."""
    doc, found = noun.doc, set[str]()
    for at in range(first - 1, max(-1, first - 4), -1):
        if doc[at].pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
        found.add(doc[at].lemma_.lower())
    found |= {child.lemma_.lower() for child in grammar.children(noun, "appos")}
    if noun.dep_ == "appos" and noun.head.pos_ in ("NOUN", "PROPN"):
        found.add(noun.head.lemma_.lower())
    return found
