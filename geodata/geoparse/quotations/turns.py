"""Whose turn it is in a dialogue: two speakers, a paragraph each, at last without "she said"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from geodata.geoparse.quotations.marks import paragraphs
from geodata.geoparse.values import Speaker, VerbClass

_ENOUGH: Final = 3
"""Turns that alternate, from which on they are a dialogue though nobody asks a question."""
_CLOSING: Final = "\"”’'»"


@dataclass(frozen=True, slots=True)
class _Turn:
    paragraph: int
    speaker: Speaker | None
    asks: bool


class Turns:
    """The turns of one text, taken in its order."""

    def __init__(self, text: str) -> None:
        """Take the text, whose paragraphs part the turns."""
        self._text = text
        self._spans = list(paragraphs(text))
        self._starts = [start for start, _ in self._spans]
        self._turns: list[_Turn] = []

    def take(
        self, start: int, end: int, speaker: Speaker | None, verb_class: VerbClass = ""
    ) -> None:
        """Keep who spoke the words [start, end); the author has no name."""
        at = bisect_right(self._starts, start) - 1
        if self._turns and self._turns[-1].paragraph == at:
            self._turns[-1] = _Turn(
                at, self._turns[-1].speaker, self._asks(end) or verb_class == "asked"
            )
        else:
            self._turns.append(_Turn(at, speaker, self._asks(end) or verb_class == "asked"))

    def replies(self, start: int, end: int) -> bool:
        """Say whether a paragraph of nothing but words in marks is another's reply.

        Outside of a dialogue such words go on with the speaker before.
        """
        at = bisect_right(self._starts, start) - 1
        if self._spans[at] != (start, end) or self._text[end - 1] not in _CLOSING:
            return False
        last = self._turns[-_ENOUGH:]
        if [one.paragraph for one in last[-2:]] != [at - 2, at - 1]:
            return False
        names = [one.speaker.name if one.speaker else "" for one in last]
        long = len(last) == _ENOUGH and last[0].paragraph == at - _ENOUGH and names[0] == names[2]
        return names[-1] != names[-2] and (long or any(one.asks for one in last[-2:]))

    def asked(self) -> bool:
        """Say whether the last turn asked something."""
        return bool(self._turns) and self._turns[-1].asks

    def before_last(self) -> Speaker | None:
        """Return whose turn it was before the last."""
        return self._turns[-2].speaker

    def _asks(self, end: int) -> bool:
        return "?" in self._text[max(0, end - 3) : end]
