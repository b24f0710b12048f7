"""Attributions that punctuation sets off: "…, officials said on Friday.", and "that" far off.

A parser often hangs such a clause on the wrong word; its commas do not move.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import grammar, verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COMMAS: Final = frozenset({",", "—", "–", "--"})
_STOPS: Final = frozenset({".", "!", "?", ";"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_TO_PEOPLE: Final = frozenset({"tell", "inform", "assure", "warn", "ask", "remind"})
_PROMPTED: Final = frozenset({"asked", "questioned", "pressed", "challenged"})
"""They lead up to an answer, and are none of it: "Asked if it was safe, Diaz replied"."""
_DEPENDENT: Final = frozenset({"compound", "nummod", "poss", "nmod", "amod", "pobj"})
_REACH: Final = 25
"""Tokens from a verb to the comma before it, or to a "that" after it."""
_SENTENCE: Final = 150
"""Tokens of a sentence that are looked at, on each side of its verb."""
_CLAUSE: Final = 4
"""Tokens that a second half must have to be told."""


def ends(token: Token) -> bool:
    """Say whether a sentence ends at a token."""
    return token.text in _STOPS or "\n" in token.text


def begin_of(doc: Doc, at: int) -> int:
    """Return the first token of the sentence that holds one; at most some way back."""
    least = max(0, at - _SENTENCE)
    while at > least and not ends(doc[at - 1]):
        at -= 1
    return at


def end_of(doc: Doc, at: int) -> int:
    """Return the token at which the sentence of one ends; at most some way ahead."""
    most = min(len(doc), at + _SENTENCE)
    while at < most and not ends(doc[at]):
        at += 1
    return at


def aside(verb: Token) -> list[tuple[int, int]]:
    """Return what a verb set off by commas reports, as tokens [first, end): one piece or two."""
    doc = verb.doc
    comma = _comma_before(verb)
    if comma is None or _is_attribute(verb) or _has_object(verb):
        return []
    after = _comma_after(verb)
    if after is None:
        return []
    begin = begin_of(doc, comma)
    if doc[begin].lower_ in _PROMPTED:
        return []
    pieces = [(begin, comma)] if any(one.tag_ in _FINITE for one in doc[begin:comma]) else []
    if after < len(doc) and doc[after].text in _COMMAS:
        end = end_of(doc, after)
        if end - after > _CLAUSE and not (pieces and _is_others(verb, after + 1, end)):
            pieces.append((after + 1, end))
    return pieces


def _is_others(verb: Token, first: int, end: int) -> bool:
    """Say whether what follows an aside is not its speaker's: "…, and doctors fear that".

    Behind ", said Diaz," a clause that only describes Diaz is none of hers either.
    """
    doc = verb.doc
    if doc[first].pos_ == "CCONJ":
        near = doc[first : min(end, first + _CLAUSE + 2)]
        return any(
            verbs.says(token.lemma_) or token.lemma_ in verbs.THINKING
            for token in near
            if token.tag_ in _FINITE
        )
    inverted = doc[verb.i - 1].text in _COMMAS
    return inverted and not any(_is_main(token) for token in doc[first:end])


def _is_main(token: Token) -> bool:
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    return token.tag_ in _FINITE and verb.dep_ not in ("relcl", "acl", "advcl")


def _comma_before(verb: Token) -> int | None:
    doc = verb.doc
    subject = grammar.child(verb, "nsubj")
    if (
        subject is not None
        and 0 < subject.i < verb.i
        and doc[max(0, subject.left_edge.i - 1)].text in _COMMAS
    ):
        return subject.left_edge.i - 1
    named = verb.i + 1 < len(verb.doc) and verb.nbor().pos_ in (*_NOMINAL, "DET")
    for at in range(verb.i - 1, max(-1, verb.i - _REACH), -1):
        token = doc[at]
        if token.text in _COMMAS and (named or _is_subject(doc, at + 1, verb)):
            first = doc[at + 1]
            return None if first.pos_ in ("CCONJ", "SCONJ") or first.dep_ == "mark" else at
        if ends(token) or (token.tag_ in _FINITE and token.dep_ not in ("relcl", "aux")):
            return None
        named = named or token.pos_ in _NOMINAL
    return None


def _is_subject(doc: Doc, first: int, verb: Token) -> bool:
    return any(token.pos_ in _NOMINAL for token in doc[first : verb.i])


def _comma_after(verb: Token) -> int | None:
    """Return where the aside ends, if no clause begins in it."""
    doc = verb.doc
    for at in range(verb.i + 1, min(len(doc), verb.i + _REACH)):
        token = doc[at]
        if ends(token) or token.text in _COMMAS:
            return at
        if token.tag_ in _FINITE or (token.lower_ == "that" and token.tag_ == "IN"):
            return None
    return len(doc) if verb.i + _REACH >= len(doc) else None


def _is_attribute(verb: Token) -> bool:
    """Say whether a verb only describes a noun; one that a parser takes for such is told apart."""
    misread = verb.dep_ == "acl" and verb.head.dep_ == "npadvmod"
    return verb.dep_ in ("relcl", "acl", "amod") and not misread


def _has_object(verb: Token) -> bool:
    if verb.lemma_.lower() in _TO_PEOPLE:
        return False
    return any(
        one.i > verb.i and one.ent_type_ not in ("DATE", "TIME", "PERSON")
        for one in grammar.children(verb, "dobj")
    )


def speaker_beside(verb: Token) -> Token | None:
    """Return the noun between the comma and the verb of an aside."""
    comma = _comma_before(verb)
    between = verb.doc[comma + 1 : verb.i] if comma is not None else ()
    nouns = [one for one in between if one.pos_ in _NOMINAL and one.dep_ not in _DEPENDENT]
    return nouns[0] if nouns else None


def that_clause(verb: Token) -> Iterator[tuple[int, int]]:
    """Yield the clause behind a "that" some words after its verb: "said in a statement that"."""
    doc = verb.doc
    for at in range(verb.i + 1, min(len(doc), verb.i + _REACH)):
        token = doc[at]
        if (
            token.lower_ == "that"
            and token.dep_ in ("mark", "nsubj")
            and token.tag_ in ("IN", "WDT")
        ):
            end = max(token.head.right_edge.i + 1, at + 1)
            yield at + 1, min(end, end_of(doc, at))
            return
        if ends(token) or token.tag_ in _FINITE or verbs.says(token.lemma_):
            return
