"""Finds toponyms: a model's names, the gazetteer's, and what describes places."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.geoparse.contracts import NameReader
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.recognition.descriptions import with_descriptions
from geodata.geoparse.recognition.names import find_names
from geodata.geoparse.recognition.uses import used
from geodata.geoparse.values import Toponym


class NameRecogniser:
    """Reads with a model where there is one, else by the gazetteer alone."""

    def __init__(self, reader: NameReader | None, lookup: Lookup) -> None:
        """Recognise by a reader, ``None`` where there is no model, and a look-up."""
        self._reader = reader
        self._lookup = lookup

    def recognise(self, text: str) -> Sequence[Toponym]:
        """Return the toponyms in the order of the text, none overlapping another."""
        entities = self._reader.entities(text) if self._reader else []
        names = [used(text, one, self._lookup) for one in find_names(text, entities, self._lookup)]
        names.sort(key=lambda one: one.span.start)
        return with_descriptions(text, names)
