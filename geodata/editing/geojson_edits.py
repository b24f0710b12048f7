"""Edits places.geojson feature by feature; the text of every other feature stays as it is."""

from __future__ import annotations

import json
import re
from typing import Any

from geodata.editing.incoming import Edit, Fields
from geodata.storage.places_text import BETWEEN, feature_text

_FIRST = re.compile(r'"features"\s*:\s*\[\s*')


class PlacesFile:
    """The features of a places.geojson, each with its own text."""

    def __init__(self, text: str) -> None:
        """Take a file apart that the loader has read without a fault."""
        features = json.loads(text)["features"]
        self._before, self._texts, self._between, self._after = _cut(text, features)
        self._features: list[Fields] = features

    def apply(self, edit: Edit) -> None:
        """Change a place, or add a new one at the end."""
        if edit.is_new:
            new: Fields = {"type": "Feature", "properties": {"id": edit.id}, "geometry": None}
            self._features.append(new)
            self._texts.append("")
        number = self._number(edit.id)
        feature = self._features[number]
        for key, value in edit.fields.items():
            if key == "geometry":
                feature["geometry"] = value
            else:
                feature["properties"][key] = value
        self._texts[number] = feature_text(feature)

    def remove(self, id: str) -> None:
        """Take a place out."""
        number = self._number(id)
        del self._features[number], self._texts[number]

    @property
    def text(self) -> str:
        """The whole file."""
        return self._before + self._between.join(self._texts) + self._after

    def _number(self, id: str) -> int:
        ids = [feature["properties"].get("id") for feature in self._features]
        return ids.index(id)


def _cut(text: str, features: list[Any]) -> tuple[str, list[str], str, str]:
    """Return what stands before the features, their texts, what parts them, and what follows."""
    decoder = json.JSONDecoder()
    for start in _FIRST.finditer(text):
        at, texts, between = start.end(), [], BETWEEN
        for number, feature in enumerate(features):
            try:
                value, end = decoder.raw_decode(text, at)
            except ValueError:
                break
            if value != feature:
                break
            texts.append(text[at:end])
            parting = re.compile(r"\s*,\s*").match(text, end)
            if number + 1 < len(features) and parting:
                between, at = parting[0], parting.end()
            else:
                at = end
        if len(texts) == len(features):
            return text[: start.end()], texts, between, text[at:]
    raise AssertionError("a FeatureCollection was read, so its features stand in its text")
