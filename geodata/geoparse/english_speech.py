"""Who says what in an English text of any length, and its sentences: read piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geodata.geoparse.english.reading import EnglishReader, pieces
from geodata.geoparse.english.sentences import sentence_spans
from geodata.geoparse.quotations.finder import EnglishQuotationFinder
from geodata.geoparse.values import Quotation, Span


class EnglishSpeech:
    """A quotation finder; a name that stands only in another piece of a long text is not found."""

    def __init__(self, reader: EnglishReader) -> None:
        """Take a reader that reads grammar (``parsed``)."""
        self._reader = reader
        self._finder = EnglishQuotationFinder(reader)

    def find(self, text: str) -> Sequence[Quotation]:
        """Return the quotations in the order of the text, none overlapping another."""
        return [
            _moved(one, start) for start, piece in pieces(text) for one in self._finder.find(piece)
        ]

    def sentences(self, text: str) -> Sequence[Span]:
        """Return the sentences in the order of the text."""
        return list(self._sentences(text))

    def _sentences(self, text: str) -> Iterator[Span]:
        for start, piece in pieces(text):
            for span in sentence_spans(self._reader.read(piece)):
                yield Span(start + span.start, start + span.end)


def _moved(quotation: Quotation, by: int) -> Quotation:
    """Return a quotation of a piece where it stands in the whole."""
    if not by:
        return quotation
    speaker, span = quotation.speaker, quotation.span
    if speaker is not None and speaker.span is not None:
        named = Span(speaker.span.start + by, speaker.span.end + by)
        speaker = replace(speaker, span=named)
    return replace(quotation, span=Span(span.start + by, span.end + by), speaker=speaker)
