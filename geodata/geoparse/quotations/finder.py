"""Finds the quotations of an English text and who says each of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import asides, grammar, verbs
from geodata.geoparse.quotations.attribution import Attribution, Said
from geodata.geoparse.quotations.beings import can_speak
from geodata.geoparse.quotations.datelines import datelines
from geodata.geoparse.quotations.found import Found, passed_on, without_overlaps
from geodata.geoparse.quotations.found import direct as found_direct
from geodata.geoparse.quotations.marks import Stretch, stretches
from geodata.geoparse.quotations.naming import named
from geodata.geoparse.quotations.reports import Report, reports, trimmed
from geodata.geoparse.values import Quotation, QuotationForm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from geodata.geoparse.english.reading import EnglishReader

_OUTSIDE: Final = 1
"""Words of a reported clause outside marks up to which it counts as direct speech: "and"."""
_SHORTEST: Final = 3
"""Words of a reported clause; less is a misreading."""
_ENDS: Final = ".!?…"
_LEADS_IN: Final = frozenset({"CCONJ", "SCONJ", "ADV"})
"""A word of these before marks does not make them a part of its clause: "but “we went”"."""
_GAP: Final = 160
"""Signs between two stretches of one interrupted or continued quotation."""


class EnglishQuotationFinder:
    """The quotation finder for English: rules on one model's reading."""

    def __init__(self, reader: EnglishReader) -> None:
        """Take a reader that reads grammar (``parsed``)."""
        self._reader = reader

    def find(self, text: str) -> tuple[Quotation, ...]:
        """Return the quotations in the order of the text, none overlapping another."""
        if not text.strip():
            return ()
        doc = self._reader.read(text)
        return _Search(doc, text).run()


