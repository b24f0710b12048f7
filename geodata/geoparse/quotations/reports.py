"""Reported speech: the clauses that a sentence puts into somebody's mouth without marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import asides, grammar, verbs
from geodata.geoparse.quotations.phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AUTHORS_OWN: Final = frozenset({"i", "we", "you"})
_NOBODY: Final = frozenset({"neither", "nobody", "none", "nothing", "no"})
_CITING: Final = frozenset({"citing", "quoting"})
_REACH: Final = 12
_SENTENCE: Final = 60
"""Tokens behind a verb in which "citing" is looked for."""
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
    aside: bool = False
    """Punctuation sets the verb off: what it reports lies around it."""


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
    passed_on = quoted(verb)
    speaker, chain = passed_on or (speaker_of(verb), ())
    if not _reports(verb, speaker):
        return
    citing = _citing(verb)
    cited = grammar.child(citing, "dobj", "pobj") if citing is not None else None
    if citing is not None and cited is not None and speaker is not None:
        speaker, chain = cited, (speaker,)
        pieces = list(asides.that_clause(verb)) or list(_complements(verb))
        set_off = False
    else:
        pieces = asides.aside(verb)
        set_off = bool(pieces)
        if speaker is not None and any(first <= speaker.i < end for first, end in pieces):
            speaker = asides.speaker_beside(verb) or speaker
        pieces = pieces or list(_complements(verb))
    for first, end in pieces:
        if citing is not None and first < citing.i < end:
            end = citing.i
        yield Report(first, end, verb, speaker, chain, aside=set_off)


def speaker_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or the noun before it where grammar has none for a clause."""
    subject = grammar.subject(verb)
    loose = verb.tag_ in ("VB", "VBN", "VBG") and not asides.aside(verb)
    if subject is not None or loose or grammar.is_passive(verb):
        return subject
    left = grammar.child(verb, "csubj", "ccomp")
    if left is not None and left.i < verb.i and verb.nbor(-1).text == ",":
        return grammar.child(left, "nsubj")
    at = verb.i - 1
    while at > 0 and verb.doc[at].pos_ in ("ADV", "AUX") and verb.doc[at].is_lower:
        at -= 1
    before = verb.doc[at] if at >= 0 else verb
    if before.dep_ == "pobj" and before.head.head.pos_ in ("NOUN", "PROPN"):
        return before.head.head
    return before if before.pos_ in ("NOUN", "PROPN") or before.text[:1].isupper() else None


def _reports(verb: Token, speaker: Token | None) -> bool:
    lemma = verb.lemma_.lower()
    if grammar.is_negated(verb) or not (
        verbs.says(lemma) or (speaker is not None and verbs.finds(lemma, speaker.lemma_))
    ):
        return False
    if speaker is None:
        own = grammar.child(verb, "ccomp")
        loose = verb.dep_ in ("advcl", "acl", "relcl", "amod")
        return grammar.is_passive(verb) and not loose and own is not None and own.i > verb.i
    if lemma == "ask" and verb.i > 0 and verb.nbor(-1).text == "," and verb.tag_ in ("VBN", "VBD"):
        return False
    if speaker.lower_ in _AUTHORS_OWN | _NOBODY:
        return False
    return not (speaker.lower_ in _SENSELESS and (speaker.lower_ != "it" or _is_weather(verb)))


def _is_weather(verb: Token) -> bool:
    """Say whether "it" speaks for nobody: "it appears", "it adds to"."""
    return grammar.child(verb, "ccomp") is None and verb.dep_ != "ccomp"


def _complements(verb: Token) -> Iterator[tuple[int, int]]:
    """Yield the clauses that a verb governs."""
    begin = asides.begin_of(verb.doc, verb.i)
    own = [one for one in grammar.children(verb, "ccomp") if one.i >= begin]
    after = [one for one in own if one.i > verb.i]
    if not any(grammar.child(one, "mark") for one in after):
        behind = list(asides.that_clause(verb))
        if behind and not after:
            yield from behind
            return
    else:
        own = after
    if own:
        yield from _joined(one for clause in own for one in _pieces(clause, verb))
        return
    bound = grammar.child(verb, "xcomp")
    if bound is not None and not grammar.is_passive(verb):
        yield from _bound(verb, bound, verb.lemma_.lower())


