"""Finds the quotations of an English text and who says each of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import asides, grammar, verbs
from geodata.geoparse.quotations.attribution import Attribution, Said
from geodata.geoparse.quotations.cast import Cast
from geodata.geoparse.quotations.marks import Stretch, stretches
from geodata.geoparse.quotations.phrases import phrase
from geodata.geoparse.quotations.reports import Report, reports, trimmed
from geodata.geoparse.values import Quotation, QuotationForm, Span, Speaker, VerbClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from geodata.geoparse.english.reading import EnglishReader

_OUTSIDE: Final = 1
"""Words of a reported clause outside marks up to which it counts as direct speech: "and"."""
_SHORTEST: Final = 3
"""Words of a reported clause; less is a misreading."""
_ENDS: Final = ".!?…"
_LEADS_IN: Final = frozenset({"CCONJ", "SCONJ", "VERB", "AUX", "ADV"})
"""A word of these before marks does not make them a part of its clause: "but “we went”"."""
_GAP: Final = 160
"""Signs between two stretches of one interrupted or continued quotation."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation before its speaker has a name."""

    start: int
    end: int
    form: QuotationForm
    verb: Token | None
    speaker: Token | None
    floats: bool = False
    chain: tuple[Token, ...] = ()


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
        self._doc = doc
        self._starts = [token.idx for token in doc]
        self._stretches = stretches(text)
        self._tokens = [self._inside(one.start, one.end) for one in self._stretches]
        self._hidden = [False] * len(doc)
        for first, end in self._tokens:
            self._hidden[first:end] = [True] * (end - first)
        self._attribution = Attribution(doc, self._hidden)

    def run(self) -> tuple[Quotation, ...]:
        direct = self._direct()
        reported = self._reported(direct)
        return self._named(_without_overlaps([*direct.values(), *reported]))

    def _inside(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def _direct(self) -> dict[int, Found]:
        """Return the stretches that are attributed by what stands around them, by their index."""
        found: dict[int, Found] = {}
        for index, stretch in enumerate(self._stretches):
            first, end = self._tokens[index]
            said = self._attribution.of(stretch, first, end) or self._interrupted(index, found)
            if said is not None:
                found[index] = self._led_in(
                    first, _direct(stretch, said.verb, said.speaker, said.chain)
                )
        return found

    def _led_in(self, first: int, one: Found) -> Found:
        """Widen "The road is “a trap,” she said" to its clause; leave what stands by itself."""
        before = self._word_before(first)
        if before is None or one.verb is None or one.verb.i < first or before.pos_ in _LEADS_IN:
            return one
        begin = asides.begin_of(self._doc, before.i)
        while begin < first and (self._hidden[begin] or self._doc[begin].is_space):
            begin += 1
        if before.i - begin < 1 or any(self._hidden[begin:first]):
            return one
        return replace(one, start=self._doc[begin].idx, form="mixed")

    def _word_before(self, first: int) -> Token | None:
        """Return the word right before marks; ``None`` at the head of a sentence or after a sign."""
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
        text = self._doc.text
        for report in reports(self._doc, self._hidden):
            start, end = trimmed(self._doc, report.first, report.end)
            inside = self._held(start, end)
            if start >= end or self._is_torn(start, end, report.verb):
                continue
            behind = report.aside and start > report.verb.idx
            if report.verb.i in used and (behind or any(one in direct for one in inside)):
                continue
            end = self._short_of(end, inside, direct)
            inside = [index for index in inside if self._stretches[index].end <= end]
            if len(text[start:end].split()) < _SHORTEST:
                continue
            found += self._of_report(report, start, end, inside, direct)
        found += self._floating(direct, found)
        return found

    def _short_of(self, end: int, inside: list[int], direct: dict[int, Found]) -> int:
        """Return where a clause ends before words in marks that somebody else says."""
        first = next((direct[one].start for one in inside if one in direct), end)
        return len(self._doc.text[:first].rstrip(" ,—–-")) if first < end else end

    def _is_torn(self, start: int, end: int, verb: Token) -> bool:
        """Say whether a new line stands in a clause, or between it and its verb."""
        return self._doc.text.find("\n", min(start, verb.idx), max(end, verb.idx)) >= 0

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
                direct.setdefault(index, _direct(one, report.verb, report.speaker, report.chain))
            return []
        start = min([start, *(one.start for one in held)])
        end = max([end, *(one.end for one in held)])
        form: QuotationForm = "mixed" if held else "indirect"
        return [Found(start, end, form, report.verb, report.speaker, chain=report.chain)]

    def _words_outside(self, start: int, end: int, held: list[Stretch]) -> int:
        text = self._doc.text
        for one in held:
            start_in, end_in = max(start, one.start), min(end, one.end)
            text = text[:start_in] + " " * (end_in - start_in) + text[end_in:]
        return sum(word.strip(".,;:—–-").isalnum() for word in text[start:end].split())

    def _floating(self, direct: dict[int, Found], reported: list[Found]) -> list[Found]:
        spans = sorted((one.start, one.end) for one in reported)
        found: list[Found] = []
        for index, stretch in enumerate(self._stretches):
            at = bisect_left(spans, (stretch.start + 1, 0)) - 1
            covered = at >= 0 and spans[at][1] > stretch.start
            alone = self._is_alone(index)
            if index in direct or covered or not (stretch.is_long or alone):
                continue
            judge = self._judge(index)
            found.append(
                Found(stretch.start, stretch.end, "direct", None, judge, floats=judge is None)
            )
        return found

    def _is_alone(self, index: int) -> bool:
        """Say whether a stretch is a sentence, or several, of its own."""
        stretch, first = self._stretches[index], self._tokens[index][0]
        before = self._doc.text[: stretch.start].rstrip()[-1:] if first else ""
        whole = stretch.last in _ENDS or stretch.runs_on
        return whole and (first == 0 or before in _ENDS + "\"”'’" or self._doc[first - 1].is_space)

    def _judge(self, index: int) -> Token | None:
        """Return who is the subject of "She called it “a thing of great beauty”"."""
        first = self._tokens[index][0]
        for at in range(first - 1, max(-1, first - 12), -1):
            token = self._doc[at]
            if self._hidden[at] or token.text in ".!?" or "\n" in token.text:
                return None
            if token.pos_ == "VERB" and token.lemma_.lower() in verbs.JUDGING:
                return grammar.subject(token)
        return None

    def _named(self, found: list[Found]) -> tuple[Quotation, ...]:
        cast = Cast(self._doc, self._hidden)
        last: Speaker | None = None
        quotations: list[Quotation] = []
        for one in found:
            if one.floats:
                speaker = replace(last, span=None) if last is not None else None
            else:
                speaker = self._speaker(cast, one.speaker)
            last = speaker if speaker is not None else (last if one.floats else None)
            chain = tuple(name for token in one.chain if (name := cast.name(token)))
            verb = one.verb.text if one.verb is not None else ""
            quotations.append(
                Quotation(Span(one.start, one.end), one.form, speaker, verb, _class(one.verb), chain)
            )
        return tuple(quotations)

    def _speaker(self, cast: Cast, token: Token | None) -> Speaker | None:
        name = cast.name(token) if token is not None else None
        if token is None or not name:
            return None
        named = phrase(token)
        start, last = self._doc[named.first], self._doc[named.end - 1]
        return Speaker(name, Span(start.idx, last.idx + len(last)))


def _direct(
    one: Stretch, verb: Token | None, speaker: Token | None, chain: tuple[Token, ...]
) -> Found:
    return Found(one.start, one.end, "direct", verb, speaker, chain=chain)


def _class(verb: Token | None) -> VerbClass:
    return verbs.verb_class(verb.lemma_.lower()) if verb is not None else ""


def _without_overlaps(found: list[Found]) -> list[Found]:
    """Keep what comes first; of two at the same place the longer one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
