"""Finds well-known names in a language that no model reads, by the gazetteer alone.

Nothing is known of the language: a name must be a country's, a sea's, a great town's. Scripts
without blanks between words are searched sign by sign, and Arabic words also without what is joined
to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geodata.gazetteer.entries import Sense
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.recognition.hits import is_well_known
from geodata.geoparse.values import Span, Toponym
from geodata.geoparse.words import Word, stretches, words_of

_NO_BLANKS: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese letters."""
_RUN: Final = re.compile(rf"[{_NO_BLANKS}]{{2,}}")
_KATAKANA: Final = re.compile(r"[\u30a0-\u30ff]{2}")
_LONGEST_IN_RUN: Final = 8
_LEAST_IN_RUN: Final = 2
_LEAST: Final = 4
"""Letters of a town's name that is taken; a country's may be shorter."""
_LEAST_OF_ALL: Final = 3
_ELIDED: Final = re.compile(r"[^\W\d_]{1,6}['’](?=[^\W\d_])")
_JOINED: Final = re.compile(r"[وفبلك](?=[\u0621-\u06ff]{3})")
"""Arabic "and", "in", "for" and the like, written as one word with what follows."""
_OPENS: Final = re.compile(r"(?:^|[.!?…:]|\n)[\s»”\"')]*[\s«“„\"(—–-]*$")
_LOOK_BACK: Final = 12


class PlainRecogniser:
    """Recognises well-known names in any language."""

    def __init__(self, lookup: Lookup) -> None:
        """Recognise by a look-up."""
        self._lookup = lookup

    def recognise(self, text: str) -> Sequence[Toponym]:
        """Return the toponyms in the order of the text, none overlapping another."""
        found = [*self._among_words(text), *self._in_runs(text)]
        found.sort(key=lambda one: one.start)
        return [_toponym(text, one) for one in found]

    def _among_words(self, text: str) -> Iterator[Span]:
        words = [word for word in words_of(text) if not _RUN.search(word.text)]
        free = 0
        for at, word in enumerate(words):
            if word.start < free:
                continue
            for start in _starts(word):
                first = Word(start, word.end, text[start : word.end], True)
                near = [first, *words[at + 1 : at + 6]]
                span = next(
                    (
                        Span(start, end)
                        for _, end in stretches(near, text, 0)
                        if self._is_known(text, start, end)
                    ),
                    None,
                )
                if span:
                    yield span
                    free = span.end
                    break

    def _is_known(self, text: str, start: int, end: int) -> bool:
        name = text[start:end]
        senses = self._lookup.exact(name)
        if not senses or len(name) < _LEAST_OF_ALL or not _is_strong(senses[0]):
            return False
        best = senses[0]
        if best.match == "abbreviation":
            return name.isupper()
        if name.endswith("."):
            return False
        if best.kind == "city" and best.match != "name":
            opens = name[0].isupper() and _OPENS.search(text[max(0, start - _LOOK_BACK) : start])
            return len(name) >= _LEAST and not opens
        return True

    def _in_runs(self, text: str) -> Iterator[Span]:
        for run in _RUN.finditer(text):
            at = run.start()
            while at < run.end():
                longest = min(run.end(), at + _LONGEST_IN_RUN)
                end = next(
                    (
                        one
                        for one in range(longest, at + _LEAST_IN_RUN - 1, -1)
                        if (senses := self._lookup.exact(text[at:one]))
                        and _is_strong(senses[0])
                        and not _cuts_word(text, at, one)
                    ),
                    None,
                )
                if end:
                    yield Span(at, end)
                at = end or at + 1


def _starts(word: Word) -> Iterator[int]:
    """Yield where a name may begin in a word: behind an elided article, or what is joined to it."""
    if word.capital:
        yield word.start
    for pattern in (_ELIDED, _JOINED):
        match = pattern.match(word.text)
        if match and not word.text[match.end()].islower():
            yield word.start + match.end()


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Say whether a stretch begins or ends within a foreign word in Japanese letters."""
    return any(_KATAKANA.match(text[max(0, at - 1) : at + 1]) is not None for at in (start, end))


def _is_strong(best: Sense) -> bool:
    return best.match != "demonym" and is_well_known(best)


def _toponym(text: str, span: Span) -> Toponym:
    name = text[span.start : span.end]
    return Toponym(span, name, "name", (name,))
