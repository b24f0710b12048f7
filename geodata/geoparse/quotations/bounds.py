"""How far the words reach that name somebody: whole names, and a noun with whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import grammar
from geodata.geoparse.quotations.titles import is_title

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST: Final = 16
"""Words in a phrase: a longer one is a misreading, and is cut."""
_WHOSE: Final = frozenset({"of", "for", "by"})


def entity(noun: Token) -> tuple[int, int]:
    """Return the name of which the model makes a noun a part."""
    doc, first, end = noun.doc, noun.i, noun.i + 1
    while first > 0 and doc[first].ent_iob_ == "I" and noun.i - first < LONGEST:
        first -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and end - noun.i < LONGEST:
        end += 1
    if noun.ent_type_ != "PERSON":
        while first > 0 and doc[first - 1].dep_ == "compound" and doc[first - 1].pos_ == "PROPN":
            first -= 1
    return first, end


def proper_run(noun: Token) -> tuple[int, int]:
    """Return the run of capitalised words around a noun."""
    doc, first, end = noun.doc, noun.i, noun.i + 1
    while first > 0 and _is_of_name(doc[first - 1]) and noun.i - first < LONGEST:
        first -= 1
    while end < len(doc) and _is_of_name(doc[end]) and end - noun.i < LONGEST:
        end += 1
    return first, end


def _is_of_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME")


def whole(noun: Token) -> tuple[int, int]:
    """Return a noun with all that hangs on it up to the next comma: a name stands behind that."""
    first = _after_break(noun, max(noun.left_edge.i, noun.i - LONGEST))
    return first, _before_comma(noun, min(noun.right_edge.i + 1, noun.i + LONGEST))


def common(noun: Token) -> tuple[int, int]:
    """Return a common noun with what stands before it and whose it is, without clauses."""
    first = _after_break(noun, max(noun.left_edge.i, noun.i - LONGEST))
    if noun.dep_ == "dobj" and noun.head.i == first - 1 and noun.head.is_title:
        first -= 1  # "Aid workers said": a noun at the head of a sentence, read as a verb.
    end = noun.i + 1
    for child in grammar.children(noun):
        if child.i < noun.i:
            continue
        if not _keeps_on(child):
            break
        end = min(child.right_edge.i + 1, noun.i + LONGEST)
    return first, _before_clause(noun, _before_comma(noun, end))


def _after_break(noun: Token, first: int) -> int:
    """Return where a phrase begins behind other words in marks, and on its own line."""
    for at in range(noun.i - 1, first - 1, -1):
        if noun.doc[at].text in ('"', "”", "!", "?") or "\n" in noun.doc[at].text:
            return at + 1
    return first


def _keeps_on(child: Token) -> bool:
    """Say whether a part belongs to a name: it says whose one is, or joins "police and firemen"."""
    if child.dep_ in ("cc", "conj"):
        return child.pos_ in ("CCONJ", "NOUN") and child.nbor(-1).text != ","
    return child.dep_ == "prep" and child.lower_ in _WHOSE


def _before_clause(noun: Token, end: int) -> int:
    """Return where a clause ends the phrase inside of its complement."""
    for at in range(noun.i + 2, end):
        token = noun.doc[at]
        if token.dep_ in ("acl", "relcl") and token.left_edge.i > noun.i:
            return token.left_edge.i
    return end


def _before_comma(noun: Token, end: int) -> int:
    for at in range(noun.i + 1, end):
        token = noun.doc[at]
        if token.text in ",;:()[]—–" or token.is_space or token.tag_ in ("WP", "WDT"):
            return at
    return end


def hyphenated(doc: Doc, first: int, end: int) -> tuple[int, int]:
    """Widen a phrase over hyphens that cut through a word: "Fogo co-operative"."""
    most = min(len(doc) - 1, end + LONGEST)
    while (
        end < most
        and doc[end].text == "-"
        and not (doc[end - 1].whitespace_ + doc[end].whitespace_)
    ):
        end += 2
    least = max(1, first - LONGEST)
    while (
        first > least
        and doc[first - 1].text == "-"
        and not (doc[first - 2].whitespace_ + doc[first - 1].whitespace_)
    ):
        first -= 2
    return first, end


def untitled(noun: Token, first: int, end: int) -> tuple[int, int]:
    """Leave the titles out that the model takes for a part of a person's name."""
    if noun.ent_type_ == "PERSON":
        titles = [at for at in range(first, noun.i) if is_title(noun.doc[at].text)]
        first = titles[-1] + 1 if titles else first
    return first, end
