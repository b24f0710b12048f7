"""Who says the words in marks: by what stands right before, between and after them.

Punctuation tells it more surely than grammar, which a parser loses inside quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import grammar, verbs
from geodata.geoparse.quotations.beings import can_speak, is_human
from geodata.geoparse.quotations.marks import Stretch
from geodata.geoparse.quotations.persons import is_person
from geodata.geoparse.quotations.reports import quoted, speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FOLLOWED_UP: Final = ",?!—–-…"
_ENDS: Final = frozenset({".", "!", "?", ";"})
_WINDOW: Final = 40
"""Tokens before or after marks in which their verb is looked for."""
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
_OWN: Final = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a stretch: the verb, and the noun of the speaker."""

    verb: Token | None
    speaker: Token | None
    chain: tuple[Token, ...] = ()


class Attribution:
    """Looks around the stretches of one text for who says them."""

    def __init__(self, doc: Doc, hidden: list[bool]) -> None:
        """Take a text's reading; ``hidden`` says of each token whether it is inside marks."""
        self._doc = doc
        self._hidden = hidden

    def of(self, stretch: Stretch, first: int, end: int) -> Said | None:
        """Return who says a stretch of the tokens [first, end); ``None`` where it is not told."""
        after = self._after(stretch, end)
        if after is not None:
            return after
        return self._before(stretch, first)

    def _after(self, stretch: Stretch, end: int) -> Said | None:
        doc = self._doc
        comma = end < len(doc) and doc[end].text in (",", "—", "–", "-")
        if comma and stretch.last not in _FOLLOWED_UP and (stretch.title or not stretch.is_long):
            return None
        if not (stretch.last in _FOLLOWED_UP or comma) or stretch.runs_on:
            return None
        begin = end + 1 if comma else end
        stop = self._stop(begin)
        if begin < stop and doc[begin].pos_ == "CCONJ":
            return None
        for at in range(begin, stop):
            token = doc[at]
            if token.pos_ in ("VERB", "AUX") and self._is_saying(token):
                return self._said(token, begin, stop) if self._governs(token, begin) else None
        return self._in_words_of(begin, stop)

    def _in_words_of(self, begin: int, stop: int) -> Said | None:
        """Read "according to …" and "in the words of …" after marks."""
        doc = self._doc
        opening = [token.lower_ for token in doc[begin : begin + 4]]
        if opening[:2] == ["according", "to"]:
            return self._said_to(doc[begin], begin + 2, stop)
        if opening == ["in", "the", "words", "of"]:
            return self._said_to(None, begin + 4, stop)
        return None

    def _said_to(self, verb: Token | None, begin: int, stop: int) -> Said | None:
        nouns = [token for token in self._doc[begin:stop] if token.pos_ in (*_NOMINAL, "NUM")]
        tops = [one for one in nouns if one.dep_ in ("pobj", "ROOT")] or nouns
        return Said(verb, tops[0]) if tops else None

    def _stop(self, begin: int) -> int:
        """Return where the words after marks end: at a stop, at other marks, at a new line."""
        doc = self._doc
        for at in range(begin, min(begin + _WINDOW, len(doc))):
            token = doc[at]
            if self._hidden[at] or token.text in _ENDS or "\n" in token.text:
                return at
        return min(begin + _WINDOW, len(doc))

    def _is_saying(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        particle = self._doc[token.i + 1].lower_ if token.i + 1 < len(self._doc) else ""
        return verbs.says_with_marks(lemma, particle) and token.dep_ not in (
            "relcl",
            "amod",
            "compound",
        )

    def _governs(self, verb: Token, begin: int) -> bool:
        """Say whether nothing but a subject and its dress stands between the marks and a verb."""
        between = [
            token for token in self._doc[begin : verb.i] if token.tag_ in ("VBD", "VBZ", "VBP")
        ]
        return all(
            token.dep_ in ("relcl", "acl", "aux", "auxpass") or token.head.dep_ == "relcl"
            for token in between
        )

    def _before(self, stretch: Stretch, first: int) -> Said | None:
        doc = self._doc
        lead = first - 1
        while lead >= 0 and doc[lead].is_space and "\n" not in doc[lead].text:
            lead -= 1
        if lead < 0:
            return None
        sign = doc[lead].text
        begin = self._begin(lead)
        if sign == ":" and begin < lead:
            return self._before_colon(begin, lead)
        verb = self._last_verb(begin, lead + 1)
        if verb is None or grammar.is_negated(verb):
            return None
        between = doc[verb.i + 1 : lead + 1]
        set_off = sign in (",", "—", "–") or not between
        reported = verb.dep_ == "ccomp" and grammar.child(verb, "mark") is not None
        if not set_off and (reported or not stretch.is_long):
            return None
        light = len(between) <= 1 or all(self._is_light(token, verb) for token in between)
        return self._said(verb, begin, lead + 1) if light else None

    def _begin(self, lead: int) -> int:
        doc = self._doc
        for at in range(lead, max(-1, lead - _WINDOW), -1):
            token = doc[at]
            if self._hidden[at] or token.text in _ENDS or "\n" in token.text:
                return at + 1
        return max(0, lead - _WINDOW + 1)

    def _last_verb(self, begin: int, end: int) -> Token | None:
        for at in range(end - 1, begin - 1, -1):
            token = self._doc[at]
            if token.pos_ in ("VERB", "AUX") and self._is_saying(token):
                return token
        return None

    def _is_light(self, token: Token, verb: Token) -> bool:
        """Say whether a token only tells to whom, where or when it was said."""
        if token.is_punct or token.is_space:
            return True
        if token.pos_ in ("VERB", "AUX") or (token.lower_ == "that" and token.tag_ != "DT"):
            return False
        heads = [token, *grammar.climb(token)]
        for one in heads:
            if one.head.i == verb.i:
                return one.dep_ in (
                    *("dobj", "dative", "iobj", "npadvmod", "advmod", "prep", "prt", "nsubj"),
                    *("mark", "pobj", "agent", "appos"),
                )
            if one.dep_ in ("ccomp", "advcl", "xcomp", "conj"):
                return False
        return False

    def _before_colon(self, begin: int, colon: int) -> Said | None:
        """Read "She added:" and "Lindqvist:"."""
        doc = self._doc
        verb = self._last_verb(begin, colon)
        if verb is not None:
            return self._said(verb, begin, colon)
        words = [token for token in doc[begin:colon] if not token.is_space]
        if words and len(words) <= 5 and words[-1].pos_ in _NOMINAL:
            return Said(None, words[-1]) if can_speak(words[-1]) else None
        roots = [token for token in words if token.dep_ == "ROOT"]
        led = next((token for token in words if token.dep_ == "nsubj"), None)
        speaker = grammar.subject(roots[0]) if roots else led
        return Said(None, speaker) if speaker is not None and can_speak(speaker) else None

    def _said(self, verb: Token, begin: int, stop: int) -> Said | None:
        """Return the verb with its subject: the one that grammar gives, or the noun beside it."""
        passed_on = quoted(verb)
        if passed_on is not None:
            return Said(verb, *passed_on)
        speaker = grammar.subject(verb)
        if speaker is None or self._hidden[speaker.i]:
            speaker = speaker_of(verb)
        if speaker is None or self._hidden[speaker.i] or not begin <= speaker.i < stop:
            speaker = self._beside(verb, begin, stop) or speaker
        if speaker is not None and speaker.lower_ in _OWN:
            return Said(verb, None)
        if speaker is not None and not can_speak(speaker):
            speaker = self._somebody(verb, begin, stop)
            if speaker is None and not grammar.is_passive(verb):
                return None
        return Said(verb, speaker)

    def _somebody(self, verb: Token, begin: int, stop: int) -> Token | None:
        """Return who speaks where grammar makes a thing the subject: the nearest who can."""
        near = [token for token in self._doc[begin:stop] if _tops(token, self._doc)]
        lead = [token for token in near if token.dep_ in ("nsubj", "ROOT", "appos")]
        able = [token for token in lead if can_speak(token)] or [
            token
            for token in near
            if is_person(token) or (token.pos_ == "NOUN" and is_human(token.vocab, token.lemma_))
        ]
        return min(able, key=lambda token: abs(token.i - verb.i), default=None)

    def _beside(self, verb: Token, begin: int, stop: int) -> Token | None:
        doc = self._doc
        after = next((t for t in doc[verb.i + 1 : min(verb.i + 8, stop)] if _tops(t, doc)), None)
        before = next((t for t in reversed(doc[begin : verb.i]) if _tops(t, doc)), None)
        return after if verb.i - begin <= 1 and after is not None else before or after


def _tops(token: Token, doc: Doc) -> bool:
    """Say whether a token is the last noun of a phrase."""
    follows = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return token.pos_ in _NOMINAL and (follows is None or follows.pos_ not in ("NOUN", "PROPN"))
