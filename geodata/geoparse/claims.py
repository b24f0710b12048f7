"""Proposes claims: each sentence that names a place, with who says it, how surely and of when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from geodata.geoparse.dates import find_dates
from geodata.geoparse.hedges import find_hedges
from geodata.geoparse.values import Mention, ProposedClaim, Quotation, Span, Speaker

_BORDER: Final = " ,;:—–-\n\t"
_SHARE: Final = 0.5
"""The share of a sentence that a fragment with no verb of saying must fill to speak for it."""


@dataclass(slots=True)
class _Part:
    """A stretch of a sentence, and the quotations of one speaker in it."""

    start: int
    end: int
    quotations: list[Quotation] = field(default_factory=list)


def propose_claims(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
    date: str,
) -> tuple[ProposedClaim, ...]:
    """Propose a claim for each sentence that holds a mention; two where two speakers say things.

    Parameters
    ----------
    text
        The whole text.
    sentences, mentions, quotations
        What was found in it, each in its order and none overlapping another of its kind.
    date
        When the article appeared, ISO 8601; "" if that is not known.
    """
    starts = [one.toponym.span.start for one in mentions]
    ends = [one.span.end for one in quotations]
    claims: list[ProposedClaim] = []
    for sentence in sentences:
        said: list[Quotation] = []
        for index in range(bisect_left(ends, sentence.start + 1), len(quotations)):
            if quotations[index].span.start >= sentence.end:
                break
            if _speaks_for(text, sentence, quotations[index]):
                said.append(quotations[index])
        for part in _parts(text, sentence, said):
            held = range(bisect_left(starts, part.start), bisect_left(starts, part.end))
            if held:
                claims.append(_claim(text, part, tuple(held), date))
    return tuple(claims)


def _speaks_for(text: str, sentence: Span, quotation: Quotation) -> bool:
    """Say whether a sentence is a quotation's, not the author's with a fragment in it."""
    span = quotation.span
    common = min(sentence.end, span.end) - max(sentence.start, span.start)
    if not any(sign.isalnum() for sign in text[max(sentence.start, span.start) :][:common]):
        return False
    floats = quotation.form == "direct" and not quotation.verb
    return not floats or common >= _SHARE * (sentence.end - sentence.start)


def _parts(text: str, sentence: Span, said: Sequence[Quotation]) -> Iterator[_Part]:
    """Cut a sentence where one speaker ends and the next begins."""
    part = _Part(sentence.start, sentence.end)
    for one in said:
        last = part.quotations[-1] if part.quotations else None
        if last is not None and _name(last.speaker) != _name(one.speaker):
            cut = _cut(last, one)
            part.end = cut
            yield _trimmed(text, part)
            part = _Part(cut, sentence.end)
        part.quotations.append(one)
    yield _trimmed(text, part)


def _name(speaker: Speaker | None) -> str:
    return speaker.name if speaker is not None else ""


def _cut(last: Quotation, following: Quotation) -> int:
    """Return where the words about one speaker end and those about the next begin."""
    low, high = last.span.end, following.span.start
    for speaker, is_last in ((last.speaker, True), (following.speaker, False)):
        span = speaker.span if speaker is not None else None
        if span is not None and low <= span.start and span.end <= high:
            low, high = (span.end, high) if is_last else (low, span.start)
    return high if high > low else low


def _trimmed(text: str, part: _Part) -> _Part:
    while part.start < part.end and text[part.start] in _BORDER:
        part.start += 1
    while part.end > part.start and text[part.end - 1] in _BORDER:
        part.end -= 1
    return part


def _claim(text: str, part: _Part, mentions: tuple[int, ...], date: str) -> ProposedClaim:
    span = Span(part.start, part.end)
    first = part.quotations[0] if part.quotations else None
    return ProposedClaim(
        span=span,
        mentions=mentions,
        speaker=first.speaker if first is not None else None,
        form=_form(part.quotations),
        verb_class=next((one.verb_class for one in part.quotations if one.verb_class), ""),
        chain=first.chain if first is not None else (),
        hedge=find_hedges(text, span),
        dates=find_dates(text, span, date),
    )


def _form(
    quotations: Sequence[Quotation],
) -> Literal["direct-quotation", "reported-speech", "authors-words"]:
    if not quotations:
        return "authors-words"
    direct = any(one.form == "direct" for one in quotations)
    return "direct-quotation" if direct else "reported-speech"
