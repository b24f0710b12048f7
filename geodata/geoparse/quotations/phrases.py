"""The words with which a sentence names a speaker: a noun's phrase, without its article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import bounds, grammar
from geodata.geoparse.quotations.beings import is_human
from geodata.geoparse.quotations.persons import is_person, persons
from geodata.geoparse.quotations.titles import is_title
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
_THEIRS: Final = words("my your his her its our their")
_APPOSITIONS: Final = 3
_WORDS_OF_A_NAME: Final = 2


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
    if noun.i in persons(noun.doc):
        first, end = persons(noun.doc)[noun.i]
    elif _is_named(noun):
        first, end = bounds.untitled(noun, *bounds.entity(noun))
    elif noun.pos_ == "PROPN":
        first, end = bounds.proper_run(noun)
    else:
        first, end = bounds.common(noun)
    roles = _roles(noun, first) | ({token.lemma_.lower()} if named is not None else set())
    return _phrase(token.doc, noun, first, end, tuple(sorted(roles)))


def _is_named(noun: Token) -> bool:
    return noun.ent_type_ in _NAMED and (noun.pos_ == "PROPN" or noun.text[0].isupper())


def _phrase(doc: Doc, noun: Token, first: int, end: int, roles: tuple[str, ...]) -> Phrase:
    first, end = bounds.hyphenated(doc, first, end)
    article = doc[first].lower_
    if first > 0 and noun.pos_ == "PROPN" and doc[first - 1].lower_ == "the":
        article = "the"
    while first < end - 1 and _is_dress(doc, first, end):
        first += 1
    while end - 1 > first and doc[end - 1].lower_ in ("'s", "’s", "'", "’", ",", "."):
        if doc[end - 1].text == "." or not doc[end - 1].text.strip("'’s,"):
            end -= 1
    goes_back = article == "the" or article in _THEIRS
    role = noun.pos_ == "PROPN" and article == "the" and is_title(noun.text)
    return Phrase(
        first=first,
        end=end,
        text=" ".join(doc[first:end].text.split()),
        head=noun.lower_ if role else noun.lemma_.lower(),
        is_person=not role and is_person(noun),
        is_name=not role and (noun.pos_ == "PROPN" or _is_named(noun)),
        is_plural="Plur" in noun.morph.get("Number", []),
        is_bare=end - first == 1 and goes_back and (noun.pos_ == "NOUN" or role),
        roles=roles,
    )


def _is_dress(doc: Doc, at: int, end: int) -> bool:
    """Say whether a word before a name is none of it: an article, "her", the "one" of "one man"."""
    token = doc[at]
    if token.lower_ in ("the", "a", "an") or token.lower_ in _THEIRS:
        return True
    if token.lower_ == "one":
        return at + 1 < end and doc[at + 1].pos_ in ("NOUN", "ADJ", "PROPN")
    return token.pos_ in ("PUNCT", "SPACE")


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
    return (
        begins
        and token.head.nbor(-1).text == "According"
        and not is_human(token.vocab, token.lemma_)
    )


def _name_behind(token: Token) -> Token | None:
    """Return a name right behind its noun: "the charity Medics Abroad"."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and end - token.i < bounds.LONGEST:
        end += 1
    last = doc[end - 1]
    if last.i == token.i or token.pos_ != "NOUN" or last.ent_type_ in ("DATE", "TIME"):
        return None
    return last if token.i in (last.i, last.head.i, last.head.head.i) else None


def _person_after(token: Token) -> Token | None:
    """Return who is named right behind the phrase and a comma, wherever a parser hangs it."""
    doc, at = token.doc, bounds.whole(token)[1]
    if at + 1 >= len(doc) or doc[at].text != "," or doc[at + 1].pos_ != "PROPN":
        return None
    end = at + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and end - at < bounds.LONGEST:
        end += 1
    closed = end < len(doc) and doc[end].text in (",", "—", "–", ".")
    named = end - at > _WORDS_OF_A_NAME or is_person(doc[end - 1])
    return doc[end - 1] if closed and named else None


def _person_before(token: Token) -> Token | None:
    """Return whose apposition a noun is: "Rosa Diaz, the mayor, said"."""
    doc, first, end = token.doc, *bounds.whole(token)
    closed = end < len(doc) and doc[end].text == ","
    if not closed or first < 2 or doc[first - 1].text != ",":
        return None
    return doc[first - 2] if is_person(doc[first - 2]) else None


def _roles(noun: Token, first: int) -> set[str]:
    """Return the common nouns that stand right before a name, or in apposition to it."""
    doc, found = noun.doc, set[str]()
    for at in range(first - 1, max(-1, first - 4), -1):
        if doc[at].pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
        found.add(doc[at].lemma_.lower())
        if doc[at].pos_ == "NOUN":
            break  # What stands before it tells only whose spokesman it is.
    found |= {child.lemma_.lower() for child in grammar.children(noun, "appos")}
    if noun.dep_ == "appos" and noun.head.pos_ in ("NOUN", "PROPN"):
        found.add(noun.head.lemma_.lower())
    return found
