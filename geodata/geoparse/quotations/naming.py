"""Gives the speakers of quotations their names, and the chains through which they came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import grammar, verbs
from geodata.geoparse.quotations.cast import Cast
from geodata.geoparse.quotations.found import Found
from geodata.geoparse.quotations.phrases import phrase
from geodata.geoparse.quotations.turns import Turns
from geodata.geoparse.values import Quotation, Span, Speaker, VerbClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BACK: Final = 1000
"""Signs over which words in marks go on with the speaker before."""
_CITING: Final = frozenset(["cite", "quote", "report", "carry", "publish", "relay", "broadcast"])
_ANSWERING: Final = frozenset(["answer", "reply", "respond", "retort", "counter"])
_NEXT: Final = 250
"""Signs from a quotation to "This was … cited by", which tells more of it."""


def named(doc: Doc, hidden: list[bool], found: Iterable[Found]) -> tuple[Quotation, ...]:
    """Return quotations with their speakers' names; ``found`` in the order of the text."""
    cast = Cast(doc, hidden)
    quotations: list[Quotation] = []
    last: Speaker | None = None
    turns = Turns(doc.text)
    for one in found:
        if one.floats:
            near = bool(quotations) and one.start - quotations[-1].span.end <= _BACK
            going_on = turns.before_last() if turns.replies(one.start, one.end) else last
            speaker = replace(going_on, span=None) if going_on is not None and near else None
        else:
            asker = last if _answers(one.verb) and turns.asked() else None
            speaker = _speaker(cast, one.speaker, asker.name if asker is not None else "")
            last = speaker
        turns.take(one.start, one.end, speaker, _class(one.verb))
        chain = tuple(name for token in one.chain if (name := cast.name(token)))
        chain = tuple(name for name in chain if speaker is None or name != speaker.name)
        verb = one.verb.text if one.verb is not None else ""
        quotations.append(
            Quotation(Span(one.start, one.end), one.form, speaker, verb, _class(one.verb), chain)
        )
    return _lengthened(doc, hidden, cast, quotations)


def _answers(verb: Token | None) -> bool:
    return verb is not None and verb.lemma_.lower() in _ANSWERING


def _speaker(cast: Cast, token: Token | None, asker: str) -> Speaker | None:
    """Return the speaker's names; a pronoun that answers is not ``asker``."""
    name = cast.name(token, asker) if token is not None else None
    if token is None or not name:
        return None
    words = phrase(token)
    start, last = token.doc[words.first], token.doc[words.end - 1]
    return Speaker(name, Span(start.idx, last.idx + len(last)))


def _class(verb: Token | None) -> VerbClass:
    return verbs.verb_class(verb.lemma_.lower()) if verb is not None else ""


def _lengthened(
    doc: Doc, hidden: list[bool], cast: Cast, quotations: list[Quotation]
) -> tuple[Quotation, ...]:
    """Lengthen the chain of what the next sentence tells more of: "This was cited by Reuters"."""
    at = 0
    for token in doc:
        through = grammar.agent(token) if token.lemma_ in _CITING and not hidden[token.i] else None
        if through is None or not _goes_back(token):
            continue
        while at + 1 < len(quotations) and quotations[at + 1].span.end <= token.idx:
            at += 1
        name = cast.name(through)
        if quotations and 0 < token.idx - quotations[at].span.end <= _NEXT and name:
            one = quotations[at]
            quotations[at] = replace(one, chain=(*one.chain, name))
    return tuple(quotations)


def _goes_back(verb: Token) -> bool:
    """Say whether the subject is "this": what was said before."""
    for one in (verb, *grammar.climb(verb)):
        subject = grammar.child(one, "nsubjpass", "nsubj")
        if subject is not None:
            return subject.lower_ in ("this", "that", "it") and subject.dep_ == "nsubjpass"
        if one.dep_ != "conj":
            return False
    return False