def _joined(pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join pieces with no more than a word between them: two clauses with an "and"."""
    held: tuple[int, int] | None = None
    for first, end in sorted(pieces):
        if held is not None and first - held[1] <= 1:
            held = (held[0], max(held[1], end))
            continue
        if held is not None:
            yield held
        held = (first, end)
    if held is not None:
        yield held


def _bound(verb: Token, bound: Token, lemma: str) -> Iterator[tuple[int, int]]:
    """Yield a clause without a subject of its own: "claims to have won", "denied taking it"."""
    gerund = lemma in verbs.TAKES_GERUND and "VBG" in (bound.tag_, bound.left_edge.tag_)
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


def _citing(verb: Token) -> Token | None:
    """Return the "citing" of an outlet that passes something on: "…, citing two officials"."""
    doc = verb.doc
    begin, end = max(0, verb.i - _REACH), min(len(doc), verb.i + _SENTENCE)
    for at in range(verb.i + 1, end):
        if doc[at].lower_ in _CITING:
            return doc[at]
        if asides.ends(doc[at]):
            break
    for at in range(verb.i - 1, begin, -1):
        if doc[at].lower_ in _CITING:
            return doc[at]
        if asides.ends(doc[at]) or doc[at].tag_ in ("VBD", "VBZ", "VBP"):
            break
    return None


def quoted(saying: Token) -> tuple[Token | None, tuple[Token, ...]] | None:
    """Return speaker and chain of "Diaz was quoted by the agency as saying"; else ``None``."""
    quote = next((one for one in grammar.climb(saying) if one.lemma_ in ("quote", "cite")), None)
    if quote is None or saying.tag_ != "VBG" or saying.i == 0 or saying.nbor(-1).lower_ != "as":
        return None
    if grammar.is_passive(quote):
        speaker, through = grammar.child(quote, "nsubjpass"), grammar.agent(quote)
    elif quote.dep_ in ("acl", "relcl"):
        speaker, through = quote.head, grammar.agent(quote)
    else:
        speaker, through = grammar.child(quote, "dobj"), grammar.subject(quote)
    return speaker, (through,) if through is not None else ()


def _according(token: Token) -> Iterator[Report]:
    """Yield the clause that "according to …" goes with: behind it, or the one before."""
    doc = token.doc
    to = token.i + 1
    if to + 1 >= len(doc) or doc[to].lower_ != "to":
        return
    top = grammar.child(doc[to], "pobj") or doc[to + 1]
    if top.lemma_.lower() in verbs.NO_SOURCES:
        return
    begin, end = asides.begin_of(doc, token.i), asides.end_of(doc, token.i)
    named = max(top.i + 1, phrase(top).end)
    comma = next((at for at in range(named, end) if doc[at].text == ","), end)
    leads = not any(one.pos_ in ("VERB", "AUX") for one in doc[begin : token.i])
    leads = leads or _is_relative(doc, token.i)
    first, last = (comma + 1, end) if leads else (begin, token.i)
    cited = next((one for one in grammar.children(top, "acl") if one.lower_ == "cited"), None)
    through = grammar.agent(cited) if cited is not None else None
    if first < last:
        yield Report(first, last, token, top, (through,) if through is not None else ())


def _is_relative(doc: Doc, at: int) -> bool:
    """Say whether the word before a token and its comma goes on behind it: "a man who, …"."""
    before = doc[at - 2] if at > 1 and doc[at - 1].text == "," else doc[at - 1]
    return before.tag_ in ("WP", "WDT", "WRB") or before.dep_ == "mark"


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
