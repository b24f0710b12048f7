"""Reported speech: the clauses that a sentence puts into somebody's mouth without marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import asides, grammar, verbs
from geodata.geoparse.quotations.beings import can_speak, is_human, kind_of
from geodata.geoparse.quotations.persons import is_person
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
    outer = _goes_on(verb.head, verb) if verb.dep_ == "conj" else None
    if outer is not None:
        speaker = grammar.subject(outer)
    if speaker is not None and _is_medium(verb, speaker):
        speaker = None
    if speaker is not None and not can_speak(speaker) and not _bears_words(verb, speaker):
        speaker = _instead(verb)
        if speaker is None and not grammar.is_passive(verb):
            return
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


def _goes_on(clause: Token, verb: Token) -> Token | None:
    """Return the verb with which a second one goes on over a thing's clause between them.

    A parser joins "warned" to "was" in "He said the map was old and warned that …".
    """
    outer = clause.head
    own = grammar.child(clause, "nsubj")
    if clause.dep_ != "ccomp" or own is None or grammar.child(verb, "nsubj") is not None:
        return None
    joined = verbs.says(verb.lemma_.lower()) and not verbs.says(clause.lemma_.lower())
    if not joined or not verbs.says(outer.lemma_.lower()) or outer.i > clause.i:
        return None
    somebody = is_person(own) or own.pos_ == "PRON" or is_human(own.vocab, own.lemma_)
    return outer if not somebody and grammar.child(verb, "ccomp") is not None else None


def _is_medium(verb: Token, speaker: Token) -> bool:
    """Say whether a passive's agent only carries the words: "were informed by email"."""
    bare = grammar.child(speaker, "det", "poss", "amod") is None and speaker.tag_ == "NN"
    text = (
        speaker.lemma_.lower() in verbs.SOURCES or kind_of(speaker.vocab, speaker.lemma_) == "text"
    )
    return grammar.is_passive(verb) and bare and text


def _bears_words(verb: Token, speaker: Token) -> bool:
    """Say whether a thing has words on it: "The tablet says that the king paid"."""
    clause = grammar.child(verb, "ccomp")
    marked = clause is not None and grammar.child(clause, "mark") is not None
    plain = verb.lemma_ in ("say", "read", "state") and speaker.dep_ == "nsubj"
    return plain and marked and kind_of(speaker.vocab, speaker.lemma_) == "thing"


def _instead(verb: Token) -> Token | None:
    """Return who may say what grammar gives to a thing: the noun of an aside, a subject above."""
    if asides.aside(verb):
        beside = asides.speaker_beside(verb)
        return beside if beside is not None and can_speak(beside) else None
    if verb.dep_ != "conj":
        return None
    above = (grammar.child(head, "nsubj") for head in grammar.climb(verb))
    return next((one for one in above if one is not None and can_speak(one)), None)


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
    prompted = verb.dep_ != "ROOT" and verb.tag_ in ("VBN", "VBD")
    if lemma == "ask" and verb.i > 0 and verb.nbor(-1).text == "," and prompted:
        return False
    if speaker.lower_ in _AUTHORS_OWN | _NOBODY:
        return False
    return not (speaker.lower_ in _SENSELESS and (speaker.lower_ != "it" or _is_weather(verb)))


def _is_weather(verb: Token) -> bool:
    """Say whether "it" speaks for nobody: "it appears", "it adds to"."""
    bidden = verb.lemma_.lower() in verbs.TAKES_INFINITIVE and grammar.child(verb, "dobj", "xcomp")
    return not bidden and grammar.child(verb, "ccomp") is None and verb.dep_ != "ccomp"


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
        joined = next(
            (one for one in grammar.children(clause, "conj") if _goes_on(clause, one)), None
        )
        joint = grammar.child(clause, "cc") if joined is not None else None
        yield first, joint.i if joint is not None and first < joint.i else end


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
    return token.lower_ == "that" and (token.dep_ == "mark" or token.tag_ == "IN")


def trimmed(doc: Doc, first: int, end: int) -> tuple[int, int]:
    """Return the signs [start, end) of a clause, without "that" and the signs around it."""
    while first < end and _leads_in(doc[first]):
        first += 1
    while end > first and (doc[end - 1].is_space or doc[end - 1].text in _TRIMMED):
        end -= 1
    if first >= end:
        return 0, 0
    return doc[first].idx, doc[end - 1].idx + len(doc[end - 1])
