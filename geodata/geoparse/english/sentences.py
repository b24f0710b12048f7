"""The sentences of an English text, as spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.geoparse.values import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def sentence_spans(doc: Doc) -> tuple[Span, ...]:
    """Return the sentences of a reading with grammar, without blanks around; none over a line."""
    spans: list[Span] = []
    for sentence in doc.sents:
        start = sentence.start_char
        for line in sentence.text.split("\n"):
            kept = line.strip()
            if kept:
                at = start + len(line) - len(line.lstrip())
                spans.append(Span(at, at + len(kept)))
            start += len(line) + 1
    return tuple(spans)
