"""Finds the quotations of an English text and who says each of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from geodata.geoparse.quotations import grammar, verbs
from geodata.geoparse.quotations.attribution import Attribution, Said
from geodata.geoparse.quotations.cast import Cast
from geodata.geoparse.quotations.marks import Stretch, stretches
from geodata.geoparse.quotations.phrases import phrase
from geodata.geoparse.quotations.reports import Report, reports, trimmed
from geodata.geoparse.values import Quotation, QuotationForm, Span, Speaker, VerbClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from geodata.geoparse.english.reading import EnglishReader

_MOSTLY: Final = 0.8
"""The share of a reported clause inside marks from which on it counts as direct speech."""
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
                found[index] = Found(stretch.start, stretch.end, "direct", said.verb, said.speaker)
        return found

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
        taken: set[int] = set()
        for report in reports(self._doc, self._hidden):
            start, end = trimmed(self._doc, report.first, report.end)
            inside = self._held(start, end)
            if start >= end or "\n\n" in self._doc.text[start:end]:
                continue
            if any(index in direct for index in inside) and report.verb.i in used:
                continue
            found += self._of_report(report, start, end, inside, direct)
            taken |= set(inside)
        found += self._floating(direct, found)
        return found

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
        signs = sum(one.end - one.start for one in held)
        if held and signs >= _MOSTLY * (end - start):
            for index in inside:
                one = self._stretches[index]
                direct.setdefault(
                    index, Found(one.start, one.end, "direct", report.verb, report.speaker)
                )
            return []
        for index in inside:
            direct.pop(index, None)
        start = min([start, *(one.start for one in held)])
        end = max([end, *(one.end for one in held)])
        form: QuotationForm = "mixed" if held else "indirect"
        return [Found(start, end, form, report.verb, report.speaker, chain=report.chain)]

    def _floating(self, direct: dict[int, Found], reported: list[Found]) -> list[Found]:
        spans = sorted((one.start, one.end) for one in reported)
        found: list[Found] = []
        for index, stretch in enumerate(self._stretches):
            at = bisect_left(spans, (stretch.start + 1, 0)) - 1
            covered = at >= 0 and spans[at][1] > stretch.start
            if index in direct or covered or not stretch.is_long:
                continue
            judge = self._judge(index)
            found.append(
                Found(stretch.start, stretch.end, "direct", None, judge, floats=judge is None)
            )
        return found

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


def _class(verb: Token | None) -> VerbClass:
    return verbs.verb_class(verb.lemma_.lower()) if verb is not None else ""


def _without_overlaps(found: list[Found]) -> list[Found]:
    """Keep what comes first; of two at the same place the longer one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
