"""Small questions to the grammar of a sentence: who does it, what it governs, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KEY: Final = "geoparse-dependants"
_MOST: Final = 50
"""Dependants of one word that are looked at; hostile ones have thousands."""
_HIGHEST: Final = 12
"""Steps up a sentence: hostile ones are thousands deep."""


def climb(token: Token) -> Iterator[Token]:
    """Yield what a token depends on, from the nearest up, a few steps far."""
    for _ in range(_HIGHEST):
        if token.head is token or token.head.i == token.i:
            return
        token = token.head
        yield token


def children(token: Token, *labels: str) -> list[Token]:
    """Return the dependants with one of these labels, or all, in the order of the text."""
    doc, known = token.doc, _dependants(token.doc)
    found = sorted(
        at for label in labels or ("",) for at in known.get((token.i, label), ())[:_MOST]
    )
    return [doc[at] for at in found]


def child(token: Token, *labels: str) -> Token | None:
    """Return the first dependant with one of these labels."""
    return next(iter(children(token, *labels)), None)


def _dependants(doc: Doc) -> dict[tuple[int, str], list[int]]:
    """Return who depends on whom, by label: read once, for spaCy looks through whole clauses."""
    known: dict[tuple[int, str], list[int]] | None = doc.user_data.get(_KEY)
    if known is None:
        known = {}
        for token in doc:
            if token.head.i != token.i:
                for label in (token.dep_, ""):
                    known.setdefault((token.head.i, label), []).append(token.i)
        doc.user_data[_KEY] = known
    return known


def is_negated(verb: Token) -> bool:
    """Say whether a verb is negated: what nobody said is no speech."""
    return child(verb, "neg") is not None


def agent(verb: Token) -> Token | None:
    """Return by whom a passive verb is done: "by residents"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def is_passive(verb: Token) -> bool:
    """Say whether a verb is in the passive."""
    return child(verb, "nsubjpass", "auxpass", "csubjpass") is not None


def subject(verb: Token) -> Token | None:
    """Return who does what a verb says, followed through "and", "saying" and "who"."""
    if is_passive(verb):
        return agent(verb)
    own = child(verb, "nsubj")
    if own is not None:
        return _antecedent(verb, own)
    if verb.dep_ == "conj":
        return _of_head(verb)
    goes_on = verb.tag_ == "VB" and verb.head.lemma_ in ("go", "continue")
    if verb.dep_ in ("advcl", "xcomp") and (verb.tag_ == "VBG" or goes_on):
        return _of_head(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    return None


def _of_head(verb: Token) -> Token | None:
    for head in climb(verb):
        own = child(head, "nsubj", "nsubjpass")
        if own is not None:
            return _antecedent(head, own)
        if head.dep_ not in ("conj", "xcomp", "advcl"):
            break
    return None


def _antecedent(verb: Token, own: Token) -> Token:
    if own.tag_ not in ("WP", "WDT") or verb.dep_ != "relcl":
        return own
    if own.lower_ == "who" and verb.head.ent_type_ in ("GPE", "LOC", "FAC", "DATE"):
        return next((one for one in climb(verb) if one.ent_type_ == "PERSON"), verb.head)
    return verb.head