class _Search:
    """One text's search: what is in marks first, then what is reported, then what is left."""

    def __init__(self, doc: Doc, text: str) -> None:
        self._doc, self._text = doc, text
        self._starts = [token.idx for token in doc]
        self._stretches = stretches(text)
        self._tokens = [self._inside(one.start, one.end) for one in self._stretches]
        self._hidden = [False] * len(doc)
        for first, end in self._tokens:
            self._hidden[first:end] = [True] * (end - first)
        self._datelines = dict(datelines(text))
        for start, end in self._datelines.items():
            first, last = self._inside(start, end)
            self._hidden[first:last] = [True] * (last - first)
        self._attribution = Attribution(doc, self._hidden)

    def run(self) -> tuple[Quotation, ...]:
        direct = self._direct()
        reported = self._reported(direct)
        return named(self._doc, self._hidden, without_overlaps([*direct.values(), *reported]))

    def _inside(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def _direct(self) -> dict[int, Found]:
        """Return the stretches that are attributed by what stands around them, by their index."""
        found: dict[int, Found] = {}
        for index, stretch in enumerate(self._stretches):
            first, end = self._tokens[index]
            said = self._attribution.of(stretch, first, end) or self._interrupted(index, found)
            if said is not None:
                one = found_direct(stretch, said.verb, said.speaker, said.chain)
                found[index] = self._led_in(first, one)
        return found

    def _led_in(self, first: int, one: Found) -> Found:
        """Widen "The road is “a trap,” she said" to its clause; leave what stands by itself."""
        before = self._word_before(first)
        if before is None or one.verb is None or one.verb.i < first:
            return one
        if before.pos_ in _LEADS_IN or verbs.says_with_marks(before.lemma_.lower(), ""):
            return one
        begin = asides.begin_of(self._doc, before.i)
        while begin < first and (self._hidden[begin] or self._doc[begin].is_space):
            begin += 1
        if before.i - begin < 1 or any(self._hidden[begin:first]):
            return one
        return replace(one, start=self._doc[begin].idx, form="mixed")

    def _word_before(self, first: int) -> Token | None:
        """Return the word right before marks; ``None`` at the head of a sentence, after a sign."""
        if first == 0:
            return None
        before = self._doc[first - 1]
        return None if before.is_punct or before.is_space or before.pos_ == "PUNCT" else before

    def _interrupted(self, index: int, found: dict[int, Found]) -> Said | None:
        """Return who says the second half of "…," said Diaz, "…"."""
        before = found.get(index - 1)
        if before is None or before.verb is None:
            return None
        gap = self._doc[self._tokens[index - 1][1] : self._tokens[index][0]]
        text = gap.text.strip()
        if len(text) > _GAP or text[-1:] not in ",—–-" or any(c in text for c in "\n;"):
            return None
        holds = any(token.i == before.verb.i for token in gap)
        return Said(before.verb, before.speaker) if holds and "." not in text[:-1:] else None

    def _reported(self, direct: dict[int, Found]) -> list[Found]:
        used = {one.verb.i for one in direct.values() if one.verb is not None}
        found: list[Found] = []
        text = self._text
        for report in reports(self._doc, self._hidden):
            start, end = trimmed(self._doc, report.first, report.end)
            start = self._datelines.get(start, start)
            start += len(text[start:end]) - len(text[start:end].lstrip())
            end = _before_source(text, start, end)
            inside = self._held(start, end)
            if start >= end or self._is_torn(start, end, report.verb):
                continue
            behind = report.aside and start > report.verb.idx
            if report.verb.i in used and (behind or any(one in direct for one in inside)):
                continue
            if report.speaker is not None and start <= report.speaker.idx < end:
                continue
            said = next((one for one in inside if one in direct), None)
            if said is not None:
                self._pass_on(direct, said, report, start)
                end = self._short_of(direct[said])
                inside = [index for index in inside if index < said]
            if len(text[start:end].split()) < _SHORTEST:
                continue
            if report.aside and not self._has_verb(start, end):
                continue
            found += self._of_report(report, start, end, inside, direct)
        found += self._floating(direct, found)
        return found

    def _pass_on(self, direct: dict[int, Found], said: int, report: Report, start: int) -> None:
        """Lengthen the chain of words in marks whose verb is itself reported."""
        one = direct[said]
        if one.verb is not None and start <= one.verb.idx < one.start:
            outer = Found(start, one.end, "indirect", report.verb, report.speaker, report.chain)
            direct[said] = passed_on(one, outer)

    def _short_of(self, one: Found) -> int:
        """Return where a clause ends before words in marks that somebody else says."""
        if one.verb is not None and one.verb.idx < one.start:
            return 0
        end = one.start
        while end > 0 and self._text[end - 1] in " ,—–-":
            end -= 1
        return end

    def _has_verb(self, start: int, end: int) -> bool:
        first, last = self._inside(start, end)
        return any(token.pos_ in ("VERB", "AUX") for token in self._doc[first:last])

    def _is_torn(self, start: int, end: int, verb: Token) -> bool:
        """Say whether a new line stands in a clause, or between it and its verb."""
        return self._text.find("\n", min(start, verb.idx), max(end, verb.idx)) >= 0

    def _held(self, start: int, end: int) -> list[int]:
        """Return the stretches of which a clause covers the half or more."""
        first = bisect_left(self._stretches, start, key=lambda one: one.end)
        held: list[int] = []
        for index in range(first, len(self._stretches)):
            one = self._stretches[index]
            if one.start >= end:
                break
            if 2 * (min(end, one.end) - max(start, one.start)) >= one.end - one.start:
                held.append(index)
        return held

    def _of_report(
        self, report: Report, start: int, end: int, inside: list[int], direct: dict[int, Found]
    ) -> list[Found]:
        held = [self._stretches[index] for index in inside]
        if held and self._words_outside(start, end, held) <= _OUTSIDE:
            for index in inside:
                one = self._stretches[index]
                direct.setdefault(
                    index, found_direct(one, report.verb, report.speaker, report.chain)
                )
            return []
        start = min([start, *(one.start for one in held)])
        end = max([end, *(one.end for one in held)])
        form: QuotationForm = "mixed" if held else "indirect"
        return [Found(start, end, form, report.verb, report.speaker, chain=report.chain)]

    def _words_outside(self, start: int, end: int, held: list[Stretch]) -> int:
        pieces, at = [], start
        for one in held:
            pieces.append(self._text[at : max(at, min(one.start, end))])
            at = max(at, one.end)
        words = " ".join([*pieces, self._text[at:end]]).split()
        return sum(word.strip(".,;:—–-").isalnum() for word in words)

    def _floating(self, direct: dict[int, Found], reported: list[Found]) -> list[Found]:
        spans = sorted((one.start, one.end) for one in reported)
        found: list[Found] = []
        for index, stretch in enumerate(self._stretches):
            at = bisect_left(spans, (stretch.start + 1, 0)) - 1
            covered = at >= 0 and spans[at][1] > stretch.start
            alone = self._is_alone(index)
            if index in direct or covered or not (stretch.is_long or alone):
                continue
            judge = self._judge(index) or (self._person_before(index) if alone else None)
            found.append(
                Found(stretch.start, stretch.end, "direct", None, judge, floats=judge is None)
            )
        return found

    def _is_alone(self, index: int) -> bool:
        """Say whether a stretch is a sentence, or several, of its own."""
        stretch, first = self._stretches[index], self._tokens[index][0]
        before = self._text[max(0, stretch.start - 20) : stretch.start].rstrip()[-1:]
        whole = stretch.last in _ENDS or stretch.runs_on
        return whole and (first == 0 or before in _ENDS + "\"”'’" or self._doc[first - 1].is_space)

    def _person_before(self, index: int) -> Token | None:
        """Return who acts in the sentence before: "Carnot laughs. “They moved it all.”"."""
        end = self._tokens[index][0] - 1
        if end < 1 or self._doc[end].text != ".":
            return None
        begin = asides.begin_of(self._doc, end - 1)
        if any(self._hidden[begin:end]):
            return None
        for token in self._doc[begin:end]:
            if token.dep_ == "nsubj" and token.head.dep_ == "ROOT":
                acts = token.pos_ == "PROPN" or token.lower_ in ("he", "she")
                return token if acts else None
        return None

    def _judge(self, index: int) -> Token | None:
        """Return who is the subject of "She called it “a thing of great beauty”"."""
        first = self._tokens[index][0]
        for at in range(first - 1, max(-1, first - 12), -1):
            token = self._doc[at]
            if self._hidden[at] or token.text in ".!?" or "\n" in token.text:
                return None
            if token.pos_ == "VERB" and token.lemma_.lower() in verbs.JUDGING:
                judge = grammar.subject(token)
                return judge if judge is not None and can_speak(judge) else None
        return None


def _before_source(text: str, start: int, end: int) -> int:
    """Return where a clause ends before ", according to", which is of its speaker's source."""
    at = text.find(", according to", start, end)
    return end if at < 0 else at
