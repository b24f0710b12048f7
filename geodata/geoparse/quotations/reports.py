"""Reported speech: the clauses that a sentence puts into somebody's mouth without marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import grammar, verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AUTHORS_OWN: Final = frozenset({"i", "we", "you"})
_SENSELESS: Final = frozenset({"it", "that", "this", "which", "what", "there"})
_TRIMMED: Final = frozenset({",", ":", ";", ".", "-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Report:
    """A clause, as tokens [first, end), and who says it by which verb."""

    first: int
    end: int
    verb: Token
    speaker: Token | None
    chain: tuple[Token, ...] = ()


def reports(doc: Doc, hidden: list[bool]) -> Iterator[Report]:
    """Yield what a text reports, in the order of its verbs; words inside marks report nothing."""
    for token in doc:
        if hidden[token.i]:
            continue
        if token.lower_ == "according":
            yield from _according(token)
        elif token.pos_ in ("VERB", "AUX"):
            yield from _of_verb(token)


def _of_verb(verb: Token) -> Iterator[Report]:
    if verb.lemma_ == "quote" and grammar.is_passive(verb):
        yield from _quoted(verb)
        return
    speaker = grammar.subject(verb)
    if not _reports(verb, speaker):
        return
    chain: tuple[Token, ...] = ()
    cited = _citing(verb)
    if cited is not None and speaker is not None:
        speaker, chain = cited, (speaker,)
    for first, end in _complements(verb):
        yield Report(first, end, verb, speaker, chain)


def _reports(verb: Token, speaker: Token | None) -> bool:
    lemma = verb.lemma_.lower()
    if grammar.is_negated(verb) or not (
        verbs.says(lemma) or (speaker is not None and verbs.finds(lemma, speaker.lemma_))
    ):
        return False
    if speaker is None:
        return grammar.is_passive(verb) and verb.dep_ not in ("advcl", "acl", "relcl")
    return speaker.lower_ not in _AUTHORS_OWN and not (
        speaker.lower_ in _SENSELESS and (speaker.lower_ != "it" or _is_weather(verb))
    )


def _is_weather(verb: Token) -> bool:
    """Say whether "it" speaks for nobody: "it appears", "it adds to"."""
    return grammar.child(verb, "ccomp") is None and verb.dep_ != "ccomp"


def _complements(verb: Token) -> Iterator[tuple[int, int]]:
    lemma = verb.lemma_.lower()
    own = [one for one in verb.children if one.dep_ == "ccomp" and one.i != verb.i]
    for clause in own:
        yield from _pieces(clause, verb)
    if own:
        return
    bound = grammar.child(verb, "xcomp")
    if bound is not None and not grammar.is_passive(verb):
        yield from _bound(verb, bound, lemma)
    elif verb.dep_ in ("parataxis", "ccomp", "advcl") and _is_set_off(verb):
        yield from _around(verb)


def _bound(verb: Token, bound: Token, lemma: str) -> Iterator[tuple[int, int]]:
    """Yield a clause without a subject of its own: "claims to have won", "denied taking it"."""
    gerund = bound.tag_ == "VBG" and lemma in verbs.TAKES_GERUND
    told = grammar.child(verb, "dobj", "dative")
    infinitive = bound.tag_ == "VB" and lemma in verbs.TAKES_INFINITIVE
    if gerund or (infinitive and lemma == "claim"):
        yield bound.left_edge.i, bound.right_edge.i + 1
    elif infinitive and told is not None and verb.i < told.i < bound.i:
        yield told.left_edge.i, bound.right_edge.i + 1


def _pieces(clause: Token, verb: Token) -> Iterator[tuple[int, int]]:
    first, end = clause.left_edge.i, clause.right_edge.i + 1
    if first <= verb.i < end:
        left, right = verb.left_edge.i, verb.right_edge.i + 1
        yield from ((first, min(left, verb.i)), (max(right, verb.i + 1), end))
    else:
        yield first, end


def _is_set_off(verb: Token) -> bool:
    """Say whether a verb stands aside of its clause: "the ship, officials said, was lost"."""
    first, last = verb.left_edge.i, verb.right_edge.i
    doc = verb.doc
    before = first > 0 and doc[first - 1].text in (",", "—", "–", "-")
    after = last + 1 >= len(doc) or doc[last + 1].is_punct
    subject = grammar.child(verb, "nsubj")
    return before and after and subject is not None and not grammar.child(verb, "dobj", "mark")


def _around(verb: Token) -> Iterator[tuple[int, int]]:
    head = verb.head
    first, end = head.left_edge.i, head.right_edge.i + 1
    left, right = verb.left_edge.i, verb.right_edge.i + 1
    if first < left:
        yield first, left
    if right < end:
        yield right, end


def _citing(verb: Token) -> Token | None:
    """Return whom a reporting outlet cites: "…, citing two officials"."""
    for one in verb.children:
        if one.dep_ in ("advcl", "prep") and one.lower_ in ("citing", "quoting"):
            return grammar.child(one, "dobj", "pobj")
    subject = grammar.child(verb, "nsubj")
    for one in subject.children if subject is not None else ():
        if one.dep_ == "acl" and one.lower_ in ("citing", "quoting"):
            return grammar.child(one, "dobj")
    return None


def _quoted(verb: Token) -> Iterator[Report]:
    """Yield "Diaz was quoted by the agency as saying that …"."""
    through = grammar.agent(verb)
    chain = (through,) if through is not None else ()
    speaker = grammar.child(verb, "nsubjpass")
    saying = next(
        (
            one
            for prep in verb.children
            if prep.lower_ == "as"
            for one in prep.children
            if verbs.says(one.lemma_.lower())
        ),
        None,
    )
    if saying is None or speaker is None:
        return
    for first, end in _complements(saying):
        yield Report(first, end, saying, speaker, chain)


def _according(token: Token) -> Iterator[Report]:
    """Yield the clause that "according to …" hangs on."""
    to = grammar.child(token, "prep", "pcomp")
    speaker = grammar.child(to, "pobj") if to is not None else None
    if speaker is None:
        return
    cited = next((one for one in speaker.children if one.dep_ == "acl" and one.lower_ == "cited"), None)
    through = grammar.agent(cited) if cited is not None else None
    first, end = token.left_edge.i, token.right_edge.i + 1
    clause = next((head for head in grammar.climb(token) if head.pos_ in ("VERB", "AUX")), token.head)
    left, right = clause.left_edge.i, clause.right_edge.i + 1
    pieces = [(left, min(first, right)), (max(end, left), right)]
    a, b = max(pieces, key=lambda piece: piece[1] - piece[0])
    if a < b:
        yield Report(a, b, token, speaker, (through,) if through is not None else ())


def _leads_in(token: Token) -> bool:
    if token.is_space or token.text in _TRIMMED or token.dep_ == "cc":
        return True
    return token.dep_ == "mark" and token.lower_ == "that"


def trimmed(doc: Doc, first: int, end: int) -> tuple[int, int]:
    """Return the signs [start, end) of a clause, without "that" and the signs around it."""
    while first < end and _leads_in(doc[first]):
        first += 1
    while end > first and (doc[end - 1].is_space or doc[end - 1].text in _TRIMMED):
        end -= 1
    if first >= end:
        return 0, 0
    return doc[first].idx, doc[end - 1].idx + len(doc[end - 1])
